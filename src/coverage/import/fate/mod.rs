//! What became of each row of a file.

mod counts;
mod fates;
mod left_out;
mod not_counted;

pub use counts::{FateCounts, TotalsChecked};
pub use fates::Fates;
pub use left_out::{LeftOut, LeftOutReason};
pub use not_counted::NotCountedHere;

use crate::territory::TerritoryId;

/// What became of a row. Each has exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// On the map: drawable at some type, level or date.
    OnMap,
    /// A total, compared with the rows that it adds up.
    Total(TerritoryId),
    /// A title or a note.
    Note,
    /// Known, and not counted here.
    NotCounted(NotCountedHere),
    /// Left out.
    LeftOut(LeftOut),
}
