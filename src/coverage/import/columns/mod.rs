//! What each column of a table holds, from its name and its values.

mod answer_names;
mod answer_rows;
mod answers;
mod as_figures;
mod bare_dates;
mod beside;
mod cells;
mod chosen;
mod column;
mod figures;
mod group;
mod likely;
mod meaning;
mod meanings;
mod one_of_each;
mod one_subset;
mod periods;
mod reason;
mod saved;
mod schools_named;
mod sets;
mod synonyms;
mod territories;
mod verdict;

pub(super) use answer_names::answer_in;
pub(super) use beside::could_be_shown_too;
pub(super) use cells::Cells;
pub use column::ColumnMeaning;
pub(super) use column::ROWS_SEEN;
pub use group::MeaningGroup;
pub use likely::likely_meanings;
pub use meaning::Meaning;
pub(super) use meanings::meanings_as_chosen;
pub use meanings::{columns_as_chosen, meanings};
pub use reason::ColumnReason;
pub(super) use saved::saved_subject;
pub(super) use sets::{ColumnSet, column_sets};
use sets::{REPEATED, are_apart};

use crate::table::{Row, Table};

/// Rows that tell what a column is, evenly spread.
fn sampled(table: &Table) -> impl Iterator<Item = Row<'_>> {
    table.rows().step_by(table.len().div_ceil(ROWS_SEEN).max(1))
}

/// Whether a column is plainly headed as one of dates.
pub(super) fn exact_date_column(header: &str) -> bool {
    synonyms::Synonyms::embedded().is_date(header)
}

#[cfg(test)]
mod tests;
