//! The date of each row: from a column of dates, of years with or without months, or for all alike.

use std::collections::BTreeSet;

use super::super::{
    ImportChoices,
    columns::{Cells, ColumnMeaning, Meaning},
    dates::{DateStyle, read_month, read_when},
    excerpt::excerpt,
    supposition::{Supposition, SuppositionKind},
};
use crate::{
    coverage::{CoverageNotice, Period, vocabulary::missing_word},
    table::{Row, Table},
};

/// How the dates of a table are read.
pub(super) struct RowDates {
    column: Option<(usize, DateStyle)>,
    /// Beside a column of years.
    month: Option<usize>,
    /// Beside a column of dates: of what each is the end.
    span: Option<(usize, DateStyle)>,
    headers: Vec<String>,
}

/// What a row says of its date.
pub(super) struct RowDate {
    /// `None` where the row gives none.
    pub period: Option<Period>,
    /// The cell can't be read: the row has no date that is known.
    pub is_unreadable: bool,
    /// What was wrong with it.
    pub notice: Option<CoverageNotice>,
}

impl RowDate {
    fn of(period: Option<Period>) -> Self {
        Self { period, is_unreadable: false, notice: None }
    }
}

impl RowDates {
    /// Decides it from whole columns; a date that a person chose for all stands before any column.
    pub fn new(table: &Table, columns: &[ColumnMeaning], choices: &ImportChoices) -> Self {
        let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
        let headers = table.headers().to_vec();
        if choices.dating.is_some() {
            return Self { column: None, month: None, span: None, headers };
        }
        let of_years = column(Meaning::Annee);
        // A column that nobody filled tells nothing.
        let is_filled =
            |column: &usize| table.rows().any(|row| missing_word(row.cell(*column)).is_none());
        let date_column = column(Meaning::Date).or(of_years).filter(is_filled);
        let styled = |column: usize| {
            let cells = Cells::of_texts(table.rows().map(|row| row.cell(column)));
            let mut style = cells.date_style(table.written_header(column));
            style.school_years |= choices.refused.contains(&SuppositionKind::MonthNotSchoolYear);
            (column, style)
        };
        let span = column(Meaning::Periode).filter(|_| date_column.is_some()).map(styled);
        let month =
            column(Meaning::Mois).filter(|_| date_column.is_some() && date_column == of_years);
        Self { column: date_column.map(styled), month, span, headers }
    }

    /// The columns, if some tell dates.
    pub fn columns(&self) -> Option<(usize, Option<usize>)> {
        self.column.map(|(column, _)| (column, self.month))
    }

    /// The date of a row, or why it has none.
    pub fn read(&self, row: &Row<'_>) -> RowDate {
        let Some((column, style)) = self.column else { return RowDate::of(None) };
        let cell = row.cell(column);
        if missing_word(cell).is_some() {
            return RowDate::of(None);
        }
        let Some(when) = read_when(cell, style) else {
            let notice = CoverageNotice::RowLeftOut {
                line: row.line,
                column: self.headers[column].clone(),
                value: excerpt(cell),
                expected: "une date",
            };
            return RowDate { period: None, is_unreadable: true, notice: Some(notice) };
        };
        let Some(month) = self.month.map(|column| row.cell(column)) else {
            return RowDate::of(Some(self.span_of(row, when.period)));
        };
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
                    column: self.month.map_or_else(String::new, |c| self.headers[c].clone()),
                    value: excerpt(month),
                    expected: "un mois, en lettres ou de 1 à 12",
                };
                RowDate { period: Some(period), is_unreadable: false, notice: Some(notice) }
            }
        }
    }

    /// The year or the month that ends on the day of a row, where another column says so.
    fn span_of(&self, row: &Row<'_>, day: Period) -> Period {
        let span = self.span.and_then(|(column, style)| read_when(row.cell(column), style));
        span.map(|when| when.period).filter(|span| span.end() == day.end()).unwrap_or(day)
    }

    /// What was assumed of dates that are not written as such: a few sentences.
    pub fn guesses(&self, table: &Table) -> Vec<String> {
        const SAMPLES: usize = 3;
        let Some((column, style)) = self.column else { return vec![] };
        let distinct: BTreeSet<&str> = table.rows().map(|row| row.cell(column)).collect();
        let guesses = distinct.into_iter().filter_map(|cell| read_when(cell, style)?.guess);
        guesses.take(SAMPLES).map(|guess| guess.to_string()).collect()
    }

    /// A column of « 2010-11 » alone, which may be school years.
    pub fn supposition(&self, table: &Table) -> Option<Supposition> {
        let (column, style) = self.column?;
        let follows = |cell: &str| {
            let (year, next) = cell.split_once('-')?;
            let (first, second) = (year.parse::<u16>().ok()?, next.parse::<u16>().ok()?);
            (year.len() == 4 && next.len() == 2).then_some(second == (first + 1) % 100)
        };
        let mut cells = table.rows().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
        let first = cells.next()?;
        let ambiguous = !style.school_years
            && follows(first) == Some(true)
            && cells.all(|cell| follows(cell) == Some(true));
        ambiguous.then(|| Supposition::MonthNotSchoolYear {
            header: self.headers[column].clone(),
            cell: first.to_owned(),
        })
    }
}
