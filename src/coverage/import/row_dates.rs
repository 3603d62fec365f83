//! The date of each row: from a column of dates, of years with or without months, or for all alike.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{DateStyle, Meaning, date_style, missing_word, read_when, when::read_month};
use crate::{
    coverage::{CoverageNotice, Period},
    french::NARROW_SPACE,
    table::{Row, Table},
};

/// How the dates of a table are read.
pub(super) struct RowDates {
    column: Option<(usize, DateStyle)>,
    /// Beside a column of years.
    month: Option<usize>,
    /// For a table without dates, where something else tells one.
    default: Option<Date>,
}

/// What a row says of its date.
pub(super) struct RowDate {
    /// `None` where nothing tells it.
    pub period: Option<Period>,
    /// Whether the row is left out, since its cell can't be read.
    pub left_out: bool,
    /// What was wrong with it.
    pub notice: Option<CoverageNotice>,
}

impl RowDate {
    fn of(period: Option<Period>) -> Self {
        Self { period, left_out: false, notice: None }
    }
}

impl RowDates {
    /// Decides it from whole columns.
    pub fn new(
        table: &Table,
        column: &impl Fn(Meaning) -> Option<usize>,
        date_column: Option<usize>,
        default: Option<Date>,
    ) -> Self {
        let cells =
            |column: usize| -> Vec<&str> { table.rows().map(|row| row.cell(column)).collect() };
        // A column that nobody filled tells nothing: the dates are assumed.
        let date_column = date_column
            .filter(|column| table.rows().any(|row| missing_word(row.cell(*column)).is_none()));
        let of_years = date_column.is_some() && date_column == column(Meaning::Annee);
        Self {
            column: date_column.map(|column| (column, date_style(&cells(column)))),
            month: column(Meaning::Mois).filter(|_| of_years),
            default,
        }
    }

    /// Whether no column tells dates.
    pub fn are_assumed(&self) -> bool {
        self.column.is_none()
    }

    /// The date of a row, or why it has none.
    pub fn read(&self, row: &Row<'_>) -> RowDate {
        let Some((column, style)) = self.column else {
            return RowDate::of(self.default.map(Period::Day));
        };
        let cell = row.cell(column);
        let Some(when) = read_when(cell, style) else {
            let value = cell.chars().take(40).collect();
            let (line, expected) = (row.line, "une date");
            let notice = CoverageNotice::RowLeftOut { line, column: "date", value, expected };
            return RowDate { period: None, left_out: true, notice: Some(notice) };
        };
        let month = self.month.map_or("", |column| row.cell(column));
        if missing_word(month).is_some() {
            return RowDate::of(Some(when.period));
        }
        match (when.period, read_month(month)) {
            (Period::Year(year), Some(month)) => RowDate::of(Some(Period::Month(year, month))),
            // A school year, read as its September: its other months follow.
            (Period::Month(year, 9), Some(month)) => {
                let year = if month >= 8 { year } else { year + 1 };
                RowDate::of(Some(Period::Month(year, month)))
            }
            (period, Some(_)) => RowDate::of(Some(period)),
            (period, None) => {
                let notice = CoverageNotice::CellLeftOut {
                    line: row.line,
                    column: "mois",
                    value: month.chars().take(40).collect(),
                    expected: "un mois, en lettres ou de 1 à 12",
                };
                RowDate { notice: Some(notice), ..RowDate::of(Some(period)) }
            }
        }
    }

    /// What was recognised, in sentences: the columns, and the dates that are not written as such.
    pub fn reasons(&self, table: &Table) -> Vec<String> {
        const SAMPLES: usize = 3;
        let Some((column, style)) = self.column else { return vec![] };
        let names = table.headers();
        let mut reasons = vec![match self.month {
            Some(month) => format!(
                "Date{NARROW_SPACE}: colonnes « {} » et « {} ».",
                names[column], names[month]
            ),
            None => format!("Date{NARROW_SPACE}: colonne « {} ».", names[column]),
        }];
        let distinct: BTreeSet<&str> = table.rows().map(|row| row.cell(column)).collect();
        let read = distinct.into_iter().filter_map(|cell| read_when(cell, style)?.reason);
        reasons.extend(read.take(SAMPLES));
        reasons
    }
}
