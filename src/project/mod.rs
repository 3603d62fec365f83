//! The document: all that a person chooses, changed in one place, and what follows from it.

mod card;
mod command;
mod data;
mod document;
mod joined_table;
mod own_file;
mod reading;
mod saved;
mod session;
mod template;
mod unknowns;
mod words;

pub use card::{Card, Headline, HistoryLine};
pub use command::Command;
pub use data::Data;
pub use document::Document;
pub use joined_table::joined_table;
pub use own_file::{OwnFile, OwnFileError, OwnFileFault, open_own_file};
pub use reading::{PICTURE_WIDTH, Reading};
pub use saved::{SaveError, joined_table_bytes, sheet_format, template_bytes};
pub use session::Session;
pub use template::Template;
