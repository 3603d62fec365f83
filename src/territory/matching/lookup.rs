//! What looking a cell up among the territories of one division gives.

use crate::territory::TerritoryId;

use super::Repairs;

/// What a cell is as a territory of one division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    /// That territory, after those repairs.
    Found { id: TerritoryId, repairs: Repairs },
    /// One of these, and the cell does not say which: `20`, « Corse » among départements.
    Several(Vec<TerritoryId>),
    /// A named part of a territory, which has no outline of its own: `69M` within `69`.
    Part { whole: TerritoryId, name: &'static str },
    /// A place that this atlas has no outline for.
    Outside(&'static str),
    /// None that is known.
    Nothing,
}

impl Lookup {
    /// The same after more repairs.
    pub fn after(self, more: Repairs) -> Self {
        match self {
            Self::Found { id, repairs } => Self::Found { id, repairs: repairs.and(more) },
            other => other,
        }
    }

    /// The one territory that was found.
    pub fn found(self) -> Option<(TerritoryId, Repairs)> {
        match self {
            Self::Found { id, repairs } => Some((id, repairs)),
            _ => None,
        }
    }
}
