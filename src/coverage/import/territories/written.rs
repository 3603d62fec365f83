//! How the figures of a table are written, decided once from its columns.

use super::super::{
    ImportChoices,
    columns::ColumnSet,
    numbers::{DecimalSign, Expected, ShareStyle, SignReason, number_style, share_style},
};
use super::scale::by_counts;
use crate::table::{CellKind, Table};

/// One set of columns, and the decimal signs of its counts.
pub(super) struct SetSigns {
    pub set: ColumnSet,
    pub equipped: DecimalSign,
    pub not_equipped: DecimalSign,
    pub total: DecimalSign,
}

/// How shares are written: alike in all columns, which stand side by side.
pub(super) fn style_of_shares(
    table: &Table,
    sets: &[ColumnSet],
    choices: &ImportChoices,
) -> Option<ShareStyle> {
    let shares: Vec<usize> = sets.iter().filter_map(|set| set.share).collect();
    let first = *shares.first()?;
    let alike: Vec<(&str, CellKind)> =
        shares.iter().flat_map(|column| cells_of(table, *column)).collect();
    let mut style = share_style(&alike, table.written_header(first));
    by_counts(table, sets, &mut style);
    if let Some(scale) = choices.scale {
        style.choose(scale);
    }
    style.sign = choices.decimal_sign.unwrap_or(style.sign);
    Some(style)
}

/// The decimal signs of all counts, and the cells whose thousands were guessed.
pub(super) fn signs_of_counts(
    table: &Table,
    sets: &[ColumnSet],
    choices: &ImportChoices,
) -> (Vec<SetSigns>, Vec<String>) {
    let mut thousands = Vec::new();
    let mut sign = |column: Option<usize>| {
        let Some(column) = column else { return DecimalSign::Comma };
        if let Some(chosen) = choices.decimal_sign {
            return chosen;
        }
        let style = number_style(cells_of(table, column), Expected::Count);
        if let Some(SignReason::Thousands(cell)) = style.reason {
            thousands.push(cell);
        }
        style.sign
    };
    let signs = sets
        .iter()
        .map(|set| SetSigns {
            set: *set,
            equipped: sign(set.equipped),
            not_equipped: sign(set.not_equipped),
            total: sign(set.total),
        })
        .collect();
    (signs, thousands)
}

/// The cells of a column, with their kinds.
pub(super) fn cells_of(table: &Table, column: usize) -> impl Iterator<Item = (&str, CellKind)> {
    table.rows().map(move |row| (row.cell(column), row.kind(column)))
}
