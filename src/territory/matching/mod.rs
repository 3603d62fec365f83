//! What a column of codes or names says: its level, its edition, and the territory of each value.
//!
//! The level and the edition are decided for the whole column, by [`decide`]: régions 01 to 06 are
//! also départements, and no cell can tell. Then [`match_column`] reads each value at that level,
//! or a [`Matcher`] one value after the other; [`pair`] compares the code and the name of a row.
//! What had to be changed to recognise a value is a [`RepairKind`], said with its count; what is
//! doubtful is a suggestion or a choice, and never joined alone.

mod agreement;
mod aliases;
mod cell;
mod code_tables;
mod code_text;
mod codes;
mod companions;
mod confidence;
mod country;
mod decide;
mod decision;
mod division;
mod explain;
mod gazetteer;
mod header;
mod hypotheses;
mod lookup;
mod matcher;
mod matches;
mod name_text;
mod names;
mod piece;
mod plausibility;
mod reasons;
mod repair;
mod rhone;
mod sample;
mod suggest;
mod tally;
mod totals;
mod wholes;

#[cfg(test)]
mod tests;

pub use agreement::{Agreement, Side, pair};
pub use companions::Companion;
pub use confidence::Confidence;
pub use decide::decide;
pub use decision::ColumnDecision;
pub use matcher::{Match, Matcher};
pub use matches::{ColumnMatches, MatchedValue, RepairReport, match_column};
pub use piece::Piece;
pub use reasons::{DecisionReason, EditionReason};
pub use repair::{RepairKind, Repairs, Sample};
pub use suggest::{Candidate, Why};
pub use wholes::whole_named;
