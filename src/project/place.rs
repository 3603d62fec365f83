//! Where one is: in France, a région or an académie, a département, a school; and the ways between.

use serde::{Deserialize, Serialize};

use crate::{
    coverage::school::Uai,
    territory::{Edition, Level, Registry, TerritoryId},
};

/// Where one is, and by which way one came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// France, a région, an académie or a département.
    pub territory: TerritoryId,
    /// A school of it, whose card is open.
    pub school: Option<Uai>,
    /// Whether a département is left by its région or its académie.
    pub way: Level,
}

impl Default for Place {
    fn default() -> Self {
        Self { territory: TerritoryId::France, school: None, way: Level::Region }
    }
}

impl Place {
    /// Whether it is all of France.
    pub fn is_whole(&self) -> bool {
        self.territory == TerritoryId::France && self.school.is_none()
    }

    /// The level that its map shows, where a map of France shows `of_france`.
    pub fn level(&self, of_france: Level) -> Level {
        if self.territory == TerritoryId::France { of_france } else { Level::Departement }
    }

    /// Whether a territory of a finer level lies in it; it lies in itself.
    pub fn holds(&self, id: TerritoryId) -> bool {
        if self.territory == TerritoryId::France || self.territory == id {
            return true;
        }
        let registry = Registry::official();
        let (Some(place), Some(other)) = (registry.get(self.territory), registry.get(id)) else {
            return false;
        };
        other.departements.iter().all(|code| place.departements.binary_search(code).is_ok())
    }

    /// From France down to the territory: « France › Rhône-Alpes › Isère ».
    pub fn path(&self, edition: Edition) -> Vec<TerritoryId> {
        let mut path = vec![TerritoryId::France];
        match self.territory {
            TerritoryId::France => {}
            TerritoryId::Departement(_) => {
                path.extend(self.above(edition).filter(|above| *above != TerritoryId::France));
                path.push(self.territory);
            }
            other => path.push(other),
        }
        path
    }

    /// What it lies in, by the way; `None` for France.
    pub(super) fn above(&self, edition: Edition) -> Option<TerritoryId> {
        match self.territory {
            TerritoryId::France => None,
            TerritoryId::Departement(code) => Some(
                Registry::official()
                    .container(code, self.way, edition)
                    .map_or(TerritoryId::France, |territory| territory.id),
            ),
            _ => Some(TerritoryId::France),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Code;

    #[test]
    fn a_place_holds_what_it_is_made_of() {
        let departement = |code| TerritoryId::Departement(Code::new(code).unwrap());
        let region = TerritoryId::Region(Edition::Before2016, Code::new("82").unwrap());
        let at = |territory| Place { territory, ..Place::default() };
        let (isere, savoie, paris) = (departement("38"), departement("73"), departement("75"));
        assert!(at(region).holds(isere) && !at(region).holds(paris));
        assert!(at(isere).holds(isere) && !at(isere).holds(savoie));
    }
}
