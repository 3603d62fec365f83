//! The territory of each row of a table.

mod corsica;
mod labels;
mod naming;
mod one_level;
mod place;
mod row_levels;
mod totals;
mod unmatched;
mod wider;

use super::super::{
    ImportChoices, ImportError, columns::ColumnMeaning, recognised::Recognised,
    supposition::Supposition, unmatched::Unmatched,
};
use crate::{
    table::Table,
    territory::{Edition, Level, TerritoryId, matching::RepairReport},
};

pub(in crate::coverage::import) use place::RowPlace;

/// The territory of each row, and what was done to find it.
pub(in crate::coverage::import) struct Places {
    /// Of most rows.
    pub level: Level,
    /// Each row says its own level.
    pub is_mixed: bool,
    pub edition: Option<Edition>,
    pub recognised: Vec<Recognised>,
    pub suppositions: Vec<Supposition>,
    pub repairs: Vec<RepairReport>,
    pub unmatched: Vec<Unmatched>,
    /// Of each row.
    pub of_rows: Vec<RowPlace>,
}

impl Places {
    /// From the level of each row where a column says it, else of the columns that name
    /// territories the surest, codes before names.
    ///
    /// # Errors
    /// When no column names territories.
    pub fn find(
        table: &Table,
        columns: &[ColumnMeaning],
        choices: &ImportChoices,
    ) -> Result<Self, ImportError> {
        match row_levels::find(table, columns, choices) {
            Some(mixed) => Ok(mixed),
            None => one_level::find(table, columns, choices),
        }
    }

    /// The territory of a row on the map.
    pub fn of_row(&self, rank: usize) -> Option<TerritoryId> {
        match self.of_rows.get(rank)? {
            RowPlace::On(territory) | RowPlace::PartOf { whole: territory, .. } => Some(*territory),
            _ => None,
        }
    }

    /// Whether a row is of a known place that the atlas has no outline of.
    pub fn is_outside(&self, rank: usize) -> bool {
        matches!(self.of_rows.get(rank), Some(RowPlace::Outside(_)))
    }
}
