//! A way to divide the country, and the ground of its parts.

use std::sync::LazyLock;

use crate::territory::{Code, Edition, Level, Registry, Standing, TerritoryId};

/// A level in an edition: what all the values of one column are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Division {
    pub level: Level,
    /// Always the same for France and the départements.
    pub edition: Edition,
}

impl Division {
    pub const DEPARTEMENTS: Self = Self::new(Level::Departement, Edition::Since2016);
    pub const REGIONS: Self = Self::new(Level::Region, Edition::Since2016);
    pub const REGIONS_2011: Self = Self::new(Level::Region, Edition::Before2016);
    pub const ACADEMIES: Self = Self::new(Level::Academie, Edition::Since2016);
    pub const ACADEMIES_2011: Self = Self::new(Level::Academie, Edition::Before2016);

    /// The five that a column may hold, the likelier first where nothing else tells.
    pub const ALL: [Self; 5] = [
        Self::DEPARTEMENTS,
        Self::REGIONS,
        Self::REGIONS_2011,
        Self::ACADEMIES,
        Self::ACADEMIES_2011,
    ];

    pub const fn new(level: Level, edition: Edition) -> Self {
        let edition = match level {
            Level::Region | Level::Academie => edition,
            Level::France | Level::Departement => Edition::Since2016,
        };
        Self { level, edition }
    }

    /// Its place in [`Self::ALL`].
    pub fn rank(self) -> usize {
        match (self.level, self.edition) {
            (Level::France | Level::Departement, _) => 0,
            (Level::Region, Edition::Since2016) => 1,
            (Level::Region, Edition::Before2016) => 2,
            (Level::Academie, Edition::Since2016) => 3,
            (Level::Academie, Edition::Before2016) => 4,
        }
    }

    /// `None` for France and the départements, which are the same in both.
    pub fn edition_if_it_matters(self) -> Option<Edition> {
        self.other_edition().map(|_| self.edition)
    }

    /// The territory with that official code.
    pub fn territory(self, code: &str) -> Option<TerritoryId> {
        let id = TerritoryId::new(self.level, self.edition, Code::new(code).ok()?);
        Registry::official().get(id).map(|territory| territory.id)
    }

    /// The same level in the other edition; `None` where there is but one.
    pub fn other_edition(self) -> Option<Self> {
        let editions = matches!(self.level, Level::Region | Level::Academie);
        let edition = match self.edition {
            Edition::Before2016 => Edition::Since2016,
            Edition::Since2016 => Edition::Before2016,
        };
        editions.then_some(Self { edition, ..self })
    }

    /// Its full territories, in the order of their codes.
    pub fn ids(self) -> Vec<TerritoryId> {
        let all = Registry::official().territories(self.level, self.edition);
        let full = all.iter().filter(|territory| territory.standing == Standing::Full);
        full.map(|territory| territory.id).collect()
    }
}

/// A set of départements, in which territories of every level are compared. The 101 départements
/// in the order of their codes are its bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ground(u128);

impl Ground {
    pub fn of(id: TerritoryId) -> Self {
        let territory = Registry::official().get(id);
        territory.map_or(Self::default(), |t| Self::of_departements(&t.departements))
    }

    pub fn of_departements(codes: &[Code]) -> Self {
        static ALL: LazyLock<Vec<Code>> = LazyLock::new(|| {
            let departements =
                Registry::official().territories(Level::Departement, Edition::Since2016);
            departements.iter().flat_map(|t| t.departements.iter().copied()).collect()
        });
        let bits = codes.iter().filter_map(|code| ALL.binary_search(code).ok());
        Self(bits.fold(0, |ground, bit| ground | 1 << bit))
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Number of départements.
    pub fn size(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether all of it lies within `other`.
    pub fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether one lies within the other: what a row can say of one place at two levels.
    pub fn agrees_with(self, other: Self) -> bool {
        !self.is_empty() && !other.is_empty() && (self.within(other) || other.within(self))
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The mainland and Corsica: the first 96.
    pub fn metropole() -> Self {
        Self((1 << 96) - 1)
    }

    /// The five overseas départements.
    pub fn overseas() -> Self {
        Self(((1 << 101) - 1) & !Self::metropole().0)
    }

    /// All 101.
    pub fn whole() -> Self {
        Self((1 << 101) - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn territories_of_different_levels_are_compared_by_their_ground() {
        let departement = |code| Ground::of(Division::DEPARTEMENTS.territory(code).unwrap());
        let region = |code| Ground::of(Division::REGIONS.territory(code).unwrap());
        assert!(
            departement("38").within(region("84")) && region("84").agrees_with(departement("38"))
        );
        assert!(!departement("38").agrees_with(region("93")));
        assert_eq!(region("94"), departement("2A").and(departement("2B")));
        assert!(departement("95").within(Ground::metropole()));
        assert!(departement("971").within(Ground::overseas()));
        assert!(!Ground::default().agrees_with(region("84")));
    }

    #[test]
    fn each_division_knows_its_rank() {
        let ranks = Division::ALL.map(Division::rank);
        assert_eq!(ranks, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_division_knows_its_codes_only() {
        let found = Division::ALL.map(|division| division.territory("44").is_some());
        assert_eq!(found, [true, true, false, false, false]);
    }
}
