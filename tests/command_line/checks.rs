//! `verifier`, and maps of one's own files.

use crate::desk::Desk;

const WHOLE: &str = "Code dept;Taux équipés (%)\n1;10,5\n7;20\n26;30\n38;nd\n2A;100\n";

#[test]
fn a_file_that_joins_whole_leaves_with_zero_and_says_what_was_repaired() {
    let desk = Desk::new();
    desk.write("taux.csv", WHOLE);
    let outcome = desk.run("verifier taux.csv");
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for part in ["5 lignes\u{202f}: 5 sur la carte", "« 1 » → 01", "département", "collèges"]
    {
        assert!(outcome.said.contains(part), "{part}: {}", outcome.said);
    }
}

#[test]
fn a_row_that_does_not_join_is_quoted_with_its_line_and_leaves_with_one() {
    let desk = Desk::new();
    desk.write("taux.csv", format!("{WHOLE}Savoi;12\n"));
    let outcome = desk.run("verifier taux.csv");
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    assert!(outcome.said.contains("« Savoi » (ligne 7)"), "{}", outcome.said);
    assert!(outcome.said.contains("peut-être Savoie"), "{}", outcome.said);
}

#[test]
fn files_that_cannot_be_read_leave_with_two_and_one_sentence() {
    let desk = Desk::new();
    desk.write("image.csv", b"\x89PNG\r\n\x1a\n0000");
    desk.run("verifier image.csv").refuses(2, "image PNG");
    desk.run("verifier absent.csv").refuses(2, "« absent.csv »");
    desk.write("vide.csv", "");
    desk.run("verifier vide.csv").refuses(2, "« vide.csv »");
    desk.run("verifier").refuses(2, "il manque le fichier");
}

#[test]
fn the_report_is_also_json() {
    let desk = Desk::new();
    desk.write("taux.csv", WHOLE);
    let outcome = desk.run("verifier --json taux.csv absent.csv");
    assert_eq!(outcome.code, Some(2), "the worst of the two");
    let value: serde_json::Value = serde_json::from_str(&outcome.said).unwrap();
    let fates = &value[0]["sorts"];
    assert_eq!((&fates["sur_la_carte"], &value[0]["lignes"]), (&5.into(), &5.into()));
    assert_eq!(value[0]["complet"], true);
    assert_eq!(value[0]["a_decider"], serde_json::json!([]));
    assert_eq!(value[0]["suppose"][0]["code"], "type", "taken from the level");
    assert!(value[1]["erreur"].as_str().is_some_and(|text| text.contains("absent.csv")));
}

#[test]
fn each_error_names_the_file_that_it_is_about() {
    let desk = Desk::new();
    desk.write("taux.csv", WHOLE);
    desk.write("texte.csv", "une;autre\nchose;encore\n");
    desk.write("la/taux.csv", b"\x89PNG\r\n\x1a\n0000");
    for (arguments, expected) in [
        ("absent.csv taux.csv", vec!["absent.csv"]),
        ("taux.csv absent.csv", vec!["absent.csv"]),
        ("absent.csv texte.csv la/taux.csv", vec!["absent.csv", "la/taux.csv", "texte.csv"]),
        ("taux.csv taux.csv texte.csv", vec!["texte.csv"]),
        ("texte.csv texte.csv taux.csv la/taux.csv", vec!["la/taux.csv", "texte.csv"]),
        ("absent.csv parti.csv", vec!["absent.csv", "parti.csv"]),
    ] {
        let outcome = desk.run(&format!("verifier --json {arguments}"));
        assert_eq!(outcome.code, Some(2), "{arguments}");
        let value: serde_json::Value = serde_json::from_str(&outcome.said).unwrap();
        let mut told = Vec::new();
        for one in value.as_array().unwrap() {
            let Some(error) = one["erreur"].as_str() else { continue };
            let file = one["fichier"].as_str().unwrap();
            let name = file.rsplit('/').next().unwrap();
            assert!(error.contains(name), "{arguments}: {file}: {error}");
            told.push(file);
        }
        told.sort_unstable();
        assert_eq!(told, expected, "{arguments}");
    }
}

#[test]
fn a_file_of_one_s_own_becomes_a_map_with_its_name_as_source() {
    let desk = Desk::new();
    desk.write("taux.csv", WHOLE);
    let made = desk.made("export --donnees taux.csv --date 2030", "carte.svg");
    let drawing = String::from_utf8(made).unwrap();
    assert!(drawing.contains("taux.csv (5 observations), colonne « Taux équipés (%) »"));
    assert!(drawing.contains("<title>Corse-du-Sud\u{202f}: 100\u{202f}%</title>"));
    assert!(drawing.contains("<title>Isère\u{202f}: Sans valeur dans le fichier</title>"));
    assert!(!drawing.contains("DONNÉES FICTIVES"));
}

const SCHOOLS: &str = "UAI;Nom;Secteur;Département;Nature;Tutelle\n\
    0380033E;Lycée Champollion;Public;38;300;MINISTERE DE L'EDUCATION NATIONALE\n\
    0380034F;Lycée Stendhal;Privé;38;300;MINISTERE DE L'EDUCATION NATIONALE\n\
    0380089R;Lycée agricole;Public;38;307;AGRICULTURE\n";

#[test]
fn a_list_of_schools_and_one_of_equipped_numbers_make_one_map() {
    let desk = Desk::new();
    desk.write("liste.csv", SCHOOLS);
    desk.write("equipes.csv", "uai\n0380033E\n");
    let outcome = desk.run("verifier liste.csv equipes.csv");
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    assert!(outcome.said.contains("1 numéro UAI sur 1 retrouvé"), "{}", outcome.said);
    desk.run("verifier equipes.csv").refuses(2, "Ouvrez d’abord une liste des établissements");
    let map = |options: &str| {
        let files = "--donnees liste.csv --donnees equipes.csv --niveau departement";
        let made = desk.made(&format!("export {files} {options}"), "carte.svg");
        String::from_utf8(made).unwrap()
    };
    for (options, said) in [
        ("", "Isère\u{202f}: 50\u{202f}% (1 établissement sur 2)"),
        ("--secteur public", "Isère\u{202f}: 100\u{202f}% (1 établissement sur 1)"),
        ("--secteur privé", "Isère\u{202f}: 0\u{202f}% (0 établissement sur 1)"),
        ("--agricoles", "Isère\u{202f}: 33,3\u{202f}% (1 établissement sur 3)"),
    ] {
        let drawing = map(options);
        assert!(drawing.contains(said), "{options}: {said}");
    }
    let public = map("--secteur public");
    assert!(public.contains("Champ\u{202f}: public seulement, hors lycées agricoles"), "{public}");
    assert!(public.contains("Part des lycées publics équipés d’un ENT, par département"));
    assert!(map("").contains("Champ\u{202f}: public et privé, hors lycées agricoles"));
    // The files stand in the line of the source as an export has them, without quotes.
    assert!(map("").contains("liste.csv et equipes.csv (3 établissements listés)"));
}

#[test]
fn the_options_that_a_report_names_confirm_what_it_supposes() {
    let desk = Desk::new();
    desk.write("codes.csv", "code;taux;date\n38;10;2011\n73;20;2011\n2A;30;2011\n");
    let report = |options: &str| desk.run(&format!("verifier codes.csv {options}"));
    let said = report("").said;
    assert!(said.contains("(--type TYPE)") && said.contains("(--colonne NOM)"), "{said}");
    let told = report("--type college --colonne taux");
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(!told.said.contains("Supposé"), "{}", told.said);
    assert!(!report("--accepter-suppositions").said.contains("Supposé"));
    report("--limites avant-2016").refuses(2, "n’existe pas ici");
}
