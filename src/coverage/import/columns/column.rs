//! One column, understood.

use super::super::headers::Theme;
use super::{ColumnReason, Meaning};
use crate::territory::matching::{ColumnDecision, Confidence};

/// What a column means.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnMeaning {
    /// `None` for a column that nothing here needs, or that is not understood.
    pub meaning: Option<Meaning>,
    /// What a map could show of it, where a person chooses it: figures or answers of anything.
    pub could_show: Option<Meaning>,
    /// Why.
    pub reasons: Vec<ColumnReason>,
    pub confidence: Confidence,
    /// The level and the edition of a column of territories; `None` for other columns, and where
    /// the level stands row by row in a column of its own.
    pub territories: Option<ColumnDecision>,
    /// What its name says, cut into words.
    pub(in crate::coverage::import) theme: Theme,
}

/// Rows that are looked at to tell what a column is; territories are decided from all.
pub(in crate::coverage::import) const ROWS_SEEN: usize = 2_000;

impl ColumnMeaning {
    pub(super) fn new(
        meaning: Option<Meaning>,
        confidence: Confidence,
        reasons: Vec<ColumnReason>,
        theme: Theme,
    ) -> Self {
        let could_show = meaning.filter(|meaning| meaning.is_shown());
        Self { meaning, could_show, reasons, confidence, territories: None, theme }
    }

    /// Takes its meaning away.
    pub(super) fn forget(&mut self, why: ColumnReason) {
        self.meaning = None;
        self.territories = None;
        self.confidence = Confidence::Uncertain;
        self.reasons.push(why);
    }
}
