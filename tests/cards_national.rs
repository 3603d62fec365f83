//! The cards of both national lists, with a made list of equipped schools, against a count of their
//! lines.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use atlas_ent::{
    coverage::{
        Dataset, SchoolType,
        import::{ImportChoices, join, read_part},
    },
    project::{Card, Document, Reading, SchoolsLine, SelectionCard},
    table::{READ_ON, ReadOptions, read},
    territory::{Code, Edition, Level, Registry, TerritoryId},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2024, 12, 31);

/// Département on three digits, sector and nature of a school that is counted.
struct Line {
    departement: String,
    sector: String,
    nature: String,
    equipped: bool,
}

/// The lines that are counted, read by a plain CSV reader, and the data that the atlas makes of the
/// same files; nothing, with a printed line, where the files are not at hand.
fn national() -> Option<(Vec<Line>, Dataset)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real");
    let (mut lines, mut files) = (Vec::new(), Vec::new());
    let mut equipped = String::from("uai;ENT\n");
    let mut seen = BTreeSet::new();
    for name in ["lycees_2024.csv", "colleges_2024.csv"] {
        let Ok(bytes) = fs::read(folder.join(name)) else {
            eprintln!("skipped: the national list {name} is not at hand");
            return None;
        };
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[..]);
        let headers = reader.headers().unwrap().clone();
        let place =
            |names: [&str; 2]| headers.iter().position(|header| names.contains(&header)).unwrap();
        let departement = place(["Code_departement", "code_departement"]);
        let sector = place(["Statut_public_prive", "secteur_public_prive_libe"]);
        let nature = place(["code_nature", "nature_uai"]);
        let ministry = place(["ministere_tutelle", "libelle_ministere"]);
        for record in reader.records() {
            let record = record.unwrap();
            let number: u32 = record[0][..7].parse().unwrap();
            // Some schools stand on several lines, or in both lists.
            if !seen.insert(number) {
                continue;
            }
            let has_one = number.is_multiple_of(3);
            equipped += &format!("{};{}\n", &record[0], if has_one { "oui" } else { "non" });
            // None of them is closed; a collège counts whatever its ministry.
            let college = ["340", "350", "352"].contains(&&record[nature]);
            if college || record[ministry].contains("EDUCATION") {
                lines.push(Line {
                    departement: format!("{:0>3}", &record[departement]),
                    sector: record[sector].to_owned(),
                    nature: record[nature].to_owned(),
                    equipped: has_one,
                });
            }
        }
        files.push((name, bytes));
    }
    files.push(("equipes.csv", equipped.into_bytes()));
    let parts = files.iter().map(|(name, bytes)| {
        let reading = read(bytes, name, &ReadOptions::default(), READ_ON).unwrap();
        read_part(&reading.table, name, &ImportChoices::default()).unwrap()
    });
    Some((lines, join(parts.collect()).unwrap().dataset))
}

/// Equipped and total of the lines that pass.
fn count(lines: &[Line], passes: impl Fn(&Line) -> bool) -> (u32, u32) {
    let passing = lines.iter().filter(|line| passes(line));
    passing.fold((0, 0), |(equipped, total), line| (equipped + u32::from(line.equipped), total + 1))
}

fn told(lines: &[SchoolsLine]) -> BTreeMap<&str, (u32, u32)> {
    lines.iter().map(|line| (line.label.as_str(), (line.equipped, line.total))).collect()
}

#[test]
fn every_card_adds_up_the_lines_of_the_national_lists() {
    let Some((lines, data)) = national() else { return };
    let natures = |school_type| match school_type {
        SchoolType::College => &["340", "350", "352"][..],
        SchoolType::Lycee => &["300", "301", "302", "306", "310", "315", "320"][..],
    };
    let registry = Registry::official();
    let mut cards = 0;
    for school_type in SchoolType::ALL {
        let document = Document {
            school_type,
            level: Level::Region,
            edition: Edition::Since2016,
            date: Some(TODAY),
            ..Document::default()
        };
        let reading = Reading::new(&document, &data);
        for level in [Level::France, Level::Region, Level::Academie, Level::Departement] {
            for territory in registry.territories(level, Edition::Since2016) {
                let codes: Vec<String> =
                    territory.departements.iter().map(|code| format!("{code:0>3}")).collect();
                let inside = |line: &Line| {
                    codes.contains(&line.departement)
                        && natures(school_type).contains(&line.nature.as_str())
                };
                let card = Card::new(&reading, &data, territory.id).unwrap();
                let sectors = told(&card.sectors);
                for (label, sector) in [("Public", "Public"), ("Privé", "Privé")] {
                    let expected = count(&lines, |line| inside(line) && line.sector == sector);
                    let shown = sectors.get(label).copied().unwrap_or_default();
                    assert_eq!(shown, expected, "{} {label}", territory.name);
                }
                let (equipped, total) = count(&lines, inside);
                let own = &card.comparison[0];
                if total > 0 {
                    let part = f64::from(equipped) / f64::from(total);
                    let shown = f64::from(own.part.unwrap());
                    assert!((shown - part).abs() < 1e-6, "{}: {shown}, not {part}", territory.name);
                }
                if school_type == SchoolType::Lycee {
                    let vocational = count(&lines, |line| inside(line) && line.nature == "320");
                    let shown = told(&card.kinds).get("Lycée professionnel").copied();
                    assert_eq!(shown.unwrap_or_default(), vocational, "{}", territory.name);
                }
                if level == Level::Departement {
                    let counted = card.schools.iter().filter(|school| school.not_counted.is_none());
                    assert_eq!(counted.count(), total as usize, "{}", territory.name);
                }
                cards += 1;
            }
        }
    }
    assert_eq!(cards, 2 * (1 + 18 + 30 + 101));
}

#[test]
fn several_departements_add_up_to_their_lines() {
    let Some((lines, data)) = national() else { return };
    let document = Document {
        school_type: SchoolType::College,
        level: Level::Departement,
        edition: Edition::Since2016,
        date: Some(TODAY),
        ..Document::default()
    };
    let ids = ["38", "2A", "974"].map(|code| TerritoryId::Departement(Code::new(code).unwrap()));
    let card = SelectionCard::new(&Reading::new(&document, &data), &data, &ids).unwrap();
    let inside = |line: &Line| {
        ["038", "02A", "974"].contains(&line.departement.as_str())
            && ["340", "350", "352"].contains(&line.nature.as_str())
    };
    let (equipped, total) = count(&lines, inside);
    assert_eq!(card.name, "3 départements");
    let expected = format!("{equipped} établissements sur {total}");
    assert!(card.facts.contains(&("Établissements", expected)), "{:?}", card.facts);
    let sectors = told(&card.sectors);
    assert_eq!(sectors["Public"].0 + sectors["Privé"].0, equipped);
    assert_eq!(sectors["Public"].1 + sectors["Privé"].1, total);
}
