//! Bytes to a table of texts: separator, header, rows, and what had to be guessed or repaired.
//!
//! What a column means is not known here: `coverage` says that. A file that can't be read at all
//! is a [`TableError`]; a row that could be read with a repair is a [`TableNotice`].

mod delimited;
mod error;
mod normalise;
mod notice;
mod rows;
mod separator;

pub use delimited::read_csv;
pub use error::{HeaderFound, TableError};
pub use normalise::normalise;
pub use notice::TableNotice;
pub use rows::{Row, Table};
