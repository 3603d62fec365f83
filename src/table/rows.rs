//! The table itself: a header and rows of texts.

use super::normalise;

/// A header and the rows below it, all of the header's width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns, as written in the file, without the blanks around them.
    pub headers: Vec<String>,
    /// Rows that hold something, in the order of the file.
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file where the row begins; the first line of a file is 1.
    pub line: u32,
    /// One text for each header, as written in the file.
    pub cells: Vec<String>,
}

impl Table {
    /// The first column whose name is `name`, whatever its case, accents, spaces, hyphens and
    /// underscores.
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = normalise(name);
        self.headers.iter().position(|header| normalise(header) == wanted)
    }
}

impl Row {
    /// The text of a column without the blanks around it; empty beyond the last cell.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_however_its_name_is_written() {
        let headers = ["Code établissement", "NB_lycées"].map(str::to_owned).to_vec();
        let table = Table { headers, rows: vec![] };
        assert_eq!(table.column("code_etablissement"), Some(0));
        assert_eq!(table.column("nb-LYCEES"), Some(1));
        assert_eq!(table.column("nom"), None);
    }

    #[test]
    fn a_cell_beyond_the_row_is_empty() {
        let row = Row { line: 2, cells: vec![" 42\u{a0}".to_owned()] };
        assert_eq!((row.cell(0), row.cell(1)), ("42", ""));
    }
}
