//! Reading ODS workbooks, row by row.
//!
//! calamine reads the values of ODS too, but neither how they are shown, nor which rows are hidden
//! or cells merged; and it unfolds a sheet into a rectangle, holes included.

mod cell;
mod styles;

use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, read::ZipFile};

use self::styles::Styles;
use super::{
    damaged, go_on,
    rows::{Rows, Sheet, Total},
    xml::attribute,
};
use crate::table::{CellKind, Format, Progress, TableError, header::MOST_COLUMNS};

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The sheets of a workbook whose parts were measured before.
///
/// # Errors
/// When it is under a password, is damaged, or unfolds into more than a workbook of use would.
pub(super) fn read(
    bytes: &[u8],
    name: &str,
    progress: &Progress,
) -> Result<Vec<Sheet>, TableError> {
    let broken = || damaged(Format::Ods);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut manifest = Vec::new();
    if let Some(mut part) = part(&mut archive, "META-INF/manifest.xml") {
        part.read_to_end(&mut manifest).map_err(|_| broken())?;
    }
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(TableError::Protected { name: name.to_owned() });
    }
    let mut styles = Styles::default();
    if let Some(part) = part(&mut archive, "styles.xml") {
        styles.add(part);
    }
    let content = part(&mut archive, "content.xml").ok_or_else(broken)?;
    let mut reader = Reader::from_reader(content);
    let (mut buffer, mut sheets, mut total) = (Vec::new(), Vec::new(), Total::default());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| broken())? {
            Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                let visible = styles.is_visible(attribute(&tag, "table:style-name").as_deref());
                let name = attribute(&tag, "table:name").unwrap_or_default();
                let rows = Rows::new(Default::default(), &mut total);
                let table = TableReader { reader: &mut reader, styles: &styles, rows, row: 0 };
                sheets.extend(table.read(progress)?.finish(&name, visible)?);
            }
            Event::Eof => return Ok(sheets),
            event => styles.look(&event),
        }
    }
}

fn part<'a, 'b>(
    archive: &'a mut Archive<'b>,
    name: &str,
) -> Option<BufReader<ZipFile<'a, Cursor<&'b [u8]>>>> {
    archive.by_name(name).ok().map(BufReader::new)
}

/// Reads one sheet.
struct TableReader<'a, B> {
    reader: &'a mut Reader<B>,
    styles: &'a Styles,
    rows: Rows<'a>,
    /// The row that comes next, from 0.
    row: u32,
}

/// A cell, and how often it stands side by side.
struct Run {
    column: u32,
    count: u32,
    /// With the cells below that it is merged with.
    rows: u32,
    text: String,
    kind: CellKind,
}

/// The styles of cells that name none, by the column behind the last one of each.
type ColumnStyles = Vec<(u32, Option<String>)>;

impl<'a, B: BufRead> TableReader<'a, B> {
    fn read(mut self, progress: &Progress) -> Result<Rows<'a>, TableError> {
        let (mut buffer, mut columns, mut rows) = (Vec::new(), ColumnStyles::new(), 0_u32);
        loop {
            buffer.clear();
            let broken = |_| damaged(Format::Ods);
            let event = self.reader.read_event_into(&mut buffer).map_err(broken)?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                    "table:table-column" => {
                        let end = columns.last().map_or(0, |(end, _)| *end);
                        let end = end.saturating_add(count(tag, "table:number-columns-repeated"));
                        columns.push((end, attribute(tag, "table:default-cell-style-name")));
                    }
                    "table:table-row" => {
                        self.read_row(tag, matches!(event, Event::Empty(_)), &columns)?;
                        rows += 1;
                        if rows.is_multiple_of(4096) {
                            go_on(progress, 0.5)?;
                        }
                    }
                    // Charts on a sheet bring tables of their own.
                    "table:shapes" | "office:forms" if matches!(event, Event::Start(_)) => {
                        let end = tag.to_end().into_owned();
                        let skipped = self.reader.read_to_end_into(end.name(), &mut Vec::new());
                        skipped.map_err(broken)?;
                    }
                    _ => {}
                },
                Event::End(tag) if tag.name().as_ref() == "table:table" => return Ok(self.rows),
                Event::Eof => return Err(damaged(Format::Ods)),
                _ => {}
            }
        }
    }

    fn read_row(
        &mut self,
        tag: &BytesStart<'_>,
        is_empty: bool,
        columns: &ColumnStyles,
    ) -> Result<(), TableError> {
        let repeated = count(tag, "table:number-rows-repeated");
        let is_hidden = attribute(tag, "table:visibility").is_some_and(|it| it != "visible");
        let style = attribute(tag, "table:default-cell-style-name");
        let cells = if is_empty { Vec::new() } else { self.read_cells(style.as_deref(), columns)? };
        // An empty row may stand for the million of them below the table.
        if !cells.is_empty() {
            for row in self.row..self.row.saturating_add(repeated) {
                if is_hidden {
                    self.rows.layout().hidden.insert(row);
                }
                for cell in &cells {
                    let last = row.saturating_add(cell.rows - 1);
                    self.rows.layout().merge(row, last, cell.column);
                    for column in cell.column..cell.column.saturating_add(cell.count) {
                        self.rows.set(row, column, (cell.text.clone(), cell.kind))?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(repeated);
        Ok(())
    }

    /// The cells of a row that hold something.
    fn read_cells(
        &mut self,
        row_style: Option<&str>,
        columns: &ColumnStyles,
    ) -> Result<Vec<Run>, TableError> {
        let (mut buffer, mut inner, mut cells) = (Vec::new(), Vec::new(), Vec::new());
        let mut column = 0_u32;
        loop {
            buffer.clear();
            let broken = |_| damaged(Format::Ods);
            let event = self.reader.read_event_into(&mut buffer).map_err(broken)?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = tag.name();
                    let is_cell = name.as_ref() == "table:table-cell";
                    let own = attribute(tag, "table:style-name");
                    let style = own.as_deref().or(row_style).or_else(|| of_column(columns, column));
                    let value = is_cell.then(|| cell::value(tag, self.styles, style)).flatten();
                    let text = match event {
                        Event::Start(_) => {
                            Some(cell::text(self.reader, &mut inner, name.as_ref())?)
                        }
                        _ => None,
                    };
                    let repeated = count(tag, "table:number-columns-repeated");
                    // What a merged cell covers is not shown.
                    let typed = value.or_else(|| text.map(|text| (text, CellKind::Text)));
                    if let Some((text, kind)) =
                        typed.filter(|(text, _)| is_cell && !text.is_empty())
                    {
                        let rows = count(tag, "table:number-rows-spanned").max(1);
                        // One too many is told by the one who counts columns.
                        let count = repeated.min(MOST_COLUMNS as u32 + 1);
                        cells.push(Run { column, count, rows, text, kind });
                    }
                    column = column.saturating_add(repeated);
                }
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err(damaged(Format::Ods)),
                _ => {}
            }
        }
    }
}

fn of_column(columns: &ColumnStyles, column: u32) -> Option<&str> {
    let after = columns.partition_point(|(end, _)| *end <= column);
    columns.get(after)?.1.as_deref()
}

/// How many rows or columns an attribute counts; one where it says nothing.
fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|count| count.trim().parse().ok()).unwrap_or(1)
}
