//! The bytes of any file that a French user brings, to a table of texts: what was recognised and
//! why, what was repaired and what was left out; and tables to the bytes of files that are saved.
//!
//! What a column means is not known here: `coverage` says that. A file that can't be read at all
//! is a [`TableError`]; what could be read with a repair is a [`TableNotice`].

mod block;
mod body;
mod cell_kind;
mod cutter;
mod delimited;
mod encoding;
mod error;
mod format;
mod header;
mod json;
mod kind;
mod line_ends;
mod names;
mod normalise;
mod notes;
mod notice;
mod number;
mod quotes;
mod read;
mod reading;
mod recognise;
mod recognition;
mod repairs;
mod repeated_header;
mod rows;
mod separator;
mod source;
mod split_decimals;
mod survey;
mod title_row;
mod workbook;
mod write;

pub use cell_kind::CellKind;
pub use encoding::{Encoding, EncodingReason};
pub use error::{Place, TableError, TooLarge};
pub use format::Format;
pub use header::HeaderReason;
pub use normalise::normalise;
pub use notice::{Lines, TableNotice};
pub use read::{read, read_csv, read_shared};
pub use reading::{Progress, READ_ON, ReadOptions, Reading};
pub use recognition::{RecognisedForm, Recognition, SheetReason, Whence};
pub use rows::{Row, Table};
pub use separator::{Separator, SeparatorReason};
pub use title_row::TitleRow;
pub use write::{
    Cell, Column, ColumnKind, Sheet, SheetFormat, WriteError, to_bytes, to_csv, to_text, to_xlsx,
};
