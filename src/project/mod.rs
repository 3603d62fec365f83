//! The document: all that a person chooses, changed in one place, and what follows from it.

mod card;
mod command;
mod data;
mod document;
mod memory;
mod own_data;
mod own_file;
mod reading;
mod session;
mod shelf;
mod unknowns;
mod words;

pub use card::{Card, Headline, HistoryLine};
pub use command::Command;
pub use data::Data;
pub use document::Document;
pub use memory::ChoiceMemory;
pub use own_data::{FileChoice, FileChoices, OwnData, OwnSource};
pub use own_file::{FileBytes, Opened, OwnFile, OwnFileError, OwnFileFault, OwnSet, open_own_file};
pub use reading::{PICTURE_WIDTH, Reading};
pub use session::Session;
