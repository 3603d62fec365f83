//! The document: one plain value that holds all that a person has chosen.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::{Data, Place};
use crate::{
    cartography::Representation,
    coverage::{
        Embedded, Measure, Query, SchoolType,
        school::{Perimeter, Uai},
    },
    outline::OutlineSource,
    territory::{Edition, Level, TerritoryId},
};

/// Which data, seen how. Two equal documents give the same map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Where the figures come from.
    pub data: Data,
    /// Whose outlines the map is drawn on.
    #[serde(default)]
    pub outlines: OutlineSource,
    /// Lycées or collèges.
    pub school_type: SchoolType,
    /// Level of the territories shown.
    pub level: Level,
    /// Borders of régions and académies.
    pub edition: Edition,
    /// Share or stage.
    pub representation: Representation,
    /// What counts as having an ENT.
    pub measure: Measure,
    /// Which schools are counted, in data that list them.
    #[serde(default)]
    pub perimeter: Perimeter,
    /// What was known by the end of this day; all that is known where `None`, of data without dates.
    pub date: Option<Date>,
    /// Where one is: the map shows what this place is made of.
    #[serde(default)]
    pub place: Place,
    /// The territories that are pointed at, the last one last; they are summed in the card.
    #[serde(default)]
    pub selection: Vec<TerritoryId>,
    /// A school that is pointed at, wherever one is.
    #[serde(default)]
    pub pointed_school: Option<Uai>,
    /// Which rows of the table are kept, in words.
    #[serde(default)]
    pub filter: String,
}

impl Default for Document {
    /// The question that the atlas starts from: lycées, by région, in October 2011.
    fn default() -> Self {
        Self {
            data: Embedded::Facts.into(),
            outlines: OutlineSource::Embedded,
            school_type: SchoolType::Lycee,
            level: Level::Region,
            edition: Edition::Before2016,
            representation: Representation::Share,
            measure: Measure::Deploye,
            perimeter: Perimeter::default(),
            date: Some(date(2011, 10, 31)),
            place: Place::default(),
            selection: vec![],
            pointed_school: None,
            filter: String::new(),
        }
    }
}

impl Document {
    /// A card of a territory that the map no longer shows would speak of something else.
    pub(super) fn drop_stale_selection(&mut self) {
        let (level, edition) = (self.level, self.edition);
        let shown = |id: &TerritoryId| {
            id.level() == level && id.edition().is_none_or(|of_id| of_id == edition)
        };
        let mut selection = std::mem::take(&mut self.selection);
        selection.retain(|id| shown(id) && self.place.holds(*id));
        self.selection = selection;
    }

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

    /// What its map asks of the data.
    pub fn query(&self) -> Query {
        Query {
            school_type: self.school_type,
            level: self.level,
            edition: self.edition,
            measure: self.measure,
            date: self.date,
        }
    }
}
