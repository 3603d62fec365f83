//! The page of a document: what is decided about it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    scene::{Block, Institution, PageFormat, PageSpec, Template},
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
    /// Show maps of these dates, where the template has several; those of the data where there are
    /// none.
    Dates(Vec<Date>),
    /// Say who publishes it.
    Publish(Option<Institution>),
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
            Self::Dates(dates) => page.spec.dates = dates,
            Self::Publish(institution) => page.spec.institution = institution,
        }
    }
}
