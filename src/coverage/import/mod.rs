//! Files that people bring: what their columns mean, and how their cells are read.
//!
//! [`read_part`] understands one file by itself: [`meanings`] gives each column its [`Meaning`]
//! from the words of its name and from its values, then a table by territory or a list of schools
//! is read row by row. [`join`] puts files together. Each row has one [`Fate`]; each reading is
//! certain, a [`Supposition`] that the map carries along, or a [`Question`] without whose answer
//! nothing is drawn.

mod assumed;
mod choices;
mod columns;
mod conflicts;
mod dates;
mod decisions;
mod doubt;
mod excerpt;
mod fate;
mod headers;
mod join;
mod numbers;
mod part;
mod question;
mod read_part;
mod recognised;
mod report;
mod schools;
mod supposition;
mod territories;
mod total;
mod unmatched;

pub use choices::ImportChoices;
pub use columns::{
    ColumnMeaning, ColumnReason, Meaning, MeaningGroup, columns_as_chosen, likely_meanings,
    meanings,
};
pub use dates::{DateStyle, When, date_style, read_when};
pub use decisions::{Dating, Duplicates, ListRole};
pub use doubt::Doubt;
pub use fate::{Fate, FateCounts, Fates, LeftOut, LeftOutReason, NotCountedHere, TotalsChecked};
pub use join::join;
pub use numbers::{DecimalSign, Scale};
pub use part::Part;
pub use question::{Question, Reply};
pub use read_part::read_part;
pub use recognised::{Recognised, RecognisedKind, UNDATED};
pub use report::{ImportReport, Showable};
pub use schools::equipment::WordTold;
pub use supposition::{DateSource, Supposition, SuppositionKind, TypeSource};
pub use total::{TotalDisagreement, TotalNumbers, TotalParts};
pub use unmatched::{NotJoined, Unmatched};

pub use super::vocabulary::{Answer, MissingWord, missing_word};

use super::{Dataset, SchoolType, school::Sector};
use crate::{french::NARROW_SPACE, table::Table, territory::Level};

/// Files understood and joined.
#[derive(Clone, Debug)]
pub struct Imported {
    /// What they say together.
    pub dataset: Dataset,
    /// What was done to understand each, in the order in which they were given.
    pub reports: Vec<ImportReport>,
    /// The type of schools that the first speaks of, or the likeliest.
    pub school_type: SchoolType,
    /// The level of its territories.
    pub level: Level,
    /// The sector that is shown at first, where the figures of two don't add up.
    pub sector: Option<Sector>,
}

impl Imported {
    /// Whether no row with a value was left out, and every cell of a used column could be read.
    pub fn is_complete(&self) -> bool {
        self.reports.iter().all(ImportReport::is_complete)
    }

    /// What is to be decided before a map is drawn, with the rank of the file.
    pub fn questions(&self) -> impl Iterator<Item = (usize, &Question)> {
        self.reports
            .iter()
            .enumerate()
            .flat_map(|(file, report)| report.questions.iter().map(move |one| (file, one)))
    }
}

/// Reads one file by itself: [`read_part`], then [`join`].
///
/// # Errors
/// When it says nothing that a map can show.
pub fn import(table: &Table, name: &str, choices: &ImportChoices) -> Result<Imported, ImportError> {
    join(vec![read_part(table, name, choices)?])
}

/// Why a table says nothing that a map can show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No column names territories.
    #[error(
        "aucune colonne ne désigne des régions, des académies ou des départements{NARROW_SPACE}; \
         colonnes lues{NARROW_SPACE}: {}. Ajoutez une colonne de codes ou de noms.",
        .found.join(", ")
    )]
    NoTerritory {
        /// The names of its columns.
        found: Vec<String>,
    },
    /// Numbers of schools, and nothing that says what and where these schools are.
    #[error(
        "c’est une liste de numéros UAI, qui ne dit pas ce que sont ces établissements. Ouvrez \
         d’abord une liste des établissements (celle du ministère, par exemple), puis ajoutez ce \
         fichier."
    )]
    OnlyNumbers,
    /// No column holds a value.
    #[error(
        "aucune colonne ne donne une part, un nombre d’établissements équipés ou un \
         stade{NARROW_SPACE}; colonnes lues{NARROW_SPACE}: {}. Nommez-en une « taux » ou « equipes ».",
        .found.join(", ")
    )]
    NoValue {
        /// The names of its columns.
        found: Vec<String>,
    },
}

impl ImportError {
    /// Why, and what to say of its columns, in one sentence: for whoever has them before their eyes.
    pub fn in_preview(&self) -> &'static str {
        match self {
            Self::NoTerritory { .. } => {
                "Aucune colonne ne désigne des régions, des académies ou des départements\u{202f}: \
                 choisissez ci-dessous celle qui le fait."
            }
            Self::OnlyNumbers => {
                "Cette liste de numéros UAI ne dit pas ce que sont ces établissements\u{202f}: ouvrez \
                 d’abord une liste des établissements, puis ajoutez-lui ce fichier."
            }
            Self::NoValue { .. } => {
                "Aucune colonne ne donne une part, un nombre d’établissements équipés ou un \
                 stade\u{202f}: choisissez ci-dessous celle qui le fait."
            }
        }
    }
}
