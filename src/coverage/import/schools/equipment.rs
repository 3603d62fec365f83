//! A column that says whether a school has an ENT.

use std::collections::{BTreeMap, HashMap};

use super::super::dates::{DateStyle, read_when};
use crate::{
    coverage::vocabulary::{Answer, answer, is_mark, is_project, tokens},
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
    /// What each distinct cell says, as the file writes it.
    read: HashMap<String, CellAnswer>,
    /// Words that are neither a yes nor a no, with their rows, in the order of the file.
    pub words: Vec<WordTold>,
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
    /// Not known.
    Odd,
}

impl EquipmentColumn {
    /// Decides it. `chosen` are the words of which a person said what they mean, without case and
    /// accents.
    pub fn new(
        table: &Table,
        column: usize,
        holds: Holds,
        chosen: &BTreeMap<String, Answer>,
    ) -> Self {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let mut distinct: Vec<(&str, usize, u32)> = Vec::new();
        let mut ranks: HashMap<&str, usize> = HashMap::new();
        let mut blanks = 0_usize;
        for row in table.rows() {
            let cell = row.cell(column);
            if cell.is_empty() {
                blanks += 1;
                continue;
            }
            match ranks.get(cell) {
                Some(rank) => distinct[*rank].1 += 1,
                None => {
                    ranks.insert(cell, distinct.len());
                    distinct.push((cell, 1, row.line));
                }
            }
        }
        for (cell, count, _) in &distinct {
            *times.entry(normalise(cell).into_owned()).or_default() += count;
        }
        let recurs = |cell: &str| times.get(normalise(cell).as_ref()).is_some_and(|n| *n > 1);
        let read: HashMap<String, CellAnswer> = distinct
            .iter()
            .map(|(cell, ..)| {
                let says = match chosen.get(normalise(cell).as_ref()) {
                    Some(answer) => CellAnswer::Says(*answer),
                    None => match answer(cell) {
                        Some(answer) => CellAnswer::Says(answer),
                        None if matches!(holds, Holds::Dates(style) if read_when(cell, style).is_some()) =>
                        {
                            CellAnswer::Says(Answer::Yes)
                        }
                        None if holds == Holds::Names
                            || is_project(cell)
                            || (recurs(cell) && is_name(cell)) =>
                        {
                            CellAnswer::Project
                        }
                        None => CellAnswer::Odd,
                    },
                };
                ((*cell).to_owned(), says)
            })
            .collect();
        let says = |wanted: Answer| read.values().any(|cell| *cell == CellAnswer::Says(wanted));
        let says_no = says(Answer::No);
        let settled = says_no || says(Answer::Unknown) || says(Answer::Planned);
        let only_some = distinct.iter().all(|(cell, ..)| {
            is_mark(cell)
                || matches!(
                    read.get(*cell),
                    Some(CellAnswer::Project | CellAnswer::Says(Answer::Yes))
                )
        });
        let blank = match blanks {
            0 => Blank::Absent,
            _ if settled || !only_some || distinct.is_empty() => Blank::Nothing,
            _ => Blank::No,
        };
        let words = words(&distinct, &read);
        let header = table.headers()[column].clone();
        Self { column, holds, header, blank, read, words }
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
            return (self.blank == Blank::No).then_some(false);
        }
        match self.read.get(cell)? {
            CellAnswer::Says(Answer::Yes) | CellAnswer::Project => Some(true),
            CellAnswer::Says(Answer::No) => Some(false),
            CellAnswer::Says(Answer::Planned | Answer::Unknown) | CellAnswer::Odd => None,
        }
    }

    /// The name of a project that stands in the place of a yes.
    pub fn project<'a>(&self, row: &Row<'a>) -> Option<&'a str> {
        let cell = row.cell(self.column);
        (self.read.get(cell) == Some(&CellAnswer::Project)).then_some(cell)
    }
}

/// The words that are to be told, once each whatever their case and accents.
fn words(distinct: &[(&str, usize, u32)], read: &HashMap<String, CellAnswer>) -> Vec<WordTold> {
    let mut told: Vec<(String, WordTold)> = Vec::new();
    for (cell, schools, line) in distinct {
        let says = match read.get(*cell) {
            Some(CellAnswer::Says(answer @ (Answer::Planned | Answer::Unknown))) => Some(*answer),
            Some(CellAnswer::Odd) => None,
            _ => continue,
        };
        let plain = normalise(cell).into_owned();
        match told.iter_mut().find(|(other, _)| *other == plain) {
            Some((_, word)) => word.schools += schools,
            None => {
                let word =
                    WordTold { word: (*cell).to_owned(), says, schools: *schools, line: *line };
                told.push((plain, word));
            }
        }
    }
    told.into_iter().map(|(_, word)| word).collect()
}

/// A name has letters, and more of them than anything else; « oui, sans plus » is none.
fn is_name(cell: &str) -> bool {
    if tokens(cell).iter().any(|word| matches!(word.as_str(), "oui" | "non")) {
        return false;
    }
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && letters * 2 > cell.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::read_csv;

    fn answers(cells: &[&str], holds: Holds) -> (Vec<Option<bool>>, EquipmentColumn) {
        let text =
            format!("uai;ent\n{}", cells.iter().map(|c| format!("u;{c}\n")).collect::<String>());
        let table = read_csv(text.as_bytes()).unwrap().0;
        let column = EquipmentColumn::new(&table, 1, holds, &BTreeMap::new());
        (table.rows().map(|row| column.read(&row)).collect(), column)
    }

    #[test]
    fn a_blank_beside_yes_and_no_says_nothing() {
        let (read, column) = answers(&["oui", "non", ""], Holds::Answers);
        assert_eq!(read, [Some(true), Some(false), None]);
        assert_eq!(column.blank, Blank::Nothing);
    }

    #[test]
    fn a_blank_beside_signs_alone_is_supposed_to_be_a_no() {
        let (read, column) = answers(&["x", "", "X", ""], Holds::Answers);
        assert_eq!(read, [Some(true), Some(false), Some(true), Some(false)]);
        assert_eq!(column.blank, Blank::No);
        assert_eq!(answers(&["x", "", "nd"], Holds::Answers).1.blank, Blank::Nothing);
    }

    #[test]
    fn a_name_that_recurs_or_is_known_is_a_yes_and_any_other_word_is_told() {
        let (read, column) =
            answers(&["Zébulon", "Zebulon", "e-lyco", "Machin", "Néant"], Holds::Answers);
        assert_eq!(read, [Some(true), Some(true), Some(true), None, Some(false)]);
        let unknown = column.words.iter().filter(|word| word.says.is_none());
        let odd: Vec<&str> = unknown.map(|word| word.word.as_str()).collect();
        assert_eq!(odd, ["Machin"]);
        assert_eq!(answers(&["Machin", "Néant"], Holds::Names).0, [Some(true), Some(false)]);
    }

    #[test]
    fn a_date_since_when_is_a_yes() {
        let holds = Holds::Dates(DateStyle::default());
        let (read, column) = answers(&["01/09/2010", "2011", "", "prévu 2013", "non"], holds);
        assert_eq!(read, [Some(true), Some(true), None, None, Some(false)]);
        assert!(column.words.iter().all(|word| word.says.is_some()));
        assert_eq!(answers(&["2010", ""], holds).1.blank, Blank::No);
    }

    #[test]
    fn words_of_plans_are_counted_even_where_they_recur() {
        let (read, column) =
            answers(&["En cours", "en cours", "oui", "prévu 2012"], Holds::Answers);
        assert_eq!(read, [None, None, Some(true), None]);
        let told: Vec<(&str, usize)> =
            column.words.iter().map(|word| (word.word.as_str(), word.schools)).collect();
        assert_eq!(told, [("En cours", 2), ("prévu 2012", 1)]);
    }

    #[test]
    fn a_person_says_what_a_word_means() {
        let table = read_csv("uai;ent\nu;Bof\nu;oui\n".as_bytes()).unwrap().0;
        let chosen = BTreeMap::from([("bof".to_owned(), Answer::No)]);
        let column = EquipmentColumn::new(&table, 1, Holds::Answers, &chosen);
        assert_eq!(column.read(&table.row(0).unwrap()), Some(false));
        assert_eq!(column.words, []);
    }
}
