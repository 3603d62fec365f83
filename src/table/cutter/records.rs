//! Records that were cut, as places in their text.

use rustc_hash::FxHashMap;

use crate::table::notice::Lines;

/// Where a record begins, and which of the ends are those of its cells.
#[derive(Clone, Copy, Debug)]
pub(in crate::table) struct Span {
    pub line: u32,
    pub start: u32,
    pub first: u32,
    pub len: u32,
}

/// The records of a part of a text.
#[derive(Debug, Default)]
pub(in crate::table) struct Records {
    pub rows: Vec<Span>,
    /// Where each cell ends; it begins behind the separator that ends the one before.
    pub ends: Vec<u32>,
    /// The cells in quotes that are more than what stands between these, by their rank in `ends`.
    pub unescaped: FxHashMap<u32, Box<str>>,
    /// Records that hold something beyond the last column, and the first that they hold there.
    pub long: Lines,
    pub first_beyond: Option<String>,
}
