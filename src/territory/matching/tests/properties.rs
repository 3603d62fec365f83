//! What must hold for any column: one odd cell, the order of rows and blank rows change nothing.

use proptest::{prelude::*, sample::subsequence, test_runner::RngSeed};

use super::*;

/// A few hundred columns, the same each time.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(0x5EED),
        ..ProptestConfig::default()
    }
}

/// A column as a file has it: a header, and cells of ten territories or more, with repeats.
#[derive(Clone, Debug)]
struct Column {
    header: &'static str,
    cells: Vec<String>,
}

impl Column {
    fn values(&self) -> Vec<&str> {
        self.cells.iter().map(String::as_str).collect()
    }
}

fn columns() -> impl Strategy<Value = Column> {
    let lists = [
        (Level::Departement, &[Edition::Since2016][..]),
        (Level::Region, &[Edition::Since2016]),
        (Level::Region, &[Edition::Before2016]),
        (Level::Region, &Edition::ALL),
        (Level::Academie, &[Edition::Since2016]),
        (Level::Academie, &Edition::ALL),
    ];
    let headers = ["", "code", "territoire", "Région", "departement", "acad"];
    (prop::sample::select(lists.to_vec()), prop::sample::select(headers.to_vec()), 0..FORMS.len())
        .prop_flat_map(|((level, editions), header, form)| {
            let registry = Registry::official();
            let all: Vec<String> = editions
                .iter()
                .flat_map(|edition| registry.territories(level, *edition))
                .map(FORMS[form])
                .collect();
            let most = all.len();
            let cells = subsequence(all, 10..=most).prop_flat_map(|cells| {
                let repeated = prop::sample::subsequence(cells.clone(), 0..=cells.len());
                (Just(cells), repeated).prop_map(|(cells, repeated)| [cells, repeated].concat())
            });
            cells.prop_shuffle().prop_map(move |cells| Column { header, cells })
        })
}

/// Ways in which files write a territory.
const FORMS: [fn(&Territory) -> String; 6] = [
    code,
    |territory| code(territory).trim_start_matches('0').to_owned(),
    |territory| format!("{}.0", code(territory)),
    |territory| territory.name.clone(),
    |territory| territory.name.to_uppercase(),
    |territory| format!("{} - {}", code(territory), territory.name),
];

/// A cell that no level and no edition knows.
fn odd_cells() -> impl Strategy<Value = String> {
    let odd = prop_oneof!["[a-zé]{2,9}( [a-z]{1,9})?", "[0-9]{5}", "99|96|1C|00A", "[A-Z]{4}[0-9]"];
    odd.prop_filter("known at a level", |odd| {
        [Level::France].into_iter().chain(Level::MAPPED).all(|level| {
            Edition::ALL.into_iter().all(|edition| {
                let matcher = Matcher::new(&ColumnDecision::chosen(level, edition), &[]);
                matcher.value(odd) == Match::None
            })
        })
    })
}

/// The level and the edition of a column, and the territory of each of its values.
fn read_as(
    values: &[&str],
    header: &str,
    beside: &[&str],
) -> Option<(Level, Option<Edition>, Vec<Option<TerritoryId>>)> {
    let companion = Companion { header: "nom", values: beside };
    let companions: &[Companion<'_>] = if beside.is_empty() { &[] } else { &[companion] };
    let decision = decide(values, header, companions)?;
    let matches = match_column(values, &decision, &[]);
    let territories = matches.rows().map(Match::territory).collect();
    Some((decision.level, decision.edition, territories))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn one_odd_cell_changes_no_other_cell(
        column in columns(),
        odd in odd_cells(),
        at in any::<prop::sample::Index>(),
    ) {
        let values = column.values();
        let expected = read_as(&values, column.header, &[]);
        prop_assert!(expected.is_some());
        let mut with_odd = values.clone();
        let at = at.index(values.len() + 1);
        with_odd.insert(at, &odd);
        let mut found = read_as(&with_odd, column.header, &[]);
        if let Some((_, _, territories)) = &mut found {
            prop_assert_eq!(territories.remove(at), None);
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn order_and_blank_rows_change_neither_the_level_nor_a_join(
        column in columns(),
        order in any::<prop::sample::Index>(),
        blanks in prop::collection::vec((any::<prop::sample::Index>(), "|  |-|…"), 0..6),
        has_names in any::<bool>(),
    ) {
        // Beside each cell the name of the territory that it would be as a département, or a blank.
        let names: Vec<String> = column.cells.iter().map(|cell| {
            let found = departements().iter().find(|t| code(t) == *cell);
            found.map_or(String::new(), |t| t.name.clone())
        }).collect();
        let mut rows: Vec<(&str, &str)> =
            column.cells.iter().map(String::as_str).zip(names.iter().map(String::as_str)).collect();
        let read_rows = |rows: &[(&str, &str)]| {
            let (values, names): (Vec<&str>, Vec<&str>) = rows.iter().copied().unzip();
            let read = read_as(&values, column.header, if has_names { &names } else { &[] });
            read.map(|(level, edition, territories)| {
                let named = values.iter().zip(territories).filter(|(value, _)| value.chars().any(char::is_alphanumeric));
                let mut joined: Vec<(String, Option<TerritoryId>)> =
                    named.map(|(value, id)| ((*value).to_owned(), id)).collect();
                joined.sort_unstable();
                joined.dedup();
                (level, edition, joined)
            })
        };
        let expected = read_rows(&rows);
        let middle = order.index(rows.len());
        rows.rotate_left(middle);
        rows[..middle].reverse();
        for (at, blank) in &blanks {
            rows.insert(at.index(rows.len() + 1), (blank, ""));
        }
        let found = read_rows(&rows);
        prop_assert_eq!(found, expected);
    }
}
