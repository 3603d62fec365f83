//! What is supposed of the column that says which schools are equipped.

use super::super::{
    ColumnMeaning, ImportChoices, Supposition, columns::could_be_shown_too, headers::Topic,
};
use super::equipment::{EquipmentColumn, Holds};
use crate::{
    coverage::{Measure, vocabulary::measure},
    table::Table,
};

/// What the names of the columns leave to suppose.
pub(super) fn of_columns(
    table: &Table,
    columns: &[ColumnMeaning],
    equipment: Option<&EquipmentColumn>,
    choices: &ImportChoices,
) -> Vec<Supposition> {
    let is_named = choices.shown.is_some() || choices.subject.is_some();
    let Some(shown) = equipment.filter(|column| column.holds == Holds::Answers && !is_named) else {
        return Vec::new();
    };
    if choices.meanings.contains_key(&shown.column) {
        return Vec::new();
    }
    let mut suppositions = Vec::new();
    // « ENT Escale » is the name of one, « ENT parents » is not; and what is not used may be there.
    let is_named_so = matches!(columns[shown.column].theme.topic, Topic::EquipmentAnd(_));
    let is_of_usage = measure(table.written_header(shown.column)) == Some(Measure::Usage);
    if is_named_so || is_of_usage {
        suppositions.push(Supposition::Share { header: shown.header.clone(), is_a_count: false });
    }
    let others = could_be_shown_too(table, columns, shown.column);
    if !others.is_empty() {
        let others = others.into_iter().map(|rank| table.headers()[rank].clone()).collect();
        suppositions.push(Supposition::FirstOfSeveral { header: shown.header.clone(), others });
    }
    suppositions
}
