//! A share of schools, and where it comes from.

use jiff::civil::Date;

use super::Evidence;

/// A share of schools at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// 0 to 100. Exactly 100 only when every school counted has it, exactly 0 only when none has.
    pub percent: f64,
    /// Schools that have it, where known; in an estimated sum, rounded without reaching a bound.
    pub equipped: Option<u32>,
    /// Schools counted, where known; in an estimated sum, partly from the reference table.
    pub total: Option<u32>,
    /// When it was seen: the last day of its period. For a sum, the oldest among its parts: the
    /// age of a figure is the age of its oldest part, and `None` where a part has no date.
    pub period_end: Option<Date>,
    /// For a sum, the weakest among its parts.
    pub evidence: Evidence,
    pub origin: ShareOrigin,
}

/// Where a share comes from. Observations are given by their place in `Dataset::observations`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOrigin {
    /// A row about this very territory.
    Observed { observation: usize },
    /// A row about another territory that covers the same ground.
    SameExtent { observation: usize },
    /// Added up over its départements.
    Sum {
        /// Départements whose share is known, at least one.
        parts_known: usize,
        /// Départements that have such schools.
        parts: usize,
        /// A part without counts was weighed by its reference number of schools.
        estimated: bool,
    },
}

impl Share {
    /// Whether it speaks for the whole territory: false for a sum over some of its parts.
    pub fn complete(&self) -> bool {
        match self.origin {
            ShareOrigin::Observed { .. } | ShareOrigin::SameExtent { .. } => true,
            ShareOrigin::Sum { parts_known, parts, .. } => parts_known == parts,
        }
    }

    /// Whether numbers of schools were taken from the reference table.
    pub fn estimated(&self) -> bool {
        matches!(self.origin, ShareOrigin::Sum { estimated: true, .. })
    }

    /// The observation that it rests on; `None` for a sum.
    pub fn observation(&self) -> Option<usize> {
        match self.origin {
            ShareOrigin::Observed { observation } | ShareOrigin::SameExtent { observation } => {
                Some(observation)
            }
            ShareOrigin::Sum { .. } => None,
        }
    }
}
