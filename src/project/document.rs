//! The document: one plain value that holds all that a person has chosen.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::Data;
use crate::{
    cartography::Representation,
    coverage::{Embedded, Measure, Query, SchoolType, school::Perimeter},
    territory::{Edition, Level, TerritoryId},
};

/// Which data, seen how. Two equal documents give the same map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Where the figures come from.
    pub data: Data,
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
    /// What was known by the end of this day.
    pub date: Date,
    /// The territory whose card is open.
    pub selection: Option<TerritoryId>,
}

impl Default for Document {
    /// The question that the atlas starts from: lycées, by région, in October 2011.
    fn default() -> Self {
        Self {
            data: Embedded::Facts.into(),
            school_type: SchoolType::Lycee,
            level: Level::Region,
            edition: Edition::Before2016,
            representation: Representation::Share,
            measure: Measure::Deploye,
            perimeter: Perimeter::default(),
            date: date(2011, 10, 31),
            selection: None,
        }
    }
}

impl Document {
    /// A card of a territory that the map no longer shows would speak of something else.
    pub(super) fn drop_stale_selection(&mut self) {
        let shown = |id: &TerritoryId| {
            id.level() == self.level && id.edition().is_none_or(|e| e == self.edition)
        };
        self.selection = self.selection.filter(shown);
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
