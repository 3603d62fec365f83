//! The table itself: names of columns, and rows of texts packed into few allocations.

use super::{
    block::Block, cell_kind::CellKind, names::Names, normalise::normalise, notes::Notes,
    title_row::TitleRow,
};

/// A header and the rows below it.
///
/// The texts of all cells stand one behind the other in a few large buffers, so that a file of
/// 60 000 rows and 70 columns costs its own size and four bytes a cell.
#[derive(Clone, Debug, Default)]
pub struct Table {
    names: Names,
    around: Around,
    /// None is empty.
    blocks: Vec<Block>,
    /// How many rows stand before each block.
    starts: Vec<usize>,
    len: usize,
}

/// What stands around a table in its file, and is no row of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Around {
    pub titles: Vec<TitleRow>,
    pub notes: Notes,
    pub hidden: Vec<u32>,
    pub sheet: Option<String>,
}

/// One row of a table: a reference, free to copy.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Line of the file where the row begins, from 1; the row number of a sheet, or the rank of a
    /// JSON record.
    pub line: u32,
    block: &'a Block,
    index: usize,
}

impl Table {
    /// A table with these texts; each row comes with its line.
    pub fn from_rows<'a, Cells>(
        headers: &[&str],
        rows: impl IntoIterator<Item = (u32, Cells)>,
    ) -> Self
    where
        Cells: IntoIterator<Item = &'a str>,
    {
        let mut block = Block::default();
        for (line, cells) in rows {
            block.push(line, cells);
        }
        let names = Names::distinct(headers.iter().map(|name| (*name).to_owned()).collect());
        Self::new(names, Around::default(), vec![block])
    }

    pub(super) fn new(names: Names, around: Around, blocks: Vec<Block>) -> Self {
        let mut table = Self { names, around, ..Self::default() };
        for block in blocks.into_iter().filter(|block| block.len() > 0) {
            table.starts.push(table.len);
            table.len += block.len();
            table.blocks.push(block);
        }
        table
    }

    /// Names of the columns, no two alike: as the file writes them, without the blanks around them;
    /// « colonne 3 » where it writes none, and « taux, colonne 5 » where « taux » stands before.
    pub fn headers(&self) -> &[String] {
        &self.names.shown
    }

    /// The name of a column as the file writes it, which may be empty or that of another column.
    pub fn written_header(&self, column: usize) -> &str {
        self.names.written.get(column).map_or("", String::as_str)
    }

    /// The rows that stand above the header and hold something.
    pub fn titles(&self) -> &[TitleRow] {
        &self.around.titles
    }

    /// The notes that stand below the rows: their lines and their texts.
    pub fn notes(&self) -> &[(u32, String)] {
        &self.around.notes
    }

    /// The lines below the header that hold something and are hidden in the workbook.
    pub fn hidden_lines(&self) -> &[u32] {
        &self.around.hidden
    }

    /// The sheet of the workbook in which the table stands.
    pub fn sheet_name(&self) -> Option<&str> {
        self.around.sheet.as_deref()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The rows that hold something, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.blocks.iter().flat_map(|block| (0..block.len()).map(|index| block_row(block, index)))
    }

    /// The cells of a column, from the first row to the last, without the blanks around them.
    pub fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows().map(move |row| row.cell(column))
    }

    /// The row at a rank from 0, for loops that several cores share.
    pub fn row(&self, rank: usize) -> Option<Row<'_>> {
        let after = self.starts.partition_point(|start| *start <= rank);
        let (block, start) = (self.blocks.get(after.checked_sub(1)?)?, self.starts[after - 1]);
        (rank - start < block.len()).then(|| block_row(block, rank - start))
    }

    /// The first column whose name is `name`, whatever its case, accents, spaces, hyphens and
    /// underscores.
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = normalise(name);
        self.headers().iter().position(|header| normalise(header) == wanted)
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        let same_row = |(a, b): (Row<'_>, Row<'_>)| {
            a.line == b.line
                && (0..self.headers().len())
                    .all(|c| a.written(c) == b.written(c) && a.kind(c) == b.kind(c))
        };
        self.names == other.names
            && self.around == other.around
            && self.len == other.len
            && self.rows().zip(other.rows()).all(same_row)
    }
}

impl Eq for Table {}

impl<'a> Row<'a> {
    /// The text of a column without the blanks around it; empty beyond the last cell.
    pub fn cell(&self, column: usize) -> &'a str {
        trimmed(self.written(column))
    }

    /// The text of a column as the file has it, blanks included.
    pub fn written(&self, column: usize) -> &'a str {
        self.block.cell(self.index, column)
    }

    /// What the file knows of a cell beside its text.
    pub fn kind(&self, column: usize) -> CellKind {
        self.block.kind(self.index, column)
    }
}

/// A text without the blanks around it; most cells have none, and begin and end with a letter or a
/// digit.
fn trimmed(text: &str) -> &str {
    let is_ink = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_ink(text.as_bytes().first()) && is_ink(text.as_bytes().last()) {
        text
    } else {
        text.trim()
    }
}

fn block_row(block: &Block, index: usize) -> Row<'_> {
    Row { line: block.line(index), block, index }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_however_its_name_is_written() {
        let table = Table::from_rows(&["Code établissement", "NB_lycées"], [(2, ["1", "2"])]);
        assert_eq!(table.column("code_etablissement"), Some(0));
        assert_eq!(table.column("nb-LYCEES"), Some(1));
        assert_eq!(table.column("nom"), None);
    }

    #[test]
    fn a_cell_beyond_the_row_is_empty() {
        let table = Table::from_rows(&["a", "b"], [(2, [" 42\u{a0}"])]);
        let row = table.row(0).unwrap();
        assert_eq!((row.cell(0), row.cell(1), row.cell(7)), ("42", "", ""));
        assert_eq!(row.written(0), " 42\u{a0}");
    }

    #[test]
    fn rows_are_found_by_rank_across_blocks() {
        let block = |lines: &[u32]| {
            let mut block = Block::default();
            lines.iter().for_each(|line| block.push(*line, ["x"]));
            block
        };
        let blocks = vec![block(&[2, 3]), block(&[]), block(&[5])];
        let names = Names::distinct(vec!["a".to_owned()]);
        let table = Table::new(names, Around::default(), blocks);
        let lines: Vec<u32> = table.rows().map(|row| row.line).collect();
        let by_rank: Vec<u32> = (0..9).map_while(|rank| table.row(rank)).map(|r| r.line).collect();
        assert_eq!((table.len(), lines.as_slice()), (3, [2, 3, 5].as_slice()));
        assert_eq!(lines, by_rank);
    }
}
