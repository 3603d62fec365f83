//! What was decided about files, remembered for files with the same header.

use serde::{Deserialize, Serialize};

use super::FileChoices;
use crate::table::normalise;

/// Decisions by the header of the file they were made for, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChoiceMemory {
    entries: Vec<Remembered>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    header: String,
    choices: FileChoices,
}

/// Headers that are remembered; the oldest gives way.
const MOST: usize = 60;

impl ChoiceMemory {
    /// What was last decided about a file with this header. Dates and pairings of values belong to
    /// the kind of file too: the same column of names has the same slips.
    pub fn recall(&self, header: &[String]) -> Option<&FileChoices> {
        let key = key(header);
        self.entries.iter().find(|entry| entry.header == key).map(|entry| &entry.choices)
    }

    /// Remembers what was decided; forgets the header when that is nothing.
    pub fn remember(&mut self, header: &[String], choices: &FileChoices) {
        let header = key(header);
        self.entries.retain(|entry| entry.header != header);
        if *choices != FileChoices::default() {
            self.entries.push(Remembered { header, choices: choices.clone() });
        }
        if self.entries.len() > MOST {
            self.entries.remove(0);
        }
    }
}

fn key(header: &[String]) -> String {
    let names: Vec<_> = header.iter().map(|name| normalise(name)).collect();
    names.join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{project::FileChoice, table::Encoding};

    fn header(names: &str) -> Vec<String> {
        names.split(';').map(str::to_owned).collect()
    }

    fn western() -> FileChoices {
        let mut choices = FileChoices::default();
        FileChoice::Encoding(Some(Encoding::Windows1252)).apply(&mut choices);
        choices
    }

    #[test]
    fn a_header_is_known_again_whatever_its_case() {
        let mut memory = ChoiceMemory::default();
        memory.remember(&header("Code;Taux"), &western());
        assert_eq!(memory.recall(&header("CODE;taux")), Some(&western()));
        assert_eq!(memory.recall(&header("Code;Taux;Note")), None);
        memory.remember(&header("code;taux"), &FileChoices::default());
        assert_eq!(memory, ChoiceMemory::default());
    }

    #[test]
    fn the_oldest_header_gives_way() {
        let mut memory = ChoiceMemory::default();
        for number in 0..=MOST {
            memory.remember(&header(&format!("code;{number}")), &western());
        }
        assert_eq!(memory.recall(&header("code;0")), None);
        assert!(memory.recall(&header("code;1")).is_some());
    }
}
