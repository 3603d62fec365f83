//! The national picture: how many territories are equipped, and how many are engaged, beside what
//! the ministry announced in October 2011.
//!
//! [`indicators`] counts what is known at a date. A verdict on an announcement rests on what is
//! known at the date of the announcement, within the borders of that time: what came later neither
//! confirms nor contradicts it.

mod announcement;
mod answer;
mod catalogue;
mod national;
mod picture;
mod query;
mod text;
mod verdict;

#[cfg(test)]
mod tests;

pub use announcement::{AnnouncedMeasure, Announcement, announcements};
pub use national::SchoolSum;
pub use picture::indicators;
pub use query::PictureQuery;
pub use text::{comparison_text, picture_text};
pub use verdict::{Announced, Verdict};

use super::{Gap, GapKind, Quotation, SchoolType, Share, Stage};
use crate::territory::{Level, TerritoryId};

/// One figure of the national picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What it is called from one version to the next: `regions_lycees_100`.
    pub id: &'static str,
    /// « Régions dont tous les lycées ont un ENT ».
    pub label: String,
    /// What it counts, to be shown on a map.
    pub scope: Scope,
    /// The figure.
    pub value: IndicatorValue,
    /// How much is known.
    pub reach: Reach,
    /// The territories that it counts; for a share or a number of schools, the départements that
    /// are known.
    pub counted: Vec<TerritoryId>,
    /// The same by the type of schools that they are counted for: one or both.
    pub by_type: Vec<(SchoolType, Vec<TerritoryId>)>,
    /// Those where it is planned. They are not counted.
    pub planned: Vec<TerritoryId>,
    /// What sources say of the country as a whole, beside what adds up.
    pub quotations: Vec<Quotation>,
    /// What the ministry announced of it; `None` too where the data speak of something else.
    pub announced: Option<Announced>,
}

impl Indicator {
    /// The type of schools whose map shows what it counts, and the territories on it: the one that is
    /// shown where some are of it, else the other. `None` where it counts nothing.
    pub fn on_map(&self, shown: SchoolType) -> Option<(SchoolType, &[TerritoryId])> {
        let mut told = self.by_type.iter().filter(|(_, counted)| !counted.is_empty());
        let first = told.clone().next();
        let found = told.find(|(one, _)| *one == shown).or(first)?;
        Some((found.0, &found.1))
    }
}

/// What an indicator speaks of, within the subject of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The level of its territories.
    pub level: Level,
    /// The type of its schools; both where `None`.
    pub school_type: Option<SchoolType>,
    /// Whether it speaks of a share, of any stage, or of one.
    pub aspect: Aspect,
}

/// What an indicator looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The share of schools equipped.
    Share,
    /// Whether there is any project.
    AnyStage,
    /// Whether there is one at this stage.
    Stage(Stage),
}

/// The figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum IndicatorValue {
    /// So many territories out of all of the level.
    Territories {
        /// Those of which it is known.
        counted: usize,
        /// All of the level.
        total: usize,
    },
    /// The share of a type of schools in France.
    Share(Result<Share, Gap>),
    /// Schools of both types, where they are known; `None` where nothing is.
    Schools(Option<SchoolSum>),
    /// Nothing in such data tells it.
    Absent,
}

/// Of how many territories something is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Territories with a value.
    pub known: usize,
    /// Those among them that have one for one type of schools alone, where both are asked.
    pub of_one_type: usize,
    /// Why the others have none, and how many for each reason, in the order of a legend.
    pub gaps: Vec<(GapKind, usize)>,
}

impl Reach {
    /// Territories without a value.
    pub fn unknown(&self) -> usize {
        self.gaps.iter().map(|(_, count)| count).sum()
    }

    fn of(values: impl IntoIterator<Item = Result<(), GapKind>>) -> Self {
        let (mut known, mut kinds) = (0, Vec::new());
        for value in values {
            match value {
                Ok(()) => known += 1,
                Err(kind) => kinds.push(kind),
            }
        }
        let count = |kind| kinds.iter().filter(|found| **found == kind).count();
        let gaps = GapKind::ALL.map(|kind| (kind, count(kind)));
        Self {
            known,
            of_one_type: 0,
            gaps: gaps.into_iter().filter(|(_, count)| *count > 0).collect(),
        }
    }
}
