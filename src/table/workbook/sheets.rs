//! The sheets of a workbook as rows of texts.

use std::io::{Read, Seek};

use calamine::{Data, DataRef, Reader, SheetVisible, Xls, Xlsx};

use super::{
    biff::BiffSheet,
    cells, go_on, number_format,
    rows::{Rows, Sheet, Total},
    xlsx_layout::SheetParts,
};
use crate::table::{CellKind, Format, Place, Progress, TableError};

/// The sheets of an XLSX workbook, cell by cell: a sheet with two cells at its far corners costs
/// no more than any other.
pub(super) fn of_xlsx<RS: Read + Seek>(
    xlsx: &mut Xlsx<RS>,
    bytes: &[u8],
    progress: &Progress,
) -> Result<Vec<Sheet>, TableError> {
    let names = sheet_names(xlsx);
    let mut parts = SheetParts::new(bytes);
    let (mut sheets, mut total) = (Vec::new(), Total::default());
    for (index, (name, visible)) in names.iter().enumerate() {
        let damaged =
            |_| TableError::Damaged { format: Format::Xlsx, place: Place::Sheet(name.clone()) };
        // A sheet that is only a chart has no cells.
        let Ok(mut reader) = xlsx.worksheet_cells_reader(name) else { continue };
        let formats = reader.styles().iter().map(|style| {
            let format = style.number_format.as_ref();
            format.map_or(CellKind::Number, |f| number_format::of_excel(&f.format_code))
        });
        let formats: Vec<CellKind> = formats.collect();
        let mut rows = Rows::new(parts.layout(name), &mut total);
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
            let ((row, column), value) = (cell.get_position(), cell.get_value());
            if *value != DataRef::Empty {
                let format = formats.get(style).copied().unwrap_or(CellKind::Number);
                let typed = cells::typed(value, format);
                if rows.set(row, column, typed)? && row.is_multiple_of(4096) {
                    go_on(progress, 0.2 + 0.7 * index as f32 / names.len() as f32)?;
                }
            }
        }
        sheets.extend(rows.finish(name, *visible)?);
    }
    Ok(sheets)
}

/// The sheets of an XLS workbook, which calamine unfolds whole. What it doesn't tell of their
/// cells comes from `known`, one for each sheet.
pub(super) fn of_xls<RS: Read + Seek>(
    xls: &mut Xls<RS>,
    known: Vec<BiffSheet>,
    progress: &Progress,
) -> Result<Vec<Sheet>, TableError> {
    let names = sheet_names(xls);
    let mut known = known.into_iter();
    let (mut sheets, mut total) = (Vec::new(), Total::default());
    for (index, (name, visible)) in names.iter().enumerate() {
        go_on(progress, 0.2 + 0.7 * index as f32 / names.len() as f32)?;
        let place = || Place::Sheet(name.clone());
        let range = xls
            .worksheet_range(name)
            .map_err(|_| TableError::Damaged { format: Format::Xls, place: place() })?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let BiffSheet { layout, formats } = known.next().unwrap_or_default();
        let mut rows = Rows::new(layout, &mut total);
        for (row, column, value) in range.used_cells() {
            let clamped =
                |first: u32, index| first.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
            let (row, column) = (clamped(first_row, row), clamped(first_column, column));
            let format = formats.get(&(row, column)).copied().unwrap_or(CellKind::Number);
            rows.set(row, column, cells::typed(&borrowed(value), format))?;
        }
        sheets.extend(rows.finish(name, *visible)?);
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
