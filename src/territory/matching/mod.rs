//! What a column of codes or names says: its level, its edition, and the territory of each value.
//!
//! The level and the edition are decided for the whole column, by [`decide`]: régions 01 to 06 are
//! also départements, and no cell can tell. Then [`match_column`] reads each value at that level.
//! What had to be changed to recognise a value is a [`RepairKind`], said with its count; what is
//! doubtful is a suggestion or a choice, and never joined alone.

mod aliases;
mod codes;
mod companions;
mod confidence;
mod decide;
mod division;
mod header;
mod matches;
mod names;
mod plausibility;
mod reading;
mod reasons;
mod repair;
mod suggest;
mod text;

#[cfg(test)]
mod tests;

pub use companions::Companion;
pub use confidence::Confidence;
pub use decide::{Alternative, ColumnDecision, decide};
pub use matches::{ColumnMatches, Match, MatchedValue, RepairReport, match_column};
pub use repair::{RepairKind, Repairs, Sample};
pub use suggest::{Candidate, Why};
