//! The level and the edition of columns that could be several things.

use super::*;

fn decided(values: &[&str], header: &str) -> (Level, Option<Edition>, Confidence) {
    let (decision, _) = read(values, header);
    (decision.level, decision.edition, decision.confidence)
}

#[test]
fn codes_1_to_6_are_decided_by_the_header() {
    let values = ["1", "2", "3", "4", "6"];
    assert_eq!(decided(&values, "dept").0, Level::Departement);
    assert_eq!(decided(&values, "Code région").0, Level::Region);
    assert_eq!(decided(&values, "Académie").0, Level::Academie);
    let (level, _, confidence) = decided(&["1", "2", "3", "4", "5", "6"], "code");
    assert_eq!((level, confidence), (Level::Departement, Confidence::Uncertain));
}

#[test]
fn codes_1_to_6_are_decided_by_the_names_beside_them() {
    let codes = ["01", "02", "03", "04", "06"];
    let beside = |names: &[&str]| {
        let companion = Companion { header: "nom", values: names };
        decide(&codes, "code", &[companion]).unwrap()
    };
    let decision =
        beside(&["Ain", "Aisne", "Allier", "Alpes-de-Haute-Provence", "Alpes Maritimes"]);
    assert_eq!(decision.level, Level::Departement);
    assert!(
        decision.reasons.iter().any(|r| r.to_string().contains("« nom »")),
        "{:?}",
        decision.reasons
    );
    assert_eq!(
        beside(&["Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"]).level,
        Level::Region
    );
    assert_eq!(
        beside(&["Paris", "Aix-Marseille", "Besançon", "Bordeaux", "Clermont-Ferrand"]).level,
        Level::Academie
    );
    // A name of what contains them is a witness too, and so is the UAI of a school.
    let regions = ["Auvergne-Rhône-Alpes", "Hauts-de-France", "AURA", "PACA", "PACA"];
    assert_eq!(beside(&regions).level, Level::Departement);
    let schools = ["0010001A", "0020001A", "0030001A", "0040001A", "0060001A"];
    assert_eq!(beside(&schools).level, Level::Departement);
    let schools = ["9710001A", "9720001A", "9730001A", "9740001A", "9760001A"];
    assert_eq!(beside(&schools).level, Level::Region);
}

#[test]
fn a_header_is_not_believed_against_all_the_values() {
    let (level, ..) = decided(&["Bretagne", "Normandie", "Occitanie", "Grand Est"], "departement");
    assert_eq!(level, Level::Region);
    let values = ["Ain", "Aisne", "Allier", "Isère", "Rhône"];
    let (decision, _) = read(&values, "Région");
    assert_eq!(decision.level, Level::Departement);
    let header =
        DecisionReason::HeaderContradicted { header: "Région".to_owned(), level: Level::Region };
    assert_eq!(decision.reasons[1], header);
}

#[test]
fn editions_are_told_by_the_territories_that_exist_in_one_only() {
    let before = ["Alsace", "Bretagne", "Centre", "Île-de-France"];
    assert_eq!(decided(&before, "").1, Some(Edition::Before2016));
    let since = ["Grand Est", "Bretagne", "Centre-Val de Loire", "Ile-de-France"];
    assert_eq!(decided(&since, "").1, Some(Edition::Since2016));
    assert_eq!(decided(&["11", "42", "53"], "region").1, Some(Edition::Before2016));
    assert_eq!(decided(&["11", "84", "53"], "region").1, Some(Edition::Since2016));
    assert_eq!(decided(&["Caen", "Rouen", "Lille"], "").1, Some(Edition::Before2016));
    assert_eq!(decided(&["Normandie", "Lille", "Lyon"], "acad").1, Some(Edition::Since2016));
    let (_, edition, confidence) = decided(&["Bretagne", "Corse"], "region");
    assert_eq!((edition, confidence), (Some(Edition::Since2016), Confidence::Likely));
    assert_eq!(decided(&["Bretagne", "Corse"], "anciennes régions").1, Some(Edition::Before2016));
}

#[test]
fn one_stray_region_does_not_turn_a_column_and_stands_in_its_own_edition() {
    let values = ["Grand Est", "Alsace", "Normandie", "Occitanie", "Hauts-de-France"];
    let (decision, matches) = read(&values, "region");
    assert_eq!((decision.edition, decision.mixes_editions), (Some(Edition::Since2016), true));
    assert_eq!(matches.joined_rows(), 5);
    let Some(Match::Exact(alsace)) = matches.of_row(1) else { panic!("{matches:?}") };
    assert_eq!(alsace.edition(), Some(Edition::Before2016));
}

#[test]
fn a_series_across_2016_joins_every_row_in_its_own_edition() {
    let (before, since) = (Edition::Before2016, Edition::Since2016);
    let old_names = ["Alsace", "Lorraine", "Bretagne", "LIMOUSIN", "Région Picardie"];
    let new_names = ["Grand Est", "Bretagne", "Nouvelle-Aquitaine", "Hauts-de-France"];
    let old_codes = ["42", "41", "53", "74", "22"];
    let new_codes = ["44", "53", "75", "32"];
    let academies = ["Caen", "Rouen", "Normandie", "Lille", "Lyon"];
    for (values, header) in [
        ([&old_names[..], &new_names].concat(), "région"),
        ([&old_names[..], &new_names].concat(), "nom"),
        ([&old_codes[..], &new_codes].concat(), "code_region"),
        (academies.to_vec(), "académie"),
    ] {
        let (decision, matches) = read(&values, header);
        assert!(decision.mixes_editions, "{values:?}");
        assert_eq!(matches.joined_rows(), values.len(), "{values:?}: {matches:?}");
    }
    let values = [&old_codes[..], &new_codes].concat();
    let (_, matches) = read(&values, "reg");
    let editions: Vec<Option<Edition>> =
        matches.rows().map(|found| found.territory().unwrap().edition()).collect();
    assert_eq!((editions[0], editions[5]), (Some(before), Some(since)));
    assert_eq!(editions[2], editions[6], "a code of both is of the column's edition");
}

#[test]
fn the_codes_of_both_lists_of_regions_are_no_departements() {
    let registry = Registry::official();
    for level in [Level::Region, Level::Academie] {
        let all = Edition::ALL.map(|edition| registry.territories(level, edition));
        for header in ["", "code"] {
            let values: Vec<String> = all.iter().flat_map(|list| list.iter().map(code)).collect();
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let (decision, matches) = read(&values, header);
            assert_eq!(decision.level, level, "{:?}", decision.reasons);
            assert_eq!(matches.joined_rows(), values.len());
            assert!(decision.mixes_editions && decision.alternatives.is_empty());
        }
    }
}

#[test]
fn the_columns_of_the_reference_table_are_told_apart_without_their_headers() {
    let mut reader = csv::Reader::from_reader(crate::territory::REFERENCE_CSV.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let (before, since) = (Some(Edition::Before2016), Some(Edition::Since2016));
    for (column, expected) in [
        (0, (Level::Departement, None)),
        (1, (Level::Departement, None)),
        (2, (Level::Academie, before)),
        (3, (Level::Region, before)),
        (4, (Level::Region, before)),
        (5, (Level::Region, since)),
        (6, (Level::Region, since)),
        (7, (Level::Academie, since)),
        (8, (Level::Academie, since)),
    ] {
        let values: Vec<&str> = rows.iter().map(|row| &row[column]).collect();
        let (decision, matches) = read(&values, "");
        assert_eq!((decision.level, decision.edition), expected, "column {column}");
        assert_eq!(matches.joined_rows(), rows.len(), "column {column}");
    }
    // Numbers of schools look like codes and are none.
    let counts: Vec<&str> = rows.iter().map(|row| &row[9]).collect();
    let decision = decide(&counts, "col_pub", &[]);
    assert_ne!(decision.map(|d| d.confidence), Some(Confidence::Sure));
}

#[test]
fn a_decision_says_why() {
    let (decision, _) = read(&["1", "7", "26", "38", "42", "69", "73", "74"], "code_dep");
    let sentences: Vec<String> = decision.reasons.iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences,
        [
            "8 valeurs sur 8 sont reconnues parmi les départements.",
            "L’en-tête « code_dep » annonce des départements.",
            "« 38 », « 69 » n’existent que parmi les départements.",
            "Les 8 départements sont tous dans un même ensemble\u{202f}: Rhône-Alpes.",
        ]
    );
    let (decision, _) = read(&["11", "24", "84"], "");
    let only = DecisionReason::Edition(EditionReason::OnlyHere {
        value: "84".to_owned(),
        edition: Edition::Since2016,
    });
    assert!(decision.reasons.contains(&only), "{:?}", decision.reasons);
}

#[test]
fn what_is_no_list_of_territories_is_not_decided() {
    for values in [
        &["oui", "non", "oui"][..],
        &["lycée", "collège"],
        &["91,5", "88,2", "100"],
        &["2011", "2012"],
        &["Collège Jules Ferry", "Lycée Hoche"],
    ] {
        assert_eq!(decide(values, "code", &[]), None, "{values:?}");
    }
}

#[test]
fn a_short_list_of_codes_leaves_the_level_open() {
    let levels = |values: &[&str], header: &str| -> Vec<Level> {
        let (decision, _) = read(values, header);
        let others = decision.alternatives.iter().map(|(level, _)| *level);
        std::iter::once(decision.level).chain(others).collect()
    };
    use Level::{Academie, Departement, Region};
    // Régions before 2016 as well as départements, and since.
    assert_eq!(levels(&["21", "22", "23", "24", "25", "26"], "code"), [Region, Departement]);
    assert_eq!(levels(&["11", "24", "32", "44"], "code"), [Region, Departement]);
    assert_eq!(levels(&["73", "74"], "code"), [Departement, Region]);
    assert_eq!(levels(&["42", "41"], "code"), [Region, Departement]);
    assert_eq!(levels(&["1", "2", "3", "4", "5", "6"], "code"), [Departement, Academie]);
    // A header, one code of départements only, or nearly the whole list leave nothing open.
    assert_eq!(levels(&["21", "22", "23", "24", "25", "26"], "dep"), [Departement]);
    assert_eq!(levels(&["21", "22", "23", "24", "25", "26"], "code_region"), [Region]);
    assert_eq!(levels(&["21", "22", "23", "24", "25", "38"], "code"), [Departement]);
    let departements: Vec<String> = departements().iter().map(code).collect();
    for length in [12, 20, 101] {
        let beginning: Vec<&str> = departements[..length].iter().map(String::as_str).collect();
        assert_eq!(levels(&beginning, "code"), [Departement], "the first {length}");
    }
    // Names that are the same ground at every level misplace nothing.
    assert_eq!(levels(&["Martinique", "Guyane", "Mayotte"], "nom"), [Departement]);
}

#[test]
fn names_beside_leave_no_level_open() {
    let codes = ["21", "22", "23", "24", "25", "26"];
    for (names, level) in [
        (
            ["Côte-d’Or", "Côtes-d’Armor", "Creuse", "Dordogne", "Doubs", "Drôme"],
            Level::Departement,
        ),
        (
            [
                "Champagne-Ardenne",
                "Picardie",
                "Haute-Normandie",
                "Centre",
                "Basse-Normandie",
                "Bourgogne",
            ],
            Level::Region,
        ),
    ] {
        let decision =
            decide(&codes, "code", &[Companion { header: "nom", values: &names }]).unwrap();
        assert_eq!((decision.level, decision.alternatives), (level, vec![]), "{names:?}");
        assert_eq!(decision.confidence, Confidence::Sure);
    }
}

#[test]
fn a_header_that_the_set_of_values_denies_stays_an_alternative() {
    let regions = Registry::official().territories(Level::Region, Edition::Since2016);
    let values: Vec<String> = regions.iter().map(code).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let (decision, _) = read(&values, "departement");
    assert_eq!(decision.level, Level::Region);
    assert_eq!(decision.alternatives, [(Level::Departement, None)]);
    assert!(read(&values, "code").0.alternatives.is_empty());
}

#[test]
fn a_clear_header_wins_over_unknown_cells() {
    let mut values: Vec<String> = departements().iter().map(code).collect();
    values.extend((0..200).map(|number| format!("Commune {number}")));
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let (decision, matches) = read(&values, "departement");
    assert_eq!(decision.level, Level::Departement);
    assert_eq!(matches.joined_rows(), 101);
    assert_eq!(decide(&values, "code", &[]), None, "without a word of the header");

    let few = ["Bretagne", "Bordeaux-Sud", "Quartier nord", "Zone 3", "nd"];
    let (decision, matches) = read(&few, "Région");
    assert_eq!((decision.level, matches.joined_rows()), (Level::Region, 1));
    assert_eq!(decision.confidence, Confidence::Uncertain);
    assert_eq!(decide(&["Zone 1", "Zone 2"], "Région", &[]), None);

    // A few known names among thousands of others, wherever they stand.
    let mut many: Vec<String> = (0..9_000).map(|number| format!("Commune {number}")).collect();
    many.push("Isère".to_owned());
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(read(&many, "Département").1.joined_rows(), 1);
}

#[test]
fn what_names_a_whole_says_nothing_of_the_level() {
    let values = ["Ain", "Total", "Moyenne nationale", "France métropolitaine", "Total Bretagne"];
    let (decision, matches) = read(&values, "nom");
    assert_eq!((decision.level, matches.joined_rows()), (Level::Departement, 1));
    for none in [&["Métropole", "DOM"][..], &["Total Bretagne", "Total Normandie"]] {
        assert_eq!(decide(none, "zone", &[]), None, "{none:?}");
    }
}

#[test]
fn a_column_of_the_country_alone_is_at_its_level() {
    let (decision, matches) = read(&["France", "FRANCE ENTIERE"], "zone");
    assert_eq!(decision.level, Level::France);
    assert_eq!(matches.joined_rows(), 2);
    let (decision, matches) = read(&["France", "France métropolitaine", "DOM"], "zone");
    assert_eq!((decision.level, matches.joined_rows()), (Level::France, 1));
}
