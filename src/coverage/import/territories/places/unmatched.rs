//! The values of a table that are not joined to a territory.

use std::collections::HashMap;

use super::RowPlace;
use crate::{
    coverage::import::unmatched::{NotJoined, Unmatched},
    table::Table,
};

/// The values that are not joined, each once.
pub(super) fn unmatched(table: &Table, of_rows: &[RowPlace]) -> Vec<Unmatched> {
    let mut ranks: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<Unmatched> = Vec::new();
    for (row, place) in table.rows().zip(of_rows) {
        let (value, why) = match place {
            RowPlace::Unknown { value, why } => (value.clone(), why.clone()),
            RowPlace::Disagree { code, named, name, cells } => {
                let (code, named, cells) = (*code, *named, cells.clone());
                (name.clone(), NotJoined::CodeOfAnother { code, named, cells })
            }
            RowPlace::Outside(name) => ((*name).to_owned(), NotJoined::Outside(name)),
            RowPlace::On(_)
            | RowPlace::PartOf { .. }
            | RowPlace::Total { .. }
            | RowPlace::Blank => {
                continue;
            }
        };
        // Each with the code of its own row.
        if matches!(why, NotJoined::CodeOfAnother { .. }) {
            all.push(Unmatched { value, rows: 1, line: row.line, why });
            continue;
        }
        match ranks.get(&value) {
            Some(rank) => all[*rank].rows += 1,
            None => {
                ranks.insert(value.clone(), all.len());
                all.push(Unmatched { value, rows: 1, line: row.line, why });
            }
        }
    }
    all
}
