//! Files that no map can be drawn from yet: a person may say how they are to be read.

use std::sync::Arc;

use super::{FileChoice, FileChoices, Opened, OwnFile, OwnFileError, OwnFileFault, OwnSet};
use crate::{
    coverage::import::{ColumnMeaning, columns_as_chosen},
    french::capitalised,
    table::Progress,
};

/// Files of which one is refused, as far as they could be read.
pub struct Refused {
    /// The files with what was decided about them.
    pub set: OwnSet,
    /// Each column of the one that is refused, with what it is taken for.
    pub columns: Vec<(String, ColumnMeaning)>,
    /// Why.
    pub error: OwnFileError,
    rank: usize,
}

/// A file that was not opened.
pub struct Unopened {
    /// Why, in whole sentences.
    pub sentence: String,
    /// What was read of it, where it is a table: a person may say what its columns are.
    pub refused: Option<Box<Refused>>,
}

impl From<String> for Unopened {
    fn from(sentence: String) -> Self {
        Self { sentence, refused: None }
    }
}

impl Refused {
    /// Joins files as it is decided; what can't be joined is kept, to be decided otherwise.
    ///
    /// # Errors
    /// Those of [`OwnSet::open`].
    pub fn or_opened(set: OwnSet, progress: &Progress) -> Result<Opened, Box<Self>> {
        let mut set = set;
        let (rank, error) = match set.try_open(progress) {
            Ok(imported) => return Ok(Opened { set, imported }),
            Err(refused) => refused,
        };
        let known = set.files().get(rank).zip(set.data.files.get(rank));
        let columns = known.map_or_else(Vec::new, |(own, source)| {
            columns_as_chosen(&own.reading.table, &source.choices.import)
        });
        Err(Box::new(Self { set, columns, error, rank }))
    }

    /// The file that is refused.
    pub fn file(&self) -> Option<&Arc<OwnFile>> {
        self.set.files().get(self.rank)
    }

    /// Its rank among those that it was to be joined to.
    pub fn rank(&self) -> usize {
        self.rank
    }

    /// What was decided about it.
    pub fn choices(&self) -> Option<&FileChoices> {
        self.set.data.files.get(self.rank).map(|source| &source.choices)
    }

    /// Decides something about it.
    pub fn decide(&mut self, choice: FileChoice) {
        if let Some(source) = self.set.data.files.get_mut(self.rank) {
            choice.apply(&mut source.choices);
        }
    }

    /// Why it is refused, in a sentence for whoever has it before their eyes.
    pub fn why(&self) -> String {
        match &self.error.error {
            OwnFileFault::Import(error) => error.in_preview().to_owned(),
            OwnFileFault::Table(error) => capitalised(&error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::import::Meaning,
        project::{ChoiceMemory, FileBytes},
        table::READ_ON,
    };

    fn set_of(text: &str) -> OwnSet {
        let mut set = OwnSet::new();
        let bytes = Arc::new(text.as_bytes().to_vec());
        let file = FileBytes { name: "a.csv".to_owned(), origin: "a.csv".to_owned(), bytes };
        set.add(file, &ChoiceMemory::default(), READ_ON).unwrap();
        set
    }

    #[test]
    fn a_refused_file_is_opened_once_a_person_says_what_its_columns_are() {
        let text = "bidule;machin\n01;10\n38;20\n73;30\n";
        let mut refused = Refused::or_opened(set_of(text), READ_ON).err().unwrap();
        assert_eq!(refused.columns.len(), 2);
        assert!(refused.why().contains("ne désigne"), "{}", refused.why());
        let say = |column, meaning| FileChoice::Meaning { column, meaning: Some(Some(meaning)) };
        refused.decide(say(0, Meaning::CodeDepartement));
        let mut refused = Refused::or_opened(refused.set, READ_ON).err().unwrap();
        assert_eq!(refused.columns[0].1.meaning, Some(Meaning::CodeDepartement));
        assert!(refused.why().contains("ne donne une part"), "{}", refused.why());
        refused.decide(say(1, Meaning::Taux));
        let opened = Refused::or_opened(refused.set, READ_ON).ok().unwrap();
        assert_eq!(opened.imported.reports[0].on_map(), 3);
    }

    #[test]
    fn a_way_of_reading_that_leaves_no_table_keeps_the_table_of_before() {
        let mut set = set_of("code;taux\n01;10\n38;20\n");
        let choices = &mut set.data.files[0].choices;
        FileChoice::HeaderRow(Some(3)).apply(choices);
        let refused = Refused::or_opened(set, READ_ON).err().unwrap();
        let file = refused.file().unwrap();
        assert!(!file.reading.table.is_empty());
    }
}
