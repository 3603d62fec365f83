//! Rows of texts in few allocations.

use std::{borrow::Cow, sync::Arc};

use rustc_hash::FxHashMap;

use super::{
    cell_kind::CellKind,
    cutter::{Records, Span, between_quotes},
};

/// Rows of any width.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    text: Text,
    /// Where each cell ends in the text. Four bytes are enough: files are limited to less than
    /// 4 GB.
    ends: Vec<u32>,
    /// What each cell is; nothing as long as all are texts, as in a CSV file.
    kinds: Vec<CellKind>,
    rows: Vec<Span>,
}

/// The text in which cells stand.
#[derive(Clone, Debug)]
enum Text {
    /// One behind the other, without anything between them.
    Packed(String),
    /// As the file has them, each behind a separator; those of which more than their quotes is to
    /// be taken off stand apart, by their ranks.
    Written { text: Arc<Vec<u8>>, unescaped: FxHashMap<u32, Box<str>> },
}

impl Default for Text {
    fn default() -> Self {
        Self::Packed(String::new())
    }
}

impl Block {
    /// The records of a text, which stay in it: valid UTF-8, cut at ASCII characters.
    pub fn of_records(text: Arc<Vec<u8>>, records: Records) -> Self {
        let Records { rows, ends, unescaped, .. } = records;
        Self { text: Text::Written { text, unescaped }, ends, kinds: Vec::new(), rows }
    }

    /// Adds a row of texts.
    pub fn push<'a>(&mut self, line: u32, cells: impl IntoIterator<Item = &'a str>) {
        self.push_typed(line, cells.into_iter().map(|cell| (cell, CellKind::Text)));
    }

    /// Adds a row; rows whose cells stay in their file are joined by none.
    pub fn push_typed<'a>(
        &mut self,
        line: u32,
        cells: impl IntoIterator<Item = (&'a str, CellKind)>,
    ) {
        let Text::Packed(text) = &mut self.text else { return };
        let (first, start) = (clamped(self.ends.len()), clamped(text.len()));
        for (cell, kind) in cells {
            if kind != CellKind::Text && self.kinds.is_empty() {
                self.kinds.resize(self.ends.len(), CellKind::Text);
            }
            text.push_str(cell);
            self.ends.push(clamped(text.len()));
            if kind != CellKind::Text || !self.kinds.is_empty() {
                self.kinds.push(kind);
            }
        }
        let len = clamped(self.ends.len()) - first;
        self.rows.push(Span { line, start, first, len });
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// All cells of all rows.
    pub fn cells_written(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).flat_map(move |row| (0..self.width(row)).map(move |c| self.cell(row, c)))
    }

    /// The same rows with other texts in some of their cells.
    pub fn rewritten(&self, mut rewrite: impl FnMut(&str) -> Option<String>) -> Self {
        let mut block = Self::default();
        for row in 0..self.len() {
            let cells: Vec<(Cow<'_, str>, CellKind)> = (0..self.width(row))
                .map(|column| {
                    let cell = self.cell(row, column);
                    let text = rewrite(cell).map_or(Cow::Borrowed(cell), Cow::Owned);
                    (text, self.kind(row, column))
                })
                .collect();
            block.push_typed(self.line(row), cells.iter().map(|(text, kind)| (&**text, *kind)));
        }
        block
    }

    /// Cells of all rows together: what the block weighs.
    pub fn cells(&self) -> usize {
        self.ends.len()
    }

    pub fn line(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |span| span.line)
    }

    /// How many cells a row has.
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |span| span.len as usize)
    }

    /// A cell as written, without the quotes around it; empty beyond the last one.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        match self.rows.get(row) {
            Some(span) if column < span.len as usize => self.cell_of(span, column),
            _ => "",
        }
    }

    fn cell_of(&self, span: &Span, column: usize) -> &str {
        let rank = span.first as usize + column;
        let end = self.ends[rank] as usize;
        let before = |gap: usize| match column {
            0 => span.start as usize,
            _ => self.ends[rank - 1] as usize + gap,
        };
        match &self.text {
            Text::Packed(text) => &text[before(0)..end],
            Text::Written { text, unescaped } => {
                let mut cell = &text[before(1)..end];
                if cell.first() == Some(&b'"') {
                    match between_quotes(cell) {
                        Some(inside) => cell = inside,
                        None => return unescaped.get(&clamped(rank)).map_or("", |text| text),
                    }
                }
                std::str::from_utf8(cell).unwrap_or_default()
            }
        }
    }

    /// What a cell is; a text beyond the last one.
    pub fn kind(&self, row: usize, column: usize) -> CellKind {
        let span = self.rows.get(row).filter(|span| column < span.len as usize);
        let cell = span.map(|span| span.first as usize + column);
        cell.and_then(|cell| self.kinds.get(cell)).copied().unwrap_or_default()
    }

    /// The cells of a row, without the blanks around them.
    pub fn trimmed(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column).trim())
    }

    /// How many cells of a row hold something.
    pub fn filled(&self, row: usize) -> usize {
        self.trimmed(row).filter(|cell| !cell.is_empty()).count()
    }

    /// One more than the last column of a row that holds something.
    pub fn extent(&self, row: usize) -> usize {
        let width = self.width(row);
        (0..width)
            .rev()
            .find(|column| !self.cell(row, *column).trim().is_empty())
            .map_or(0, |c| c + 1)
    }

    /// Forgets the cells of a row from `width` on.
    pub fn cut(&mut self, row: usize, width: usize) {
        if let Some(span) = self.rows.get_mut(row) {
            span.len = span.len.min(clamped(width));
        }
    }

    /// Forgets the rows before `first`.
    pub fn drop_before(&mut self, first: usize) {
        self.rows.drain(..first.min(self.rows.len()));
    }

    /// Forgets some rows, given in their order.
    pub fn drop(&mut self, dropped: &[usize]) {
        let mut row = 0_usize..;
        self.rows.retain(|_| row.next().is_none_or(|row| dropped.binary_search(&row).is_err()));
    }

    /// Forgets the rows from `first` on.
    pub fn drop_from(&mut self, first: usize) {
        self.rows.truncate(first);
    }
}

fn clamped(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::cutter::{Wanted, cut};

    #[test]
    fn rows_of_any_width_are_kept_and_can_be_cut() {
        let mut block = Block::default();
        block.push(1, ["a", "", "é "]);
        block.push(2, []);
        block.push(4, ["b", " "]);
        assert_eq!((block.cell(0, 2), block.cell(0, 3), block.cell(1, 0)), ("é ", "", ""));
        assert_eq!((block.filled(0), block.extent(0), block.extent(2)), (2, 3, 1));
        block.cut(0, 1);
        assert_eq!(block.trimmed(0).collect::<Vec<_>>(), ["a"]);
        block.drop_before(1);
        assert_eq!((block.len(), block.line(1), block.cell(1, 0)), (2, 4, "b"));
    }

    #[test]
    fn cells_that_stay_in_their_file_are_without_their_quotes() {
        let text = Arc::new("é;\"b;c\"\r\n\"d \"\"e\"\"\";\n".as_bytes().to_vec());
        let records = cut(&text, 0..text.len(), b';', 1, Wanted::all(0, 9));
        let block = Block::of_records(text, records);
        let cells: Vec<&str> = block.cells_written().collect();
        assert_eq!(cells, ["é", "b;c", "d \"e\"", ""]);
        let packed = block.rewritten(|cell| (cell == "é").then(|| "e".to_owned()));
        assert_eq!(packed.cells_written().collect::<Vec<_>>(), ["e", "b;c", "d \"e\"", ""]);
    }

    #[test]
    fn kinds_cost_nothing_until_a_cell_is_more_than_a_text() {
        let mut block = Block::default();
        block.push(1, ["a", "b"]);
        assert!(block.kinds.is_empty());
        block.push_typed(2, [("c", CellKind::Text), ("72 %", CellKind::Percent)]);
        block.push(3, ["d"]);
        assert_eq!(block.kinds.len(), block.cells());
        let kinds = [(0, 1), (1, 0), (1, 1), (1, 2), (2, 0)].map(|(r, c)| block.kind(r, c));
        let mut expected = [CellKind::Text; 5];
        expected[2] = CellKind::Percent;
        assert_eq!(kinds, expected);
    }
}
