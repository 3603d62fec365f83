//! From the bytes of any file to a table.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::{
    Encoding, Format, Separator, Table, TableError, TableNotice, TooLarge, delimited,
    format::{self, Container},
    json, workbook,
};

/// What a person chose in place of a guess; `None` leaves it to the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    /// For texts.
    pub encoding: Option<Encoding>,
    /// For texts; JSON is then read as a text too.
    pub separator: Option<Separator>,
    /// For workbooks, by name.
    pub sheet: Option<String>,
    /// The line of the names, from 1; 0 when the file has none. Not for JSON.
    pub header_row: Option<u32>,
}

/// What the program made of a file, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    pub format: Format,
    /// Of a text.
    pub encoding: Option<Encoding>,
    /// Of a text.
    pub separator: Option<Separator>,
    /// All sheets of a workbook that hold something, in its order.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The line that names the columns, from 1; `None` where none does, as in JSON.
    pub header_row: Option<u32>,
    /// A plain French sentence for each choice.
    pub reasons: Vec<String>,
}

/// A table, and all that there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub table: Table,
    pub recognition: Recognition,
    pub notices: Vec<TableNotice>,
}

/// Told now and then which share of the work is done, from 0 to 1, perhaps by several threads and
/// out of order; answers whether to go on.
pub type Progress<'a> = dyn Fn(f32) -> ControlFlow<()> + Sync + 'a;

/// A [`Progress`] that never stops.
pub const READ_ON: &Progress<'static> = &|_| ControlFlow::Continue(());

/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 1 << 30;

/// Reads the bytes of a file: CSV, XLSX, XLS, ODS, JSON or GeoJSON, recognised from what they hold.
/// `name` is the name of the file, a hint where the bytes leave a doubt.
///
/// What had to be repaired or left out is a notice; memory is bounded by a few times the size of
/// the file, and by fixed limits for workbooks, which are compressed.
///
/// # Errors
/// When no table can be had from the file, or when `progress` asks to stop.
pub fn read(
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    if bytes.len() > MOST_BYTES {
        return Err(TableError::TooLarge { what: TooLarge::Bytes(bytes.len()) });
    }
    match format::recognise(bytes, name)? {
        Container::Zip => workbook::read_zip(bytes, name, options, progress),
        Container::Ole2 => workbook::read_ole2(bytes, name, options, progress),
        Container::Json if options.separator.is_none() => json::read(bytes, options, progress),
        Container::Json | Container::Text => delimited::read(bytes, options, progress),
    }
}
