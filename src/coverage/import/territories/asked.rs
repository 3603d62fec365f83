//! What the columns of a table by territory leave to decide.

use super::super::{
    ColumnMeaning, ImportChoices, Meaning, Question,
    assumed::Around,
    columns::{ColumnReason, ColumnSet, exact_date_column, saved_subject},
    excerpt::first_values,
    headers::{Aside, Topic},
};
use crate::table::Table;

/// What a person has to decide before a map is drawn.
pub(super) fn questions(
    table: &Table,
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    around: &Around<'_>,
    choices: &ImportChoices,
) -> Vec<Question> {
    let mut questions = Vec::new();
    let shown: Vec<usize> = sets.iter().filter_map(ColumnSet::shown).collect();
    let is_named = choices.shown.is_some()
        || choices.subject.is_some()
        || saved_subject(table, columns).is_some();
    let has_stage = columns.iter().any(|column| column.meaning == Some(Meaning::Stade));
    if !is_named && shown.is_empty() && !has_stage {
        let other = columns.iter().enumerate().find_map(|(rank, column)| {
            let word = match &column.theme.topic {
                _ if let Some(aside) = &column.theme.aside => aside.word().to_owned(),
                Topic::Other(word) | Topic::EquipmentAnd(word) => word.clone(),
                Topic::NoState(word) => word.clone(),
                Topic::Bare | Topic::Equipment => column.theme.first_word.clone(),
            };
            let is_asked = match column.could_show {
                Some(Meaning::Taux) => true,
                // Numbers of schools that have something else.
                Some(Meaning::Equipes | Meaning::NonEquipes | Meaning::EquipesSurTotal) => {
                    column.theme.names_schools
                }
                _ => false,
            };
            is_asked.then_some((rank, word))
        });
        questions.extend(other.map(|(rank, word)| Question::WhatDoesItShow {
            header: table.headers()[rank].clone(),
            values: first_values(table, rank),
            word,
            title: None,
            is_of_some_schools: matches!(columns[rank].theme.aside, Some(Aside::SomeSchools(_))),
        }));
    }
    let chosen = |rank: usize| choices.meanings.contains_key(&rank);
    if let Some(rank) = shown.first()
        && !is_named
        && !chosen(*rank)
        && let Some((title, word)) = said_around(columns, &shown, around)
    {
        questions.push(Question::WhatDoesItShow {
            header: table.headers()[*rank].clone(),
            values: first_values(table, *rank),
            word,
            title: Some(title),
            is_of_some_schools: false,
        });
    }
    questions.extend(dates(table, columns, sets, choices));
    questions
}

/// What stands around figures and says of what they are, where their own names do not: « taux »
/// says nothing, and « équipés » not of what.
fn said_around(
    columns: &[ColumnMeaning],
    shown: &[usize],
    around: &Around<'_>,
) -> Option<(String, String)> {
    let first = &columns[*shown.first()?];
    if shown.iter().any(|rank| columns[*rank].theme.names_ent) {
        return None;
    }
    match first.theme.topic {
        Topic::Bare if first.meaning == Some(Meaning::Taux) => {
            around.something_else().or_else(|| around.other_equipment(columns))
        }
        Topic::Equipment => around.other_equipment(columns),
        // « Oui » does not say to what.
        _ if matches!(first.meaning, Some(Meaning::Equipes | Meaning::Equipe))
            && !around.names_ent() =>
        {
            around.something_else().or_else(|| around.other_equipment(columns))
        }
        _ => None,
    }
}

/// A column that should give the dates, and can't be read.
fn dates(
    table: &Table,
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    choices: &ImportChoices,
) -> Option<Question> {
    let has_date =
        columns.iter().any(|column| matches!(column.meaning, Some(Meaning::Date | Meaning::Annee)));
    let in_names = sets.iter().any(|set| set.says.period.is_some());
    if has_date || in_names || choices.dating.is_some() {
        return None;
    }
    let rank = (0..columns.len()).find(|rank| {
        let refuted = columns[*rank].reasons.iter().any(|reason| {
            matches!(reason, ColumnReason::Refuted(Meaning::Date | Meaning::Annee, _))
        });
        refuted && exact_date_column(table.written_header(*rank))
    })?;
    Some(Question::Dates {
        header: table.headers()[rank].clone(),
        values: first_values(table, rank),
    })
}
