//! What a person may decide of a file: its date, which of several values counts, what a list is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a person said of the date of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dating {
    /// It has none.
    Undated,
    /// It is known on this day.
    On(Date),
}

impl Dating {
    /// The day, if there is one.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Undated => None,
            Self::On(day) => Some(day),
        }
    }
}

/// Which of several values that a file gives for the same territory, type and date counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Duplicates {
    /// The one that comes first.
    First,
    /// The one that comes last: a later row corrects an earlier one.
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

/// What a list of schools is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ListRole {
    /// It names schools, and says nothing of equipment.
    Schools,
    /// To be in it is to be equipped.
    Equipped,
}
