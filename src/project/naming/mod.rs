//! What a map is called.
//!
//! A [`MapName`] is the one value that a title, a legend, a file name, an alternative text, a note
//! « Lecture » and the head of a column are written from: two of them can't disagree. The words of
//! the subject itself stand beside [`Subject`], in `coverage`.

mod file_name;
mod lecture;
mod legend;
mod page;
mod place;
mod source;
mod subject;
mod title;

#[cfg(test)]
mod tests;

pub use source::{Provenance, source_line};

pub(super) use lecture::{Figures, missing, spoken};
pub(super) use page::{alternative, page_text};
pub(super) use source::{data_source, outline_source};

use jiff::civil::Date;

use super::{Document, Place};
use crate::{
    coverage::{Dataset, Subject},
    territory::{Edition, Level, TerritoryId},
};

/// What a map shows, where and when.
#[derive(Clone, Debug, PartialEq)]
pub struct MapName {
    /// What is counted, of which schools.
    pub subject: Subject,
    /// The territories that are coloured.
    pub level: Level,
    /// The borders of régions and académies.
    pub edition: Edition,
    /// What they lie in.
    pub place: TerritoryId,
    /// The day that the map speaks of; `None` where no date is told.
    pub date: Option<Date>,
    /// Whether the figures are invented.
    pub fictitious: bool,
}

impl MapName {
    /// The name of the map of a document.
    pub fn of(document: &Document, place: &Place, dataset: &Dataset) -> Self {
        Self {
            subject: Subject::of(document, dataset),
            level: place.level(document.level),
            edition: document.edition,
            place: place.territory,
            date: document.date,
            fictitious: document.data.fictitious(),
        }
    }
}
