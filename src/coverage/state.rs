//! What a map asks, and what it gets of one territory.

use jiff::civil::Date;

use super::{Evidence, Gap, Measure, SchoolType, Share, Stage};
use crate::territory::{Edition, Level, TerritoryId};

/// What a map asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    pub school_type: SchoolType,
    pub level: Level,
    pub edition: Edition,
    pub measure: Measure,
    /// What is known by the end of this day; all that is known where `None`.
    pub date: Option<Date>,
}

/// What is known of one territory.
#[derive(Clone, Debug, PartialEq)]
pub struct TerritoryState {
    pub id: TerritoryId,
    pub name: String,
    pub share: Result<Share, Gap>,
    pub stage: Result<StageState, Gap>,
}

/// The stage of a territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageState {
    pub stage: Stage,
    /// Announced rather than reached.
    pub planned: bool,
    pub evidence: Evidence,
    /// The last day of the period it was seen in; `None` where no date is told.
    pub period_end: Option<Date>,
    /// Its place in `Dataset::observations`.
    pub observation: usize,
}
