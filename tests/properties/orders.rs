//! The order of rows, blank rows and the order of files never change a value.

use proptest::{prelude::*, sample::select};

use crate::{
    made::{config, departements, file, joined, opened, shown},
    school_fates::uai,
    tables::{HEADER, rows},
};

/// Rows of a series: some départements at several years, for both types, some twice and some in
/// contradiction.
fn series() -> impl Strategy<Value = Vec<String>> {
    let one = (0..30_usize, select(vec!["2009", "2010", "2011"]), any::<bool>(), 0..4_usize);
    prop::collection::vec(one, 20..60).prop_map(|all| {
        let names = departements();
        let row = |(place, year, is_lycee, equipped): (usize, &str, bool, usize)| {
            let kind = if is_lycee { "lycée" } else { "collège" };
            format!("{};{kind};{year};{};{}", names[place], 20 + place, equipped * 5)
        };
        all.into_iter().map(row).collect()
    })
}

fn text(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// A survey of the schools of a list: numbers with answers.
fn survey() -> impl Strategy<Value = String> {
    let answers = ["oui", "non", "nd", "", "en cours", "NSP"];
    prop::collection::vec((0..20_usize, select(answers.to_vec())), 4..20).prop_map(|answers| {
        let rows: Vec<String> =
            answers.iter().map(|(rank, answer)| format!("{};{answer}", uai(*rank))).collect();
        format!("UAI;ENT\n{}\n", rows.join("\n"))
    })
}

fn list_of_schools() -> String {
    let row = |rank: usize| {
        let nature = ["300", "340", "306", "307"][rank % 4];
        let state = if rank.is_multiple_of(7) { "FERME" } else { "OUVERT" };
        format!("{};Établissement {rank};38;{nature};{state}\n", uai(rank))
    };
    let rows: String = (0..20).map(row).collect();
    format!("UAI;Nom;Département;Nature;Etat\n{rows}")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_rows_changes_no_value(
        (one, other) in series().prop_flat_map(|rows| {
            let shuffled = Just(rows.clone()).prop_shuffle();
            (Just(rows), shuffled)
        })
    ) {
        prop_assert_eq!(shown(&opened(&text(&one))), shown(&opened(&text(&other))));
    }

    #[test]
    fn blank_rows_change_no_value_and_no_other_fate(rows in rows(), at in any::<prop::sample::Index>()) {
        let dense: Vec<_> = rows.into_iter().filter(|(row, _)| !row.is_empty()).collect();
        let notes = dense.iter().rev().take_while(|(row, _)| row.starts_with("Source")).count();
        let mut airy = dense.clone();
        let at = at.index(dense.len() - notes);
        for blank in ["", ";;;;"] {
            airy.insert(at, (blank.to_owned(), crate::made::Known::Note));
        }
        let (dense, airy) = (opened(&file(HEADER, &dense).0), opened(&file(HEADER, &airy).0));
        prop_assert_eq!(shown(&dense), shown(&airy));
        prop_assert_eq!(dense.is_complete(), airy.is_complete());
    }

    #[test]
    fn the_order_of_joined_tables_changes_no_value(one in series(), other in series()) {
        let (one, other) = (text(&one), text(&other));
        prop_assert_eq!(shown(&joined(&[&one, &other])), shown(&joined(&[&other, &one])));
    }

    #[test]
    fn the_order_of_a_list_and_its_surveys_changes_no_value(one in survey(), other in survey()) {
        let list = list_of_schools();
        let first = shown(&joined(&[&list, &one, &other]));
        for files in [
            [&list, &other, &one],
            [&one, &list, &other],
            [&other, &list, &one],
            [&one, &other, &list],
            [&other, &one, &list],
        ] {
            prop_assert_eq!(&first, &shown(&joined(&files.map(String::as_str))));
        }
    }
}
