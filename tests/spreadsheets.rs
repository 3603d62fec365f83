//! Tables as spreadsheets hold them: levels mixed in one column, years side by side, totals.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use atlas_ent::{
    coverage::{
        Measure, MissingReason, Query, SchoolType, SchoolTypes,
        import::{Dating, ImportChoices, ImportReport, Imported, Meaning, NotJoined, import},
        states,
    },
    table::{READ_ON, ReadOptions, read},
    territory::{Edition, Level, Registry},
};
use jiff::civil::{Date, date};

fn opened_as(text: &str, name: &str) -> Imported {
    let reading = read(text.as_bytes(), name, &ReadOptions::default(), READ_ON).unwrap();
    import(&reading.table, name, &ImportChoices::default()).unwrap()
}

fn opened(text: &str) -> Imported {
    opened_as(text, "donnees.csv")
}

fn report(made: &Imported) -> &ImportReport {
    &made.reports[0]
}

fn doubts(made: &Imported) -> String {
    report(made).doubts_told()
}

/// The share of a territory in percent at a date, or why there is none.
fn share(
    made: &Imported,
    school_type: SchoolType,
    (level, code): (Level, &str),
    date: Date,
) -> Result<f64, MissingReason> {
    let (edition, date) = (Edition::Since2016, Some(date));
    let query = Query { school_type, level, edition, measure: Measure::Deploye, date };
    let states = states(&made.dataset, Registry::official(), &query);
    let state = states.into_iter().find(|s| s.id.code().is_some_and(|c| c.as_str() == code));
    state.unwrap().share.map(|share| share.percent).map_err(|gap| gap.reason)
}

/// One line for each month and year of a département: « 2011-10-31 12 % ».
fn said_of(made: &Imported, code: &str) -> Vec<String> {
    let observations = made.dataset.observations().iter();
    let here = observations.filter(|o| o.territory.code().is_some_and(|c| c.as_str() == code));
    let said = here.map(|o| match o.share {
        Some(share) => format!("{} {share}", o.period.unwrap()),
        None => format!("{} -", o.period.unwrap()),
    });
    said.collect()
}

#[test]
fn each_row_is_joined_at_the_level_that_it_says() {
    let made = opened(
        "Échelon;Code;Nom;Type;Date;Taux\n\
         Région;01;Guadeloupe;lycée;2017;10\n\
         Département;01;Ain;lycée;2017;20\n\
         Académie;01;Paris;lycée;2017;30\n\
         Département;1;Ain;collège;2017;40\n\
         Département;;Isère;collège;2017;50\n\
         France;;;lycée;2017;15\n",
    );
    assert_eq!(report(&made).on_map(), 6, "{:#?}", report(&made));
    assert_eq!(made.level, Level::Departement, "three values of six");
    let end = date(2017, 12, 31);
    let lycee = |level, code| share(&made, SchoolType::Lycee, (level, code), end);
    assert_eq!(lycee(Level::Region, "01"), Ok(10.0));
    assert_eq!(lycee(Level::Departement, "01"), Ok(20.0));
    assert_eq!(lycee(Level::Academie, "01"), Ok(30.0));
    let college = |code| share(&made, SchoolType::College, (Level::Departement, code), end);
    assert_eq!((college("01"), college("38")), (Ok(40.0), Ok(50.0)));
    assert!(report(&made).recognised_told().contains("3 lignes pour les départements"));
    assert!(report(&made).repaired.iter().any(|repair| repair.sentence().contains("« 1 » → 01")));
}

#[test]
fn the_map_opens_at_the_level_with_most_values() {
    let rows = "niveau;code;taux\nregion;11;10\nregion;24;20\nregion;53;30\n\
                departement;01;nd\ndepartement;02;nd\ndepartement;03;nd\ndepartement;04;5\n";
    assert_eq!(opened(rows).level, Level::Region, "three values against one");
    let equal = format!("{rows}departement;05;7\ndepartement;06;8\n");
    assert_eq!(opened(&equal).level, Level::Departement, "the finest of two");
}

#[test]
fn an_unknown_level_is_told_with_its_line_and_the_rest_is_joined() {
    let rows: String = (11..=19).map(|code| format!("departement;{code};5\n")).collect();
    let made = opened(&format!("niveau;code;taux\n{rows}canton;38;5\n"));
    assert_eq!(report(&made).on_map(), 9);
    let [left] = report(&made).unmatched.as_slice() else { panic!("{:#?}", report(&made)) };
    assert_eq!((left.line, left.value.as_str(), &left.why), (11, "canton", &NotJoined::NoLevel));
    assert!(!made.is_complete(), "its value is lost");
    let unknown = opened(&format!("niveau;code;taux\n{rows}departement;999;5\n"));
    assert!(!unknown.is_complete());
    assert_eq!(report(&unknown).unmatched[0].value, "999");
}

#[test]
fn a_code_and_a_name_that_differ_are_told() {
    let made = opened("niveau;code;nom;taux\ndepartement;38;Drôme;5\ndepartement;01;Ain;6\n");
    let [left] = report(&made).unmatched.as_slice() else { panic!("{:#?}", report(&made)) };
    assert_eq!((left.line, left.value.as_str()), (2, "Drôme"));
    assert!(matches!(left.why, NotJoined::CodeOfAnother { .. }), "neither is believed");
    assert_eq!(report(&made).on_map(), 1);
}

#[test]
fn a_year_and_a_month_in_two_columns_are_one_month() {
    let made = opened(
        "dep;annee;mois;taux\n01;2011;octobre;10\n38;2011;10;20\n2A;2012;févr.;30\n07;2012;;40\n",
    );
    let said = |code| said_of(&made, code);
    assert_eq!(said("01"), ["octobre 2011 10"]);
    assert_eq!(said("38"), ["octobre 2011 20"]);
    assert_eq!(said("2A"), ["février 2012 30"]);
    assert_eq!(said("07"), ["2012 40"], "a year without its month");
    let recognised = report(&made).recognised_told();
    assert!(recognised.contains("colonnes « annee » et « mois »"), "{recognised}");
}

#[test]
fn the_months_of_a_school_year_follow_its_september() {
    let rows =
        "dep;annee;mois;taux\n01;2010-2011;octobre;10\n38;2010-2011;mars;20\n2A;2010-2011;mai;1\n";
    let made = opened(rows);
    assert_eq!(said_of(&made, "01"), ["octobre 2010 10"]);
    assert_eq!(said_of(&made, "38"), ["mars 2011 20"]);
}

#[test]
fn the_year_of_a_column_s_name_dates_it_whatever_the_file_is_called() {
    for header in ["taux_2011", "Taux 2011", "TAUX DES COLLEGES 2011 (%)"] {
        let text = format!("dep;{header}\n01;10\n38;20\n2A;30\n");
        let made = opened_as(&text, "export_2024_v2.csv");
        assert_eq!(said_of(&made, "01"), ["2011 10"], "{header}");
    }
    let chosen =
        ImportChoices { dating: Some(Dating::On(date(2013, 1, 1))), ..ImportChoices::default() };
    let text = b"dep;taux_2011\n01;10\n38;20\n2A;30\n";
    let table = read(text, "a.csv", &ReadOptions::default(), READ_ON).unwrap().table;
    let made = import(&table, "a.csv", &chosen).unwrap();
    assert_eq!(said_of(&made, "01"), ["1er janvier 2013 10"], "the person knows better");
}

#[test]
fn years_side_by_side_are_one_observation_each() {
    let made = opened(
        "Département;taux_2010;taux_2011;taux_2012\nAin;10;20;30\nIsère;5,5;nd;7\nCorse-du-Sud;0;50;100\n",
    );
    assert_eq!((report(&made).on_map(), made.dataset.observations().len()), (3, 9));
    assert_eq!(said_of(&made, "01"), ["2010 10", "2011 20", "2012 30"]);
    assert_eq!(said_of(&made, "38"), ["2010 5.5", "2011 -", "2012 7"]);
    let ain = (Level::Departement, "01");
    let at = |year| share(&made, SchoolType::College, ain, date(year, 12, 31));
    assert_eq!([at(2010), at(2011), at(2012)], [Ok(10.0), Ok(20.0), Ok(30.0)]);
    let recognised = report(&made).recognised_told();
    assert!(recognised.contains("3 observations par ligne"), "{recognised}");
    assert!(recognised.contains("« taux_2011 » (2011)"), "{recognised}");
    assert!(report(&made).doubts.is_empty(), "{}", doubts(&made));
}

#[test]
fn a_share_below_one_is_read_as_those_of_the_other_years() {
    let made = opened("dep;taux_2010;taux_2011\n01;0,5;20\n38;0,9;30\n2A;1;40\n");
    assert_eq!(said_of(&made, "01"), ["2010 0.5", "2011 20"]);
}

#[test]
fn counts_side_by_side_share_their_total() {
    let made = opened("dep;equipes_2010;equipes_2011;total\n01;1;2;4\n38;3;4;6\n2A;1;2;8\n");
    assert_eq!(said_of(&made, "01"), ["2010 25", "2011 50"]);
}

#[test]
fn types_side_by_side_are_kept_apart() {
    let made = opened("dep;taux_lycees;taux_colleges\n01;10;20\n38;30;40\n2A;50;60\n");
    assert_eq!(made.dataset.observations().len(), 6);
    let of = |school_type| {
        let one = SchoolTypes::One(school_type);
        let found = made.dataset.observations().iter().filter(|o| o.school_types == one);
        found.filter_map(|o| o.share).collect::<Vec<f64>>()
    };
    assert_eq!(of(SchoolType::Lycee), [10.0, 30.0, 50.0]);
    assert_eq!(of(SchoolType::College), [20.0, 40.0, 60.0]);
}

/// The départements of Rhône-Alpes with 40 schools each, of which 1 to 8 are equipped.
fn rhone_alpes(niveau: &str) -> String {
    let codes = ["01", "07", "26", "38", "42", "69", "73", "74"].iter().zip(1..);
    codes.map(|(code, equipped)| format!("{niveau}{code};{equipped};40\n")).collect()
}

#[test]
fn a_total_that_is_not_the_sum_of_its_rows_is_told_at_every_level() {
    let mixed =
        format!("niveau;code;equipes;total\n{}region;82;37;321\n", rhone_alpes("departement;"));
    let made = opened(&mixed);
    assert_eq!(report(&made).on_map(), 9);
    let said = doubts(&made);
    let expected = "Rhône-Alpes (ligne 10)\u{202f}: 321 établissements dans le fichier, 320 en \
                    additionnant ses 8 départements (lignes 2 à 9).";
    assert!(said.contains(expected), "{said}");
    assert!(said.contains("37 établissements équipés dans le fichier, 36 en"), "{said}");
    let right = mixed.replace("37;321", "36;320");
    assert_eq!(doubts(&opened(&right)), "", "equal sums are not worth a word");
}

#[test]
fn a_total_row_counts_though_it_is_not_on_the_map() {
    let registry = Registry::official();
    let departements = registry.territories(Level::Departement, Edition::Since2016);
    assert_eq!(departements.len(), 101);
    let rows: String = departements
        .iter()
        .map(|one| format!("{};{};10\n", one.id.code().unwrap(), one.name))
        .collect();
    for (total, told) in [("1010", false), ("1009", true)] {
        for name in ["Total", "France", "Ensemble"] {
            let made = opened(&format!(
                "code;département;nombre de collèges;stade\n{rows};{name};{total};\n"
            ));
            let said = doubts(&made);
            assert_eq!(said.contains("1\u{202f}010 en additionnant"), told, "{name}: {said}");
            assert_eq!(report(&made).on_map(), 101);
        }
    }
}

#[test]
fn a_region_among_departements_counts_though_it_is_not_on_the_map() {
    let text = format!("territoire;equipes;total\n{}Rhône-Alpes;36;322\n", rhone_alpes(""));
    let names = [
        ("01;", "Ain;"),
        ("07;", "Ardèche;"),
        ("26;", "Drôme;"),
        ("38;", "Isère;"),
        ("42;", "Loire;"),
        ("69;", "Rhône;"),
        ("73;", "Savoie;"),
        ("74;", "Haute-Savoie;"),
    ];
    let text = names.iter().fold(text, |text, (code, name)| text.replace(code, name));
    let made = opened(&text);
    assert_eq!((made.level, report(&made).on_map()), (Level::Departement, 8), "{text}");
    assert!(doubts(&made).contains("322 établissements dans le fichier, 320"), "{}", doubts(&made));
}

#[test]
fn a_sub_total_is_known_by_its_name_or_by_the_region_beside_an_empty_cell() {
    let rows = "Bretagne;Côtes-d’Armor;40;10\nBretagne;Finistère;50;20\n\
                Bretagne;Ille-et-Vilaine;60;30\nBretagne;Morbihan;40;10\n";
    for total in ["Total Bretagne;;191;70", "Bretagne;;191;70", ";Total Bretagne;191;70"] {
        let made = opened(&format!(
            "région;département;nombre de collèges;collèges équipés\n{rows}{total}\n"
        ));
        let said = doubts(&made);
        assert!(said.contains("191 établissements dans le fichier, 190 en"), "{total}: {said}");
        assert!(!said.contains("équipés dans le fichier"), "{total}: 70 are 70: {said}");
        assert_eq!(report(&made).on_map(), 4);
        assert!(made.is_complete(), "{total}: {:?}", report(&made).unmatched);
    }
}

#[test]
fn a_year_given_its_meaning_by_hand_joins_the_others() {
    let text = b"dep;taux_2010;taux_2011;r\xc3\xa9sultat 2012\n01;10;20;30\n38;1;2;3\n2A;4;5;6\n";
    let table = read(text, "a.csv", &ReadOptions::default(), READ_ON).unwrap().table;
    let without = import(&table, "a.csv", &ImportChoices::default()).unwrap();
    assert_eq!(said_of(&without, "01").len(), 2);
    let choices =
        ImportChoices { meanings: [(3, Some(Meaning::Taux))].into(), ..ImportChoices::default() };
    let made = import(&table, "a.csv", &choices).unwrap();
    assert_eq!(said_of(&made, "01"), ["2010 10", "2011 20", "2012 30"]);
}

#[test]
fn a_column_of_dates_that_nobody_filled_leaves_the_date_to_be_assumed() {
    let text = "code;taux;date\n38;10;\n73;20;\n74;30;\n";
    let made = opened_as(text, "a.csv");
    assert_eq!(made.reports[0].on_map(), 3, "{:?}", made.reports[0].notices);
}

#[test]
fn the_type_that_a_column_tells_most_is_shown() {
    let text = "code;type;taux\n38;lycée;10\n73;lycée;20\n74;collège;30\n";
    assert_eq!(opened_as(text, "a.csv").school_type, SchoolType::Lycee);
}
