//! The words of a legend, and the map in one sentence for whoever can't see it.

use super::MapName;
use crate::{
    cartography::LegendWords,
    coverage::Unit,
    french::{NARROW_SPACE, capitalised},
};

impl MapName {
    /// What a legend says beside its classes; `no_value` is what stands in a file in place of values.
    pub fn legend(&self, no_value: String) -> LegendWords {
        let unit = match self.subject.unit {
            Unit::Share => Some("en\u{202f}%"),
            Unit::Schools => Some("en nombre d’établissements"),
            Unit::Stage => None,
        };
        let parts = [self.place_name(), self.by_level(), unit.map(str::to_owned)];
        LegendWords {
            title: capitalised(&self.subject.figure()),
            unit: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            date: self.when(),
            filters: self.champ(),
            no_value,
        }
    }

    /// The map of the window: « Carte : part des lycées équipés d’un ENT, par région, … ». `what`
    /// is « Carte », or what else it is.
    pub fn spoken_map(&self, what: &str) -> String {
        format!("{what}{NARROW_SPACE}: {}, {}", self.title(), self.when())
    }
}
