//! What was decided about files, remembered for files with the same header and for the same file.

use serde::{Deserialize, Serialize};

use super::FileChoices;
use crate::{coverage::import::ImportChoices, table::normalise};

/// Decisions about files, the latest last: those about the form of a file by its header, those about
/// its values by the file itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChoiceMemory {
    entries: Vec<Remembered>,
    #[serde(default)]
    of_values: Vec<OfValues>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    header: String,
    choices: FileChoices,
}

/// What was decided about the values of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct OfValues {
    /// A hash of its bytes.
    file: u64,
    choices: ImportChoices,
}

/// Headers and files that are remembered; the oldest gives way.
const MOST: usize = 60;

impl ChoiceMemory {
    /// What was last decided about the form of files with this header, and about the values of this
    /// very file. A date, a pairing or a contradiction of one file is never taken over to another.
    pub fn recall(&self, header: &[String], file: u64) -> FileChoices {
        let key = key(header);
        let form = self.entries.iter().find(|entry| entry.header == key);
        let mut choices = form.map(|entry| entry.choices.clone()).unwrap_or_default();
        if let Some(values) = self.of_values.iter().find(|entry| entry.file == file) {
            choices.import = values.choices.clone().with_form(&choices.import);
        }
        choices
    }

    /// Remembers what was decided; forgets the header and the file when that is nothing.
    pub fn remember(&mut self, header: &[String], file: u64, choices: &FileChoices) {
        let header = key(header);
        self.entries.retain(|entry| entry.header != header);
        let form = FileChoices { read: choices.read.clone(), import: choices.import.of_form() };
        if form != FileChoices::default() {
            self.entries.push(Remembered { header, choices: form });
        }
        self.of_values.retain(|entry| entry.file != file);
        let values = choices.import.of_values();
        if values != ImportChoices::default() {
            self.of_values.push(OfValues { file, choices: values });
        }
        if self.entries.len() > MOST {
            self.entries.remove(0);
        }
        if self.of_values.len() > MOST {
            self.of_values.remove(0);
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
    use jiff::civil::date;

    use crate::{
        coverage::import::{Dating, Scale},
        project::FileChoice,
        table::Encoding,
    };

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
        memory.remember(&header("Code;Taux"), 1, &western());
        assert_eq!(memory.recall(&header("CODE;taux"), 2), western());
        assert_eq!(memory.recall(&header("Code;Taux;Note"), 1), FileChoices::default());
        memory.remember(&header("code;taux"), 1, &FileChoices::default());
        assert_eq!(memory, ChoiceMemory::default());
    }

    #[test]
    fn what_concerns_values_is_kept_for_the_file_alone() {
        let mut memory = ChoiceMemory::default();
        let mut choices = western();
        FileChoice::Date(Some(Dating::On(date(2010, 12, 31)))).apply(&mut choices);
        FileChoice::Scale(Some(Scale::Fraction)).apply(&mut choices);
        memory.remember(&header("code;taux"), 1, &choices);
        assert_eq!(memory.recall(&header("code;taux"), 1), choices);
        let another = memory.recall(&header("code;taux"), 2);
        assert_eq!(another.import.dating, None, "a date is that of one file");
        assert_eq!(another.import.scale, Some(Scale::Fraction));
        assert_eq!(another.read, choices.read);
        let renamed = memory.recall(&header("autre;taux"), 1);
        assert_eq!(renamed.import.dating, choices.import.dating);
        assert_eq!(renamed.import.scale, None);
    }

    #[test]
    fn the_oldest_header_gives_way() {
        let mut memory = ChoiceMemory::default();
        for number in 0..=MOST {
            memory.remember(&header(&format!("code;{number}")), number as u64, &western());
        }
        assert_eq!(memory.recall(&header("code;0"), 0), FileChoices::default());
        assert_eq!(memory.recall(&header("code;1"), 1), western());
    }
}
