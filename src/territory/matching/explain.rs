//! The reasons of a decision, gathered from what it rested on.

use crate::territory::Level;

use super::{
    companions::{Companion, PairCounts},
    division::{Division, Ground},
    header::NamedByHeader,
    plausibility::one_frame,
    reasons::{DecisionReason, EditionReason},
    tally::{Tallies, Tally},
};

/// All that a decision rested on.
pub(super) struct Case<'a> {
    pub tallies: &'a Tallies<'a>,
    /// The level and the edition that were decided.
    pub division: Division,
    /// The rank of the hypothesis that was the cheapest.
    pub hypothesis: usize,
    pub named: NamedByHeader,
    pub header: &'a str,
    pub compared: &'a [(&'a Companion<'a>, PairCounts)],
    /// Distinct values.
    pub values: usize,
    /// The other levels that nothing rules out, the likeliest first.
    pub other_levels: Vec<Level>,
    /// Whether nothing tells the two editions apart.
    pub edition_is_open: bool,
    /// Values that join in the other edition.
    pub of_the_other_edition: &'a [&'a str],
}

/// How many values a sentence quotes.
const QUOTED: usize = 3;

impl Case<'_> {
    /// The reasons, the strongest first.
    pub fn reasons(&self) -> Vec<DecisionReason> {
        let mut reasons = vec![DecisionReason::Recognised {
            recognised: self.tallies.recognised_at(self.division.level),
            values: self.values,
            level: self.division.level,
        }];
        reasons.extend(self.header());
        reasons.extend(self.companions());
        reasons.extend(self.only_at_this_level());
        reasons.extend(self.within_one());
        reasons.extend(self.complete());
        let other_level = self.other_levels.first().copied();
        reasons.extend(other_level.map(|other| DecisionReason::LevelOpen { other }));
        reasons.extend(self.edition().map(DecisionReason::Edition));
        reasons.extend(self.some_in_the_other().map(DecisionReason::Edition));
        reasons
    }

    fn tally(&self) -> &Tally<'_> {
        self.tallies.of_division(self.division)
    }

    fn header(&self) -> Option<DecisionReason> {
        let level = self.named.level?;
        let header = self.header.trim().to_owned();
        if level == self.division.level {
            Some(DecisionReason::HeaderNames { header, level })
        } else {
            let denied = !self.other_levels.contains(&level);
            denied.then_some(DecisionReason::HeaderContradicted { header, level })
        }
    }

    fn companions(&self) -> impl Iterator<Item = DecisionReason> {
        let agreeing = self.compared.iter().filter(|(_, counts)| counts.confirm(self.hypothesis));
        agreeing.take(2).map(|(companion, _)| DecisionReason::SamePlaces {
            header: companion.header.trim().to_owned(),
        })
    }

    fn only_at_this_level(&self) -> Option<DecisionReason> {
        let others: Vec<&Tally<'_>> =
            self.tallies.iter().filter(|t| t.division.level != self.division.level).collect();
        let first = others.first()?;
        let only_here = first.nothing.iter().filter(|value| {
            self.tally().by_value.contains_key(**value)
                && others.iter().all(|other| other.is_nothing(value))
        });
        let values: Vec<String> = only_here.take(QUOTED).map(|v| (*v).to_owned()).collect();
        let level = self.division.level;
        (!values.is_empty()).then_some(DecisionReason::OnlyAtLevel { values, level })
    }

    fn within_one(&self) -> Option<DecisionReason> {
        let found = &self.tally().found;
        if self.division != Division::DEPARTEMENTS || found.len() < 2 {
            return None;
        }
        let ground = found.iter().map(|id| Ground::of(*id)).fold(Ground::default(), Ground::and);
        Some(DecisionReason::Within { count: found.len(), container: one_frame(ground)? })
    }

    fn complete(&self) -> Option<DecisionReason> {
        let all = self.division.ids();
        let complete = all.iter().all(|id| self.tally().found.contains(id));
        complete.then(|| DecisionReason::Complete {
            count: all.len(),
            level: self.division.level,
            edition: self.division.edition_if_it_matters(),
        })
    }

    fn edition(&self) -> Option<EditionReason> {
        let other = self.tallies.of_division(self.division.other_edition()?);
        let edition = self.division.edition;
        let here = |value: &&&str| self.tally().by_value.contains_key(**value);
        Some(match other.nothing.iter().find(here) {
            Some(value) => EditionReason::OnlyHere { value: (*value).to_owned(), edition },
            None if self.named.edition == Some(edition) => EditionReason::HeaderNames { edition },
            None if self.edition_is_open => EditionReason::Taken { edition },
            None => EditionReason::Followed { edition },
        })
    }

    fn some_in_the_other(&self) -> Option<EditionReason> {
        let other = self.division.other_edition()?.edition;
        let values = self.of_the_other_edition.iter().take(QUOTED);
        let values: Vec<String> = values.map(|value| (*value).to_owned()).collect();
        (!values.is_empty()).then_some(EditionReason::SomeInTheOther { values, other })
    }
}
