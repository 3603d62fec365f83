//! Which column says which schools are equipped.

use super::{EquipmentColumn, Holds};
use crate::{
    coverage::{
        Period,
        import::{
            ImportChoices, SuppositionKind,
            columns::{Cells, ColumnMeaning, Meaning},
            headers::{HeaderSays, HeaderStyle, Topic},
        },
        vocabulary::tokens,
    },
    table::Table,
};

impl EquipmentColumn {
    /// The column that says which schools are equipped, if there is one, with what a person said of
    /// its words, its blanks and its names.
    pub fn find(table: &Table, columns: &[ColumnMeaning], choices: &ImportChoices) -> Option<Self> {
        let (column, holds) = which(table, columns)?;
        let refuses = |kind| choices.refused.contains(&kind);
        let recurring_names = !refuses(SuppositionKind::ProjectNames);
        let found = Self::new(table, column, holds, &choices.words, recurring_names);
        let theme = &columns[column].theme;
        let is_negated = theme.is_negated && theme.topic == Topic::Equipment;
        let found = if is_negated { found.negated(&choices.words) } else { found };
        Some(match refuses(SuppositionKind::BlankIsNo) {
            true => found.with_silent_blanks(),
            false => found,
        })
    }
}

impl EquipmentColumn {
    /// The date of its answers, where its name gives one: « ENT 2012 ».
    pub fn period(&self, table: &Table) -> Option<Period> {
        own_period(table, self.column).filter(|_| self.holds == Holds::Answers)
    }
}

fn own_period(table: &Table, column: usize) -> Option<Period> {
    HeaderSays::read(table.written_header(column), HeaderStyle::of(table.headers())).period
}

/// Its rank, and what it holds: answers, else names of
/// projects, else dates since when (« Date de déploiement de l’ENT »).
fn which(table: &Table, columns: &[ColumnMeaning]) -> Option<(usize, Holds)> {
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let answers = || {
        let column = column(Meaning::Equipe)?;
        let header = table.written_header(column);
        let holds = match () {
            () if names_projects(header) => Holds::Names,
            () if says_since_when(table, column) => since_when(table, column),
            () => Holds::Answers,
        };
        Some((column, holds))
    };
    let names = || Some((column(Meaning::Projet)?, Holds::Names));
    let dates = || {
        let column = column(Meaning::Date)?;
        let is_of_equipment = columns[column].theme.topic == Topic::Equipment;
        is_of_equipment.then(|| (column, since_when(table, column)))
    };
    answers().or_else(names).or_else(dates)
}

fn since_when(table: &Table, column: usize) -> Holds {
    let cells = Cells::of_texts(table.rows().map(|row| row.cell(column)));
    Holds::Dates(cells.date_style(table.written_header(column)))
}

/// Whether a column is headed as one of dates: « ENT depuis », « Date de déploiement », and not
/// « ENT à la rentrée 2010 », which is a date itself.
fn says_since_when(table: &Table, column: usize) -> bool {
    let words = tokens(table.written_header(column));
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    any(&["depuis", "date"]) || (any(&["annee", "rentree"]) && own_period(table, column).is_none())
}

/// Whether a column is headed as one of names: « Projet ENT », « Nom de l’ENT ».
fn names_projects(header: &str) -> bool {
    const NAMES: [&str; 6] = ["projet", "projets", "nom", "solution", "produit", "editeur"];
    tokens(header).iter().any(|word| NAMES.contains(&word.as_str()))
}
