//! What stands above the header of a table.

/// A row above the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleRow {
    /// Line of the file, from 1.
    pub line: u32,
    /// Its filled cells as one text.
    pub text: String,
    /// All its cells, without the blanks around them.
    pub cells: Vec<String>,
}
