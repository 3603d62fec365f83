//! What one cell says, once its level is known.

use crate::territory::TerritoryId;

use super::{
    Repairs,
    codes::read_code,
    division::Division,
    names::{Gazetteer, read_name},
    repair::RepairKind,
    text::unwrapped,
};

/// What a cell is as a territory of one division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// That territory, after those repairs.
    Found { id: TerritoryId, repairs: Repairs },
    /// One of these, and the cell does not say which: `20`, « Corse » among départements.
    Several(Vec<TerritoryId>),
    /// A place that this atlas has no outline for.
    Outside(&'static str),
    /// None that is known.
    Nothing,
}

impl Reading {
    /// The same after more repairs.
    pub fn after(self, more: Repairs) -> Self {
        match self {
            Self::Found { id, repairs } => Self::Found { id, repairs: repairs.and(more) },
            other => other,
        }
    }
}

/// Reads a cell as a territory of `division`: a code, a name, or both. A cell without a letter or
/// a digit is [`Reading::Nothing`] too.
pub(super) fn read(text: &str, division: Division) -> Reading {
    let (bare, wrapped) = unwrapped(text);
    let quotes = Repairs::NONE.with_if(wrapped, RepairKind::Quotes);
    let reading = read_code(bare, division)
        .unwrap_or_else(|| read_name(bare, division, Gazetteer::official()));
    reading.after(quotes)
}

/// Whether a cell holds nothing that could name a place: empty, `-`, `…`.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
