//! Looking for a territory or a school by its name, code or number, without accents, case or exact
//! spelling.

mod describe;
mod fold;
mod index;
mod quality;
mod rank;

use std::ops::Range;

pub use index::SearchIndex;

use crate::{coverage::school::Uai, territory::TerritoryId};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchTarget {
    /// A territory of any level.
    Territory(TerritoryId),
    /// A school, and its département; `None` outside the atlas.
    School(Uai, Option<TerritoryId>),
}

/// Something that was found, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResult {
    /// What it is.
    pub target: SearchTarget,
    /// « Isère », « Lycée Champollion ».
    pub title: String,
    /// « Département 38, Rhône-Alpes », « Lycée polyvalent public, Grenoble (Isère) ».
    pub detail: String,
    /// The parts of the title that were asked for: ranges of its bytes, in order, never touching.
    pub title_matches: Vec<Range<usize>>,
    /// The same of the detail.
    pub detail_matches: Vec<Range<usize>>,
}

#[cfg(test)]
mod tests;
