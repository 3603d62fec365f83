//! Reading the workbooks of Excel and LibreOffice.
//!
//! calamine reads XLSX and XLS, `ods` ODS. Before that, `zip` and `ole2` check that the file is what
//! it claims and that it unfolds into a bounded number of bytes and cells; and what calamine does
//! not tell of rows and cells (hidden, merged, shown in percent) comes from `xlsx_layout` and `biff`.

mod biff;
mod cells;
mod layout;
mod number_format;
mod ods;
mod ole2;
mod rows;
mod sheets;
mod xlsx_layout;
mod xml;
mod zip;

#[cfg(test)]
mod tests;

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Reader, Xls, XlsError, Xlsx, XlsxError};

use self::{layout::Filled, ole2::Rebuilt, rows::Sheet};
use super::{
    Format, Place, Progress, ReadOptions, Reading, RecognisedForm, Recognition, SheetReason, Table,
    TableError, TableNotice,
    header::{self, Header},
    names::{self, Named},
    normalise, notes, repairs, repeated_header,
    rows::Around,
};

/// Cells that the sheets of an XLS workbook may span: calamine unfolds each into a rectangle, holes
/// included.
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
        Format::Ods => ods::read(bytes, name, progress),
        _ => {
            let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
                XlsxError::Password => TableError::Protected { name: name.to_owned() },
                _ => damaged(format),
            })?;
            sheets::of_xlsx(&mut xlsx, bytes, progress)
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
    let Rebuilt { bytes, sheets: known } = guarded(Format::Xls, || ole2::check(bytes, name))?;
    go_on(progress, 0.2)?;
    let sheets = guarded(Format::Xls, || {
        let mut xls = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => TableError::Protected { name: name.to_owned() },
            _ => damaged(Format::Xls),
        })?;
        sheets::of_xls(&mut xls, known, progress)
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
    let sheet_names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let (chosen, why) = choose(&sheets, options.sheet.as_deref())?;
    let mut notices = Vec::new();
    let is_another = |(rank, sheet): &(usize, &Sheet)| *rank != chosen && sheet.visible;
    let others: Vec<(String, usize)> = sheets
        .iter()
        .enumerate()
        .filter(is_another)
        .map(|(_, sheet)| (sheet.name.clone(), rows_of_data(sheet)))
        .collect();
    if options.sheet.is_none() && !others.is_empty() {
        let sheet = sheet_names[chosen].clone();
        notices.push(TableNotice::OtherSheets { sheet, others });
    }
    let sheet = sheets.into_iter().nth(chosen).ok_or(TableError::EmptyWorkbook)?;
    let name = sheet.name.clone();
    let (table, header) = table_in(sheet, options, &mut notices)?;
    go_on(progress, 1.0)?;
    let recognition = Recognition {
        format,
        encoding: None,
        separator: None,
        sheets: sheet_names,
        sheet: Some(name.clone()),
        header_row: header.line,
        reasons: vec![
            RecognisedForm::Sheet { name, why },
            RecognisedForm::Header { line: header.line, why: header.reason },
        ],
    };
    Ok(Reading { table, recognition, notices })
}

/// The rows of a sheet below its header, or all of them where it has none.
fn rows_of_data(sheet: &Sheet) -> usize {
    let above = header::find(&sheet.rows, None).map_or(0, |header| header.data);
    let rows = sheet.rows.len();
    if above < rows { rows - above } else { rows }
}

/// The table that stands in a sheet, between titles and notes.
fn table_in(
    sheet: Sheet,
    options: &ReadOptions,
    notices: &mut Vec<TableNotice>,
) -> Result<(Table, Header), TableError> {
    let Sheet { name, rows: mut block, hidden, mut merged, .. } = sheet;
    if block.len() == 0 {
        return Err(TableError::HiddenSheet { sheet: name });
    }
    let texts = merged.iter_mut().map(|value| &mut value.text);
    block = repairs::of_block(block, texts, notices);
    let header = header::find(&block, options.header_row)?;
    let Named { names, titles, notices: named } = names::name(&block, &header, false);
    notices.extend(named);
    let last_above = header.data.checked_sub(1).map_or(0, |row| block.line(row));
    block.drop_before(header.data);
    for row in 0..block.len() {
        block.cut(row, header.width);
    }
    let hidden: Vec<u32> = hidden.into_iter().filter(|line| *line > last_above).collect();
    if !hidden.is_empty() {
        notices.push(TableNotice::HiddenRows { lines: hidden.iter().copied().collect() });
    }
    let merged = merged.into_iter().filter(|value| value.column < header.width);
    let merged = merged.filter(|value| value.first_line > last_above).collect();
    if let Some((filled, Filled { count, sample })) = layout::fill_down(&block, merged)? {
        block = filled;
        notices.push(TableNotice::MergedCells { count, sample });
    }
    let mut blocks = vec![block];
    let notes = notes::take(&mut blocks, header.width);
    notices.extend(notes::notice(&notes));
    let repeated = repeated_header::take(&mut blocks, &names.written);
    notices.extend(repeated_header::notice(&repeated));
    let notes = repeated.into_iter().chain(notes).collect();
    if blocks.iter().all(|block| block.len() == 0) {
        return Err(TableError::NoRows { line: header.line.unwrap_or(1) });
    }
    let around = Around { titles, notes, hidden, sheet: Some(name) };
    Ok((Table::new(names, around, blocks), header))
}

/// The sheet that was asked for, or the visible one that holds most.
fn choose(sheets: &[Sheet], wanted: Option<&str>) -> Result<(usize, SheetReason), TableError> {
    if let Some(wanted) = wanted {
        let exact = sheets.iter().position(|sheet| sheet.name == wanted);
        let near = || sheets.iter().position(|s| normalise(&s.name) == normalise(wanted));
        let found = || sheets.iter().map(|s| format!("« {} »", s.name)).collect::<Vec<_>>();
        return match exact.or_else(near) {
            Some(index) => Ok((index, SheetReason::Chosen)),
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
        Some((index, _)) if sheets.len() > 1 => Ok((index, SheetReason::Fullest)),
        Some((index, _)) => Ok((index, SheetReason::Only)),
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
