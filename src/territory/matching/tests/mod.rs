//! Whole columns: damaged, cut, ambiguous.

mod codes;
mod levels;
mod names;
mod properties;

use super::*;
use crate::territory::{Edition, Level, Registry, Territory, TerritoryId};

/// Decides and matches a column, with no help but its header.
fn read(values: &[&str], header: &str) -> (ColumnDecision, ColumnMatches) {
    let decision = decide(values, header, &[]).unwrap_or_else(|| panic!("{values:?}"));
    let matches = match_column(values, &decision, &[]);
    (decision, matches)
}

fn departements() -> &'static [Territory] {
    Registry::official().territories(Level::Departement, Edition::Since2016)
}

/// The départements of a région since 2016; all of them for `None`.
fn cut_to(region: Option<&Territory>) -> Vec<&'static Territory> {
    let inside =
        |t: &&Territory| region.is_none_or(|r| r.departements.contains(&t.departements[0]));
    departements().iter().filter(inside).collect()
}

fn code(territory: &Territory) -> String {
    territory.id.code().unwrap().to_string()
}

type Damage = fn(&str) -> String;

/// Ways in which département codes are damaged.
const DAMAGES: [(&str, Damage); 8] = [
    ("without zero", |code| code.trim_start_matches('0').to_owned()),
    ("on three characters", |code| format!("{code:0>3}")),
    ("in small letters", str::to_lowercase),
    ("read as a number", |code| match code.parse::<u16>() {
        Ok(number) => format!("{number}.0"),
        Err(_) => code.to_owned(),
    }),
    ("with a decimal comma", |code| match code.parse::<u16>() {
        Ok(number) => format!("{number},0"),
        Err(_) => code.to_owned(),
    }),
    ("after an apostrophe", |code| format!("'{code}")),
    ("as ISO", |code| format!("FR-{code}")),
    ("overseas with a letter", |code| match code {
        "971" => "9A".to_owned(),
        "972" => "9B".to_owned(),
        "973" => "9C".to_owned(),
        "974" => "9D".to_owned(),
        "976" => "9F".to_owned(),
        other => other.trim_start_matches('0').to_owned(),
    }),
];

/// Every row is joined to the territory that it was made from.
#[track_caller]
fn assert_all_joined(matches: &ColumnMatches, expected: &[&Territory], what: &str) {
    let ids: Vec<Option<TerritoryId>> = matches.rows().map(Match::territory).collect();
    let expected: Vec<Option<TerritoryId>> = expected.iter().map(|t| Some(t.id)).collect();
    assert_eq!(ids, expected, "{what}");
}
