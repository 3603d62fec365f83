//! Gathers the cells of a sheet into rows.

use super::layout::{Layout, MergedValue};
use crate::table::{CellKind, TableError, TooLarge, block::Block, header::MOST_COLUMNS};

/// Cells that a workbook may hold, all sheets together.
pub(super) const MOST_CELLS: usize = 20_000_000;

/// Bytes of all their texts: a long text that stands once in a file may be the value of many cells.
const MOST_BYTES: usize = 500_000_000;

/// A sheet that holds something.
pub(super) struct Sheet {
    pub name: String,
    pub visible: bool,
    /// Those that are shown.
    pub rows: Block,
    /// Lines that hold something and are hidden.
    pub hidden: Vec<u32>,
    pub merged: Vec<MergedValue>,
}

/// Collects cells that come row by row into rows that hold something.
pub(super) struct Rows<'a> {
    layout: Layout,
    block: Block,
    hidden: Vec<u32>,
    merged: Vec<MergedValue>,
    /// Row number from 0 and cells of the row that is being filled.
    row: u32,
    cells: Vec<(String, CellKind)>,
    /// Cells and bytes of the whole workbook so far.
    total: &'a mut Total,
}

/// What the sheets of a workbook weigh so far.
#[derive(Default)]
pub(super) struct Total {
    cells: usize,
    bytes: usize,
}

impl<'a> Rows<'a> {
    pub fn new(layout: Layout, total: &'a mut Total) -> Self {
        let (block, hidden, merged) = (Block::default(), Vec::new(), Vec::new());
        Self { layout, block, hidden, merged, row: 0, cells: Vec::new(), total }
    }

    /// What is known of the sheet, for readers that learn it on the way; what they add counts from
    /// the row that is being filled.
    pub fn layout(&mut self) -> &mut Layout {
        &mut self.layout
    }

    /// Sets a cell; true when it begins a row.
    pub fn set(
        &mut self,
        row: u32,
        column: u32,
        (text, kind): (String, CellKind),
    ) -> Result<bool, TableError> {
        let begins = row != self.row;
        if begins {
            self.flush()?;
            self.row = row;
        }
        if let Some(last) = self.layout.merged_to(row, column) {
            self.merged.push(MergedValue {
                column: column as usize,
                first_line: row.saturating_add(1),
                last_line: last.saturating_add(1),
                text: text.clone(),
                kind,
            });
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            let (line, found) = (row.saturating_add(1), column + 1);
            return Err(TableError::TooLarge { what: TooLarge::Columns { line, found } });
        }
        self.total.bytes += text.len();
        if self.total.bytes > MOST_BYTES {
            return Err(TableError::TooLarge { what: TooLarge::Decompressed(MOST_BYTES as u64) });
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Default::default());
        }
        self.cells[column] = (text, kind);
        Ok(begins)
    }

    fn flush(&mut self) -> Result<(), TableError> {
        self.total.cells += self.cells.len();
        if self.total.cells > MOST_CELLS {
            return Err(TableError::TooLarge { what: TooLarge::Cells(MOST_CELLS) });
        }
        if self.cells.iter().any(|(text, _)| !text.trim().is_empty()) {
            let line = self.row.saturating_add(1);
            if self.layout.hidden.contains(&self.row) {
                self.hidden.push(line);
            } else {
                self.block.push_typed(line, self.cells.iter().map(|(t, kind)| (t.as_str(), *kind)));
            }
        }
        self.cells.clear();
        Ok(())
    }

    /// The sheet, when it holds something.
    pub fn finish(mut self, name: &str, visible: bool) -> Result<Option<Sheet>, TableError> {
        self.flush()?;
        let Self { block: rows, hidden, merged, .. } = self;
        let sheet = Sheet { name: name.to_owned(), visible, rows, hidden, merged };
        Ok((sheet.rows.len() > 0 || !sheet.hidden.is_empty()).then_some(sheet))
    }
}
