//! What looks wrong in the columns and the figures of a table by territory.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::super::{ColumnMeaning, doubt::Doubt, excerpt::first_values, headers::Topic};
use crate::{
    coverage::Observation,
    table::{Table, normalise},
};

/// Columns of the same name, of which one is read.
pub(super) fn same_names(table: &Table, columns: &[ColumnMeaning]) -> Vec<Doubt> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut firsts: FxHashMap<String, usize> = FxHashMap::default();
    let mut doubts = Vec::new();
    for (rank, column) in columns.iter().enumerate() {
        let name = table.written_header(rank);
        let twin = *firsts.entry(normalise(name).into_owned()).or_insert(rank);
        if twin < rank
            && !name.is_empty()
            && column.could_show.is_some()
            && told.insert(name.to_owned())
        {
            let used = table.headers()[twin].clone();
            doubts.push(Doubt::SameName { header: name.to_owned(), used });
        }
    }
    doubts
}

/// A doubt when every territory has the same share: a column was perhaps filled down.
pub(super) fn all_alike(observations: &[&Observation]) -> Option<Doubt> {
    let mut shares = observations.iter().filter_map(|observation| observation.share);
    let first = shares.next()?;
    let others = shares.clone().count();
    (others >= 4 && shares.all(|share| share == first)).then_some(Doubt::AllAlike(first))
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
        .map(|rank| (table.headers()[rank].clone(), first_values(table, rank)))
        .filter(|(_, values)| !values.is_empty())
        .map(|(header, values)| Doubt::Unread { header, values })
        .collect()
}
