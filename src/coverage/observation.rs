//! One figure or stage, as one row of a file gives it.

use super::{Evidence, Measure, MissingReason, Period, SchoolTypes, Stage};
use crate::territory::TerritoryId;

/// What one row says of one territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub territory: TerritoryId,
    pub school_types: SchoolTypes,
    pub period: Period,
    pub stage: Option<Stage>,
    /// Percent of schools, 0 to 100. The published figure where there is one, else
    /// `equipped` over `total`; 0 and 100 only when they are exact.
    pub share: Option<f64>,
    /// Schools that have it, never more than `total`.
    pub equipped: Option<u32>,
    /// Schools that could have it.
    pub total: Option<u32>,
    /// Why there is no share, where the source says so. Never set beside a share.
    pub missing: Option<MissingReason>,
    pub measure: Measure,
    /// Which schools are counted, in the words of the source; empty when not said.
    pub perimeter: String,
    /// Announced rather than done. A planned share is no share; a planned stage is marked so.
    pub planned: bool,
    pub evidence: Evidence,
    /// Name of the project, or empty.
    pub project: String,
    pub note: String,
    /// An address or a title, or empty.
    pub source: String,
    /// Line of the file; 0 for a sum of several lines, which have none of their own.
    pub line: u32,
}
