//! The bytes of any file that a French user brings, to a table of texts: what was recognised and
//! why, what was repaired and what was left out.
//!
//! What a column means is not known here: `coverage` says that. A file that can't be read at all
//! is a [`TableError`]; what could be read with a repair is a [`TableNotice`].

mod block;
mod delimited;
mod encoding;
mod error;
mod format;
mod header;
mod json;
mod kind;
mod normalise;
mod notes;
mod notice;
mod number;
mod quotes;
mod read;
mod rows;
mod separator;
mod workbook;

pub use delimited::read_csv;
pub use encoding::Encoding;
pub use error::{Place, TableError, TooLarge};
pub use format::Format;
pub use normalise::normalise;
pub use notice::{Lines, TableNotice};
pub use read::{Progress, READ_ON, ReadOptions, Reading, Recognition, read};
pub use rows::{Row, Table};
pub use separator::Separator;
