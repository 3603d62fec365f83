//! The document: one plain value that holds all that a person has chosen of a map. Where they are on
//! it is another value, [`Standpoint`](super::Standpoint).

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::{Data, PageChoices, Place};
use crate::{
    cartography::Representation,
    coverage::{Embedded, Measure, Query, SchoolType, school::Perimeter},
    outline::OutlineSource,
    territory::{Edition, Level},
};

/// Which data, seen how: what is saved, and what undoing brings back. Two equal documents give the
/// same maps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Where the figures come from.
    pub data: Data,
    /// Whose outlines the map is drawn on.
    #[serde(default)]
    pub outlines: OutlineSource,
    /// Lycées or collèges.
    pub school_type: SchoolType,
    /// Level of the territories shown in France; a smaller place shows its départements.
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
    /// The page of its map.
    #[serde(default)]
    pub page: PageChoices,
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
            page: PageChoices::default(),
        }
    }
}

impl Document {
    /// What its map of a place asks of the data.
    pub fn query(&self, place: &Place) -> Query {
        Query {
            school_type: self.school_type,
            level: place.level(self.level),
            edition: self.edition,
            measure: self.measure,
            date: self.date,
        }
    }
}
