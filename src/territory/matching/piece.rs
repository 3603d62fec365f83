//! Pieces of the country that statistics count apart, and the départements in them.

use crate::territory::{Code, Territory};

/// A piece of the country that has no outline of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Metropole,
    Overseas,
    WithoutMayotte,
    WithoutIleDeFrance,
    WithoutParis,
    WithoutCorse,
    WithoutAlsaceMoselle,
}

impl Piece {
    const ALL: [Self; 7] = [
        Self::Metropole,
        Self::Overseas,
        Self::WithoutMayotte,
        Self::WithoutIleDeFrance,
        Self::WithoutParis,
        Self::WithoutCorse,
        Self::WithoutAlsaceMoselle,
    ];

    /// « France métropolitaine ».
    pub const fn name(self) -> &'static str {
        match self {
            Self::Metropole => "France métropolitaine",
            Self::Overseas => "Outre-mer",
            Self::WithoutMayotte => "France hors Mayotte",
            Self::WithoutIleDeFrance => "France hors Île-de-France",
            Self::WithoutParis => "France hors Paris",
            Self::WithoutCorse => "France hors Corse",
            Self::WithoutAlsaceMoselle => "France hors Alsace-Moselle",
        }
    }

    /// The piece of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|piece| piece.name() == name)
    }

    /// Whether all of a territory lies in it.
    pub fn holds(self, territory: &Territory) -> bool {
        territory.departements.iter().all(|code| self.holds_departement(*code))
    }

    fn holds_departement(self, code: Code) -> bool {
        let code = code.to_string();
        let is_one_of = |codes: &[&str]| codes.contains(&code.as_str());
        match self {
            Self::Metropole => !code.starts_with("97"),
            Self::Overseas => code.starts_with("97"),
            Self::WithoutMayotte => code != "976",
            Self::WithoutIleDeFrance => {
                !is_one_of(&["75", "77", "78", "91", "92", "93", "94", "95"])
            }
            Self::WithoutParis => code != "75",
            Self::WithoutCorse => !is_one_of(&["2A", "2B"]),
            Self::WithoutAlsaceMoselle => !is_one_of(&["57", "67", "68"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::{Edition, Level, Registry};

    #[test]
    fn the_mainland_and_what_lies_overseas_are_all_of_france() {
        let all = Registry::official().territories(Level::Departement, Edition::Since2016);
        let count = |piece: Piece| all.iter().filter(|one| piece.holds(one)).count();
        assert_eq!((count(Piece::Metropole), count(Piece::Overseas)), (96, 5));
        assert_eq!(count(Piece::WithoutIleDeFrance), 93);
    }
}
