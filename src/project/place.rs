//! Where one is: in France, a région or an académie, a département, a school; and the ways between.

use serde::{Deserialize, Serialize};

use super::Document;
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
    /// The level that is shown in France.
    pub of_france: Level,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            territory: TerritoryId::France,
            school: None,
            way: Level::Region,
            of_france: Level::Region,
        }
    }
}

impl Place {
    /// Whether it is all of France.
    pub fn is_whole(&self) -> bool {
        self.territory == TerritoryId::France && self.school.is_none()
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
    fn above(&self, edition: Edition) -> Option<TerritoryId> {
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

impl Document {
    /// Goes into a territory, and shows what it is made of.
    pub(super) fn enter(&mut self, id: TerritoryId) {
        if let Some(edition) = id.edition() {
            self.edition = edition;
        }
        self.place.territory = id;
        self.place.school = None;
        match id {
            TerritoryId::France => self.level = self.place.of_france,
            TerritoryId::Departement(_) => self.level = Level::Departement,
            other => {
                self.place.way = other.level();
                self.level = Level::Departement;
            }
        }
        self.selection.clear();
    }

    /// Goes one step up: from a school to its département, and so on to France.
    pub(super) fn leave(&mut self) {
        if self.place.school.take().is_some() {
            return;
        }
        let below = self.place.territory;
        if let Some(above) = self.place.above(self.edition) {
            self.enter(above);
            // Where one comes from stays pointed at, if it is shown.
            self.selection = vec![below];
            self.drop_stale_selection();
        }
    }

    /// Shows a level: in France, unless it is what the place is made of.
    pub(super) fn show_level(&mut self, level: Level) {
        if level != Level::Departement {
            self.place.way = level;
            self.place.territory = TerritoryId::France;
        }
        self.place.school = None;
        if self.place.territory == TerritoryId::France {
            self.place.of_france = level;
        }
        self.level = level;
    }

    /// Draws the borders of another time; a région or an académie of the other is left.
    pub(super) fn use_edition(&mut self, edition: Edition) {
        self.edition = edition;
        if self.place.territory.edition().is_some_and(|of_place| of_place != edition) {
            self.enter(TerritoryId::France);
        }
    }

    /// Opens the card of a school, in its département; closes it where `None`.
    pub(super) fn open_school(&mut self, school: Option<(Uai, Option<TerritoryId>)>) {
        match school {
            None => self.place.school = None,
            Some((uai, departement)) => {
                if let Some(departement) = departement
                    && self.place.territory != departement
                {
                    self.enter(departement);
                }
                self.place.school = Some(uai);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Code;

    fn departement(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    fn region(code: &str) -> TerritoryId {
        TerritoryId::Region(Edition::Before2016, Code::new(code).unwrap())
    }

    #[test]
    fn one_goes_down_by_the_region_and_up_the_same_way() {
        let mut document = Document::default();
        document.enter(region("82"));
        assert_eq!(document.level, Level::Departement);
        document.enter(departement("38"));
        let path = document.place.path(document.edition);
        assert_eq!(path, [TerritoryId::France, region("82"), departement("38")]);
        document.leave();
        assert_eq!(document.place.territory, region("82"));
        assert_eq!(document.selection, [departement("38")]);
        document.leave();
        assert_eq!(
            (document.place.territory, document.level),
            (TerritoryId::France, Level::Region)
        );
        assert_eq!(document.selection, [region("82")]);
        document.leave();
        assert_eq!(document.place.territory, TerritoryId::France);
    }

    #[test]
    fn one_goes_by_the_academie_where_that_is_what_one_looked_at() {
        let mut document = Document::default();
        document.show_level(Level::Academie);
        document.enter(departement("38"));
        let names: Vec<&str> = (document.place.path(document.edition).into_iter())
            .filter_map(|id| Registry::official().get(id))
            .map(|territory| territory.name.as_str())
            .collect();
        assert_eq!(names, ["France", "Grenoble", "Isère"]);
    }

    #[test]
    fn a_place_holds_what_it_is_made_of() {
        let mut document = Document::default();
        document.enter(region("82"));
        assert!(
            document.place.holds(departement("38")) && !document.place.holds(departement("75"))
        );
        document.enter(departement("38"));
        assert!(
            document.place.holds(departement("38")) && !document.place.holds(departement("73"))
        );
    }

    #[test]
    fn a_school_is_opened_in_its_departement_and_left_before_it() {
        let mut document = Document::default();
        let uai = Uai::read("0380033E").unwrap().0;
        document.open_school(Some((uai, Some(departement("38")))));
        assert_eq!(document.place.territory, departement("38"));
        document.leave();
        assert_eq!((document.place.school, document.place.territory), (None, departement("38")));
    }

    #[test]
    fn borders_of_another_time_leave_a_region_and_keep_a_departement() {
        let mut document = Document::default();
        document.enter(region("82"));
        document.use_edition(Edition::Since2016);
        assert_eq!(document.place.territory, TerritoryId::France);
        document.enter(departement("38"));
        document.use_edition(Edition::Before2016);
        assert_eq!(document.place.territory, departement("38"));
    }
}
