//! The document: all that a person chooses, changed in one place, and what follows from it.

mod card;
mod command;
mod data;
mod document;
mod own_file;
mod reading;
mod session;
mod unknowns;
mod words;

pub use card::{Card, Headline, HistoryLine};
pub use command::Command;
pub use data::Data;
pub use document::Document;
pub use own_file::{OwnFile, OwnFileError, OwnFileFault, open_own_file};
pub use reading::{PICTURE_WIDTH, Reading};
pub use session::Session;
