//! Columns of a list of schools: those that no meaning names, and how some are written.

use super::super::{
    columns::{Cells, ColumnMeaning, Meaning, ROWS_SEEN},
    dates::{DateStyle, read_when},
    numbers::{DecimalSign, Expected},
};
use super::equipment::EquipmentColumn;
use crate::{
    coverage::vocabulary::{is_bare_answer, tokens},
    table::Table,
};

/// How the dates of a column are written.
pub(super) fn date_style(table: &Table, column: usize) -> DateStyle {
    Cells::of_texts(table.cells(column)).date_style(table.written_header(column))
}

/// What stands before the decimals of degrees: all have some, and some rows tell it for all.
pub(super) fn sign_of_degrees(table: &Table, column: usize) -> DecimalSign {
    let seen = table.rows().step_by(table.len().div_ceil(ROWS_SEEN).max(1));
    let cells = Cells::new(seen.map(|row| (row.cell(column), row.kind(column))));
    cells.sign(Expected::Share)
}

/// Whether some school is told to have none on a day.
pub(super) fn has_a_dated_no(
    table: &Table,
    dates: Option<(usize, DateStyle)>,
    equipment: Option<&EquipmentColumn>,
) -> bool {
    let (Some((column, style)), Some(equipment)) = (dates, equipment) else { return false };
    column != equipment.column
        && table.rows().any(|row| {
            equipment.read(&row) == Some(false) && read_when(row.cell(column), style).is_some()
        })
}

/// A column that says of each school whether it is agricultural: « Lycee_Agricole ».
pub(super) fn agricultural_column(table: &Table, columns: &[ColumnMeaning]) -> Option<usize> {
    let says_so = |column: &usize| {
        let words = tokens(table.written_header(*column));
        columns[*column].meaning.is_none()
            && words.iter().any(|word| word.starts_with("agricol"))
            && Cells::of_texts(table.rows().take(ROWS_SEEN).map(|row| row.cell(*column)))
                .mostly(|cell, _| is_bare_answer(cell))
    };
    (0..columns.len()).find(says_so)
}

/// The column of the days on which schools were closed: « Date de fermeture », « Fermé le ».
pub(super) fn closing_column(table: &Table, columns: &[ColumnMeaning]) -> Option<usize> {
    const CLOSING: [&str; 4] = ["ferme", "clotur", "suppression", "cessation"];
    (0..columns.len()).find(|rank| {
        let header = table.written_header(*rank);
        let is_free = matches!(columns[*rank].meaning, None | Some(Meaning::Date));
        let says =
            tokens(header).iter().any(|word| CLOSING.iter().any(|one| word.starts_with(one)));
        is_free && says && Cells::of_texts(table.cells(*rank)).are_dates(header)
    })
}
