//! The rows of a file that a territory adds up.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{
    coverage::{Observation, import::total::TotalParts},
    territory::{Edition, Level, Registry, Standing, Territory, TerritoryId},
};

/// The rows about one subject, by territory.
pub(super) type Rows<'a> = BTreeMap<TerritoryId, &'a Observation>;

/// The parts of a territory at one level that have a row.
pub(super) struct Parts<'a> {
    pub level: Level,
    /// How many there are in the country.
    pub expected: usize,
    /// The whole says that it adds up the rows of its file, whichever these are.
    pub of_the_file: bool,
    pub rows: Vec<&'a Observation>,
}

impl<'a> Parts<'a> {
    /// Those that say most of a territory: of several divisions a whole one, and the finest of
    /// these. A total that says so in words adds up the rows of its file, at the level of most.
    pub fn of(
        whole: &Observation,
        is_worded: bool,
        rows: &Rows<'a>,
        registry: &Registry,
    ) -> Option<Self> {
        let territory = registry.get(whole.territory)?;
        let levels: &[Level] = match whole.territory.level() {
            Level::France => &[Level::Departement, Level::Region, Level::Academie],
            _ => &[Level::Departement],
        };
        let edition = whole.territory.edition().filter(|_| !is_worded);
        let divisions = levels.iter().flat_map(|level| {
            let editions = edition.map_or(Edition::ALL.to_vec(), |edition| vec![edition]);
            editions.into_iter().map(|edition| (*level, edition))
        });
        let mut all: Vec<Self> = divisions
            .map(|(level, edition)| Self::at(level, edition, territory, rows, registry))
            .filter(|parts| !parts.rows.is_empty())
            .collect();
        all.sort_by_key(|parts| !parts.are_all_there());
        if is_worded {
            all.sort_by_key(|parts| Reverse(parts.rows.len()));
        }
        let first = all.into_iter().next()?;
        Some(Self { of_the_file: is_worded, ..first })
    }

    fn at(
        level: Level,
        edition: Edition,
        whole: &Territory,
        rows: &Rows<'a>,
        registry: &Registry,
    ) -> Self {
        let inside = |part: &&Territory| {
            part.standing == Standing::Full
                && part.departements.iter().all(|code| whole.departements.contains(code))
        };
        let parts: Vec<&Territory> =
            registry.territories(level, edition).iter().filter(inside).collect();
        let rows = parts.iter().filter_map(|part| rows.get(&part.id).copied()).collect();
        Self { level, expected: parts.len(), of_the_file: false, rows }
    }

    /// Whether each of them has a row.
    pub fn are_all_there(&self) -> bool {
        self.of_the_file || self.rows.len() == self.expected
    }

    /// What a report names of them.
    pub fn named(&self) -> TotalParts {
        let mut lines: Vec<u32> = self.rows.iter().map(|row| row.line).collect();
        lines.sort_unstable();
        let (level, expected, of_the_file) = (self.level, self.expected, self.of_the_file);
        TotalParts { level, expected, of_the_file, lines }
    }
}
