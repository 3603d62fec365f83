//! The short name of the schools that are counted, for the head of a column.

use super::{Counted, Subject};
use crate::coverage::Measure;

/// What schools that have, or use, what is counted are called where there is room for one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holders {
    /// They have an ENT.
    #[default]
    Equipped,
    /// They use it.
    Users,
    /// They are counted for something else, whose words are too long for a column.
    Concerned,
}

impl Holders {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Equipped, Self::Users, Self::Concerned];

    /// « équipés ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Equipped => "équipés",
            Self::Users => "utilisateurs",
            Self::Concerned => "concernés",
        }
    }

    /// « équipé ».
    pub fn singular(self) -> &'static str {
        match self {
            Self::Equipped => "équipé",
            Self::Users => "utilisateur",
            Self::Concerned => "concerné",
        }
    }
}

impl Subject {
    /// What the schools that it counts are called.
    pub fn holders(&self) -> Holders {
        match (&self.counted, self.measure) {
            (Counted::Ent, Measure::Deploye) => Holders::Equipped,
            (Counted::Ent, Measure::Usage) => Holders::Users,
            (Counted::Other(_), _) => Holders::Concerned,
        }
    }
}
