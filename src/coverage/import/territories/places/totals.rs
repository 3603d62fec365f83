//! Rows without a code, which add up others.

use super::RowPlace;
use crate::{
    coverage::import::columns::ColumnMeaning,
    table::Table,
    territory::{
        Level, TerritoryId,
        matching::{Match, Matcher, whole_named},
    },
};

/// Finds the total that a row without a code stands for.
pub(super) struct TotalFinder<'a> {
    pub table: &'a Table,
    pub columns: &'a [ColumnMeaning],
    pub level: Level,
}

impl TotalFinder<'_> {
    /// What a row without a code at the level of the map adds up: its other columns name a wider
    /// territory, or a total in words.
    pub fn of_row(&self, rank: usize) -> Option<RowPlace> {
        let row = self.table.row(rank)?;
        let decided = self.columns.iter().enumerate().filter_map(|(column, meaning)| {
            Some((row.cell(column), meaning.territories.as_ref()?))
        });
        let mut wider: Option<TerritoryId> = None;
        let mut worded: Option<TerritoryId> = None;
        for (cell, decision) in decided {
            if cell.is_empty() {
                continue;
            }
            if let Some(of) = whole_named(cell) {
                worded = worded.max(Some(of));
                continue;
            }
            let found = match Matcher::new(decision, &[]).value(cell) {
                Match::Exact(id) | Match::Repaired { id, .. } | Match::OtherLevel(id) => Some(id),
                _ => None,
            };
            // The finest says most: a row of Bretagne may also name France.
            wider = wider.max(found.filter(|id| id.level() < self.level));
        }
        // Only a row all of whose own labels are blank, or « Total », is a sub-total of its région.
        let of = worded.max(wider)?;
        Some(RowPlace::Total { of, is_worded: worded.is_some() })
    }
}
