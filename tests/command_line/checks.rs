//! `verifier`, and maps of one's own files.

use crate::desk::Desk;

const WHOLE: &str = "Code dept;Taux équipés (%)\n1;10,5\n7;20\n26;30\n38;nd\n2A;100\n";

#[test]
fn a_file_that_joins_whole_leaves_with_zero_and_says_what_was_repaired() {
    let desk = Desk::new();
    desk.write("taux.csv", WHOLE);
    let outcome = desk.run("verifier taux.csv");
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for part in ["5 lignes sur 5 rapprochées", "« 1 » → 01", "département", "collèges"] {
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
    assert_eq!((&value[0]["rapprochees"], &value[0]["complet"]), (&5.into(), &true.into()));
    assert!(value[1]["erreur"].as_str().is_some_and(|text| text.contains("absent.csv")));
}

#[test]
fn a_file_of_one_s_own_becomes_a_map_with_its_name_as_source() {
    let desk = Desk::new();
    desk.write("taux.csv", WHOLE);
    let made = desk.made("export --donnees taux.csv --date 2030", "carte.svg");
    let drawing = String::from_utf8(made).unwrap();
    assert!(drawing.contains("« taux.csv » (5 observations)"), "{drawing:.2000}");
    assert!(drawing.contains("<title>Corse-du-Sud\u{202f}: 100\u{202f}%</title>"));
    assert!(drawing.contains("<title>Isère\u{202f}: Non documenté</title>"));
    assert!(!drawing.contains("DONNÉES FICTIVES"));
}
