//! Rows of a list of schools whose number is not read as it stands.

use std::collections::HashMap;

use super::super::{
    doubt::Doubt,
    fate::{Fate, LeftOut, LeftOutReason},
    unmatched::{NotJoined, Unmatched},
};
use crate::coverage::school::UaiError;

/// Numbers that are not read as they stand.
#[derive(Default)]
pub(super) struct NumbersLeft {
    wrong_letters: usize,
    /// A few of them.
    letters: Vec<String>,
    pub unmatched: Vec<Unmatched>,
    /// The ranks of values among `unmatched`.
    ranks: HashMap<String, usize>,
}

/// How many wrong letters a sentence quotes.
const QUOTED: usize = 3;

impl NumbersLeft {
    pub fn wrong_letter(&mut self, line: u32, error: &UaiError) {
        self.wrong_letters += 1;
        if let UaiError::Letter { found, expected } = error
            && self.letters.len() < QUOTED
        {
            self.letters.push(format!("« {found} » (ligne {line}), où « {expected} » est attendu"));
        }
    }

    /// The fate of a row without a number: a note where nothing else is written.
    pub fn no_number(&mut self, line: u32, error: UaiError, says_something: bool) -> Fate {
        let UaiError::Shape(value) = error else { return Fate::OnMap };
        if value.is_empty() && !says_something {
            return Fate::Note;
        }
        match self.ranks.get(&value) {
            Some(rank) => self.unmatched[*rank].rows += 1,
            None => {
                let why = if value.is_empty() { NotJoined::Empty } else { NotJoined::NoNumber };
                self.ranks.insert(value.clone(), self.unmatched.len());
                self.unmatched.push(Unmatched { value, rows: 1, line, why });
            }
        }
        LeftOut::with_value(LeftOutReason::NoSchoolNumber)
    }

    pub fn doubt(&self) -> Option<Doubt> {
        (self.wrong_letters > 0).then(|| Doubt::CheckLetters {
            numbers: self.wrong_letters,
            examples: self.letters.clone(),
        })
    }
}
