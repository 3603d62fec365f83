//! A table to be written, as plain data.

use jiff::civil::Date;

/// A table with its header, and what there is to know about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it shows, in one line.
    pub title: String,
    /// From left to right.
    pub columns: Vec<Column>,
    /// How many columns at the left stay in sight: those that say what a row is about.
    pub fixed_columns: u16,
    /// From top to bottom; a row that is too short ends in empty cells.
    pub rows: Vec<Vec<Cell>>,
    /// Sources, licence, how to read it: a paragraph each. A workbook has them on a second sheet;
    /// a text has no place for them.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How wide it is shown, in letters.
    pub width: u16,
    /// What it holds, hence how its cells look, those that are still to be filled included.
    pub kind: ColumnKind,
    /// The words that are offered where a cell is to be filled; other words may be written. None
    /// may hold a comma.
    pub choices: Vec<&'static str>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Letters and figures that are no number: `01` keeps its zero, even when it is typed.
    Code,
    /// Words.
    Text,
    /// Numbers of things, and measures.
    Number,
    /// Shares.
    Percent,
    /// Days.
    Date,
}

impl Column {
    /// A column of this name.
    pub fn new(name: impl Into<String>, kind: ColumnKind, width: u16) -> Self {
        Self { name: name.into(), width, kind, choices: vec![] }
    }

    /// The same column, offering these words.
    #[must_use]
    pub fn offering(mut self, choices: impl IntoIterator<Item = &'static str>) -> Self {
        self.choices = choices.into_iter().collect();
        self
    }
}

impl ColumnKind {
    /// Whether its values stand at the right, unit under unit.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Number | Self::Percent)
    }
}

/// One cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, or the sign of a value that is missing.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number, and how many decimals are shown; a file keeps all of them.
    Number {
        /// The number.
        value: f64,
        /// Decimals shown.
        decimals: u8,
    },
    /// A share, from 0 to 100.
    Percent(f64),
    /// A day.
    Date(Date),
}

impl Cell {
    /// A text; empty when there is none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number of things; empty where it is not known.
    pub fn count(count: Option<u32>) -> Self {
        count.map_or(Self::Empty, |count| Self::Integer(i64::from(count)))
    }
}
