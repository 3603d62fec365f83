//! Which column says which schools are equipped.

use std::collections::BTreeMap;

use super::{EquipmentColumn, Holds};
use crate::{
    coverage::{
        import::{
            columns::{Cells, ColumnMeaning, Meaning},
            headers::Topic,
        },
        vocabulary::{Answer, tokens},
    },
    table::Table,
};

impl EquipmentColumn {
    /// The column that says which schools are equipped, if there is one. `chosen` are words of
    /// which a person said what they mean.
    pub fn find(
        table: &Table,
        columns: &[ColumnMeaning],
        chosen: &BTreeMap<String, Answer>,
    ) -> Option<Self> {
        let (column, holds) = which(table, columns)?;
        let found = Self::new(table, column, holds, chosen);
        let theme = &columns[column].theme;
        let is_negated = theme.is_negated && theme.topic == Topic::Equipment;
        Some(if is_negated { found.negated(chosen) } else { found })
    }
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
            () if says_since_when(header) => since_when(table, column),
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

/// Whether a column is headed as one of dates: « ENT depuis », « Date de déploiement ».
fn says_since_when(header: &str) -> bool {
    const SINCE: [&str; 4] = ["depuis", "date", "annee", "rentree"];
    tokens(header).iter().any(|word| SINCE.contains(&word.as_str()))
}

/// Whether a column is headed as one of names: « Projet ENT », « Nom de l’ENT ».
fn names_projects(header: &str) -> bool {
    const NAMES: [&str; 6] = ["projet", "projets", "nom", "solution", "produit", "editeur"];
    tokens(header).iter().any(|word| NAMES.contains(&word.as_str()))
}
