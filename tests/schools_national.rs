//! Both national lists with a made list of equipped schools: every sum of every level against a
//! count that this test makes itself, straight from the rows of the files.
//!
//! `../shared/real` holds the lists; without them the test is skipped with a printed line.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use atlas_ent::{
    coverage::{
        Dataset, Measure, Query, SchoolType,
        import::{ImportChoices, join, read_part},
        school::{Perimeter, Sector},
        states,
    },
    project::{Document, Filter, Reading, RowColumn, RowId, Rows, Value},
    table::{READ_ON, ReadOptions, read},
    territory::{Edition, Level, REFERENCE_CSV, Registry, TerritoryId},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2024, 12, 31);
const LISTS: [&str; 2] = ["colleges_2024.csv", "lycees_2024.csv"];
/// As many rows as both lists have together.
const ROWS: usize = 13_358;

/// One school, as its row says and nothing else.
#[derive(Clone, Debug)]
struct Listed {
    number: String,
    departement: String,
    school_type: Option<SchoolType>,
    counted: bool,
    sector: Sector,
}

impl Listed {
    /// The made list: every number that three divides.
    fn equipped(&self) -> bool {
        self.number.parse::<u32>().unwrap() % 3 == 0
    }
}

/// Equipped and total.
type Counts = (u32, u32);

/// Both lists as bytes, or nothing with a printed line.
fn lists() -> Option<[Vec<u8>; 2]> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real");
    let [colleges, lycees] = LISTS.map(|file| fs::read(folder.join(file)).ok());
    let both = colleges.zip(lycees).map(|(colleges, lycees)| [colleges, lycees]);
    if both.is_none() {
        eprintln!("skipped: the national lists are not at hand");
    }
    both
}

/// The rows of a list; columns by the names that the ministry gives them.
fn listed(bytes: &[u8], columns: [&str; 6]) -> Vec<Listed> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    let headers = reader.headers().unwrap().clone();
    let places = columns.map(|name| headers.iter().position(|header| header == name).unwrap());
    let [uai, departement, nature, ministry, sector, state] = places;
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let school_type = match &row[nature] {
            "340" | "350" | "352" => Some(SchoolType::College),
            "300" | "301" | "302" | "306" | "307" | "310" | "315" | "320" => {
                Some(SchoolType::Lycee)
            }
            _ => None,
        };
        let education = row[ministry].contains("EDUCATION");
        let college = school_type == Some(SchoolType::College);
        let agricultural = row[ministry].contains("AGRICULTURE");
        let of_ministry = education || (college && !agricultural);
        let code = row[departement].strip_prefix('0').unwrap_or(&row[departement]);
        Listed {
            number: row[uai][..7].to_owned(),
            departement: code.to_owned(),
            school_type,
            counted: school_type.is_some() && of_ministry && &row[state] != "FERME",
            sector: if &row[sector] == "Public" { Sector::Public } else { Sector::Prive },
        }
    });
    rows.collect()
}

/// All schools, each number once: the first row that has it.
fn all_listed(bytes: &[Vec<u8>; 2]) -> Vec<Listed> {
    let [colleges, lycees] = bytes;
    let mut all = listed(
        colleges,
        [
            "numero_uai",
            "code_departement",
            "nature_uai",
            "libelle_ministere",
            "secteur_public_prive_libe",
            "etat_etablissement_libe",
        ],
    );
    all.extend(listed(
        lycees,
        [
            "Identifiant_de_l_etablissement",
            "Code_departement",
            "code_nature",
            "ministere_tutelle",
            "Statut_public_prive",
            "etat",
        ],
    ));
    assert_eq!(all.len(), ROWS);
    let mut seen = HashSet::new();
    all.retain(|school| seen.insert(school.number.clone()));
    all
}

/// The lists as a person opens them, with a third file that names the equipped ones.
fn imported(bytes: &[Vec<u8>; 2], schools: &[Listed]) -> Dataset {
    let mut equipped = String::from("UAI\n");
    for school in schools.iter().filter(|school| school.equipped()) {
        let number: u32 = school.number.parse().unwrap();
        let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[(number % 23) as usize]);
        writeln!(equipped, "{number:07}{letter}").unwrap();
    }
    let [colleges, lycees] = bytes;
    let files =
        [(LISTS[0], &colleges[..]), (LISTS[1], &lycees[..]), ("equipes.csv", equipped.as_bytes())];
    let choices = ImportChoices { everywhere: true, ..ImportChoices::default() };
    let parts = files.map(|(name, bytes)| {
        let reading = read(bytes, name, &ReadOptions::default(), READ_ON).unwrap();
        read_part(&reading.table, name, &choices).unwrap()
    });
    join(parts.into()).unwrap().dataset
}

#[test]
fn a_list_headed_as_one_of_equipped_schools_asks_nothing() {
    let Some([colleges, lycees]) = lists() else { return };
    let mut equipped = String::from("UAI équipés\n");
    for school in all_listed(&[colleges.clone(), lycees.clone()]) {
        if school.equipped() {
            let number: u32 = school.number.parse().unwrap();
            let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[(number % 23) as usize]);
            writeln!(equipped, "{number:07}{letter}").unwrap();
        }
    }
    let files =
        [(LISTS[0], &colleges[..]), ("liste.csv", equipped.as_bytes()), (LISTS[1], &lycees[..])];
    let parts = files.map(|(name, bytes)| {
        let reading = read(bytes, name, &ReadOptions::default(), READ_ON).unwrap();
        read_part(&reading.table, name, &ImportChoices::default()).unwrap()
    });
    for report in join(parts.into()).unwrap().reports {
        assert_eq!(report.questions, []);
    }
}

/// What each département belongs to: the names of its région and académie in both editions, from
/// the reference table, which leaves Mayotte out.
fn containers() -> BTreeMap<String, BTreeMap<(Level, Edition), String>> {
    let mut reader = csv::Reader::from_reader(REFERENCE_CSV.as_bytes());
    let mut containers = BTreeMap::new();
    let mut add = |code: &str, names: [&str; 4]| {
        let levels = [
            (Level::Academie, Edition::Before2016),
            (Level::Region, Edition::Before2016),
            (Level::Region, Edition::Since2016),
            (Level::Academie, Edition::Since2016),
        ];
        let names = names.map(|name| name.replace('\'', "’"));
        let of_code: BTreeMap<_, _> = levels.into_iter().zip(names).collect();
        containers.insert(code.to_owned(), of_code);
    };
    for row in reader.records() {
        let row = row.unwrap();
        add(&row[0], [&row[2], &row[4], &row[6], &row[8]]);
    }
    add("976", ["Mayotte (vice-rectorat)", "Mayotte", "Mayotte", "Mayotte"]);
    containers
}

/// What a territory holds: its name, or the code of a département.
fn place(
    code: &str,
    level: Level,
    edition: Edition,
    containers: &BTreeMap<String, BTreeMap<(Level, Edition), String>>,
) -> Option<String> {
    let of_code = containers.get(code)?;
    Some(match level {
        Level::France => "France".to_owned(),
        Level::Departement => code.to_owned(),
        Level::Region | Level::Academie => of_code[&(level, edition)].clone(),
    })
}

fn counted_here<'a>(
    schools: impl Iterator<Item = &'a Listed>,
    level: Level,
    edition: Edition,
) -> BTreeMap<String, Counts> {
    let containers = containers();
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    for school in schools {
        let Some(name) = place(&school.departement, level, edition, &containers) else { continue };
        let (equipped, total) = counts.entry(name).or_default();
        *equipped += u32::from(school.equipped());
        *total += 1;
    }
    counts
}

fn counted_there(dataset: &Dataset, query: &Query) -> BTreeMap<String, Counts> {
    let states = states(dataset, Registry::official(), query);
    let known = states.into_iter().filter_map(|state| {
        let share = state.share.ok()?;
        let counts = (share.equipped.unwrap(), share.total.unwrap());
        let name = match state.id {
            TerritoryId::Departement(code) => code.to_string(),
            _ => state.name,
        };
        Some((name, counts))
    });
    known.collect()
}

const LEVELS: [Level; 4] = [Level::France, Level::Region, Level::Academie, Level::Departement];

#[test]
fn every_sum_of_every_level_is_that_of_its_rows() {
    let Some(bytes) = lists() else { return };
    let schools = all_listed(&bytes);
    let dataset = imported(&bytes, &schools);
    assert_eq!(dataset.schools().schools().len(), schools.len());
    let registry = Registry::official();
    let mut compared = 0;
    for sector in [None, Some(Sector::Public), Some(Sector::Prive)] {
        let dataset = dataset.counting(Perimeter { sector, agricultural: false }, registry);
        for school_type in SchoolType::ALL {
            for (level, edition) in LEVELS.iter().flat_map(|l| Edition::ALL.map(|e| (*l, e))) {
                let of_this = schools.iter().filter(|school| {
                    school.counted
                        && school.school_type == Some(school_type)
                        && sector.is_none_or(|sector| school.sector == sector)
                });
                let mut expected = counted_here(of_this, level, edition);
                // In 2011 it was no académie: drawn, and left out of every count.
                expected.remove("Mayotte (vice-rectorat)");
                let query = Query {
                    school_type,
                    level,
                    edition,
                    measure: Measure::Deploye,
                    date: Some(TODAY),
                };
                let found = counted_there(&dataset, &query);
                assert_eq!(found, expected, "{sector:?} {school_type:?} {level:?} {edition:?}");
                compared += expected.len();
            }
        }
    }
    // 101 départements, 18 and 27 régions, 30 académies twice, France: nearly all, six times.
    assert!(compared > 6 * 2 * 150, "{compared} sums");
}

#[test]
fn public_and_private_rows_add_up_to_all_at_every_level() {
    let Some(bytes) = lists() else { return };
    let schools = all_listed(&bytes);
    let dataset = imported(&bytes, &schools);
    let containers = containers();
    for school_type in SchoolType::ALL {
        for (level, edition) in Level::MAPPED.iter().flat_map(|l| Edition::ALL.map(|e| (*l, e))) {
            let document =
                Document { school_type, level, edition, date: Some(TODAY), ..Document::default() };
            let reading = Reading::new(&document, &dataset);
            let rows = Rows::territories(&reading, &dataset, TerritoryId::France);
            for row in 0..rows.len() {
                let count = |column| match rows.value(row, column) {
                    Value::Count(count) => count,
                    _ => 0,
                };
                use RowColumn::*;
                let name = rows.text(row, Name);
                assert_eq!(
                    count(PublicEquipped) + count(PrivateEquipped),
                    count(Equipped),
                    "{name}"
                );
                assert_eq!(count(PublicTotal) + count(PrivateTotal), count(Total), "{name}");
            }
            let public: u32 = (0..rows.len())
                .filter_map(|row| match rows.value(row, RowColumn::PublicTotal) {
                    Value::Count(count) => Some(count),
                    _ => None,
                })
                .sum();
            let left_out = level == Level::Academie && edition == Edition::Before2016;
            let expected = schools.iter().filter(|school| {
                school.counted
                    && school.school_type == Some(school_type)
                    && school.sector == Sector::Public
                    && containers.contains_key(&school.departement)
                    && !(left_out && school.departement == "976")
            });
            assert_eq!(public as usize, expected.count(), "{school_type:?} {level:?} {edition:?}");
        }
    }
}

#[test]
fn every_school_has_its_row_and_a_filter_keeps_those_that_are_counted() {
    let Some(bytes) = lists() else { return };
    let schools = all_listed(&bytes);
    let dataset = imported(&bytes, &schools);
    let rows = Rows::schools(&dataset, None, TerritoryId::France, Edition::Since2016, Some(TODAY));
    let numbers: BTreeSet<u32> = schools.iter().map(|s| s.number.parse().unwrap()).collect();
    let found: BTreeSet<u32> = (0..rows.len())
        .filter_map(|row| match rows.id(row)? {
            RowId::School(uai) => Some(uai.number()),
            RowId::Territory(_) => None,
        })
        .collect();
    assert_eq!(found, numbers);
    assert_eq!(rows.len(), numbers.len());

    let containers = containers();
    let on_the_map = |school: &&Listed| containers.contains_key(&school.departement);
    let kept = |text: &str| {
        let (filter, problems) = Filter::parse(text, &rows);
        assert_eq!(problems, [], "{text}");
        rows.view(&filter, None).len()
    };
    let counted = schools.iter().filter(on_the_map).filter(|school| school.counted);
    assert_eq!(kept("compté = compté"), counted.clone().count());
    let equipped = counted.filter(|school| school.equipped());
    assert_eq!(kept("compté = compté et équipé"), equipped.count());
    let isere = schools.iter().filter(|school| school.departement == "38");
    assert_eq!(kept("département = 38"), isere.clone().count());
    let private = isere.filter(|school| school.sector == Sector::Prive);
    assert_eq!(kept("département: isère privé"), private.count());
    let off = schools.iter().filter(|school| !on_the_map(school)).count();
    assert!(off > 0 && rows.notices()[0].starts_with(&off.to_string()), "{:?}", rows.notices());
}
