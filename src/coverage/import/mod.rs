//! Files that people bring: what their columns mean, and how their cells are read.
//!
//! [`meanings`] gives each column of a table its [`Meaning`], from its name (a synonym of
//! `assets/synonymes.csv`) and from its values, which confirm or refute it. Cells are read in the
//! style of their whole column: [`share_style`] and [`number_style`] for numbers, [`date_style`]
//! for dates; [`missing_word`] says why a cell has no value.

mod assumptions;
mod bare_dates;
mod by_school;
mod by_territory;
mod choices;
mod column_sets;
mod duplicates;
mod equipment;
mod figures;
mod header_says;
mod join;
mod level_sums;
mod meaning;
mod meanings;
mod missing;
mod number;
mod part;
mod places;
mod report;
mod row_dates;
mod row_levels;
mod school_rows;
mod shape;
mod sub_totals;
mod synonyms;
mod territory_rows;
mod verdict;
mod when;

#[cfg(test)]
mod tests;

pub use choices::{Duplicates, ImportChoices};
pub use join::join;
pub use meaning::Meaning;
pub use meanings::{ColumnMeaning, meanings};
pub use missing::{MissingWord, missing_word};
pub use number::{
    DecimalSign, Expected, Number, NumberStyle, Scale, ShareStyle, number_style, read_count,
    read_number, share_style,
};
use part::{Content, Tells};
pub use part::{Part, read_part};
pub use report::{ImportReport, NotJoined, Unmatched};
pub use synonyms::SYNONYMS_CSV;
pub use when::{DateStyle, When, date_style, read_when};

use super::{Dataset, SchoolType};
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
}

impl Imported {
    /// Whether every row that was meant for the map is on it.
    pub fn is_complete(&self) -> bool {
        self.reports.iter().all(ImportReport::is_complete)
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
