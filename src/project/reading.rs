//! What a document shows: the state of every territory, its symbol, the legend.

use super::{Document, words};
use crate::{
    cartography::{Representation, Symbology, Theme},
    coverage::{Dataset, SchoolType, TerritoryState, states},
    outline::{Detail, Outlines},
    scene::{MapPicture, PageContent, Scene, draw_page},
    territory::{Level, Registry, TerritoryId},
};
use std::sync::Arc;

/// Pixels across of an exported PNG, unless another width is asked for.
pub const PICTURE_WIDTH: u32 = 1600;

/// Everything that follows from a document and its data. Computed when either changes, never in a
/// frame.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document it was computed for.
    pub document: Document,
    /// The state of each territory of the level, in the order of the registry.
    pub states: Vec<TerritoryState>,
    /// Those of the place where one is; all of them in France.
    pub inside: Vec<TerritoryState>,
    /// Their symbols and the legend.
    pub symbology: Symbology,
}

impl Reading {
    /// Reads the data as the document asks.
    pub fn new(document: &Document, dataset: &Dataset) -> Self {
        let mut document = document.clone();
        // What has no date is not known on a day rather than on another.
        document.date = document.date.filter(|_| !dataset.is_undated(document.school_type));
        let query = document.query();
        let states = states(dataset, Registry::official(), &query);
        let inside: Vec<TerritoryState> =
            states.iter().filter(|state| document.place.holds(state.id)).cloned().collect();
        let symbology = Symbology::new(&inside, &query, document.representation);
        Self { document, states, inside, symbology }
    }

    /// The state of a territory of the level.
    pub fn state(&self, id: TerritoryId) -> Option<&TerritoryState> {
        self.states.iter().find(|state| state.id == id)
    }

    /// The map, at a level of detail.
    pub fn picture(&self, outlines: &Outlines, detail: Detail, theme: &Theme) -> MapPicture {
        let layer = outlines.layer(self.document.level, self.document.edition, detail);
        let label = |id| {
            (self.inside.iter().find(|state| state.id == id))
                .map(|s| words::spoken(s, self.document.representation))
                .unwrap_or_default()
        };
        MapPicture::new(layer, &self.symbology, label, theme)
    }

    /// A territory and its value in words: « Loire : 75 % (57 établissements sur 76) ».
    pub fn spoken(&self, id: TerritoryId) -> Option<String> {
        self.state(id).map(|state| words::spoken(state, self.document.representation))
    }

    /// A name for the file of its picture, without extension: `ent-lycees-region-2011-10-31`; without
    /// a date where there is none.
    pub fn file_name(&self) -> String {
        let Document { school_type, level, date, representation, data, .. } = &self.document;
        let schools = match school_type {
            SchoolType::Lycee => "lycees",
            SchoolType::College => "colleges",
        };
        let level = match level {
            Level::France => "france",
            Level::Region => "region",
            Level::Academie => "academie",
            Level::Departement => "departement",
        };
        let stage = if *representation == Representation::Stage { "-stade" } else { "" };
        let fictitious = if data.fictitious() { "-fictif" } else { "" };
        let date = date.map_or_else(String::new, |date| format!("-{date}"));
        format!("ent-{schools}-{level}{stage}{date}{fictitious}")
    }

    /// The page of a report that is `width` pixels wide.
    pub fn page(&self, dataset: &Dataset, outlines: &Outlines, width: u32) -> Scene {
        let part = outlines.bounds_of(self.document.place.territory);
        let bounds = part.unwrap_or(outlines.bounds());
        let detail = Detail::for_scale(PageContent::metres_per_pixel(bounds, width));
        let picture = Arc::new(self.picture(outlines, detail, Theme::light()));
        let words = words::page(self, dataset);
        let content = PageContent {
            picture,
            bounds,
            // A place fills the page by itself.
            frames: if part.is_some() { &[] } else { outlines.frames() },
            legend: &self.symbology.legend,
            states: match self.document.representation {
                Representation::Share => &self.inside,
                Representation::Stage => &[],
            },
        };
        draw_page(&words, &content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Embedded;

    #[test]
    fn the_page_of_a_place_speaks_of_that_place_alone() {
        let dataset = Embedded::Example.dataset();
        let session = crate::project::Session::new(Document {
            data: Embedded::Example.into(),
            level: Level::Departement,
            ..Document::default()
        });
        let isere = session.reading().states.iter().find(|state| state.name == "Isère").unwrap();
        let mut document = session.document().clone();
        document.place.territory = isere.id;
        let page = words::page(&Reading::new(&document, &dataset), &dataset);
        assert!(page.subtitle.starts_with("Isère · "), "{}", page.subtitle);
        assert!(page.reading_note.contains("« Isère »"), "{}", page.reading_note);
    }

    #[test]
    fn the_name_of_a_picture_says_what_it_shows_and_what_it_is_worth() {
        let dataset = Embedded::Facts.dataset();
        let reading = Reading::new(&Document::default(), &dataset);
        assert_eq!(reading.file_name(), "ent-lycees-region-2011-10-31");
        let document = Document { data: Embedded::Example.into(), ..Document::default() };
        let reading = Reading::new(&document, &dataset);
        assert_eq!(reading.file_name(), "ent-lycees-region-2011-10-31-fictif");
    }
}
