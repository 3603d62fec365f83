//! The figures in the cells of one row, and what is found wrong with them.

use super::super::{
    excerpt::excerpt,
    numbers::{DecimalSign, Number, ShareStyle, count, number, ratio},
};
use crate::{
    coverage::{CoverageNotice, MissingReason, vocabulary::missing_word},
    table::Row,
};

/// The cells of a row, while they are read.
pub(super) struct RowCells<'a> {
    row: &'a Row<'a>,
    headers: &'a [String],
    /// How shares are written, where there are some.
    style: Option<&'a ShareStyle>,
    /// A blank cell of a pivot table counts none.
    pub blank_is_none: bool,
    pub notices: Vec<CoverageNotice>,
    /// Cells that have a mark after their number.
    pub flags: Vec<String>,
    /// Why there is no value, where a word says so.
    pub missing: Option<MissingReason>,
    /// What stands in place of a value: that word, else the first cell that is no number, else
    /// nothing at all.
    pub said: Option<String>,
}

impl<'a> RowCells<'a> {
    pub fn new(row: &'a Row<'a>, headers: &'a [String], style: Option<&'a ShareStyle>) -> Self {
        Self {
            row,
            headers,
            style,
            blank_is_none: false,
            notices: Vec::new(),
            flags: Vec::new(),
            missing: None,
            said: None,
        }
    }

    /// A share in percent, from 0 to 100.
    pub fn share(&mut self, column: usize) -> Option<f64> {
        let style = self.style?;
        let (cell, kind) = (self.row.cell(column), self.row.kind(column));
        if self.is_missing(cell) {
            return None;
        }
        let Some(percent) = style.percent(cell, kind) else {
            self.left_out(column, "un nombre");
            return None;
        };
        self.note_flag(cell, number(cell, kind, style.sign));
        if !(0.0..=100.0).contains(&percent) {
            let value = excerpt(cell);
            self.note_said(cell);
            self.notices.push(CoverageNotice::ShareOutOfRange { line: self.row.line, value });
            return None;
        }
        Some(percent)
    }

    /// A number of schools.
    pub fn count(&mut self, column: usize, sign: DecimalSign) -> Option<u32> {
        let (cell, kind) = (self.row.cell(column), self.row.kind(column));
        if self.blank_is_none && cell.trim().is_empty() {
            return Some(0);
        }
        if self.is_missing(cell) {
            return None;
        }
        match count(cell, kind, sign) {
            Some(schools) => {
                self.note_flag(cell, number(cell, kind, sign));
                Some(schools)
            }
            None => {
                self.left_out(column, "un nombre entier");
                None
            }
        }
    }

    /// Some schools out of others, in one cell.
    pub fn ratio(&mut self, column: usize) -> Option<(u32, u32)> {
        let cell = self.row.cell(column);
        if self.is_missing(cell) {
            return None;
        }
        let found = ratio(cell);
        if found.is_none() {
            self.left_out(column, "un nombre sur un autre, comme 20/50");
        }
        found.map(|one| (one.some, one.of))
    }

    /// Whether a cell has no value. An empty one states nothing; a word says why, and the first
    /// word of a row stands.
    fn is_missing(&mut self, cell: &str) -> bool {
        let Some(word) = missing_word(cell) else { return false };
        if !cell.trim().is_empty() && self.missing.is_none() {
            self.missing = Some(word.reason);
            self.said = Some(excerpt(cell));
        }
        self.note_said(cell);
        true
    }

    fn note_said(&mut self, cell: &str) {
        if self.said.as_deref().is_none_or(str::is_empty) {
            self.said = Some(excerpt(cell.trim()));
        }
    }

    fn note_flag(&mut self, cell: &str, number: Option<Number>) {
        if number.is_some_and(|number| number.flag) {
            self.flags.push(excerpt(cell));
        }
    }

    fn left_out(&mut self, column: usize, expected: &'static str) {
        self.note_said(self.row.cell(column));
        self.notices.push(CoverageNotice::CellLeftOut {
            line: self.row.line,
            column: self.headers.get(column).cloned().unwrap_or_default(),
            value: excerpt(self.row.cell(column)),
            expected,
        });
    }
}
