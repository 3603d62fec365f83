//! Rows that sum up others: « Total », « Total Bretagne », a région among départements.

use super::{ColumnMeaning, places::Place};
use crate::{
    table::{Row, normalise},
    territory::{
        Edition, Level, TerritoryId,
        matching::{ColumnDecision, Match, match_column},
    },
};

/// The words before the name of what is summed up.
const SUMS: [&str; 5] = ["total", "totaux", "soustotal", "ensemble", "somme"];

/// The territory that « Total Bretagne » sums up; `None` for any other text.
pub(super) fn named_sum(value: &str) -> Option<TerritoryId> {
    // « Sous-total » may be one word or two.
    let words: Vec<&str> = value.split_whitespace().collect();
    let rest = (1..=words.len().min(2)).find_map(|length| {
        let (before, rest) = words.split_at(length);
        SUMS.contains(&normalise(&before.concat()).as_ref()).then(|| rest.join(" "))
    })?;
    let rest = rest.trim_start_matches([':', '-', ' ']);
    if rest.is_empty() {
        return Some(TerritoryId::France);
    }
    let divisions = [Level::Region, Level::Academie]
        .into_iter()
        .flat_map(|level| Edition::ALL.map(|edition| ColumnDecision::chosen(level, edition)));
    let mut found = divisions.filter_map(|decision| territory(rest, &decision));
    found.next()
}

/// The territory that a row without a code at the level of the map sums up: its other columns name
/// a wider one, or a total.
pub(super) fn sum_of_row(row: &Row<'_>, columns: &[ColumnMeaning], level: Level) -> Place {
    let decided = columns
        .iter()
        .enumerate()
        .filter_map(|(rank, column)| Some((row.cell(rank), column.territories.as_ref()?)));
    let found = decided.filter_map(|(cell, decision)| {
        named_sum(cell).or_else(|| territory(cell, decision)).filter(|id| id.level() < level)
    });
    // The finest says most: a row of Bretagne may also name France.
    found.max_by_key(|id| id.level()).map_or(Place::Unknown, Place::SubTotal)
}

fn territory(value: &str, decision: &ColumnDecision) -> Option<TerritoryId> {
    match match_column(&[value], decision, &[]).of_row(0)? {
        Match::Exact(id) | Match::Repaired { id, .. } | Match::OtherLevel(id) => Some(*id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Registry;

    fn name(value: &str) -> Option<&str> {
        Some(Registry::official().get(named_sum(value)?)?.name.as_str())
    }

    #[test]
    fn a_total_is_that_of_what_it_names() {
        for (value, expected) in [
            ("Total", "France"),
            ("ENSEMBLE", "France"),
            ("Total Bretagne", "Bretagne"),
            ("Sous-total Rhône-Alpes", "Rhône-Alpes"),
            ("Sous total : Lorraine", "Lorraine"),
        ] {
            assert_eq!(name(value), Some(expected), "{value}");
        }
        for value in ["", "Bretagne", "Total des lignes", "Totalement", "Sous-préfecture"] {
            assert_eq!(name(value), None, "{value}");
        }
    }
}
