//! What a person decided about a file, against the guesses.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{DecimalSign, Meaning, Scale};
use crate::{
    coverage::SchoolType,
    territory::{Edition, TerritoryId, matching::RepairKind},
};

/// Decisions about a file; the default leaves everything to the guesses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportChoices {
    /// Meanings of columns, by rank; `None` for a column to be ignored.
    pub meanings: BTreeMap<usize, Option<Meaning>>,
    /// Repairs that are not to be made.
    pub disabled_repairs: Vec<RepairKind>,
    /// Values paired by hand or by accepting a suggestion.
    pub pairings: BTreeMap<String, TerritoryId>,
    /// Whether shares are in percent or fractions.
    pub scale: Option<Scale>,
    /// What stands before decimals.
    pub decimal_sign: Option<DecimalSign>,
    /// The borders that régions and académies are meant in.
    pub edition: Option<Edition>,
    /// Which of several values of one territory counts.
    pub duplicates: Duplicates,
    /// The type of schools, in a file without a column of types.
    pub school_type: Option<SchoolType>,
    /// The date, in a file without dates.
    pub date: Option<Date>,
    /// A list of equipped schools speaks of all of France: where it names none, there is none.
    pub everywhere: bool,
}

/// Which of several values that a file gives for the same territory, type and date counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

impl Duplicates {
    /// All, in the order of a list.
    pub const ALL: [Self; 4] = [Self::First, Self::Last, Self::Sum, Self::Mean];

    /// As a list writes it: « la première ».
    pub fn label(self) -> &'static str {
        match self {
            Self::First => "la première",
            Self::Last => "la dernière",
            Self::Sum => "la somme",
            Self::Mean => "la moyenne",
        }
    }
}
