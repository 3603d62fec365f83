//! What a list of schools leaves to decide.

use super::super::{
    ColumnMeaning, ImportChoices, ListRole, Question, columns::Cells, part::Answers,
};
use crate::{coverage::vocabulary::missing_word, table::Table};

/// A rate for each school, where nothing says which are equipped: for a person to decide.
pub(super) fn rate_of_schools(
    table: &Table,
    columns: &[ColumnMeaning],
    answers: Answers,
    choices: &ImportChoices,
) -> Option<Question> {
    const SHOWN: usize = 3;
    if answers != Answers::None || choices.role == Some(ListRole::Schools) {
        return None;
    }
    let rank = (0..columns.len()).find(|rank| {
        let column = &columns[*rank];
        column.meaning.is_none() && column.theme.is_rate && are_shares(table, *rank)
    })?;
    let filled = table.rows().map(|row| row.cell(rank)).filter(|cell| missing_word(cell).is_none());
    Some(Question::RateOfSchools {
        header: table.headers()[rank].clone(),
        values: filled.take(SHOWN).map(str::to_owned).collect(),
    })
}

fn are_shares(table: &Table, column: usize) -> bool {
    let cells = table.rows().map(|row| (row.cell(column), row.kind(column)));
    Cells::new(cells).are_shares(table.written_header(column))
}
