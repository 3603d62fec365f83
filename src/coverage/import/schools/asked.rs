//! What a list of schools leaves to decide.

use super::super::{
    ColumnMeaning, ImportChoices, ListRole, Meaning, Question, columns::Cells,
    excerpt::first_values, headers::Topic, part::Answers,
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

/// A column of answers whose name says something else of an ENT than that there is one: asked for,
/// planned, left behind.
pub(super) fn another_state(
    table: &Table,
    columns: &[ColumnMeaning],
    answers: Answers,
    choices: &ImportChoices,
) -> Option<Question> {
    if answers != Answers::None || choices.role.is_some() || choices.shown.is_some() {
        return None;
    }
    let (rank, word) = columns.iter().enumerate().find_map(|(rank, column)| {
        let word = match &column.theme.topic {
            Topic::NoState(word) | Topic::Other(word) | Topic::EquipmentAnd(word) => word,
            Topic::Bare | Topic::Equipment => return None,
        };
        let is_asked = column.could_show == Some(Meaning::Equipe) && column.theme.names_equipment;
        is_asked.then_some((rank, word.clone()))
    })?;
    Some(Question::WhatDoesItShow {
        is_of_some_schools: false,
        header: table.headers()[rank].clone(),
        values: first_values(table, rank),
        word,
        title: None,
    })
}

fn are_shares(table: &Table, column: usize) -> bool {
    let cells = table.rows().map(|row| (row.cell(column), row.kind(column)));
    Cells::new(cells).are_shares(table.written_header(column))
}
