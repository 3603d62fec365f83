//! What the values of a column are in one division, counted.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::territory::{Level, TerritoryId};

use super::{cell::CellText, division::Division, lookup::Lookup, repair::RepairKind};

/// What the values are in one division.
pub(super) struct Tally<'a> {
    pub division: Division,
    /// The territory of each value that has one.
    pub by_value: FxHashMap<&'a str, TerritoryId>,
    pub found: BTreeSet<TerritoryId>,
    /// Values that are nothing here, in the order of the file.
    pub nothing: Vec<&'a str>,
    nothing_set: FxHashSet<&'a str>,
    /// Values that are one of several territories.
    pub several: usize,
    /// Values that are places without an outline.
    pub outside: usize,
    /// Codes on three characters.
    pub padded: usize,
}

impl<'a> Tally<'a> {
    pub fn of(values: &[(&'a str, CellText<'a>)], division: Division) -> Self {
        let mut tally = Self {
            division,
            by_value: FxHashMap::default(),
            found: BTreeSet::new(),
            nothing: Vec::new(),
            nothing_set: FxHashSet::default(),
            several: 0,
            outside: 0,
            padded: 0,
        };
        for (value, cell) in values {
            match cell.look_up(division) {
                Lookup::Found { id, repairs } => {
                    tally.by_value.insert(value, id);
                    tally.found.insert(id);
                    tally.padded += usize::from(repairs.contains(RepairKind::ExtraZero));
                }
                Lookup::Part { whole, .. } => {
                    tally.by_value.insert(value, whole);
                    tally.found.insert(whole);
                }
                Lookup::Several(_) => tally.several += 1,
                Lookup::Outside(_) => tally.outside += 1,
                Lookup::Nothing => {
                    tally.nothing.push(value);
                    tally.nothing_set.insert(value);
                }
            }
        }
        tally
    }

    /// Whether a value is nothing here.
    pub fn is_nothing(&self, value: &str) -> bool {
        self.nothing_set.contains(value)
    }

    /// Values that are a territory, or one of a few.
    pub fn territories(&self) -> usize {
        self.by_value.len() + self.several
    }

    /// The same, and known places outside.
    pub fn recognised(&self) -> usize {
        self.territories() + self.outside
    }
}

/// The tallies of all divisions, in the order of [`Division::ALL`].
pub(super) struct Tallies<'a>([Tally<'a>; 5]);

impl<'a> Tallies<'a> {
    pub fn of(values: &[(&'a str, CellText<'a>)]) -> Self {
        Self(Division::ALL.map(|division| Tally::of(values, division)))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Tally<'a>> {
        self.0.iter()
    }

    /// Of a division of [`Division::ALL`].
    pub fn of_division(&self, division: Division) -> &Tally<'a> {
        &self.0[division.rank()]
    }

    /// The territory of a value in each division.
    pub fn of_value(&self, value: &str) -> [Option<TerritoryId>; 5] {
        self.0.each_ref().map(|tally| tally.by_value.get(value).copied())
    }

    /// Values that are something at a level, in either edition.
    pub fn recognised_at(&self, level: Level) -> usize {
        let mut of_level = self.iter().filter(|tally| tally.division.level == level);
        let Some(first) = of_level.next() else { return 0 };
        let only_in_the_other = of_level.next().map_or(0, |other| {
            first.nothing.iter().filter(|value| !other.is_nothing(value)).count()
        });
        first.recognised() + only_in_the_other
    }
}
