//! The document: all that a person chooses, changed in one place, and what follows from it.

mod card;
mod command;
mod data;
mod document;
mod fold;
mod joined_table;
mod memory;
mod naming;
mod national;
mod own_data;
mod own_file;
mod page;
mod page_content;
#[cfg(test)]
mod page_tests;
mod place;
mod reading;
mod refused;
mod rows;
mod saved;
mod school_points;
mod search;
mod session;
mod shelf;
mod standpoint;
mod steps;
mod template;
mod trail;
mod unknowns;

pub use card::{
    Brief, BriefCache, Card, CardCache, Headline, HistoryLine, HistoryPoint, OpenCard, RankLine,
    SchoolCard, SchoolLine, SchoolStatus, SchoolsLine, SelectionCard, ShareBar,
};
pub use command::Command;
pub use data::Data;
pub use document::Document;
pub use joined_table::joined_table;
pub use memory::ChoiceMemory;
pub use naming::{MapName, Provenance, source_line};
pub use own_data::{FileChoice, FileChoices, OwnData, OwnSource};
pub use own_file::{FileBytes, Opened, OwnFile, OwnFileError, OwnFileFault, OwnSet, open_own_file};
pub use page::{PageChange, PageChoices, WrittenText};
pub use place::Place;
pub use reading::Reading;
pub use refused::{Refused, Unopened};
pub use rows::{
    Comparison, Filter, FilterProblem, RowColumn, RowId, Rows, Sort, Term, Test, Value,
};
pub use saved::{SaveError, joined_table_bytes, sheet_format, template_bytes};
pub use school_points::school_points;
pub use search::{SearchIndex, SearchResult, SearchTarget};
pub use session::Session;
pub use standpoint::Standpoint;
pub use template::Template;
