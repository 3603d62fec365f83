//! A column that says whether a school has an ENT.

mod found;
#[cfg(test)]
mod tests;
mod told;

pub(in crate::coverage::import) use told::tell_equipment;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::{
    coverage::{
        import::dates::{DateStyle, names_a_month, read_when},
        vocabulary::{
            Answer, answer, is_bare_answer, is_mark, is_project, opening, school_word, sector_word,
            tokens,
        },
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CellAnswer {
    Says(Answer),
    /// The name of a project, hence a yes.
    Project,
    /// A word that recurs, and may be one: supposed.
    RecurringName,
    /// Not known.
    Odd,
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

/// A cell as the file writes it, and the rows that have it.
struct Distinct<'a> {
    cell: &'a str,
    rows: usize,
    /// Line of the first of them.
    line: u32,
}

impl<'a> Distinct<'a> {
    /// Those of a column that are not blank, in the order of the file.
    fn of(table: &'a Table, column: usize) -> Vec<Self> {
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
fn read_cells(
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
fn said_by_a_blank(distinct: &[Distinct<'_>], read: &FxHashMap<String, CellAnswer>) -> Blank {
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
fn words(distinct: &[Distinct<'_>], read: &FxHashMap<String, CellAnswer>) -> Vec<WordTold> {
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

/// A word of another vocabulary names no project, however often it recurs: that a school is closed,
/// its sector, its type, a date.
fn is_another_word(cell: &str) -> bool {
    let words = tokens(cell);
    // « Mon e-collège » and « Planète collèges » are names.
    let names_schools = words.iter().all(|word| {
        school_word(word).is_some() || sector_word(word).is_some() || KINDS.contains(&word.as_str())
    });
    opening(cell).is_some() || names_schools || read_when(cell, DateStyle::default()).is_some()
}

/// Words of kinds of schools, and between them.
const KINDS: [&str; 22] = [
    "general",
    "generale",
    "technologique",
    "professionnel",
    "professionnelle",
    "polyvalent",
    "agricole",
    "d",
    "de",
    "du",
    "des",
    "l",
    "et",
    "ou",
    "enseignement",
    "sous",
    "hors",
    "contrat",
    "etablissement",
    "section",
    "degre",
    "second",
];

/// A name has letters, and more of them than anything else; « oui, sans plus » is none.
fn is_name(cell: &str) -> bool {
    if tokens(cell).iter().any(|word| matches!(word.as_str(), "oui" | "non")) {
        return false;
    }
    if is_like_a_date(cell) {
        return false;
    }
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && letters * 2 > cell.chars().filter(|c| !c.is_whitespace()).count()
}

/// « Rentrée 2012 », « sept. 2011 », « 2e trimestre »: a day when something is, and no name.
fn is_like_a_date(cell: &str) -> bool {
    let read = read_when(cell.trim(), DateStyle::default()).is_some();
    let words = tokens(cell);
    let is_of_dates = |word: &String| {
        DATED.contains(&word.as_str())
            || names_a_month(word)
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    read || words.iter().all(is_of_dates)
}

/// Words that stand in dates beside months and numbers.
const DATED: [&str; 20] = [
    "rentree",
    "annee",
    "scolaire",
    "trimestre",
    "semestre",
    "depuis",
    "debut",
    "fin",
    "mi",
    "ete",
    "hiver",
    "printemps",
    "automne",
    "le",
    "la",
    "en",
    "de",
    "au",
    "du",
    "courant",
];
