//! Cells as a sentence quotes them.

use crate::{coverage::vocabulary::missing_word, table::Table};

/// The first letters of a cell.
pub(super) fn excerpt(cell: &str) -> String {
    const LETTERS: usize = 40;
    cell.trim().chars().take(LETTERS).collect()
}

/// The first values of a column.
pub(super) fn first_values(table: &Table, column: usize) -> Vec<String> {
    const SHOWN: usize = 3;
    let cells = table.rows().map(|row| row.cell(column));
    let filled = cells.filter(|cell| missing_word(cell).is_none());
    filled.take(SHOWN).map(excerpt).collect()
}
