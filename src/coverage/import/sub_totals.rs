//! Rows that sum up others: « Total », « Total Bretagne », a région among départements.

use super::{ColumnMeaning, places::Place};
use crate::{
    table::Row,
    territory::{
        Level, TerritoryId,
        matching::{ColumnDecision, Match, Matcher, whole_named},
    },
};

/// The territory that a row without a code at the level of the map sums up: its other columns name
/// a wider one, or a total.
pub(super) fn sum_of_row(row: &Row<'_>, columns: &[ColumnMeaning], level: Level) -> Place {
    let decided = columns
        .iter()
        .enumerate()
        .filter_map(|(rank, column)| Some((row.cell(rank), column.territories.as_ref()?)));
    let found = decided.filter_map(|(cell, decision)| {
        whole_named(cell).or_else(|| territory(cell, decision)).filter(|id| id.level() < level)
    });
    // The finest says most: a row of Bretagne may also name France.
    found.max_by_key(|id| id.level()).map_or(Place::Unknown, Place::SubTotal)
}

fn territory(value: &str, decision: &ColumnDecision) -> Option<TerritoryId> {
    match Matcher::new(decision, &[]).value(value) {
        Match::Exact(id)
        | Match::Repaired { id, .. }
        | Match::OtherLevel(id)
        | Match::Total(id) => Some(id),
        _ => None,
    }
}
