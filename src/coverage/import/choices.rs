//! What a person decided about a file, against the guesses.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Meaning, Scale};
use crate::{
    coverage::SchoolType,
    territory::{TerritoryId, matching::RepairKind},
};

/// Decisions about a file; the default leaves everything to the guesses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportChoices {
    /// Meanings of columns, by rank; `None` for a column to be ignored.
    pub meanings: BTreeMap<usize, Option<Meaning>>,
    /// Repairs that are not to be made.
    pub disabled_repairs: Vec<RepairKind>,
    /// Values paired by hand or by accepting a suggestion.
    pub pairings: BTreeMap<String, TerritoryId>,
    /// Whether shares are in percent or fractions.
    pub scale: Option<Scale>,
    /// Which of several values of one territory counts.
    pub duplicates: Duplicates,
    /// The type of schools, in a file without a column of types.
    pub school_type: Option<SchoolType>,
    /// The date, in a file without dates.
    pub date: Option<Date>,
}

/// Which of several values that a file gives for the same territory, type and date counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// The one that comes first.
    First,
    /// The one that comes last: a later row corrects an earlier one.
    #[default]
    Last,
    /// Schools are added up.
    Sum,
    /// The mean of the shares.
    Mean,
}
