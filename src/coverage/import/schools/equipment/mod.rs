//! A column that says whether a school has an ENT.

mod cells;
mod found;
mod names;
#[cfg(test)]
mod tests;
mod told;

pub(in crate::coverage::import) use told::tell_equipment;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use self::cells::{CellAnswer, Distinct, read_cells, said_by_a_blank, words};
use crate::{
    coverage::{
        import::dates::DateStyle,
        vocabulary::{Answer, is_bare_answer},
    },
    table::{Row, Table, normalise},
};

/// How such a column is read, decided from all of it.
pub(in crate::coverage::import) struct EquipmentColumn {
    pub column: usize,
    pub holds: Holds,
    /// The name of the column.
    pub header: String,
    /// What a blank cell says.
    pub blank: Blank,
    /// « Sans ENT »: to say yes there is to have none.
    pub is_negated: bool,
    /// What each distinct cell says, as the file writes it.
    read: FxHashMap<String, CellAnswer>,
    /// Words that are neither a yes nor a no, with their rows, in the order of the file.
    pub words: Vec<WordTold>,
    /// Words that recur and are taken for names of projects, hence for a yes: supposed.
    pub supposed_names: Vec<String>,
}

/// What such a column holds by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Holds {
    /// Answers.
    Answers,
    /// Names of projects: each of them is a yes.
    Names,
    /// Since when: to have a date is to be equipped.
    Dates(DateStyle),
}

/// What a blank cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Blank {
    /// There is none.
    Absent,
    /// Nothing: other cells say no, or that they do not know.
    Nothing,
    /// No, as the others are signs or names that only some rows have: supposed.
    No,
}

/// A word that says neither yes nor no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordTold {
    /// As the file has it, the first time.
    pub word: String,
    /// What it says; `None` for a word that is not known.
    pub says: Option<Answer>,
    /// Schools that have it.
    pub schools: usize,
    /// The line of the first.
    pub line: u32,
}

impl EquipmentColumn {
    /// Decides it. `chosen` are the words of which a person said what they mean, without case and
    /// accents; where `recurring_names` do not name projects, they are words like others.
    pub fn new(
        table: &Table,
        column: usize,
        holds: Holds,
        chosen: &BTreeMap<String, Answer>,
        recurring_names: bool,
    ) -> Self {
        let distinct = Distinct::of(table, column);
        let mut read = read_cells(&distinct, holds, chosen);
        if !recurring_names {
            let names = read.values_mut().filter(|cell| **cell == CellAnswer::RecurringName);
            names.for_each(|cell| *cell = CellAnswer::Odd);
        }
        let has_blanks = table.rows().any(|row| row.cell(column).is_empty());
        let blank = if has_blanks { said_by_a_blank(&distinct, &read) } else { Blank::Absent };
        let words = words(&distinct, &read);
        let header = table.headers()[column].clone();
        let is_supposed =
            |one: &&Distinct<'_>| read.get(one.cell) == Some(&CellAnswer::RecurringName);
        let supposed_names =
            distinct.iter().filter(is_supposed).map(|one| one.cell.to_owned()).collect();
        Self { column, holds, header, blank, is_negated: false, read, words, supposed_names }
    }

    /// The same, under a name that says that there is none. A cell that says of what it speaks
    /// (« pas d’ENT ») says so whatever the name; one that a person explained, too.
    pub fn negated(self, chosen: &BTreeMap<String, Answer>) -> Self {
        let mut column = self;
        for (cell, said) in &mut column.read {
            let is_explained = chosen.contains_key(normalise(cell).as_ref());
            match said {
                CellAnswer::Says(answer) if is_bare_answer(cell) && !is_explained => {
                    *answer = opposite(*answer);
                }
                // A name says that there is one, its column that there is none.
                CellAnswer::Project | CellAnswer::RecurringName => *said = CellAnswer::Odd,
                CellAnswer::Says(_) | CellAnswer::Odd => {}
            }
        }
        Self { is_negated: true, supposed_names: Vec::new(), ..column }
    }

    /// The same, of which a blank cell says nothing.
    pub fn with_silent_blanks(self) -> Self {
        let blank = if self.blank == Blank::No { Blank::Nothing } else { self.blank };
        Self { blank, ..self }
    }

    /// Whether the school of a row has one; `None` when the file does not say.
    pub fn read(&self, row: &Row<'_>) -> Option<bool> {
        let cell = row.cell(self.column);
        if cell.is_empty() {
            return (self.blank == Blank::No).then_some(self.is_negated);
        }
        match self.read.get(cell)? {
            CellAnswer::Says(Answer::Yes) | CellAnswer::Project | CellAnswer::RecurringName => {
                Some(true)
            }
            CellAnswer::Says(Answer::No) => Some(false),
            CellAnswer::Says(Answer::Planned | Answer::Unknown) | CellAnswer::Odd => None,
        }
    }

    /// The name of a project that stands in the place of a yes.
    pub fn project<'a>(&self, row: &Row<'a>) -> Option<&'a str> {
        let cell = row.cell(self.column);
        let says = self.read.get(cell)?;
        matches!(says, CellAnswer::Project | CellAnswer::RecurringName).then_some(cell)
    }
}

fn opposite(answer: Answer) -> Answer {
    match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
        Answer::Planned | Answer::Unknown => answer,
    }
}
