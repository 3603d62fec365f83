//! Readings that are likely and not certain: shown, and said wherever the map goes.

mod confirmed;
mod kind;
mod said;
mod sentence;
mod source;

pub use kind::SuppositionKind;
pub use source::{DateSource, TypeSource};

use super::numbers::Scale;
use crate::{
    coverage::{Period, SchoolType, Subset, school::Sector},
    territory::Level,
};

/// A reading that was supposed, until a person confirms it.
#[derive(Clone, Debug, PartialEq)]
pub enum Supposition {
    /// A column whose name says « taux » or « part » and no more is the share of schools equipped.
    Share {
        /// The name of the column.
        header: String,
        /// It counts schools, rather than giving their share.
        is_a_count: bool,
    },
    /// Of several columns that could be the one that is shown, the first of the file.
    FirstOfSeveral {
        /// The one that is shown.
        header: String,
        /// The others.
        others: Vec<String>,
    },
    /// Of two sectors' shares without counts, one is shown.
    OneSector {
        /// The one.
        sector: Sector,
        /// The columns of the other.
        others: Vec<String>,
    },
    /// The date of the whole file.
    Date {
        /// The date.
        period: Period,
        /// Where it stands.
        from: DateSource,
    },
    /// « 2010-11 » is November rather than a school year.
    MonthNotSchoolYear {
        /// The name of the column.
        header: String,
        /// A cell.
        cell: String,
    },
    /// Codes that are those of several levels.
    Level {
        /// The one that is shown.
        level: Level,
        /// The others.
        others: Vec<Level>,
    },
    /// The type of schools.
    SchoolType {
        /// The type.
        school_type: SchoolType,
        /// Why.
        from: TypeSource,
    },
    /// The whole table counts some schools of its type.
    SomeSchools {
        /// Public or private ones.
        sector: Option<Sector>,
        /// Which.
        subset: Option<Subset>,
        /// Where that stands.
        from: TypeSource,
    },
    /// Percent or fractions, where some cells say otherwise.
    Scale {
        /// The one that is read.
        scale: Scale,
        /// Some cells that say otherwise.
        odd: Vec<String>,
    },
    /// `1.200` is 1 200.
    Thousands {
        /// A cell.
        cell: String,
    },
    /// A blank cell beside signs or names says no.
    BlankIsNo {
        /// The name of the column.
        header: String,
    },
    /// Words that recur name projects, and so say yes.
    ProjectNames {
        /// The words.
        names: Vec<String>,
    },
    /// A list of equipped schools alone: their number against the reference number of schools.
    OnlyEquipped,
    /// A sum of shares without counts and without a date rests on the reference numbers of 2024.
    Reference2024,
    /// Numbers of equipped schools without a total: against the reference numbers of schools.
    AgainstReference {
        /// The name of the column.
        header: String,
        /// Of which years these numbers are: 2011, 2024 or both.
        years: Vec<u16>,
    },
    /// A list whose schools stand in another is a list of those that are equipped.
    EquippedList,
    /// Labels are filled down, as the layout shows.
    FilledDown {
        /// The name of the column.
        header: String,
        /// How many cells.
        cells: usize,
    },
    /// Figures of a table without a word of a sector, level or date that was supposed when it was
    /// saved.
    SaidByTheFile(String),
}

impl Supposition {
    /// Its kind.
    pub fn kind(&self) -> SuppositionKind {
        match self {
            Self::Share { .. } => SuppositionKind::Share,
            Self::FirstOfSeveral { .. } => SuppositionKind::FirstOfSeveral,
            Self::OneSector { .. } => SuppositionKind::OneSector,
            Self::Date { .. } => SuppositionKind::Date,
            Self::MonthNotSchoolYear { .. } => SuppositionKind::MonthNotSchoolYear,
            Self::Level { .. } => SuppositionKind::Level,
            Self::SchoolType { .. } => SuppositionKind::SchoolType,
            Self::SomeSchools { .. } => SuppositionKind::SomeSchools,
            Self::Scale { .. } => SuppositionKind::Scale,
            Self::Thousands { .. } => SuppositionKind::Thousands,
            Self::BlankIsNo { .. } => SuppositionKind::BlankIsNo,
            Self::ProjectNames { .. } => SuppositionKind::ProjectNames,
            Self::OnlyEquipped => SuppositionKind::OnlyEquipped,
            Self::Reference2024 => SuppositionKind::Reference2024,
            Self::AgainstReference { .. } => SuppositionKind::AgainstReference,
            Self::EquippedList => SuppositionKind::EquippedList,
            Self::FilledDown { .. } => SuppositionKind::FilledDown,
            Self::SaidByTheFile(_) => SuppositionKind::SaidByTheFile,
        }
    }
}
