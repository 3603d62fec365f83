//! The sheets of a workbook as rows of texts.

use std::io::{Read, Seek};

use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx};

use super::{MOST_CELLS, cells, go_on};
use crate::table::{
    Format, Place, Progress, TableError, TooLarge, block::Block, header::MOST_COLUMNS,
};

/// A sheet that holds something.
pub(super) struct Sheet {
    pub name: String,
    pub visible: bool,
    pub rows: Block,
}

/// The sheets of an XLSX workbook, cell by cell: a sheet with two cells at its far corners costs
/// no more than any other. A cell shown in percent says so.
pub(super) fn streamed<RS: Read + Seek>(
    xlsx: &mut Xlsx<RS>,
    progress: &Progress,
) -> Result<Vec<Sheet>, TableError> {
    let names = sheet_names(xlsx);
    let (mut sheets, mut total) = (Vec::new(), 0);
    for (index, (name, visible)) in names.iter().enumerate() {
        let damaged =
            |_| TableError::Damaged { format: Format::Xlsx, place: Place::Sheet(name.clone()) };
        // A sheet that is only a chart has no cells.
        let Ok(mut reader) = xlsx.worksheet_cells_reader(name) else { continue };
        let formats = reader.styles().iter().map(|style| style.number_format.as_ref());
        let percent: Vec<bool> =
            formats.map(|f| f.is_some_and(|f| cells::is_percent(&f.format_code))).collect();
        let mut rows = Rows::new(&mut total);
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
            let ((row, column), value) = (cell.get_position(), cell.get_value());
            if *value != DataRef::Empty {
                let percent = percent.get(style).copied().unwrap_or(false);
                if rows.set(row, column, cells::text(value, percent))? && row.is_multiple_of(4096) {
                    go_on(progress, 0.2 + 0.7 * index as f32 / names.len() as f32)?;
                }
            }
        }
        let rows = rows.finish()?;
        if rows.len() > 0 {
            sheets.push(Sheet { name: name.clone(), visible: *visible, rows });
        }
    }
    Ok(sheets)
}

/// The sheets of a workbook that calamine unfolds whole. It does not tell how their cells are
/// formatted: a share shown as 91,5 % is the fraction 0.915 here.
pub(super) fn unfolded<RS, R>(
    workbook: &mut R,
    format: Format,
    progress: &Progress,
) -> Result<Vec<Sheet>, TableError>
where
    RS: Read + Seek,
    R: Reader<RS>,
{
    let names = sheet_names(workbook);
    let (mut sheets, mut total) = (Vec::new(), 0);
    for (index, (name, visible)) in names.iter().enumerate() {
        go_on(progress, 0.2 + 0.7 * index as f32 / names.len() as f32)?;
        let range = workbook
            .worksheet_range(name)
            .map_err(|_| TableError::Damaged { format, place: Place::Sheet(name.clone()) })?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Rows::new(&mut total);
        for (row, column, value) in range.used_cells() {
            let text = cells::text(&borrowed(value), false);
            let place = (first_row as usize + row, first_column as usize + column);
            let clamped = |index| u32::try_from(index).unwrap_or(u32::MAX);
            rows.set(clamped(place.0), clamped(place.1), text)?;
        }
        let rows = rows.finish()?;
        if rows.len() > 0 {
            sheets.push(Sheet { name: name.clone(), visible: *visible, rows });
        }
    }
    Ok(sheets)
}

fn sheet_names<RS: Read + Seek, R: Reader<RS>>(workbook: &R) -> Vec<(String, bool)> {
    let sheets = workbook.sheets_metadata().iter();
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect()
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Collects cells that come row by row into rows that hold something.
struct Rows<'a> {
    block: Block,
    /// Row number from 0 and cells of the row that is being filled.
    row: u32,
    cells: Vec<String>,
    /// Cells of the whole workbook so far.
    total: &'a mut usize,
}

impl<'a> Rows<'a> {
    fn new(total: &'a mut usize) -> Self {
        Self { block: Block::default(), row: 0, cells: Vec::new(), total }
    }

    /// Sets a cell; true when it begins a row.
    fn set(&mut self, row: u32, column: u32, text: String) -> Result<bool, TableError> {
        let begins = row != self.row;
        if begins {
            self.flush()?;
            self.row = row;
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            let (line, found) = (row.saturating_add(1), column + 1);
            return Err(TableError::TooLarge { what: TooLarge::Columns { line, found } });
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
        Ok(begins)
    }

    fn flush(&mut self) -> Result<(), TableError> {
        *self.total += self.cells.len();
        if *self.total > MOST_CELLS {
            return Err(TableError::TooLarge { what: TooLarge::Cells(MOST_CELLS) });
        }
        if self.cells.iter().any(|cell| !cell.trim().is_empty()) {
            let cells = self.cells.iter().map(String::as_str);
            self.block.push(self.row.saturating_add(1), cells);
        }
        self.cells.clear();
        Ok(())
    }

    fn finish(mut self) -> Result<Block, TableError> {
        self.flush()?;
        Ok(self.block)
    }
}
