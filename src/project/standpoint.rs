//! Where a person stands before a map: the place, what is pointed at, which rows are looked at.

use super::{Document, Place, Sort};
use crate::{
    coverage::school::Uai,
    territory::{Edition, Level, TerritoryId},
};

/// Where one is, and what one looks at there. It changes no map of a document but chooses among them:
/// « Retour » follows it, and undoing leaves it alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standpoint {
    /// Where one is: the map shows what this place is made of.
    pub place: Place,
    /// The territories that are pointed at, the last one last; they are summed in the card.
    pub selection: Vec<TerritoryId>,
    /// A school that is pointed at, wherever one is.
    pub pointed_school: Option<Uai>,
    /// Which rows of the table are kept, in words.
    pub filter: String,
    /// The order of the rows; that of the registry where `None`.
    pub sort: Option<Sort>,
}

impl Standpoint {
    /// The territory that is pointed at, if it is one alone.
    pub fn selected(&self) -> Option<TerritoryId> {
        match self.selection.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The school whose card is shown: the one that is pointed at, else the one that was gone to.
    pub fn shown_school(&self) -> Option<Uai> {
        self.pointed_school.or(self.place.school)
    }

    /// The same place, with nothing that is pointed at.
    #[must_use]
    pub fn pointing_at_nothing(&self) -> Self {
        Self { selection: vec![], pointed_school: None, ..self.clone() }
    }

    /// Leaves what a document no longer shows: a région of other borders, and a selection of another
    /// level, whose card would speak of something else.
    pub(super) fn settle(&mut self, document: &Document) {
        let of_place = self.place.territory.edition();
        if of_place.is_some_and(|edition| edition != document.edition) {
            self.place.territory = TerritoryId::France;
            self.place.school = None;
        }
        let (level, edition) = (self.place.level(document.level), document.edition);
        let place = self.place;
        self.selection.retain(|id| {
            id.level() == level
                && id.edition().is_none_or(|of_id| of_id == edition)
                && place.holds(*id)
        });
    }

    /// Goes into a territory, and shows what it is made of.
    pub(super) fn enter(&mut self, document: &mut Document, id: TerritoryId) {
        if let Some(edition) = id.edition() {
            document.edition = edition;
        }
        self.place.territory = id;
        self.place.school = None;
        if !matches!(id, TerritoryId::France | TerritoryId::Departement(_)) {
            self.place.way = id.level();
        }
        self.selection.clear();
    }

    /// Goes one step up: from a school to its département, and so on to France.
    pub(super) fn leave(&mut self, document: &mut Document) {
        if self.place.school.take().is_some() {
            return;
        }
        let below = self.place.territory;
        if let Some(above) = self.place.above(document.edition) {
            self.enter(document, above);
            // Where one comes from stays pointed at, if it is shown.
            self.selection = vec![below];
            self.settle(document);
        }
    }

    /// Shows a level: in France, unless it is what the place is made of.
    pub(super) fn show_level(&mut self, document: &mut Document, level: Level) {
        if level != Level::Departement {
            self.place.way = level;
            self.place.territory = TerritoryId::France;
        }
        self.place.school = None;
        if self.place.territory == TerritoryId::France {
            document.level = level;
        }
    }

    /// Draws the borders of another time; a région or an académie of the other is left.
    pub(super) fn use_edition(&mut self, document: &mut Document, edition: Edition) {
        document.edition = edition;
        self.settle(document);
    }

    /// Opens the card of a school, in its département; closes it where `None`.
    pub(super) fn open_school(
        &mut self,
        document: &mut Document,
        school: Option<(Uai, Option<TerritoryId>)>,
    ) {
        let Some((uai, departement)) = school else {
            self.place.school = None;
            return;
        };
        if let Some(departement) = departement
            && self.place.territory != departement
        {
            self.enter(document, departement);
        }
        self.place.school = Some(uai);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::{Code, Registry};

    fn departement(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    fn region(code: &str) -> TerritoryId {
        TerritoryId::Region(Edition::Before2016, Code::new(code).unwrap())
    }

    fn start() -> (Standpoint, Document) {
        Default::default()
    }

    #[test]
    fn one_goes_down_by_the_region_and_up_the_same_way() {
        let (mut at, mut document) = start();
        at.enter(&mut document, region("82"));
        assert_eq!(at.place.level(document.level), Level::Departement);
        at.enter(&mut document, departement("38"));
        let path = at.place.path(document.edition);
        assert_eq!(path, [TerritoryId::France, region("82"), departement("38")]);
        at.leave(&mut document);
        assert_eq!(at.place.territory, region("82"));
        assert_eq!(at.selection, [departement("38")]);
        at.leave(&mut document);
        assert_eq!(at.place.territory, TerritoryId::France);
        assert_eq!(at.place.level(document.level), Level::Region);
        assert_eq!(at.selection, [region("82")]);
        at.leave(&mut document);
        assert_eq!(at.place.territory, TerritoryId::France);
    }

    #[test]
    fn one_goes_by_the_academie_where_that_is_what_one_looked_at() {
        let (mut at, mut document) = start();
        at.show_level(&mut document, Level::Academie);
        at.enter(&mut document, departement("38"));
        let names: Vec<&str> = (at.place.path(document.edition).into_iter())
            .filter_map(|id| Registry::official().get(id))
            .map(|territory| territory.name.as_str())
            .collect();
        assert_eq!(names, ["France", "Grenoble", "Isère"]);
    }

    #[test]
    fn a_school_is_opened_in_its_departement_and_left_before_it() {
        let (mut at, mut document) = start();
        let uai = Uai::read("0380033E").unwrap().0;
        at.open_school(&mut document, Some((uai, Some(departement("38")))));
        assert_eq!(at.place.territory, departement("38"));
        at.leave(&mut document);
        assert_eq!((at.place.school, at.place.territory), (None, departement("38")));
    }

    #[test]
    fn borders_of_another_time_leave_a_region_and_keep_a_departement() {
        let (mut at, mut document) = start();
        at.enter(&mut document, region("82"));
        at.use_edition(&mut document, Edition::Since2016);
        assert_eq!(at.place.territory, TerritoryId::France);
        at.enter(&mut document, departement("38"));
        at.use_edition(&mut document, Edition::Before2016);
        assert_eq!(at.place.territory, departement("38"));
    }
}
