//! What a column was decided to be.

use crate::territory::{Edition, Level};

use super::{Confidence, division::Division, reasons::DecisionReason};

/// What all the values of a column are read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDecision {
    pub level: Level,
    /// `None` for France and the départements, which are the same in both.
    pub edition: Option<Edition>,
    /// Some values stand in the other edition only, and join there: a series across 2016.
    pub mixes_editions: bool,
    /// Why, the strongest first.
    pub reasons: Vec<DecisionReason>,
    pub confidence: Confidence,
    /// The other levels that nearly all of the values have a meaning at, where neither the header
    /// nor other columns nor the set of values rules them out, the likeliest first. Empty where
    /// the level is certain.
    pub alternatives: Vec<(Level, Option<Edition>)>,
}

impl ColumnDecision {
    /// A level and an edition chosen by a person.
    pub fn chosen(level: Level, edition: Edition) -> Self {
        Self::certain(level, edition, DecisionReason::Chosen)
    }

    /// Of a column that holds the country alone.
    pub(super) fn of_the_country() -> Self {
        let reason = DecisionReason::WholeCountry;
        Self {
            confidence: Confidence::Likely,
            ..Self::certain(Level::France, Edition::Since2016, reason)
        }
    }

    fn certain(level: Level, edition: Edition, reason: DecisionReason) -> Self {
        Self {
            level,
            edition: Division::new(level, edition).edition_if_it_matters(),
            mixes_editions: false,
            reasons: vec![reason],
            confidence: Confidence::Sure,
            alternatives: Vec::new(),
        }
    }

    pub(super) fn division(&self) -> Division {
        Division::new(self.level, self.edition.unwrap_or(Edition::Since2016))
    }
}
