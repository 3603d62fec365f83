//! What cannot be done is said in French, with an exit code, and changes nothing.

use std::fs;

use crate::desk::{Desk, FAILED, FINE, UNUSABLE};

#[test]
fn what_is_not_understood_is_refused_before_anything_is_written() {
    let desk = Desk::new();
    for (arguments, part) in [
        ("--oops", "« --oops »"),
        ("-x", "« -x »"),
        ("expotr --sortie carte.svg", "la commande « expotr » n’existe pas"),
        ("export --oops --sortie carte.svg", "« --oops »"),
        ("export carte.svg", "« carte.svg »"),
        ("exemple --type lycee --sortie a.csv", "« --type »"),
        ("export", "« --sortie FICHIER »"),
        ("exemple", "« --sortie FICHIER »"),
        ("export --sortie", "« --sortie » attend une valeur"),
        ("export --sortie carte.gif", "l’extension doit être .png, .svg ou .pdf"),
        ("export --sortie carte", "l’extension doit être .png, .svg ou .pdf"),
        ("export --type primaire --sortie carte.svg", "lycee ou college"),
        ("export --niveau commune --sortie carte.svg", "region, academie ou departement"),
        ("export --date 2011-13 --sortie carte.svg", "une date comme 2011, 2011-10"),
        ("export --limites 2016 --sortie carte.svg", "avant-2016 ou depuis-2016"),
        ("export --mesure part --sortie carte.svg", "deploye ou usage"),
        ("export --representation cercle --sortie carte.svg", "part ou stade"),
        ("export --largeur 100 --sortie carte.png", "de 200 à 16000"),
        ("export --largeur 16001 --sortie carte.png", "de 200 à 16000"),
        ("export --largeur large --sortie carte.png", "de 200 à 16000"),
    ] {
        desk.run(arguments).refuses(UNUSABLE, part);
        assert!(desk.names().is_empty(), "{arguments} wrote {:?}", desk.names());
    }
}

#[test]
fn a_folder_that_does_not_exist_cannot_be_written_to() {
    let desk = Desk::new();
    for command in [
        "export --sortie la/carte.svg",
        "export --sortie la/carte.png",
        "exemple --sortie la/a.csv",
    ] {
        let outcome = desk.run(command);
        outcome.refuses(FAILED, "impossible d’écrire « la/");
        assert!(outcome.only_line().contains("n’existe pas"), "{outcome:?}");
    }
    assert!(desk.names().is_empty());
}

#[test]
fn a_file_stays_as_it_was_when_its_replacement_fails() {
    let desk = Desk::new();
    desk.write("carte.svg", "ma carte d’hier");
    desk.write("contours/departements.geojson", "{");
    desk.run("export --outlines contours --sortie carte.svg").refuses(UNUSABLE, "JSON");
    desk.run("export --largeur 1 --sortie carte.svg").refuses(UNUSABLE, "--largeur");
    assert_eq!(desk.read("carte.svg"), "ma carte d’hier".as_bytes());
    assert_eq!(desk.names(), ["carte.svg", "contours"]);
}

#[test]
fn a_folder_is_not_replaced_by_a_picture() {
    let desk = Desk::new();
    desk.write("carte.svg/note.txt", "à garder");
    desk.run("export --sortie carte.svg").refuses(FAILED, "c’est un dossier");
    assert_eq!(desk.names(), ["carte.svg"], "no half-written file stays behind");
    assert_eq!(desk.read("carte.svg/note.txt"), "à garder".as_bytes());
}

#[test]
fn an_existing_picture_is_replaced_whole() {
    let desk = Desk::new();
    desk.write("carte.svg", "x".repeat(5_000_000));
    let replaced = desk.made("export", "carte.svg");
    assert!(replaced.len() < 2_000_000 && replaced.ends_with(b"</svg>\n"));
    assert_eq!(fs::read_dir(desk.path()).unwrap().count(), 1);
}

#[test]
fn the_example_beside_files_is_refused_whichever_comes_first() {
    let desk = Desk::new();
    desk.write("taux.csv", "code;taux\n38;10\n73;20\n");
    for arguments in [
        "export --donnees taux.csv --exemple --sortie a.svg",
        "export --exemple --donnees taux.csv --sortie a.svg",
        "export --exemple --date 2030 --donnees taux.csv --sortie a.svg",
        "tableau --donnees taux.csv --exemple --sortie a.csv",
        "tableau --exemple --donnees taux.csv --sortie a.csv",
    ] {
        let refused = desk.run(arguments);
        refused.refuses(UNUSABLE, "« --exemple » et « --donnees » ne vont pas ensemble");
        assert_eq!(desk.names(), ["taux.csv"], "{arguments}");
    }
}

#[test]
fn where_nobody_listens_the_picture_is_written_and_nothing_breaks() {
    let desk = Desk::new();
    desk.write("taux.csv", "code;taux\n38;10\n73;20\nSavoi;30\n");
    for (arguments, code) in [
        ("export --donnees taux.csv --sortie carte.svg", FINE),
        ("export --donnees taux.csv --sortie carte.png", FINE),
        ("tableau --donnees taux.csv --sortie carte.csv", FINE),
        ("export --oops", UNUSABLE),
        ("export --sortie la/carte.svg", FAILED),
        ("verifier taux.csv", 1),
        ("verifier absent.csv --json", UNUSABLE),
        ("--help", FINE),
    ] {
        assert_eq!(desk.run_unheard(arguments), Some(code), "{arguments}");
    }
    assert_eq!(desk.names(), ["carte.csv", "carte.png", "carte.svg", "taux.csv"]);
    assert!(desk.read("carte.svg").ends_with(b"</svg>\n"));
}
