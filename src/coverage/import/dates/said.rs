//! What had to be assumed to read a date.

use std::fmt;

use crate::{coverage::Period, french::NARROW_SPACE};

/// What was assumed of a cell that says less or more than a date, in a sentence through `Display`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateGuess {
    /// As the file has it.
    pub cell: String,
    /// What was assumed.
    pub kind: DateGuessKind,
}

/// What can be assumed of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateGuessKind {
    /// A school year is dated from its September.
    SchoolYear(i16),
    /// A rentrée is dated from its September.
    Rentree(i16),
    /// The month stands before the day, as in the rest of the column.
    MonthFirst,
    /// A year of two digits.
    ShortYear(Period),
    /// A number of days of a spreadsheet.
    SpreadsheetDay(Period),
}

impl DateGuess {
    fn new(cell: &str, kind: DateGuessKind) -> Self {
        Self { cell: cell.to_owned(), kind }
    }

    pub(super) fn school_year(cell: &str, year: i16) -> Self {
        Self::new(cell, DateGuessKind::SchoolYear(year))
    }

    pub(super) fn rentree(cell: &str, year: i16) -> Self {
        Self::new(cell, DateGuessKind::Rentree(year))
    }

    pub(super) fn month_first(cell: &str) -> Self {
        Self::new(cell, DateGuessKind::MonthFirst)
    }

    pub(super) fn short_year(cell: &str, period: Period) -> Self {
        Self::new(cell, DateGuessKind::ShortYear(period))
    }

    pub(super) fn spreadsheet_day(cell: &str, period: Period) -> Self {
        Self::new(cell, DateGuessKind::SpreadsheetDay(period))
    }
}

impl fmt::Display for DateGuess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cell = &self.cell;
        match self.kind {
            DateGuessKind::SchoolYear(year) => write!(
                f,
                "« {cell} » est une année scolaire{NARROW_SPACE}: datée de septembre {year}."
            ),
            DateGuessKind::Rentree(year) => write!(f, "« {cell} » est datée de septembre {year}."),
            DateGuessKind::MonthFirst => {
                write!(f, "« {cell} » est lu avec le mois avant le jour, comme le veut la colonne.")
            }
            DateGuessKind::ShortYear(period) => write!(f, "« {cell} » est lu comme {period}."),
            DateGuessKind::SpreadsheetDay(period) => {
                write!(f, "« {cell} » est un numéro de jour de tableur{NARROW_SPACE}: {period}.")
            }
        }
    }
}
