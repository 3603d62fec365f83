//! Codes of every kind, whole lists and lists cut to one région.

use super::*;

#[test]
fn every_departement_is_joined_however_its_code_is_damaged() {
    for (what, damage) in DAMAGES {
        let expected = cut_to(None);
        let values: Vec<String> = expected.iter().map(|t| damage(&code(t))).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let (decision, matches) = read(&values, "");
        assert_eq!((decision.level, decision.edition), (Level::Departement, None), "{what}");
        assert_eq!(decision.confidence, Confidence::Sure, "{what}: {:?}", decision.reasons);
        assert_all_joined(&matches, &expected, what);
    }
}

#[test]
fn a_list_cut_to_one_region_is_read_as_departements_however_its_codes_are_damaged() {
    for region in Registry::official().territories(Level::Region, Edition::Since2016) {
        for (what, damage) in DAMAGES {
            let what = format!("{}, {what}", region.name);
            let expected = cut_to(Some(region));
            let values: Vec<String> = expected.iter().map(|t| damage(&code(t))).collect();
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let (decision, matches) = read(&values, "code");
            assert_eq!(decision.level, Level::Departement, "{what}: {:?}", decision.reasons);
            assert_all_joined(&matches, &expected, &what);
        }
    }
}

#[test]
fn a_list_cut_to_a_former_region_or_an_academie_too() {
    let registry = Registry::official();
    for (level, edition) in [
        (Level::Region, Edition::Before2016),
        (Level::Academie, Edition::Since2016),
        (Level::Academie, Edition::Before2016),
    ] {
        for container in registry.territories(level, edition) {
            let expected = cut_to(Some(container));
            let values: Vec<String> =
                expected.iter().map(|t| code(t).trim_start_matches('0').to_owned()).collect();
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let (decision, matches) = read(&values, "code");
            assert_eq!(decision.level, Level::Departement, "{}", container.name);
            assert_all_joined(&matches, &expected, &container.name);
        }
    }
}

#[test]
fn whole_lists_of_regions_and_academies_are_known_by_their_codes_alone() {
    for level in [Level::Region, Level::Academie] {
        for edition in Edition::ALL {
            let all: Vec<&Territory> =
                Registry::official().territories(level, edition).iter().collect();
            for (what, damage) in &DAMAGES[..6] {
                let what = format!("{level:?} {edition:?}, {what}");
                let values: Vec<String> = all.iter().map(|t| damage(&code(t))).collect();
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                let (decision, matches) = read(&values, "code");
                let decided = (decision.level, decision.edition);
                assert_eq!(decided, (level, Some(edition)), "{what}: {:?}", decision.reasons);
                assert_all_joined(&matches, &all, &what);
            }
        }
    }
}

#[test]
fn official_codes_and_names_are_exact_at_their_own_level() {
    for level in Level::MAPPED {
        for edition in Edition::ALL {
            let decision = ColumnDecision::chosen(level, edition);
            for territory in Registry::official().territories(level, edition) {
                for value in [code(territory), territory.name.clone()] {
                    let matches = match_column(&[&value], &decision, &[]);
                    assert_eq!(matches.of_row(0), Some(&Match::Exact(territory.id)), "{value}");
                }
            }
        }
    }
}

#[test]
fn corsica_before_1976_is_left_to_the_reader() {
    let values = ["19", "20", "21", "22"];
    let (decision, matches) = read(&values, "departement");
    assert_eq!(decision.level, Level::Departement);
    let Some(Match::Ambiguous { candidates }) = matches.of_row(1) else { panic!("{matches:?}") };
    let codes: Vec<String> = candidates.iter().map(|id| id.code().unwrap().to_string()).collect();
    assert_eq!(codes, ["2A", "2B"]);
}

#[test]
fn places_without_an_outline_are_named_and_not_joined() {
    let values = ["01", "02", "03", "974", "975", "977", "978", "986", "987", "988"];
    let (decision, matches) = read(&values, "code_departement");
    assert_eq!(decision.confidence, Confidence::Sure);
    let outside = matches.rows().filter(|m| matches!(m, Match::Outside { .. })).count();
    assert_eq!((outside, matches.joined_rows()), (6, 4));
}

#[test]
fn repairs_are_counted_by_kind_and_can_be_switched_off() {
    let values = ["1", "2", "2a", "38", "1", "'07"];
    let decision = ColumnDecision::chosen(Level::Departement, Edition::Since2016);
    let matches = match_column(&values, &decision, &[]);
    let said: Vec<String> = matches.repairs().iter().map(RepairReport::sentence).collect();
    assert_eq!(
        said,
        [
            "2 codes sans zéro initial\u{202f}: « 1 » → 01, « 2 » → 02",
            "1 code en minuscules\u{202f}: « 2a » → 2A",
            "1 valeur entourée de guillemets ou d’apostrophes\u{202f}: « '07 » → 07",
        ]
    );
    assert_eq!((matches.repairs()[0].values, matches.repairs()[0].rows), (2, 3));

    let matches = match_column(&values, &decision, &[RepairKind::LeadingZero]);
    assert_eq!(matches.joined_rows(), 3);
    let Some(Match::Suggested { candidates }) = matches.of_row(0) else { panic!("{matches:?}") };
    assert_eq!(candidates[0].why, Why::SwitchedOff(RepairKind::LeadingZero));
}

#[test]
fn no_value_makes_it_panic() {
    let odd = [
        "",
        "\u{0}",
        "²",
        "é",
        "FR-",
        "FR-é",
        "R",
        "-",
        "(",
        ")",
        "()",
        ",",
        "0",
        "0000",
        "99999999999999999999",
        "'",
        "=\"",
        "2",
        "20",
        "1.",
        ".0",
        "一",
        "٣",
        "🇫🇷",
        "a (b) c)",
    ];
    for value in odd {
        for level in [Level::France].into_iter().chain(Level::MAPPED) {
            for edition in Edition::ALL {
                match_column(&[value], &ColumnDecision::chosen(level, edition), &[]);
            }
        }
        decide(&[value, value], value, &[Companion { header: value, values: &[value] }]);
    }
    assert_eq!(decide(&[], "code", &[]), None);
    assert_eq!(decide(&["", "-"], "code", &[]), None);
}
