//! Levels (*échelons*), from the country down to the school.

use serde::{Deserialize, Serialize};

/// A level of the division of France, the widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The whole country.
    France,
    /// Région, which runs the lycées.
    Region,
    /// Académie, the ministry's own division.
    Academie,
    /// Département, which runs the collèges.
    Departement,
}

impl Level {
    /// The levels that a map can show.
    pub const MAPPED: [Self; 3] = [Self::Region, Self::Academie, Self::Departement];

    /// « région ».
    pub fn singular(self) -> &'static str {
        match self {
            Self::France => "France",
            Self::Region => "région",
            Self::Academie => "académie",
            Self::Departement => "département",
        }
    }

    /// « régions ».
    pub fn plural(self) -> &'static str {
        match self {
            Self::France => "France",
            Self::Region => "régions",
            Self::Academie => "académies",
            Self::Departement => "départements",
        }
    }

    /// « 1 région », « 4 régions »: the noun that goes with a count.
    pub fn noun(self, count: usize) -> &'static str {
        if count < 2 { self.singular() } else { self.plural() }
    }
}
