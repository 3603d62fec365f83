//! From the bytes of any file to a table.

use std::sync::Arc;

use super::{
    Progress, READ_ON, ReadOptions, Reading, Table, TableError, TableNotice, TooLarge, delimited,
    json,
    recognise::{Container, recognise},
    source::Source,
    workbook,
};

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
    read_source(Source::Lent(bytes), name, options, progress)
}

/// The same for bytes that the table may keep: its cells then stay in them, and nothing of the file
/// is copied where it is UTF-8.
///
/// # Errors
/// Those of [`read`].
pub fn read_shared(
    bytes: &Arc<Vec<u8>>,
    name: &str,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    read_source(Source::Shared(bytes), name, options, progress)
}

fn read_source(
    source: Source<'_>,
    name: &str,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let bytes = source.bytes();
    if bytes.len() > MOST_BYTES {
        return Err(TableError::TooLarge { what: TooLarge::Bytes(bytes.len()) });
    }
    match recognise(bytes, name)? {
        Container::Zip => workbook::read_zip(bytes, name, options, progress),
        Container::Ole2 => workbook::read_ole2(bytes, name, options, progress),
        Container::Json if options.separator.is_none() => {
            json::read(bytes, name, options, progress)
        }
        Container::Json | Container::Text => delimited::read(source, options, progress),
    }
}

/// Reads a CSV file with nothing chosen by hand.
///
/// # Errors
/// Those of [`read`].
pub fn read_csv(bytes: &[u8]) -> Result<(Table, Vec<TableNotice>), TableError> {
    let reading = read(bytes, "donnees.csv", &ReadOptions::default(), READ_ON)?;
    Ok((reading.table, reading.notices))
}
