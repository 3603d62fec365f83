//! What a document shows: the state of every territory, its symbol, the legend.

use super::{Document, words};
use crate::{
    cartography::{Symbology, Theme},
    coverage::{Dataset, TerritoryState, states},
    outline::{Detail, Outlines},
    scene::{MapPicture, PageContent, Scene, draw_page},
    territory::{Registry, TerritoryId},
};
use std::sync::Arc;

/// Everything that follows from a document and its data. Computed when either changes, never in a
/// frame.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document it was computed for.
    pub document: Document,
    /// The state of each territory of the level, in the order of the registry.
    pub states: Vec<TerritoryState>,
    /// Their symbols and the legend.
    pub symbology: Symbology,
}

impl Reading {
    /// Reads the data as the document asks.
    pub fn new(document: &Document, dataset: &Dataset) -> Self {
        let query = document.query();
        let states = states(dataset, Registry::official(), &query);
        let symbology = Symbology::new(&states, &query, document.representation);
        Self { document: document.clone(), states, symbology }
    }

    /// The state of a territory of the level.
    pub fn state(&self, id: TerritoryId) -> Option<&TerritoryState> {
        self.states.iter().find(|state| state.id == id)
    }

    /// The map, at a level of detail.
    pub fn picture(&self, outlines: &Outlines, detail: Detail, theme: &Theme) -> MapPicture {
        let layer = outlines.layer(self.document.level, self.document.edition, detail);
        let label = |id| {
            self.state(id)
                .map(|s| words::spoken(s, self.document.representation))
                .unwrap_or_default()
        };
        MapPicture::new(layer, &self.symbology, label, theme)
    }

    /// A territory and its value in words: « Loire : 75 % (57 établissements sur 76) ».
    pub fn spoken(&self, id: TerritoryId) -> Option<String> {
        self.state(id).map(|state| words::spoken(state, self.document.representation))
    }

    /// The page of a report that is `width` pixels wide.
    pub fn page(&self, dataset: &Dataset, outlines: &Outlines, width: u32) -> Scene {
        let bounds = outlines.bounds();
        let detail = Detail::for_scale(PageContent::metres_per_pixel(bounds, width));
        let picture = Arc::new(self.picture(outlines, detail, Theme::light()));
        let words = words::page(self, dataset);
        let content = PageContent {
            picture,
            bounds,
            frames: outlines.frames(),
            legend: &self.symbology.legend,
            states: match self.document.representation {
                crate::cartography::Representation::Share => &self.states,
                crate::cartography::Representation::Stage => &[],
            },
        };
        draw_page(&words, &content)
    }
}
