//! One figure or stage, as one row of a file gives it.

use jiff::civil::Date;

use super::{
    Evidence, Measure, MissingReason, Period, SchoolType, SchoolTypes, Stage, Subset,
    school::Sector,
};
use crate::territory::TerritoryId;

/// What one row says of one territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub territory: TerritoryId,
    pub school_types: SchoolTypes,
    /// Public or private schools; `None` where both are meant, or the file does not say.
    pub sector: Option<Sector>,
    /// Some schools of the type only; `None` where all are meant, or the file does not say.
    pub subset: Option<Subset>,
    /// When it was seen; `None` where the file gives no date.
    pub period: Option<Period>,
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
    /// Rank of its file among those that are joined; `None` where it rests on several, or on a list.
    pub file: Option<usize>,
}

impl Observation {
    /// Some schools of a territory, of which nothing is said yet.
    pub fn about(territory: TerritoryId, school_types: SchoolTypes) -> Self {
        Self {
            territory,
            school_types,
            sector: None,
            subset: None,
            period: None,
            stage: None,
            share: None,
            equipped: None,
            total: None,
            missing: None,
            measure: Measure::Deploye,
            perimeter: String::new(),
            planned: false,
            evidence: Evidence::Documente,
            project: String::new(),
            note: String::new(),
            source: String::new(),
            line: 0,
            file: None,
        }
    }

    /// The share that it gives of one type. Said of both without telling them apart, it holds for each
    /// where all of them have it or none, and says nothing of either where some have.
    pub fn share_of(&self, school_type: SchoolType) -> Option<f64> {
        let share = self.share.filter(|_| self.school_types.contains(school_type))?;
        let holds =
            matches!(self.school_types, SchoolTypes::One(_)) || share == 0.0 || share == 100.0;
        holds.then_some(share)
    }

    /// Equipped and all schools of one type, as far as it counts them: what counts both together
    /// counts neither.
    pub fn counts_of(&self, school_type: SchoolType) -> (Option<u32>, Option<u32>) {
        match self.school_types {
            SchoolTypes::One(one) if one == school_type => (self.equipped, self.total),
            _ => (None, None),
        }
    }

    /// Whether its share is only a bound.
    pub fn is_bound(&self) -> bool {
        matches!(self.evidence, Evidence::BorneInferieure | Evidence::BorneSuperieure)
    }

    /// The last day of its period; `None` without a date, which sorts before every day.
    pub fn end(&self) -> Option<Date> {
        self.period.map(Period::end)
    }

    /// Whether it counts on a day; without one, all that is known does. What has no date holds on
    /// every day.
    pub fn is_known_by(&self, day: Option<Date>) -> bool {
        day.is_none() || self.end() <= day
    }
}
