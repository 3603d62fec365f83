//! The cells of a column, as evidence of what it holds.

use super::super::{
    dates::{DateStyle, date_style, read_month, read_when},
    numbers::{
        DecimalSign, Expected, count, may_be_a_month, number, number_style, ratio, share_style,
    },
};
use crate::{coverage::vocabulary::missing_word, table::CellKind};

/// The cells of a column that hold a value, or a fair part of them.
pub(in crate::coverage::import) struct Cells<'a> {
    filled: Vec<(&'a str, CellKind)>,
}

/// A column is what four cells in five are: the others are slips, or notes. The one threshold by
/// which a column is accepted, and the lower one under a name that leaves no doubt: its other cells
/// are told row by row.
pub(super) const MOST: f64 = 0.8;
pub(super) const SOME: f64 = 0.3;

impl<'a> Cells<'a> {
    /// From all the cells, those that are missing left out.
    pub fn new(cells: impl IntoIterator<Item = (&'a str, CellKind)>) -> Self {
        let filled = cells.into_iter().filter(|(cell, _)| missing_word(cell).is_none()).collect();
        Self { filled }
    }

    /// From texts alone.
    pub fn of_texts(cells: impl IntoIterator<Item = &'a str>) -> Self {
        Self::new(cells.into_iter().map(|cell| (cell, CellKind::Text)))
    }

    /// Those that hold a value.
    pub fn filled(&self) -> &[(&'a str, CellKind)] {
        &self.filled
    }

    /// Whether none holds a value.
    pub fn is_empty(&self) -> bool {
        self.filled.is_empty()
    }

    /// Whether nearly all cells are read by the function that will read them.
    pub fn are_read_by<T>(&self, parse: impl Fn(&str) -> Option<T>) -> bool {
        self.mostly(|cell, _| parse(cell).is_some())
    }

    /// Whether enough cells are, under a name that leaves no doubt.
    pub fn are_partly_read_by<T>(&self, parse: impl Fn(&str) -> Option<T>) -> bool {
        self.at_least(SOME, |cell, _| parse(cell).is_some())
    }

    /// Whether nearly all cells are so.
    pub fn mostly(&self, test: impl Fn(&str, CellKind) -> bool) -> bool {
        self.at_least(MOST, test)
    }

    /// Whether so many pass; no more cells are tested than it takes to know.
    fn at_least(&self, share: f64, test: impl Fn(&str, CellKind) -> bool) -> bool {
        let all = self.filled.len();
        let wanted = (share * all as f64).ceil() as usize;
        let may_fail = all - wanted.min(all);
        let failing = self.filled.iter().filter(|(cell, kind)| !test(cell, *kind));
        !self.is_empty() && failing.take(may_fail + 1).count() <= may_fail
    }

    /// How they are written, if they are dates. `header` may say that these are school years.
    pub fn date_style(&self, header: &str) -> DateStyle {
        let plain = crate::table::normalise(header).into_owned();
        let rentrees = plain.contains("rentree");
        let says = plain.contains("scolaire") || rentrees;
        let style = date_style(self.filled.iter().map(|(cell, _)| *cell), says);
        DateStyle { rentrees, ..style }
    }

    pub fn are_dates(&self, header: &str) -> bool {
        let style = self.date_style(header);
        self.mostly(|cell, kind| kind.is_a_date() || read_when(cell, style).is_some())
    }

    pub fn are_months(&self) -> bool {
        self.are_read_by(read_month)
    }

    /// The decimal sign of the column, read as counts or as measures.
    pub fn sign(&self, expected: Expected) -> DecimalSign {
        number_style(self.filled.iter().copied(), expected).sign
    }

    /// The column as one of numbers. Under a name that leaves no doubt it is enough that some cells
    /// are numbers, and these alone tell what they count; the others are told row by row.
    pub fn as_numbers(&self, is_clear: bool) -> Option<Self> {
        let sign = self.sign(Expected::Share);
        let is_number = |cell: &str, kind| number(cell, kind, sign).is_some();
        if !self.at_least(if is_clear { SOME } else { MOST }, is_number) {
            return None;
        }
        let numbers = self.filled.iter().copied().filter(|(cell, kind)| is_number(cell, *kind));
        let filled = if is_clear { numbers.collect() } else { self.filled.clone() };
        Some(Self { filled })
    }

    pub fn are_numbers(&self) -> bool {
        self.as_numbers(false).is_some()
    }

    /// Whether nearly all are whole numbers, none in percent.
    pub fn are_counts(&self) -> bool {
        let sign = self.sign(Expected::Count);
        self.mostly(|cell, kind| count(cell, kind, sign).is_some())
    }

    /// Whether more than half are whole numbers, and none is in percent.
    pub fn are_mostly_whole(&self) -> bool {
        let sign = self.sign(Expected::Count);
        let in_percent = |(cell, kind): &(&str, CellKind)| {
            number(cell, *kind, sign).is_some_and(|number| number.percent_sign)
        };
        let whole =
            self.filled.iter().filter(|(cell, kind)| count(cell, *kind, sign).is_some()).count();
        whole * 2 > self.filled.len() && !self.filled.iter().any(in_percent)
    }

    /// Whether nearly all are shares from 0 to 100 %.
    pub fn are_shares(&self, header: &str) -> bool {
        self.hold_shares(header, MOST)
    }

    /// Whether enough are, under a name that leaves no doubt.
    pub fn are_partly_shares(&self, header: &str) -> bool {
        self.hold_shares(header, SOME)
    }

    fn hold_shares(&self, header: &str, enough: f64) -> bool {
        let style = share_style(&self.filled, header);
        self.at_least(enough, |cell, kind| {
            style.percent(cell, kind).is_some_and(|percent| (0.0..=100.0).contains(&percent))
        })
    }

    /// Whether more than one in ten have a percent sign or decimals, as counts never do: one alone
    /// is a slip.
    pub fn have_decimals_or_percents(&self) -> bool {
        let sign = self.sign(Expected::Count);
        let is_measured = |(cell, kind): &&(&str, CellKind)| {
            number(cell, *kind, sign).is_some_and(|n| n.percent_sign || n.value.fract() != 0.0)
        };
        self.filled.iter().filter(is_measured).count() * 10 > self.filled.len()
    }

    /// Whether nearly all are two numbers, « 20/50 », and not all months of a year. Under a name that
    /// leaves no doubt some are enough.
    pub fn are_ratios(&self, is_clear: bool) -> bool {
        let enough = if is_clear { SOME } else { MOST };
        self.at_least(enough, |cell, _| ratio(cell).is_some())
            && self.filled.iter().any(|(cell, _)| ratio(cell).is_some() && !may_be_a_month(cell))
    }

    pub fn lie_between(&self, low: f64, high: f64) -> bool {
        let sign = self.sign(Expected::Share);
        self.mostly(|cell, kind| {
            number(cell, kind, sign).is_some_and(|n| (low..=high).contains(&n.value))
        })
    }
}

/// Five digits, or four where a spreadsheet took the zero; the communes of Corsica have a letter.
pub(in crate::coverage::import) fn commune_or_postal_code(cell: &str) -> Option<()> {
    let bytes = cell.as_bytes();
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let fits = match bytes {
        [b'2', b'A' | b'B' | b'a' | b'b', rest @ ..] => rest.len() == 3 && digits(rest),
        _ => (4..=5).contains(&bytes.len()) && digits(bytes),
    };
    fits.then_some(())
}
