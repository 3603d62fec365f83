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
pub use meaning::Meaning;
pub use meanings::meanings;
pub(super) use meanings::meanings_as_chosen;
pub use reason::ColumnReason;
pub(super) use saved::saved_subject;
pub(super) use sets::{ColumnSet, column_sets};
use sets::{REPEATED, are_apart};

/// Whether a column is plainly headed as one of dates.
pub(super) fn exact_date_column(header: &str) -> bool {
    synonyms::Synonyms::embedded().is_date(header)
}

#[cfg(test)]
mod tests;
