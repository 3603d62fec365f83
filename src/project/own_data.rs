//! A person's own files as the document keeps them: their names, and what was decided about each.

use serde::{Deserialize, Serialize};

use crate::{
    coverage::{
        SchoolType,
        import::{
            Answer, Dating, DecimalSign, Duplicates, ImportChoices, ListRole, Meaning, Reply,
            Scale, SuppositionKind,
        },
    },
    table::{Encoding, ReadOptions, Separator, normalise},
    territory::{Edition, Level, TerritoryId, matching::RepairKind},
};

/// Files that are joined and shown together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnData {
    /// The one that was opened, then those that were added to it.
    pub files: Vec<OwnSource>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSource {
    /// Its name, without the folder.
    pub name: String,
    /// Where it comes from, which tells two files of one name apart: its path.
    #[serde(default)]
    pub origin: String,
    /// What was decided about it.
    #[serde(default)]
    pub choices: FileChoices,
}

/// What a person decided about a file, against the guesses; the default leaves all to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileChoices {
    /// How its bytes become a table.
    pub read: ReadOptions,
    /// What the table means.
    pub import: ImportChoices,
}

impl From<ImportChoices> for FileChoices {
    fn from(import: ImportChoices) -> Self {
        Self { import, ..Self::default() }
    }
}

/// One decision about a file. `None` gives it back to the program.
#[derive(Clone, Debug, PartialEq)]
pub enum FileChoice {
    /// The encoding of a text.
    Encoding(Option<Encoding>),
    /// What stands between its cells.
    Separator(Option<Separator>),
    /// The sheet of a workbook.
    Sheet(Option<String>),
    /// The line of the names, from 1; 0 for none.
    HeaderRow(Option<u32>),
    /// What a column holds; `Some(None)` for a column to be ignored.
    Meaning {
        /// From 0.
        column: usize,
        /// What it holds.
        meaning: Option<Option<Meaning>>,
    },
    /// Whether repairs of a kind are made.
    Repair {
        /// Which.
        kind: RepairKind,
        /// Whether they are.
        made: bool,
    },
    /// The territory that a value stands for, or its being unpaired again.
    Pair {
        /// As the file has it.
        value: String,
        /// The territory.
        territory: Option<TerritoryId>,
    },
    /// The territories that several values stand for.
    PairAll(Vec<(String, TerritoryId)>),
    /// What stands before decimals.
    DecimalSign(Option<DecimalSign>),
    /// Percent, or fractions.
    Scale(Option<Scale>),
    /// The borders that its régions and académies are meant in.
    Edition(Option<Edition>),
    /// Which of several values counts.
    Duplicates(Option<Duplicates>),
    /// The column to be shown, by its name.
    Shown(Option<String>),
    /// What is counted, in the words of a title.
    Subject(Option<String>),
    /// What a word of equipment means, for all schools that have it.
    Word {
        /// As the file has it.
        word: String,
        /// What it means.
        says: Option<Answer>,
    },
    /// What a list of schools is.
    Role(Option<ListRole>),
    /// The level of its territories, where its codes leave it open.
    Level(Option<Level>),
    /// A supposition is right.
    Confirm(SuppositionKind),
    /// Several suppositions are right.
    ConfirmAll(Vec<SuppositionKind>),
    /// A supposition is wrong, and there is but one other reading.
    Refuse(SuppositionKind),
    /// What was said of a supposition is taken back.
    Doubt(SuppositionKind),
    /// The answer to a question.
    Answer(Reply),
    /// The type of schools, where no column tells.
    SchoolType(Option<SchoolType>),
    /// The date of the whole file.
    Date(Option<Dating>),
    /// Whether a list of equipped schools speaks of all of France.
    Everywhere(bool),
    /// All back to the guesses.
    Forget,
}

impl OwnData {
    /// What a tab calls them: the name of the first, and how many more there are.
    pub fn label(&self) -> String {
        let first = self.files.first().map_or("", |file| file.name.as_str());
        match self.files.len() {
            0 | 1 => first.to_owned(),
            more => format!("{first} + {}", more - 1),
        }
    }

    /// Their names: « a.csv » et « b.csv ».
    pub fn names(&self) -> String {
        enumerated(self.files.iter().map(|file| format!("« {} »", file.name)))
    }

    /// The same as a source line has them: a.csv et b.csv.
    pub fn plain_names(&self) -> String {
        enumerated(self.files.iter().map(|file| file.name.clone()))
    }
}

fn enumerated(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

impl OwnSource {
    /// Whether it is the same file, perhaps read another way.
    pub fn is_the_same(&self, other: &Self) -> bool {
        self.name == other.name && self.origin == other.origin
    }
}

impl FileChoice {
    pub(super) fn apply(self, choices: &mut FileChoices) {
        let FileChoices { read, import } = choices;
        match self {
            Self::Encoding(encoding) => read.encoding = encoding,
            // The columns are others then, and so are their meanings.
            Self::Separator(separator) => {
                read.separator = separator;
                import.meanings.clear();
            }
            Self::Sheet(sheet) => {
                read.sheet = sheet;
                read.header_row = None;
                import.meanings.clear();
            }
            Self::HeaderRow(row) => {
                read.header_row = row;
                import.meanings.clear();
            }
            Self::Meaning { column, meaning: Some(meaning) } => {
                // Of two columns with one meaning, the last that was chosen has it.
                if meaning.is_some() {
                    import.meanings.retain(|_, other| *other != meaning);
                }
                import.meanings.insert(column, meaning);
            }
            Self::Meaning { column, meaning: None } => {
                import.meanings.remove(&column);
            }
            Self::Repair { kind, made } => {
                import.disabled_repairs.retain(|other| *other != kind);
                if !made {
                    import.disabled_repairs.push(kind);
                    import.disabled_repairs.sort_unstable();
                }
            }
            Self::Pair { value, territory: Some(territory) } => {
                import.pairings.insert(value, territory);
            }
            Self::Pair { value, territory: None } => {
                import.pairings.remove(&value);
            }
            Self::PairAll(pairs) => import.pairings.extend(pairs),
            Self::DecimalSign(sign) => import.decimal_sign = sign,
            Self::Scale(scale) => import.scale = scale,
            Self::Edition(edition) => import.edition = edition,
            Self::Duplicates(rule) => import.duplicates = rule,
            Self::SchoolType(school_type) => import.school_type = school_type,
            Self::Date(dating) => import.dating = dating,
            Self::Shown(shown) => import.shown = shown,
            Self::Subject(subject) => import.subject = subject,
            Self::Word { word, says: Some(says) } => {
                import.words.insert(normalise(&word).into_owned(), says);
            }
            Self::Word { word, says: None } => {
                import.words.remove(normalise(&word).as_ref());
            }
            Self::Role(role) => import.role = role,
            Self::Level(level) => import.level = level,
            Self::Confirm(kind) => {
                import.confirmed.insert(kind);
            }
            Self::ConfirmAll(kinds) => import.confirmed.extend(kinds),
            Self::Refuse(kind) => {
                import.confirmed.remove(&kind);
                import.refused.insert(kind);
            }
            Self::Doubt(kind) => {
                import.confirmed.remove(&kind);
                import.refused.remove(&kind);
            }
            Self::Answer(reply) => import.answer(reply),
            Self::Everywhere(everywhere) => import.everywhere = everywhere,
            Self::Forget => *choices = FileChoices::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(choices: impl IntoIterator<Item = FileChoice>) -> FileChoices {
        let mut all = FileChoices::default();
        choices.into_iter().for_each(|choice| choice.apply(&mut all));
        all
    }

    fn meaning(column: usize, meaning: Meaning) -> FileChoice {
        FileChoice::Meaning { column, meaning: Some(Some(meaning)) }
    }

    #[test]
    fn a_meaning_stands_at_the_column_that_was_given_it_last() {
        let all = after([meaning(1, Meaning::Taux), meaning(2, Meaning::Taux)]);
        assert_eq!(all.import.meanings.into_iter().collect::<Vec<_>>(), [(2, Some(Meaning::Taux))]);
    }

    #[test]
    fn meanings_of_columns_go_when_the_columns_change() {
        let all = after([meaning(1, Meaning::Taux), FileChoice::HeaderRow(Some(3))]);
        assert!(all.import.meanings.is_empty());
        assert_eq!(all.read.header_row, Some(3));
    }

    #[test]
    fn every_choice_can_be_given_back() {
        let all = after([
            FileChoice::Repair { kind: RepairKind::LeadingZero, made: false },
            FileChoice::Repair { kind: RepairKind::LeadingZero, made: true },
            FileChoice::Pair { value: "x".to_owned(), territory: Some(TerritoryId::France) },
            FileChoice::Pair { value: "x".to_owned(), territory: None },
            meaning(0, Meaning::Taux),
            FileChoice::Meaning { column: 0, meaning: None },
        ]);
        assert_eq!(all, FileChoices::default());
        assert_eq!(after([meaning(1, Meaning::Taux), FileChoice::Forget]), FileChoices::default());
    }

    #[test]
    fn choices_are_the_same_once_saved_and_read_again() {
        // A choice of separator drops the meanings, hence first.
        let all = after([
            FileChoice::Separator(Some(Separator::Tab)),
            meaning(3, Meaning::Equipes),
            FileChoice::Meaning { column: 4, meaning: Some(None) },
            FileChoice::Pair { value: "Savoi".to_owned(), territory: Some(TerritoryId::France) },
            FileChoice::Scale(Some(Scale::Fraction)),
        ]);
        let text = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<FileChoices>(&text).unwrap(), all);
        assert!(text.contains("\"equipes\""), "{text}");
    }
}
