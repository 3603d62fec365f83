//! Reading the workbooks of Excel and LibreOffice.
//!
//! calamine reads them. Before it does, `zip` and `ole2` check that the file is what it claims and
//! that it unfolds into a bounded number of bytes and cells.

mod cells;
mod ole2;
mod sheets;
mod zip;

#[cfg(test)]
mod tests;

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Ods, OdsError, Reader, Xls, XlsError, Xlsx, XlsxError};

use self::sheets::Sheet;
use super::{
    Format, Place, Progress, ReadOptions, Reading, Recognition, Table, TableError, TableNotice,
    TooLarge, header, normalise, notes,
};

/// Cells that a workbook may hold, all sheets together, where calamine gives them one by one.
const MOST_CELLS: usize = 20_000_000;

/// The same where it first unfolds each sheet into a rectangle, holes included.
const MOST_UNFOLDED: usize = 8_000_000;

/// Reads an XLSX or ODS workbook, or says what other archive it is.
pub(super) fn read_zip(
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let format = zip::check(bytes, name)?;
    go_on(progress, 0.2)?;
    let sheets = guarded(format, || match format {
        Format::Ods => {
            let mut ods = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
                OdsError::Password => TableError::Protected { name: name.to_owned() },
                OdsError::CellLimitExceeded { requested, .. } => {
                    TableError::TooLarge { what: TooLarge::Cells(requested) }
                }
                _ => damaged(format),
            })?;
            sheets::unfolded(&mut ods, format, progress)
        }
        _ => {
            let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
                XlsxError::Password => TableError::Protected { name: name.to_owned() },
                _ => damaged(format),
            })?;
            sheets::streamed(&mut xlsx, progress)
        }
    })?;
    assemble(sheets, format, options, progress)
}

/// Reads an XLS workbook, or says what other document it is.
pub(super) fn read_ole2(
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    // Readers of such old containers have met few hostile files.
    let container = guarded(Format::Xls, || ole2::check(bytes, name))?;
    go_on(progress, 0.2)?;
    let sheets = guarded(Format::Xls, || {
        let mut xls = Xls::new(Cursor::new(container)).map_err(|error| match error {
            XlsError::Password => TableError::Protected { name: name.to_owned() },
            _ => damaged(Format::Xls),
        })?;
        sheets::unfolded(&mut xls, Format::Xls, progress)
    })?;
    assemble(sheets, Format::Xls, options, progress)
}

/// Chooses a sheet and finds the table in it.
fn assemble(
    sheets: Vec<Sheet>,
    format: Format,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let (chosen, reason) = choose(&sheets, options.sheet.as_deref())?;
    let mut notices = Vec::new();
    let visible = sheets.iter().filter(|sheet| sheet.visible).count();
    if options.sheet.is_none() && visible > 1 {
        let sheet = names[chosen].clone();
        notices.push(TableNotice::OtherSheets { sheet, count: visible });
    }
    let Some(Sheet { name, rows: mut block, .. }) = sheets.into_iter().nth(chosen) else {
        return Err(TableError::EmptyWorkbook);
    };
    let header = header::find(&block, options.header_row)?;
    block.drop_before(header.data);
    for row in 0..block.len() {
        block.cut(row, header.names.len());
    }
    notices.extend(header.notices);
    notices.extend(notes::take(&mut block, header.names.len()));
    if block.len() == 0 {
        return Err(TableError::NoRows { line: header.line.unwrap_or(1) });
    }
    go_on(progress, 1.0)?;
    let recognition = Recognition {
        format,
        encoding: None,
        separator: None,
        sheets: names,
        sheet: Some(name),
        header_row: header.line,
        reasons: [reason, header.reason].into(),
    };
    Ok(Reading { table: Table::new(header.names, vec![block]), recognition, notices })
}

/// The sheet that was asked for, or the visible one that holds most.
fn choose(sheets: &[Sheet], wanted: Option<&str>) -> Result<(usize, String), TableError> {
    if let Some(wanted) = wanted {
        let exact = sheets.iter().position(|sheet| sheet.name == wanted);
        let near = || sheets.iter().position(|s| normalise(&s.name) == normalise(wanted));
        let found = || sheets.iter().map(|s| format!("« {} »", s.name)).collect::<Vec<_>>();
        return match exact.or_else(near) {
            Some(index) => Ok((index, "Feuille choisie à la main.".to_owned())),
            None => {
                Err(TableError::NoSuchSheet { sheet: wanted.to_owned(), found: found().join(", ") })
            }
        };
    }
    let any_visible = sheets.iter().any(|sheet| sheet.visible);
    let candidates = sheets.iter().enumerate().filter(|(_, s)| s.visible || !any_visible);
    // The first of those that hold as much.
    let best = candidates.rev().max_by_key(|(_, sheet)| sheet.rows.cells());
    match best {
        Some((index, sheet)) if sheets.len() > 1 => Ok((
            index,
            format!("« {} » est la feuille qui contient le plus de cellules.", sheet.name),
        )),
        Some((index, _)) => Ok((index, "C’est la seule feuille remplie du classeur.".to_owned())),
        None => Err(TableError::EmptyWorkbook),
    }
}

/// Runs a reader of a format that others wrote. Where the program is built to unwind, a panic in
/// it over a file that breaks the format's rules is an error like any other.
fn guarded<T>(
    format: Format,
    read: impl FnOnce() -> Result<T, TableError>,
) -> Result<T, TableError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged(format)))
}

fn damaged(format: Format) -> TableError {
    TableError::Damaged { format, place: Place::Unknown }
}

fn go_on(progress: &Progress, share: f32) -> Result<(), TableError> {
    if progress(share).is_continue() { Ok(()) } else { Err(TableError::Cancelled) }
}
