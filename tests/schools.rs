//! Lists of schools: what the ministry publishes, and what people add to it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use atlas_ent::{
    coverage::{
        MissingReason, Query, SchoolType,
        import::{ImportChoices, Imported, import},
        states,
    },
    table::{READ_ON, ReadOptions, read},
    territory::{Edition, Level, REFERENCE_CSV, Registry},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2024, 12, 31);

fn imported(bytes: &[u8], name: &str) -> Imported {
    let reading = read(bytes, name, &ReadOptions::default(), READ_ON).unwrap();
    import(&reading.table, name, TODAY, &ImportChoices::default()).unwrap()
}

/// Equipped and total of a territory; the reason where there is no share.
fn counts(
    made: &Imported,
    school_type: SchoolType,
    level: Level,
    code: &str,
) -> Result<(u32, u32), MissingReason> {
    let query = Query {
        school_type,
        level,
        edition: Edition::Since2016,
        measure: atlas_ent::coverage::Measure::Deploye,
        date: TODAY,
    };
    let states = states(&made.dataset, Registry::official(), &query);
    let state = states.into_iter().find(|s| s.id.code().is_some_and(|c| c.as_str() == code));
    let share = state.unwrap().share.map_err(|gap| gap.reason)?;
    Ok((share.equipped.unwrap(), share.total.unwrap()))
}

/// A national list, or nothing with a printed line where it is not at hand.
fn national(file: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(file);
    let bytes = fs::read(path).ok();
    if bytes.is_none() {
        eprintln!("skipped: the national list {file} is not at hand");
    }
    bytes
}

const LIST: &str = "Identifiant_de_l_etablissement;Nom_etablissement;Statut_public_prive;\
    Code_departement;code_nature;ministere_tutelle;ENT\n\
    0380033B;Lycée Champollion;Public;038;300;MINISTERE DE L'EDUCATION NATIONALE;oui\n\
    0380034C;Lycée Stendhal;Public;038;300;MINISTERE DE L'EDUCATION NATIONALE;non\n\
    0380089M;Lycée agricole;Public;038;307;AGRICULTURE;oui\n\
    0380055A;Section;Public;038;334;MINISTERE DE L'EDUCATION NATIONALE;oui\n\
    0730003G;Lycée Vaugelas;Public;073;306;MINISTERE DE L'EDUCATION NATIONALE;oui\n\
    0730005J;Lycée Monge;Privé;073;320;MINISTERE DE L'EDUCATION NATIONALE;\n";

#[test]
fn schools_are_added_up_to_their_departement_and_every_wider_level() {
    let made = imported(LIST.as_bytes(), "lycees.csv");
    assert_eq!(made.school_type, SchoolType::Lycee);
    let lycees = |level, code| counts(&made, SchoolType::Lycee, level, code);
    assert_eq!(lycees(Level::Departement, "38"), Ok((1, 2)), "neither agricultural nor a section");
    assert_eq!(lycees(Level::Departement, "73"), Ok((1, 1)), "an empty cell says nothing here");
    assert_eq!(lycees(Level::Academie, "08").err(), Some(MissingReason::NonRenseigne));
    assert!(made.report.doubts.iter().any(|doubt| doubt.contains("ni un lycée ni un collège")));
}

#[test]
fn in_a_column_of_crosses_an_empty_cell_is_a_no() {
    let text = "UAI;Département;Nature;ENT\n0730003G;73;306;x\n0730005J;73;320;\n";
    let made = imported(text.as_bytes(), "a.csv");
    assert_eq!(counts(&made, SchoolType::Lycee, Level::Departement, "73"), Ok((1, 2)));
}

#[test]
fn a_wrong_check_letter_is_told_and_the_school_counted() {
    let text = "UAI;Département;Nature;ENT\n0730003A;73;306;oui\n0730005J;73;320;non\n";
    let made = imported(text.as_bytes(), "a.csv");
    assert_eq!(counts(&made, SchoolType::Lycee, Level::Departement, "73"), Ok((1, 2)));
    assert!(made.report.doubts.iter().any(|doubt| doubt.contains("lettre de contrôle")));
}

/// Further sites of schools that the reference counts, by département, straight from the file.
fn repeated_sites(bytes: &[u8], school_type: SchoolType) -> BTreeMap<String, u32> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|h| h.trim_start_matches('\u{feff}') == name);
    let (uai, departement, nature, ministry) = match school_type {
        SchoolType::College => {
            ("numero_uai", "code_departement", "nature_uai", "libelle_ministere")
        }
        SchoolType::Lycee => (
            "Identifiant_de_l_etablissement",
            "Code_departement",
            "code_nature",
            "ministere_tutelle",
        ),
    };
    let [uai, departement, nature, ministry] =
        [uai, departement, nature, ministry].map(|name| place(name).unwrap());
    let counted = ["300", "301", "302", "306", "310", "315", "320", "340", "350", "352"];
    let mut seen = BTreeSet::new();
    let mut repeated = BTreeMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        let of_type = (row[nature].starts_with("34") || row[nature].starts_with("35"))
            == (school_type == SchoolType::College);
        let education = row[ministry].contains("EDUCATION") || school_type == SchoolType::College;
        if counted.contains(&&row[nature])
            && of_type
            && education
            && !seen.insert(row[uai].to_owned())
        {
            let code = row[departement].strip_prefix('0').unwrap_or(&row[departement]).to_owned();
            *repeated.entry(code).or_default() += 1;
        }
    }
    repeated
}

/// The totals of the national lists, département by département, against the reference numbers,
/// which were counted by another program.
#[test]
fn the_national_lists_count_as_many_schools_as_the_reference() {
    let lists = [
        ("colleges_2024.csv", SchoolType::College, ["col_pub_2024", "col_pri_2024"]),
        ("lycees_2024.csv", SchoolType::Lycee, ["lyc_pub_2024", "lyc_pri_2024"]),
    ];
    for (file, school_type, columns) in lists {
        let Some(bytes) = national(file) else { continue };
        let made = imported(&bytes, file);
        assert_eq!(made.school_type, school_type);
        let repeated = repeated_sites(&bytes, school_type);
        let mut reference = csv::Reader::from_reader(REFERENCE_CSV.as_bytes());
        let headers = reference.headers().unwrap().clone();
        let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
        for row in reference.records() {
            let row = row.unwrap();
            let expected: u32 =
                columns.iter().map(|name| row[place(name)].parse::<u32>().unwrap()).sum();
            let found: Option<u32> = made.dataset.observations.iter().find_map(|observation| {
                let here = observation.territory.code()?.as_str() == &row[0];
                (here && observation.school_types.contains(school_type))
                    .then_some(observation.total?)
            });
            // The reference counts a school once a site, the map once.
            let sites = repeated.get(&row[0]).copied().unwrap_or(0);
            assert_eq!(found.unwrap_or(0) + sites, expected, "{file}, {}", &row[1]);
        }
    }
}
