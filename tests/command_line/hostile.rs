//! Files that no one should bring, given to `verifier`: each gets a sentence, and a way out.

use std::{fs, process::Command};

use crate::{
    desk::{Desk, UNUSABLE},
    workbooks::{protected, row, xlsx},
};

/// What is no table is refused with a sentence that says what to do.
#[track_caller]
fn refused(desk: &Desk, file: &str, reason: &str, remedy: &str) {
    let outcome = desk.run(&format!("verifier {file}"));
    outcome.refuses(UNUSABLE, reason);
    let line = outcome.only_line();
    assert!(line.contains(file) && line.contains(remedy), "« {remedy} » expected in: {line}");
    assert!(line.chars().count() < 400, "a sentence, not a page: {line}");
    let json = desk.run(&format!("verifier --json {file}"));
    assert_eq!(json.code, Some(UNUSABLE));
    assert!(json.said.contains(reason), "{json:?}");
}

#[test]
fn what_is_not_a_file_is_refused_and_never_waited_for() {
    let desk = Desk::new();
    fs::create_dir(desk.path().join("dossier.csv")).unwrap();
    refused(&desk, "dossier.csv", "c’est un dossier", "Choisissez l’un des fichiers");
    refused(&desk, "parti.csv", "n’existe pas", "choisissez-le à nouveau");
    desk.write("taux.csv", "code;taux\n01;1\n");
    refused(&desk, "taux.csv/taux.csv", "n’est pas un dossier", "Vérifiez le chemin");
    if cfg!(unix) {
        // A pipe that nobody writes to, and a device without end.
        let made = Command::new("mkfifo").arg(desk.path().join("tube.csv")).status().unwrap();
        assert!(made.success());
        refused(&desk, "tube.csv", "un tube ou un périphérique", "Choisissez un fichier");
        refused(&desk, "/dev/zero", "un tube ou un périphérique", "Choisissez un fichier");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("secret.csv", "code;taux\n01;1\n");
    let path = desk.path().join("secret.csv");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        eprintln!("skipped: this account may read everything");
        return;
    }
    refused(&desk, "secret.csv", "l’accès est refusé", "copiez-le dans l’un de vos dossiers");
}

#[test]
fn a_workbook_that_is_still_being_saved_is_told() {
    let desk = Desk::new();
    let rows = row(1, &["Code", "Taux"]) + &row(2, &["01", "12"]);
    let whole = xlsx(&rows, &[]);
    for part in [whole.len() / 4, whole.len() / 2, whole.len() - 1] {
        desk.write("taux.xlsx", &whole[..part]);
        refused(&desk, "taux.xlsx", "en cours d’enregistrement", "Enregistrez-le à nouveau");
    }
    desk.write("~$taux.xlsx", b"\x05Marie\0\0\0");
    refused(&desk, "~$taux.xlsx", "ouvert dans un tableur", "Choisissez « taux.xlsx »");
    desk.write(".~lock.taux.ods#", ",marie,poste,24.11.2026 10:00,;");
    refused(&desk, ".~lock.taux.ods#", "ouvert dans un tableur", "Choisissez « taux.ods »");
    desk.write("taux.xlsx", whole);
    assert_eq!(desk.run("verifier taux.xlsx").code, Some(0), "once it is saved");
}

#[test]
fn what_holds_no_table_is_refused_with_what_to_do() {
    let desk = Desk::new();
    let bomb = "<row r=\"1\"/>".repeat(6_000_000);
    let files: [(&str, Vec<u8>, &str, &str); 6] = [
        ("vide.csv", Vec::new(), "Le fichier est vide", "Choisissez un fichier qui contient"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n0000".to_vec(), "une image PNG", "Choisissez un fichier"),
        ("long.csv", vec![b'x'; 10 << 20], "aucune ligne de données", "Choisissez un fichier"),
        ("zeros.csv", vec![0; 100_000], "n’est pas du texte", "Choisissez un fichier"),
        ("bombe.xlsx", xlsx(&bomb, &[]), "trop volumineux", "Gardez-en les lignes"),
        ("secret.xlsx", protected(), "protégé par un mot de passe", "sans mot de passe"),
    ];
    for (name, contents, reason, remedy) in files {
        desk.write(name, contents);
        refused(&desk, name, reason, remedy);
    }
}

const GOOD: &str = "Code dept;Taux équipés (%);Note\n1;10,5;a\n7;20;b\n26;30;c\n2A;100;d\n";

#[test]
fn an_odd_table_is_read_and_what_is_odd_is_said() {
    let desk = Desk::new();
    let names: String = (0..4997).map(|n| format!(";c{n}")).collect();
    let wide = GOOD.replacen("Note", &format!("Note{names}"), 1);
    let long = "x".repeat(10 << 20);
    for (text, part) in [
        (GOOD.to_owned() + "38;40;\"e\n", "un guillemet droit (\") y ouvre une cellule"),
        (GOOD.to_owned() + "38;40;\0e\n", "1 caractère invisible"),
        (GOOD.to_owned() + "38;40;" + &long + "\n", "5 lignes\u{202f}: 5 sur la carte"),
        (wide + "38;40;e\n", "5 lignes\u{202f}: 5 sur la carte"),
    ] {
        desk.write("taux.csv", &text);
        let outcome = desk.run("verifier taux.csv");
        assert_eq!(outcome.code, Some(0), "{part}: {}", outcome.complained);
        assert!(outcome.said.contains("5 lignes\u{202f}: 5 sur la carte"), "{part}");
        assert!(outcome.said.contains(part), "{part}: {:.3000}", outcome.said);
    }
}

#[test]
fn formulas_give_their_values_and_merged_headers_their_names() {
    let desk = Desk::new();
    let formulas = "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>TEXT(1)</f><v>01</v></c>\
        <c r=\"B3\"><f>6*2</f><v>12</v></c><c r=\"C3\"><f>5*5</f><v>25</v></c></row>";
    let rows = row(1, &["Code", "2011", ""])
        + &row(2, &["", "Collèges équipés", "Nombre de collèges"])
        + formulas
        + &row(4, &["2A", "3", "4"])
        + &row(5, &["38", "50", "100"]);
    desk.write("taux.xlsx", xlsx(&rows, &["B1:C1"]));
    let outcome = desk.run("verifier taux.xlsx");
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for part in [
        "3 lignes\u{202f}: 3 sur la carte",
        "« 2011 Collèges équipés » → Nombre d’établissements équipés",
        "Date\u{202f}: 2011, d’après le nom de la colonne",
    ] {
        assert!(outcome.said.contains(part), "{part}: {}", outcome.said);
    }
    let made = desk.made("export --donnees taux.xlsx --date 2012", "carte.svg");
    let drawing = String::from_utf8(made).unwrap();
    let said = drawing.split("<title>").find(|title| title.starts_with("Ain\u{202f}:")).unwrap();
    assert!(said.starts_with("Ain\u{202f}: 48\u{202f}% (12"), "12 of 25: {said:.200}");
}
