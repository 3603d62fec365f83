//! The distinct cells of a column of equipment, and what each of them says.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    Blank, Holds, WordTold,
    names::{is_another_word, is_name},
};
use crate::{
    coverage::{
        import::dates::read_when,
        vocabulary::{Answer, answer, is_mark, is_project},
    },
    table::{Table, normalise},
};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellAnswer {
    Says(Answer),
    /// The name of a project, hence a yes.
    Project,
    /// A word that recurs, and may be one: supposed.
    RecurringName,
    /// Not known.
    Odd,
}

/// A cell as the file writes it, and the rows that have it.
pub(super) struct Distinct<'a> {
    pub cell: &'a str,
    rows: usize,
    /// Line of the first of them.
    line: u32,
}

impl<'a> Distinct<'a> {
    /// Those of a column that are not blank, in the order of the file.
    pub fn of(table: &'a Table, column: usize) -> Vec<Self> {
        let mut distinct: Vec<Self> = Vec::new();
        let mut ranks: FxHashMap<&str, usize> = FxHashMap::default();
        for row in table.rows() {
            let cell = row.cell(column);
            if cell.is_empty() {
                continue;
            }
            match ranks.get(cell) {
                Some(rank) => distinct[*rank].rows += 1,
                None => {
                    ranks.insert(cell, distinct.len());
                    distinct.push(Self { cell, rows: 1, line: row.line });
                }
            }
        }
        distinct
    }
}

/// What each cell says: what a person said of it, else an answer that is known, else the name of a
/// project.
pub(super) fn read_cells(
    distinct: &[Distinct<'_>],
    holds: Holds,
    chosen: &BTreeMap<String, Answer>,
) -> FxHashMap<String, CellAnswer> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for one in distinct {
        *times.entry(normalise(one.cell).into_owned()).or_default() += one.rows;
    }
    let recurs = |plain: &str| times.get(plain).is_some_and(|times| *times > 1);
    let is_date =
        |cell: &str| matches!(holds, Holds::Dates(style) if read_when(cell, style).is_some());
    let says = |cell: &str| {
        let plain = normalise(cell);
        if let Some(answer) = chosen.get(plain.as_ref()).copied().or_else(|| answer(cell)) {
            CellAnswer::Says(answer)
        } else if is_date(cell) {
            CellAnswer::Says(Answer::Yes)
        } else if holds == Holds::Names || is_project(cell) {
            CellAnswer::Project
        } else if recurs(plain.as_ref()) && is_name(cell) && !is_another_word(cell) {
            CellAnswer::RecurringName
        } else {
            CellAnswer::Odd
        }
    };
    distinct.iter().map(|one| (one.cell.to_owned(), says(one.cell))).collect()
}

/// What a blank cell says beside the others.
pub(super) fn said_by_a_blank(
    distinct: &[Distinct<'_>],
    read: &FxHashMap<String, CellAnswer>,
) -> Blank {
    let is_settled = read.values().any(|cell| {
        matches!(cell, CellAnswer::Says(Answer::No | Answer::Unknown | Answer::Planned))
    });
    let is_of_some = |one: &Distinct<'_>| {
        is_mark(one.cell)
            || matches!(
                read.get(one.cell),
                Some(
                    CellAnswer::Project | CellAnswer::RecurringName | CellAnswer::Says(Answer::Yes)
                )
            )
    };
    if is_settled || distinct.is_empty() || !distinct.iter().all(is_of_some) {
        Blank::Nothing
    } else {
        Blank::No
    }
}

/// The words that are to be told, once each whatever their case and accents.
pub(super) fn words(
    distinct: &[Distinct<'_>],
    read: &FxHashMap<String, CellAnswer>,
) -> Vec<WordTold> {
    let mut told: Vec<WordTold> = Vec::new();
    let mut ranks: FxHashMap<String, usize> = FxHashMap::default();
    for Distinct { cell, rows, line } in distinct {
        let says = match read.get(*cell) {
            Some(CellAnswer::Says(answer @ (Answer::Planned | Answer::Unknown))) => Some(*answer),
            Some(CellAnswer::Odd) => None,
            _ => continue,
        };
        let plain = normalise(cell).into_owned();
        match ranks.get(&plain) {
            Some(rank) => told[*rank].schools += rows,
            None => {
                ranks.insert(plain, told.len());
                told.push(WordTold { word: (*cell).to_owned(), says, schools: *rows, line: *line });
            }
        }
    }
    told
}
