//! A column whose cells repeat a few texts, each read once.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::table::Row;

/// Distinct texts that are kept: a column that holds more of them does not repeat itself.
const MOST_TEXTS: usize = 4_000;

/// What the cells of a column say.
pub(super) struct Remembered<'a, T> {
    pub column: Option<usize>,
    read: Box<dyn Fn(&str) -> T + 'a>,
    known: RefCell<FxHashMap<&'a str, T>>,
}

impl<'a, T: Copy> Remembered<'a, T> {
    /// Without a column every cell is blank.
    pub fn new(column: Option<usize>, read: impl Fn(&str) -> T + 'a) -> Self {
        Self { column, read: Box::new(read), known: RefCell::default() }
    }

    /// What the cell of a row says.
    pub fn of(&self, row: &Row<'a>) -> T {
        let cell = self.column.map_or("", |column| row.cell(column));
        let mut known = self.known.borrow_mut();
        if let Some(said) = known.get(cell) {
            return *said;
        }
        let said = (self.read)(cell);
        if known.len() < MOST_TEXTS {
            known.insert(cell, said);
        }
        said
    }
}
