//! The page of a document: what is decided about it, and what it comes to.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Reading, naming::outline_source};
use crate::{
    cartography::Theme,
    coverage::Dataset,
    outline::Plane,
    scene::{
        Block, PageContent, PageFormat, PageLayout, PageSpec, PageText, Scene, Template, lay_out,
    },
    territory::TerritoryId,
};

/// What a person decides about the page of a map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PageChoices {
    /// Its size, its template, what stands on it.
    pub spec: PageSpec,
    /// The texts that were written otherwise.
    pub texts: BTreeMap<Block, WrittenText>,
    /// The territory that the note reads; one of the map where `None`.
    pub read: Option<TerritoryId>,
}

/// A text that a person wrote in the place of the one that was proposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WrittenText {
    /// As it was written.
    pub text: String,
    /// What was proposed then: where something else is proposed now, it was written for another map.
    pub proposed: String,
    /// The date of the map then.
    pub date: Option<Date>,
}

/// A change of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageChange {
    /// Another size.
    Format(PageFormat),
    /// Another template.
    Template(Template),
    /// Put a block on the page, or take it away.
    Show(Block, bool),
    /// Write a text otherwise than it is proposed.
    Write {
        /// Which.
        block: Block,
        /// How.
        text: String,
        /// What is proposed.
        proposed: String,
    },
    /// Take the text that is proposed again.
    Revert(Block),
    /// Read another territory in the note.
    Read(Option<TerritoryId>),
}

impl PageChange {
    /// Changes a page; `date` is that of its map.
    pub(super) fn apply(self, page: &mut PageChoices, date: Option<Date>) {
        match self {
            Self::Format(format) => page.spec.format = format,
            Self::Template(template) => page.spec.template = template,
            Self::Show(block, shown) => page.spec.show(block, shown),
            Self::Write { block, text, proposed } => {
                if text == proposed {
                    page.texts.remove(&block);
                } else {
                    page.texts.insert(block, WrittenText { text, proposed, date });
                }
            }
            Self::Revert(block) => {
                page.texts.remove(&block);
            }
            Self::Read(territory) => page.read = territory,
        }
    }
}

impl Reading {
    /// The words that are proposed for its page.
    pub fn proposed_text(&self, dataset: &Dataset, outlines: &Plane) -> PageText {
        let part = outlines.bounds_of(self.place.territory);
        self.worded(vec![self.source(dataset), outline_source(outlines, part)])
    }

    /// The words of its page: those that a person wrote, else those that are proposed.
    pub fn page_text(&self, dataset: &Dataset, outlines: &Plane) -> PageText {
        let mut words = self.proposed_text(dataset, outlines);
        for (block, written) in &self.document.page.texts {
            words.write(*block, &written.text);
        }
        words
    }

    /// Its page, laid out; a picture of it is `width` pixels wide.
    pub fn layout(&self, dataset: &Dataset, outlines: &Plane, width: u32) -> PageLayout {
        let part = outlines.bounds_of(self.place.territory);
        let bounds = part.unwrap_or(outlines.bounds());
        let detail = PageContent::detail(bounds, width);
        let picture = Arc::new(self.picture(outlines, detail, Theme::light()));
        let content = PageContent {
            picture,
            bounds,
            stretch: outlines.stretch_at(bounds.center().map(f64::from)),
            // A place fills the page by itself.
            frames: if part.is_some() { &[] } else { outlines.frames() },
            legend: &self.symbology.legend,
        };
        lay_out(&self.page_text(dataset, outlines), &content, &self.document.page.spec)
    }

    /// Its page, drawn.
    pub fn page(&self, dataset: &Dataset, outlines: &Plane, width: u32) -> Scene {
        self.layout(dataset, outlines, width).scene
    }
}
