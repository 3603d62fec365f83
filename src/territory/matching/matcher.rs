//! The territory of one value, at the level and in the edition of its column.

use crate::territory::TerritoryId;

use super::{
    Candidate, ColumnDecision, RepairKind, Repairs, Why,
    cell::{CellText, is_blank},
    division::Division,
    lookup::Lookup,
    suggest::{at_another_level, suggestions},
    wholes::{Whole, total_named},
};

/// What a value is, at the level of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// The official code or name, in the edition of the column or, where it stands there only, in
    /// the other.
    Exact(TerritoryId),
    /// The territory once the value was repaired.
    Repaired { id: TerritoryId, repairs: Repairs },
    /// A part of a territory, which has no outline of its own: `69M` within `69`. All the parts
    /// together are the territory.
    Part { whole: TerritoryId, name: &'static str },
    /// Not joined: what it may be, the likeliest first.
    Suggested { candidates: Vec<Candidate> },
    /// Not joined: one of these, and the value does not say which (`20`, « Corse »).
    Ambiguous { candidates: Vec<TerritoryId> },
    /// Not joined: a territory of another level, as a sub-total or « France ».
    OtherLevel(TerritoryId),
    /// Not joined: said to be the total of other rows, « Total Bretagne », at any level.
    Total(TerritoryId),
    /// Not joined: a known place that this atlas has no outline for, « Nouvelle-Calédonie », or a
    /// piece of the country that is no territory, « France métropolitaine ».
    Outside { name: &'static str },
    /// Neither a letter nor a digit.
    Empty,
    /// Nothing that is known.
    None,
}

impl Match {
    /// The territory it is joined to.
    pub fn territory(&self) -> Option<TerritoryId> {
        match self {
            Self::Exact(id) | Self::Repaired { id, .. } => Some(*id),
            _ => None,
        }
    }
}

/// Reads the values of a column one by one.
#[derive(Clone, Copy, Debug)]
pub struct Matcher {
    division: Division,
    disabled: Repairs,
}

impl Matcher {
    /// At the level and in the edition of `decision`. A value that needs a repair among `disabled`
    /// is suggested rather than joined.
    pub fn new(decision: &ColumnDecision, disabled: &[RepairKind]) -> Self {
        Self { division: decision.division(), disabled: disabled.iter().copied().collect() }
    }

    /// What a value is, without looking for what an unknown one may mean: [`Match::Suggested`] is
    /// given only where a repair was switched off.
    pub fn value(&self, value: &str) -> Match {
        if is_blank(value) {
            return Match::Empty;
        }
        let cell = CellText::new(value);
        match cell.look_up(self.division) {
            Lookup::Found { id, repairs } => self.joined(id, repairs),
            Lookup::Several(candidates) => Match::Ambiguous { candidates },
            Lookup::Part { whole, name } => Match::Part { whole, name },
            Lookup::Outside(name) => Match::Outside { name },
            Lookup::Nothing => self.beyond(&cell),
        }
    }

    /// What an unknown value may mean, the likeliest first; some fifty times as slow as
    /// [`Self::value`].
    pub fn suggest(&self, value: &str) -> Vec<Candidate> {
        if is_blank(value) { Vec::new() } else { suggestions(&CellText::new(value), self.division) }
    }

    fn joined(&self, id: TerritoryId, repairs: Repairs) -> Match {
        let off = repairs.iter().find(|kind| self.disabled.contains(*kind));
        match off {
            _ if repairs.is_empty() => Match::Exact(id),
            None => Match::Repaired { id, repairs },
            Some(kind) => {
                Match::Suggested { candidates: vec![Candidate { id, why: Why::SwitchedOff(kind) }] }
            }
        }
    }

    /// What is nothing at the level and in the edition of the column.
    fn beyond(&self, cell: &CellText<'_>) -> Match {
        if let Some((id, repairs)) = in_the_other_edition(cell, self.division) {
            return self.joined(id, repairs);
        }
        match total_named(cell, self.division.edition) {
            Some(Whole::Of(id)) => return Match::Total(id),
            Some(Whole::Outside(name)) => return Match::Outside { name },
            None => {}
        }
        at_another_level(cell, self.division).map_or(Match::None, Match::OtherLevel)
    }
}

/// The territory of a value that stands in the other edition only: a series across 2016 names
/// Alsace and Grand Est in one column. Its code or its own name is wanted there: what a name of
/// another time or a shortened one means depends on the edition.
pub(super) fn in_the_other_edition(
    cell: &CellText<'_>,
    division: Division,
) -> Option<(TerritoryId, Repairs)> {
    let (id, repairs) = cell.look_up(division.other_edition()?).found()?;
    let depends = [RepairKind::FormerName, RepairKind::Abbreviation];
    (!depends.iter().any(|kind| repairs.contains(*kind))).then_some((id, repairs))
}
