//! The rows of a file that a territory adds up.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{
    coverage::{Observation, import::total::TotalParts},
    territory::{Edition, Level, Registry, Standing, Territory, TerritoryId, matching::Piece},
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
    /// They are those of a piece of the country.
    pub piece: Option<Piece>,
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
        let inside = |part: &Territory| {
            part.departements.iter().all(|code| territory.departements.contains(code))
        };
        Self::among(territory.id, is_worded, inside, rows, registry)
    }

    /// Those of a piece of the country that have a row, at the level of most.
    pub fn of_piece(piece: Piece, rows: &Rows<'a>, registry: &Registry) -> Option<Self> {
        let parts =
            Self::among(TerritoryId::France, true, |part| piece.holds(part), rows, registry)?;
        Some(Self { piece: Some(piece), ..parts })
    }

    fn among(
        whole: TerritoryId,
        is_worded: bool,
        inside: impl Fn(&Territory) -> bool,
        rows: &Rows<'a>,
        registry: &Registry,
    ) -> Option<Self> {
        let levels: &[Level] = match whole.level() {
            Level::France => &[Level::Departement, Level::Region, Level::Academie],
            _ => &[Level::Departement],
        };
        let edition = whole.edition().filter(|_| !is_worded);
        let divisions = levels.iter().flat_map(|level| {
            let editions = edition.map_or(Edition::ALL.to_vec(), |edition| vec![edition]);
            editions.into_iter().map(|edition| (*level, edition))
        });
        let mut all: Vec<Self> = divisions
            .map(|(level, edition)| Self::at(level, edition, &inside, rows, registry))
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
        inside: &impl Fn(&Territory) -> bool,
        rows: &Rows<'a>,
        registry: &Registry,
    ) -> Self {
        let is_part = |part: &&Territory| part.standing == Standing::Full && inside(part);
        let parts: Vec<&Territory> =
            registry.territories(level, edition).iter().filter(is_part).collect();
        let rows = parts.iter().filter_map(|part| rows.get(&part.id).copied()).collect();
        Self { level, expected: parts.len(), of_the_file: false, piece: None, rows }
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
