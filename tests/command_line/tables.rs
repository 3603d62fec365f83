//! `tableau` and `modele`: tables that are written.

use crate::desk::{Desk, UNUSABLE};

#[test]
fn the_figures_of_a_map_become_a_file_that_excel_opens() {
    let text = Desk::new().made_text("tableau --type college --date 2011-10", "colleges.csv");
    assert!(text.starts_with("\u{feff}Code département;Nom du département;"), "{text:.200}");
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 102, "a header and 101 départements");
    let loire = lines.iter().find(|line| line.contains(";Loire;")).unwrap();
    assert!(loire.contains(";75 %;57;76;"), "{loire}");
    let allier = lines.iter().find(|line| line.contains(";Allier;")).unwrap();
    assert!(allier.contains(";nd;;;"), "{allier}");
}

#[test]
fn a_map_and_its_saved_table_are_drawn_alike() {
    let desk = Desk::new();
    let date = "--date 2014-12";
    desk.made(&format!("tableau --exemple --type lycee {date}"), "ent-lycees.xlsx");
    let from_table = desk.made_text(&format!("export --donnees ent-lycees.xlsx {date}"), "a.svg");
    let from_data = desk.made_text(&format!("export --exemple --type lycee {date}"), "b.svg");
    let titles = |drawing: &str| -> Vec<String> {
        let parts = drawing.split("<title>").skip(1);
        parts.map(|part| part.split("</title>").next().unwrap().to_owned()).collect()
    };
    let shares = titles(&from_data).iter().filter(|title| title.contains('%')).count();
    assert!(shares >= 27, "every région has a share: {:?}", titles(&from_data));
    assert_eq!(titles(&from_table), titles(&from_data));
}

#[test]
fn a_table_of_one_s_own_file_cites_it() {
    let desk = Desk::new();
    desk.write("taux.csv", "dept;Taux équipés (%)\n1;10,5\n7;20\n26;30\n38;nd\n2A;100\n");
    let text = desk.made_text("tableau --donnees taux.csv", "tableau.csv");
    let ain = text.lines().find(|line| line.starts_with("01;")).unwrap();
    assert!(ain.contains(";10,5 %;") && ain.contains(";taux.csv;"), "{ain}");
    assert!(ain.contains("type supposé (collèges)") && ain.ends_with(";2;"), "{ain}");
    desk.run("tableau --donnees absent.csv --sortie a.csv").refuses(UNUSABLE, "« absent.csv »");
}

#[test]
fn the_same_table_is_the_same_file() {
    let desk = Desk::new();
    for file in ["a.csv", "a.xlsx"] {
        let first = desk.made("tableau --exemple", file);
        assert_eq!(first, desk.made("tableau --exemple", file), "{file}");
    }
}

#[test]
fn a_filled_template_is_checked_without_a_doubt() {
    let desk = Desk::new();
    let template = desk.made_text("modele", "modele.csv");
    let filled: Vec<String> = template
        .split_terminator("\r\n")
        .enumerate()
        .map(|(rank, line)| match rank {
            0 => line.to_owned(),
            _ => line.replacen(";;;", &format!(";collège;2024;{}", rank - 1), 1),
        })
        .collect();
    desk.write("rempli.csv", filled.join("\r\n"));
    let outcome = desk.run("verifier rempli.csv");
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    assert!(outcome.said.contains("101 lignes\u{202f}: 101 sur la carte"), "{}", outcome.said);
    assert!(!outcome.said.contains("À vérifier"), "{}", outcome.said);
}

#[test]
fn a_template_of_schools_is_a_header_alone() {
    let desk = Desk::new();
    let text = desk.made_text("modele --par etablissement", "modele.csv");
    let header = "UAI;Nom de l’établissement;Code département;Type;Secteur;ENT;Projet;Date\r\n";
    assert_eq!(text, format!("\u{feff}{header}"));
    assert!(desk.made("modele --par etablissement", "modele.xlsx").starts_with(b"PK"));
}

#[test]
fn another_format_is_refused_before_anything_is_written() {
    let desk = Desk::new();
    for command in ["tableau --sortie a.ods", "modele --sortie a.png", "modele --sortie a"] {
        desk.run(command).refuses(UNUSABLE, "l’extension doit être .csv ou .xlsx");
    }
    desk.run("modele --par eleve --sortie a.csv").refuses(UNUSABLE, "territoire ou etablissement");
    assert!(desk.names().is_empty());
}
