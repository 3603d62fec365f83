//! What the columns of a table by territory leave to suppose or to decide.

use super::super::{
    ColumnMeaning, ImportChoices, Meaning, Question, Supposition,
    assumed::Around,
    columns::{ColumnReason, ColumnSet, exact_date_column},
    doubt::Doubt,
    excerpt::excerpt,
    headers::Topic,
};
use crate::{coverage::vocabulary::missing_word, table::Table};

/// How many values a question shows.
const SHOWN: usize = 3;

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
    let is_named = choices.shown.is_some() || choices.subject.is_some();
    let has_stage = columns.iter().any(|column| column.meaning == Some(Meaning::Stade));
    if !is_named && shown.is_empty() && !has_stage {
        let other = columns.iter().enumerate().find_map(|(rank, column)| {
            let word = match &column.theme.topic {
                Topic::Other(word) | Topic::EquipmentAnd(word) => word.clone(),
                Topic::NoState(word) => word.clone(),
                Topic::Bare | Topic::Equipment => column.theme.first_word.clone(),
            };
            let is_asked = match column.could_show {
                Some(Meaning::Taux) => true,
                // Numbers of schools that have something else.
                Some(Meaning::Equipes) => column.theme.names_schools,
                _ => false,
            };
            is_asked.then_some((rank, word))
        });
        questions.extend(other.map(|(rank, word)| Question::WhatDoesItShow {
            header: table.headers()[rank].clone(),
            values: values(table, rank),
            word,
            title: None,
        }));
    }
    let chosen = |rank: usize| choices.meanings.contains_key(&rank);
    if let Some(rank) = shown.first()
        && !is_named
        && !chosen(*rank)
        && columns[*rank].theme.topic == Topic::Bare
        && columns[*rank].meaning == Some(Meaning::Taux)
        && let Some((title, word)) = around.something_else()
    {
        questions.push(Question::WhatDoesItShow {
            header: table.headers()[*rank].clone(),
            values: values(table, *rank),
            word,
            title: Some(title),
        });
    }
    questions.extend(dates(table, columns, sets, choices));
    questions
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
    Some(Question::Dates { header: table.headers()[rank].clone(), values: values(table, rank) })
}

/// What the names of the columns that are shown leave to suppose.
pub(super) fn suppose_columns(
    table: &Table,
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    choices: &ImportChoices,
    suppositions: &mut Vec<Supposition>,
) {
    let name = |rank: usize| table.headers()[rank].clone();
    let is_named = choices.shown.is_some() || choices.subject.is_some();
    let Some(first) = sets.first().and_then(ColumnSet::shown) else { return };
    let says_nothing = matches!(columns[first].theme.topic, Topic::Bare | Topic::EquipmentAnd(_));
    let is_share = columns[first].meaning == Some(Meaning::Taux);
    let chosen = choices.meanings.contains_key(&first);
    // Counts beside a share say what it is a share of.
    let is_counted = sets.first().is_some_and(ColumnSet::is_counted);
    if is_share && says_nothing && !is_named && !chosen && !is_counted {
        suppositions.push(Supposition::Share { header: name(first) });
    }
    let used: Vec<usize> = sets.iter().flat_map(ColumnSet::columns).collect();
    let others: Vec<String> = (0..columns.len())
        .filter(|rank| {
            let column = &columns[*rank];
            let is_the_same_kind = column.could_show == columns[first].could_show;
            let could_be = matches!(
                column.theme.topic,
                Topic::Bare | Topic::Equipment | Topic::EquipmentAnd(_)
            );
            !used.contains(rank) && is_the_same_kind && could_be
        })
        .map(name)
        .collect();
    if !others.is_empty() && !is_named && !chosen {
        suppositions.push(Supposition::FirstOfSeveral { header: name(first), others });
    }
    if let Some(sector) = super::sectors::of_columns(sets) {
        let others = sets.iter().filter(|set| set.says.sector.is_some_and(|s| s != sector));
        let others: Vec<String> = others.filter_map(ColumnSet::shown).map(name).collect();
        suppositions.push(Supposition::OneSector { sector, others });
    }
}

/// Columns headed as figures whose cells are something else: told, not only left unused.
pub(super) fn unread(table: &Table, columns: &[ColumnMeaning]) -> Vec<Doubt> {
    let is_unread = |rank: &usize| {
        let column = &columns[*rank];
        let is_figure = column.theme.is_rate || column.theme.topic == Topic::Equipment;
        let is_open = matches!(column.theme.topic, Topic::Bare | Topic::Equipment);
        is_figure && is_open && column.meaning.is_none() && column.could_show.is_none()
    };
    let unread = (0..columns.len()).filter(is_unread);
    unread
        .map(|rank| (table.headers()[rank].clone(), values(table, rank)))
        .filter(|(_, values)| !values.is_empty())
        .map(|(header, values)| Doubt::Unread { header, values })
        .collect()
}

fn values(table: &Table, column: usize) -> Vec<String> {
    let cells = table.rows().map(|row| row.cell(column));
    let filled = cells.filter(|cell| missing_word(cell).is_none());
    filled.take(SHOWN).map(excerpt).collect()
}
