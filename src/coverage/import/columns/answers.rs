//! Whether a column says of each school that it is equipped or not.

use std::collections::BTreeMap;

use super::super::headers::{Theme, Topic};
use super::cells::{Cells, SOME};
use crate::{
    coverage::vocabulary::{answer, is_project},
    table::normalise,
};

/// Whether nearly all cells are answers: words that are read, or names that recur or are known.
/// Where the name of the column speaks of equipment, the words that are not read are told one by
/// one, and it is enough that some are.
pub(super) fn are_answers(cells: &Cells<'_>, theme: &Theme) -> bool {
    if cells.is_empty() {
        return false;
    }
    let is_read = |cell: &str| answer(cell).is_some() || is_project(cell);
    if !matches!(theme.topic, Topic::Equipment | Topic::EquipmentAnd(_)) {
        return cells.mostly(|cell, _| is_read(cell));
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut read = 0_usize;
    for (cell, _) in cells.filled() {
        if is_read(cell) {
            read += 1;
        } else {
            *times.entry(normalise(cell).into_owned()).or_default() += 1;
        }
    }
    let recurring: usize = times.values().filter(|times| **times > 1).sum();
    (read + recurring) as f64 >= SOME * cells.filled().len() as f64 || !cells.are_numbers()
}
