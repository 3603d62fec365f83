//! How a person's files are called in a sentence about what they say.

use crate::{coverage::Dataset, french::quoted};

/// Who says something: « Votre fichier », or of several files the one that does, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    name: String,
    is_plural: bool,
}

impl Speaker {
    /// Who says what stands in the file of that rank; without one, all files do.
    pub fn of(dataset: &Dataset, file: Option<usize>) -> Self {
        let files = dataset.files();
        if files.len() < 2 {
            return Self { name: "Votre fichier".to_owned(), is_plural: false };
        }
        match file.and_then(|file| files.get(file)) {
            Some(name) => Self { name: quoted(name), is_plural: false },
            None => Self { name: "Vos fichiers".to_owned(), is_plural: true },
        }
    }

    /// « Votre fichier ne parle pas », « Vos fichiers ne parlent pas »: with the verb of one file, or
    /// of several.
    pub fn says(&self, of_one: &str, of_several: &str) -> String {
        format!("{} {}", self.name, if self.is_plural { of_several } else { of_one })
    }
}
