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
    assert!(decision.reasons.iter().any(|r| r.contains("« nom »")), "{:?}", decision.reasons);
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
    assert!(decision.reasons[1].contains("n’en sont pas"), "{:?}", decision.reasons);
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
fn one_stray_region_does_not_turn_a_column() {
    let values = ["Grand Est", "Alsace", "Normandie", "Occitanie", "Hauts-de-France"];
    let (decision, matches) = read(&values, "region");
    assert_eq!(decision.edition, Some(Edition::Since2016));
    assert_eq!(matches.joined_rows(), 4);
    let Some(Match::Suggested { candidates }) = matches.of_row(1) else { panic!("{matches:?}") };
    assert_eq!(candidates[0].id.edition(), Some(Edition::Before2016));
    assert_eq!(candidates[0].why, Why::OtherEdition(Edition::Before2016));
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
    assert_eq!(
        decision.reasons,
        [
            "8 valeurs sur 8 sont reconnues parmi les départements.",
            "L’en-tête « code_dep » annonce des départements.",
            "« 38 », « 69 » n’existent que parmi les départements.",
            "Les 8 départements sont tous dans un même ensemble\u{202f}: Rhône-Alpes.",
        ]
    );
    let (decision, _) = read(&["11", "24", "84"], "");
    assert!(decision.reasons.iter().any(|r| r.starts_with("« 84 »")), "{:?}", decision.reasons);
    assert!(!decision.alternatives.is_empty());
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
fn a_column_of_the_country_alone_is_at_its_level() {
    let (decision, matches) = read(&["France", "FRANCE ENTIERE"], "zone");
    assert_eq!(decision.level, Level::France);
    assert_eq!(matches.joined_rows(), 2);
}
