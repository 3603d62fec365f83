//! What a sheet says of its rows and cells beside their values: rows that are hidden, and cells
//! merged downwards.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::table::{CellKind, TableError, TooLarge, block::Block, notice::excerpt};

/// A person merges a few hundred cells by hand, a program tens of thousands.
const MOST_MERGES: usize = 200_000;

/// Cells that are filled from merged ones.
const MOST_FILLED: usize = 20_000_000;

/// The rows and merged cells of one sheet; rows and columns are counted from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// By hand, or by a filter.
    pub hidden: FxHashSet<u32>,
    /// By the row and the column where the value stands: the last row.
    merged: FxHashMap<(u32, u32), u32>,
}

impl Layout {
    /// Notes that cells are merged, from the first row of a column to the last.
    pub fn merge(&mut self, first_row: u32, last_row: u32, column: u32) {
        if last_row > first_row && self.merged.len() < MOST_MERGES {
            self.merged.insert((first_row, column), last_row);
        }
    }

    /// The last row of the cells merged with this one, below it.
    pub fn merged_to(&self, row: u32, column: u32) -> Option<u32> {
        self.merged.get(&(row, column)).copied()
    }
}

/// A value that stands in the first of several cells merged downwards, and belongs to all.
#[derive(Debug)]
pub(super) struct MergedValue {
    pub column: usize,
    /// Lines from 1.
    pub first_line: u32,
    pub last_line: u32,
    pub text: String,
    pub kind: CellKind,
}

/// How many cells got the value that they are merged with, and the first such value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Filled {
    pub count: usize,
    pub sample: String,
}

/// Gives the empty cells below a merged one its value, in the rows of a block; of two merged areas
/// that overlap, the upper one counts. Nothing is given back where nothing was to be filled.
///
/// # Errors
/// When more cells were to be filled than a table may have.
pub(super) fn fill_down(
    rows: &Block,
    mut merged: Vec<MergedValue>,
) -> Result<Option<(Block, Filled)>, TableError> {
    if merged.is_empty() {
        return Ok(None);
    }
    merged.sort_by_key(|value| (value.column, value.first_line));
    merged.dedup_by(|next, kept| next.column == kept.column && next.first_line <= kept.last_line);
    merged.sort_by_key(|value| value.first_line);
    let (mut waiting, mut open) = (merged.iter().peekable(), Vec::<&MergedValue>::new());
    let (mut block, mut filled) = (Block::default(), None::<Filled>);
    for row in 0..rows.len() {
        let line = rows.line(row);
        while let Some(value) = waiting.next_if(|value| value.first_line < line) {
            open.push(value);
        }
        open.retain(|value| value.last_line >= line);
        let mut cells: Vec<(&str, CellKind)> =
            (0..rows.width(row)).map(|c| (rows.cell(row, c), rows.kind(row, c))).collect();
        for value in &open {
            let is_empty = |(text, _): &(&str, CellKind)| text.trim().is_empty();
            if cells.get(value.column).is_none_or(is_empty) {
                if cells.len() <= value.column {
                    cells.resize(value.column + 1, ("", CellKind::Text));
                }
                cells[value.column] = (&value.text, value.kind);
                let sample = || Filled { count: 0, sample: excerpt(&value.text) };
                filled.get_or_insert_with(sample).count += 1;
            }
        }
        block.push_typed(line, cells);
        if filled.as_ref().is_some_and(|filled| filled.count > MOST_FILLED) {
            return Err(TableError::TooLarge { what: TooLarge::Cells(MOST_FILLED) });
        }
    }
    Ok(filled.map(|filled| (block, filled)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(column: usize, first_line: u32, last_line: u32, text: &str) -> MergedValue {
        let text = text.to_owned();
        MergedValue { column, first_line, last_line, text, kind: CellKind::Text }
    }

    #[test]
    fn a_merged_value_belongs_to_all_its_rows_and_overwrites_none() {
        let mut rows = Block::default();
        rows.push(2, ["Ain", "lycée"]);
        rows.push(3, ["", "collège"]);
        rows.push(5, ["Aisne", "lycée"]);
        rows.push(6, []);
        let merged = vec![value(0, 5, 9, "Aisne"), value(0, 2, 5, "Ain"), value(1, 5, 6, "lycée")];
        let (block, filled) = fill_down(&rows, merged).unwrap().unwrap();
        let first: Vec<&str> = (0..4).map(|row| block.cell(row, 0)).collect();
        assert_eq!(first, ["Ain", "Ain", "Aisne", ""], "the upper of two that overlap");
        assert_eq!(block.cell(3, 1), "lycée");
        assert_eq!(filled, Filled { count: 2, sample: "Ain".to_owned() });
        assert!(fill_down(&rows, Vec::new()).unwrap().is_none());
    }

    #[test]
    fn cells_merged_sideways_are_left_alone() {
        let mut layout = Layout::default();
        layout.merge(3, 3, 0);
        layout.merge(4, 6, 1);
        assert_eq!((layout.merged_to(3, 0), layout.merged_to(4, 1)), (None, Some(6)));
    }
}
