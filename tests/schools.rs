//! Lists of schools: what the ministry publishes, and what people add to it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use atlas_ent::{
    coverage::{
        Evidence, MissingReason, Query, SchoolType,
        import::{
            ImportChoices, ImportError, Imported, ListRole, NotCountedHere, Part, Question,
            Supposition, import, join, read_part,
        },
        school::{Perimeter, Sector},
        states,
    },
    table::{READ_ON, ReadOptions, read},
    territory::{Edition, Level, REFERENCE_CSV, Registry},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2024, 12, 31);

fn imported(bytes: &[u8], name: &str) -> Imported {
    let reading = read(bytes, name, &ReadOptions::default(), READ_ON).unwrap();
    import(&reading.table, name, &ImportChoices::default()).unwrap()
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
        date: Some(TODAY),
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
    assert_eq!(lycees(Level::Departement, "73"), Ok((1, 2)), "an empty cell is no « non »");
    let savoie = made
        .dataset
        .observations()
        .iter()
        .find(|o| o.territory.code().is_some_and(|code| code.as_str() == "73"));
    assert_eq!(savoie.unwrap().evidence, Evidence::BorneInferieure, "at least one of two");
    assert_eq!(lycees(Level::Academie, "08").err(), Some(MissingReason::NonRenseigne));
    let not_counted = made.reports[0].fates.not_counted();
    assert_eq!(not_counted.get(&NotCountedHere::OtherType), Some(&1), "a section");
    assert_eq!(not_counted.get(&NotCountedHere::Agricultural), Some(&1));
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
    let told = made.reports[0].doubts_told();
    assert!(told.contains("lettre de contrôle") && !told.contains("comptés"), "{told}");
}

/// Several files, in the order in which they are added.
fn joined(files: &[(&str, &str)], choices: &ImportChoices) -> Result<Imported, ImportError> {
    join(files.iter().map(|(name, text)| part(name, text, choices)).collect())
}

#[test]
fn where_a_list_names_nobody_is_told_of_the_type_that_it_is_of() {
    let all = "UAI;Département;Nature\n0380033B;38;300\n0730003G;73;306\n0740003D;74;306\n\
               0930001A;93;340\n0380035D;38;340\n";
    let equipped = "uai équipés\n0380033B\n0730003G\n0380035D\n0999999Z\n";
    let files = [("tous.csv", all), ("equipes.csv", equipped)];
    let made = joined(&files, &ImportChoices::default()).unwrap();
    let told: String = made.reports.iter().map(|report| report.doubts_told()).collect();
    for sentence in [
        "La liste ne nomme aucun lycée dans 1 département (Haute-Savoie)",
        "La liste ne nomme aucun collège dans 1 département (Seine-Saint-Denis)",
    ] {
        assert!(told.contains(sentence), "{told}");
    }
    assert!(!told.contains("sont comptés"), "nothing of what is in no list: {told}");
}

fn part(name: &str, text: &str, choices: &ImportChoices) -> Part {
    let reading = read(text.as_bytes(), name, &ReadOptions::default(), READ_ON).unwrap();
    read_part(&reading.table, name, choices).unwrap()
}

const SCHOOLS: &str = "UAI;Nom;Secteur;Département;Nature;Etat\n\
    0380033B;Lycée Champollion;Public;38;300;OUVERT\n\
    0380034C;Lycée Stendhal;Privé;38;300;OUVERT\n\
    0380035D;Lycée ancien;Public;38;300;FERME\n\
    0730003G;Lycée Vaugelas;Public;73;306;OUVERT\n\
    0740003D;Lycée Berthollet;Public;74;306;OUVERT\n\
    0740004E;Collège Raoul Blanchard;Public;74;340;OUVERT\n";
const EQUIPPED: &str = "uai;projet\n0380033B;ENT 38\n0730003G;ENT 38\n0999999Z;ENT 38\n";

#[test]
fn a_list_of_schools_and_a_list_of_equipped_numbers_are_joined_in_either_order() {
    for files in [
        [("liste.csv", SCHOOLS), ("equipes.csv", EQUIPPED)],
        [("equipes.csv", EQUIPPED), ("liste.csv", SCHOOLS)],
    ] {
        let made = joined(&files, &ImportChoices::default()).unwrap();
        let lycees = |code| counts(&made, SchoolType::Lycee, Level::Departement, code);
        assert_eq!((lycees("38"), lycees("73")), (Ok((1, 2)), Ok((1, 1))));
        let list = made.dataset.schools();
        let school = list.schools().iter().find(|school| school.name == "Lycée Champollion");
        assert_eq!(school.unwrap().equipment.as_ref().unwrap().project, "ENT 38");
        let unmatched: Vec<String> = (made.reports.iter())
            .flat_map(|report| report.unmatched.iter().map(ToString::to_string))
            .collect();
        assert_eq!(unmatched.len(), 1, "{unmatched:?}");
        assert!(unmatched[0].contains("« 0999999Z » (ligne 4)"), "{unmatched:?}");
        let closed: usize = made
            .reports
            .iter()
            .filter_map(|report| report.fates.not_counted().get(&NotCountedHere::Closed).copied())
            .sum();
        assert_eq!(closed, 1);
    }
}

#[test]
fn where_a_list_of_equipped_schools_names_none_nothing_is_known_unless_a_person_says_so() {
    let files = [("liste.csv", SCHOOLS), ("equipes.csv", EQUIPPED)];
    let made = joined(&files, &ImportChoices::default()).unwrap();
    let of =
        |made: &Imported, school_type, code| counts(made, school_type, Level::Departement, code);
    let unknown = Err(MissingReason::NonRenseigne);
    assert_eq!(of(&made, SchoolType::Lycee, "74"), unknown);
    assert_eq!(of(&made, SchoolType::College, "74"), unknown, "the list speaks of lycées");
    assert!(made.reports[1].leaves_out);
    let everywhere = ImportChoices { everywhere: true, ..ImportChoices::default() };
    let made = joined(&files, &everywhere).unwrap();
    assert_eq!(of(&made, SchoolType::Lycee, "74"), Ok((0, 1)));
    assert_eq!(of(&made, SchoolType::College, "74"), unknown);
}

#[test]
fn a_part_of_the_list_is_that_of_the_equipped_only_where_something_says_so() {
    let some = "UAI;Nom;Nature\n0380033B;Lycée Champollion;300\n0730003G;Lycée Vaugelas;306\n";
    let isere = |made: &Imported| counts(made, SchoolType::Lycee, Level::Departement, "38");
    let named = joined(&[("liste.csv", SCHOOLS), ("ent.csv", some)], &ImportChoices::default());
    let named = named.unwrap();
    assert_eq!(isere(&named), Ok((1, 2)), "the name of the file says so");
    assert!(named.reports[1].suppositions.contains(&Supposition::EquippedList));
    let files = [("liste.csv", SCHOOLS), ("annuaire.csv", some)];
    let asked = joined(&files, &ImportChoices::default()).unwrap();
    assert!(isere(&asked).is_err(), "nothing says so");
    assert!(matches!(asked.reports[1].questions[..], [Question::SecondList { .. }]));
    let told = ImportChoices { role: Some(ListRole::Equipped), ..ImportChoices::default() };
    let parts = vec![
        part("liste.csv", SCHOOLS, &ImportChoices::default()),
        part("annuaire.csv", some, &told),
    ];
    assert_eq!(isere(&join(parts).unwrap()), Ok((1, 2)), "a person says so");
}

#[test]
fn a_list_headed_as_one_of_equipped_schools_asks_nothing() {
    for header in ["UAI équipés", "UAI des lycées équipés", "uai_equipes", "RNE équipés d'un ENT"]
    {
        let numbers = format!("{header}\n0380033B\n0730003G\n");
        let files = [("liste.csv", SCHOOLS), ("autre.csv", numbers.as_str())];
        let made = joined(&files, &ImportChoices::default()).unwrap();
        for report in &made.reports {
            assert_eq!(report.questions, [], "{header}");
        }
        let lycees = |code| counts(&made, SchoolType::Lycee, Level::Departement, code);
        assert_eq!((lycees("38"), lycees("73")), (Ok((1, 2)), Ok((1, 1))), "{header}");
    }
}

#[test]
fn numbers_alone_are_refused_with_what_to_do() {
    let error = joined(&[("equipes.csv", EQUIPPED)], &ImportChoices::default()).unwrap_err();
    assert_eq!(error, ImportError::OnlyNumbers);
    assert!(error.to_string().contains("puis ajoutez ce fichier"));
}

#[test]
fn public_and_private_schools_are_counted_apart_and_add_up() {
    let files = [("liste.csv", SCHOOLS), ("equipes.csv", EQUIPPED)];
    let made = joined(&files, &ImportChoices::default()).unwrap();
    let of = |sector| {
        let perimeter = Perimeter { sector, agricultural: false };
        let dataset = made.dataset.counting(perimeter, Registry::official());
        let counted = Imported { dataset, ..made.clone() };
        counts(&counted, SchoolType::Lycee, Level::Departement, "38")
    };
    assert_eq!(of(Some(Sector::Public)), Ok((1, 1)));
    assert_eq!(of(Some(Sector::Prive)), Ok((0, 1)));
    assert_eq!(of(None), Ok((1, 2)));
}

#[test]
fn a_school_is_equipped_from_the_day_that_the_list_gives() {
    let dated = "UAI;date\n0380033B;2011-09-01\n0380034C;2012-09-01\n";
    let files = [("liste.csv", SCHOOLS), ("equipes.csv", dated)];
    let made = joined(&files, &ImportChoices::default()).unwrap();
    let isere = |day: Date| {
        let query = Query {
            school_type: SchoolType::Lycee,
            level: Level::Departement,
            edition: Edition::Since2016,
            measure: atlas_ent::coverage::Measure::Deploye,
            date: Some(day),
        };
        let states = states(&made.dataset, Registry::official(), &query);
        let state = states.into_iter().find(|s| s.name == "Isère").unwrap();
        state.share.ok().map(|share| share.percent)
    };
    assert_eq!(isere(date(2011, 8, 31)), None);
    assert_eq!(isere(date(2011, 9, 1)), Some(50.0));
    assert_eq!(isere(date(2012, 9, 1)), Some(100.0));
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
            let found: Option<u32> = made.dataset.observations().iter().find_map(|observation| {
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
