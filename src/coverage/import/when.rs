//! Dates as tables write them.

use jiff::{ToSpan, civil::Date, civil::date};

use crate::{coverage::Period, french::NARROW_SPACE, table::normalise};

/// A date, and what had to be assumed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub period: Period,
    /// A French sentence, where the cell says less or more than a date.
    pub reason: Option<String>,
}

/// How the dates of a column are written, decided from all its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateStyle {
    /// `10/31/2011`: some second number can be no month.
    pub month_first: bool,
    /// `2012-13`: some second number can be no month, and is the next year.
    pub school_years: bool,
}

/// The beginnings of the months that tell them apart, without accents; « juin » and « juillet »
/// need four letters.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan"],
    &["fevrier", "fevr", "fev", "feb"],
    &["mars", "mar"],
    &["avril", "avr", "apr"],
    &["mai", "may"],
    &["juin", "jun"],
    &["juillet", "juil", "jul"],
    &["aout", "aou", "aug"],
    &["septembre", "sept", "sep"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];

/// Day 0 of the calendar of spreadsheets, in which 31 October 2011 is 40847. (It is two days
/// before 1 January 1900, since they count a 29 February of that year.)
const SPREADSHEET_DAY_0: Date = date(1899, 12, 30);

/// Decides how the dates of a column are written.
pub fn date_style(cells: &[&str]) -> DateStyle {
    let mut style = DateStyle::default();
    for cell in cells {
        let parts: Vec<&str> = cell.trim().split(['/', '-', '.', ' ']).collect();
        match parts.as_slice() {
            [month, day, year] if year.len() == 4 => {
                style.month_first |= number(day).is_some_and(|d| (13..=31).contains(&d))
                    && number(month).is_some_and(|m| (1..=12).contains(&m));
            }
            [year, next] if year.len() == 4 && next.len() == 2 => {
                style.school_years |= number(next).is_some_and(|n| n > 12)
                    && number(year).is_some_and(|y| number(next) == Some((y + 1) % 100));
            }
            _ => {}
        }
    }
    style
}

/// Reads a date: `2011`, `2011-10`, `10/2011`, `31/10/2011`, « octobre 2011 », « oct. 2011 »,
/// « rentrée 2010 », `2010-2011`, `2011-10-31T00:00:00`, `40847`.
///
/// A rentrée and a school year are read as their September: what a table says of 2010-2011 was
/// true when that year began, and its end would make it true of June before it was.
pub fn read_when(cell: &str, style: DateStyle) -> Option<When> {
    let cell = cell.trim();
    let sure = |period| Some(When { period, reason: None });
    if let Some(day) = without_time(cell) {
        return sure(day);
    }
    if style.school_years
        && let Some(when) = school_year(cell)
    {
        return Some(when);
    }
    if let Ok(period) = Period::parse(cell) {
        return sure(period);
    }
    school_year(cell)
        .or_else(|| rentree(cell))
        .or_else(|| in_figures(cell, style))
        .or_else(|| in_words(cell))
        .or_else(|| spreadsheet_day(cell))
}

/// `2011-10-31 00:00:00`, `2011-10-31T00:00:00Z`: the day. Midnight or not, an hour says nothing
/// here.
fn without_time(cell: &str) -> Option<Period> {
    let (day, time) = cell.split_once(['T', ' '])?;
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    is_time.then(|| Period::parse(day).ok()).flatten()
}

/// `2010-2011`, `2010/2011`, `2010-11` in a column of school years, « année scolaire 2010-2011 ».
fn school_year(cell: &str) -> Option<When> {
    let digits: Vec<&str> = numbers(cell);
    let plain = normalise(cell);
    let around: String = plain.chars().filter(|c| c.is_alphabetic()).collect();
    if !matches!(around.as_str(), "" | "as" | "anneescolaire" | "annee" | "rentree") {
        return None;
    }
    let [first, second] = digits.as_slice() else { return None };
    let (year, next) = (number(first)?, number(second)?);
    let follows = match second.len() {
        4 => next == year + 1,
        2 => next == (year + 1) % 100,
        _ => false,
    };
    if first.len() != 4 || !follows {
        return None;
    }
    let reason =
        format!("« {cell} » est une année scolaire{NARROW_SPACE}: datée de septembre {year}.");
    Some(When { period: month(year, 9)?, reason: Some(reason) })
}

/// « rentrée 2010 », « Rentrée scolaire 2010 », `R2010`.
fn rentree(cell: &str) -> Option<When> {
    let plain = normalise(cell);
    let year = ["rentreescolaire", "rentreede", "rentree", "rs", "r"]
        .into_iter()
        .find_map(|word| plain.strip_prefix(word))?;
    let year = number(year).filter(|_| year.len() == 4)?;
    let reason = format!("« {cell} » est datée de septembre {year}.");
    Some(When { period: month(year, 9)?, reason: Some(reason) })
}

/// `10/2011`, `31/10/2011`, `31.10.11`.
fn in_figures(cell: &str, style: DateStyle) -> Option<When> {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).map(str::trim).collect();
    let numbers: Option<Vec<i16>> = parts.iter().map(|part| number(part)).collect();
    match (numbers?.as_slice(), parts.as_slice()) {
        ([m, year], [_, y]) if y.len() == 4 => sure(month(*year, *m)?),
        ([year, m], [y, _]) if y.len() == 4 => sure(month(*year, *m)?),
        ([year, m, d], [y, _, _]) if y.len() == 4 => sure(day(*year, *m, *d)?),
        ([first, second, year], [_, _, y]) => {
            let (d, m) = if style.month_first { (*second, *first) } else { (*first, *second) };
            match y.len() {
                4 => {
                    let reason = style.month_first.then(|| {
                        format!("« {cell} » est lu avec le mois avant le jour, comme le veut la colonne.")
                    });
                    Some(When { period: day(*year, m, d)?, reason })
                }
                2 => Some(of_this_century(cell, day(century(*year), m, d)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// « octobre 2011 », « oct. 2011 », `oct-11`, « 31 octobre 2011 », « 1er janvier 2016 ».
fn in_words(cell: &str) -> Option<When> {
    let parts: Vec<&str> = cell
        .split([' ', '\u{a0}', '\u{202f}', '-', '/', '.', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let (d, m, y) = match parts.as_slice() {
        [m, y] => (None, m, y),
        [d, m, y] => (Some(number(d.strip_suffix("er").unwrap_or(d))?), m, y),
        _ => return None,
    };
    let name = normalise(m);
    let m = MONTHS.iter().position(|names| names.contains(&name.as_ref()))?;
    let m = i16::try_from(m + 1).ok()?;
    let year = number(y)?;
    let period = |year| match d {
        Some(d) => day(year, m, d),
        None => month(year, m),
    };
    match y.len() {
        4 => sure(period(year)?),
        2 => Some(of_this_century(cell, period(century(year))?)),
        _ => None,
    }
}

/// `40847`, a date that lost its format: from 1954 to 2064, so that no count is taken for one.
fn spreadsheet_day(cell: &str) -> Option<When> {
    let whole = cell.strip_suffix(".0").unwrap_or(cell);
    let days: i64 = whole.parse().ok().filter(|days| (20_000..60_000).contains(days))?;
    let day = SPREADSHEET_DAY_0.checked_add(days.days()).ok()?;
    let period = Period::Day(day);
    let reason = format!("« {cell} » est un numéro de jour de tableur{NARROW_SPACE}: {period}.");
    Some(When { period, reason: Some(reason) })
}

/// A month without its year: « octobre », « oct. », `10`; 1 to 12.
pub(super) fn read_month(cell: &str) -> Option<i8> {
    let cell = cell.trim();
    let name = normalise(cell.trim_end_matches('.'));
    let named = MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&name.as_ref()));
    let whole = cell.strip_suffix(".0").unwrap_or(cell);
    let figure = || number(whole).and_then(|month| i8::try_from(month).ok());
    named.map(|(_, month)| month).or_else(figure).filter(|month| (1..=12).contains(month))
}

fn sure(period: Period) -> Option<When> {
    Some(When { period, reason: None })
}

fn of_this_century(cell: &str, period: Period) -> When {
    let reason = format!("« {cell} » est lu comme {period}.");
    When { period, reason: Some(reason) }
}

/// No ENT is older than 2000.
fn century(year: i16) -> i16 {
    2000 + year
}

fn month(year: i16, month: i16) -> Option<Period> {
    let known = (1900..2200).contains(&year) && (1..=12).contains(&month);
    known.then(|| i8::try_from(month).ok().map(|month| Period::Month(year, month))).flatten()
}

fn day(year: i16, month: i16, day: i16) -> Option<Period> {
    let (m, d) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let day = Date::new(year, m, d).ok()?;
    (1900..2200).contains(&year).then_some(Period::Day(day))
}

/// A number of at most four digits.
fn number(text: &str) -> Option<i16> {
    let well_written = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    well_written.then(|| text.parse().ok()).flatten()
}

/// The runs of digits in a text.
fn numbers(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Option<String> {
        read_when(cell, DateStyle::default()).map(|when| when.period.to_string())
    }

    #[test]
    fn dates_are_read_however_they_are_written() {
        for (cell, expected) in [
            ("2011", "2011"),
            ("2011-10", "octobre 2011"),
            ("2011/10", "octobre 2011"),
            ("10/2011", "octobre 2011"),
            ("1/2011", "janvier 2011"),
            ("31/10/2011", "31 octobre 2011"),
            ("1-3-2011", "1er mars 2011"),
            ("31.10.2011", "31 octobre 2011"),
            ("31/10/11", "31 octobre 2011"),
            ("2011-10-31", "31 octobre 2011"),
            ("2011-10-31T00:00:00", "31 octobre 2011"),
            ("2011-10-31 00:00:00", "31 octobre 2011"),
            ("octobre 2011", "octobre 2011"),
            ("Octobre\u{a0}2011", "octobre 2011"),
            ("oct. 2011", "octobre 2011"),
            ("oct-11", "octobre 2011"),
            ("AOÛT 2012", "août 2012"),
            ("juil. 2012", "juillet 2012"),
            ("31 octobre 2011", "31 octobre 2011"),
            ("1er janvier 2016", "1er janvier 2016"),
            ("rentrée 2010", "septembre 2010"),
            ("Rentrée scolaire 2010", "septembre 2010"),
            ("R2010", "septembre 2010"),
            ("2010-2011", "septembre 2010"),
            ("2010/2011", "septembre 2010"),
            ("Année scolaire 2010-2011", "septembre 2010"),
            ("40847", "31 octobre 2011"),
        ] {
            assert_eq!(read(cell).as_deref(), Some(expected), "{cell}");
        }
        for cell in [
            "",
            "hier",
            "13/2011",
            "31/02/2011",
            "2010-2012",
            "octobre",
            "12",
            "9999999",
            "été 2011",
            "1500",
            "2011-13",
            "rentrée",
            "12 moix 2011",
            "é",
            "T:",
        ] {
            assert_eq!(read(cell), None, "{cell:?}");
        }
    }

    #[test]
    fn a_month_alone_is_read_in_words_or_figures() {
        for cell in ["octobre", "Oct.", "10", " 10 ", "10.0"] {
            assert_eq!(read_month(cell), Some(10), "{cell}");
        }
        for cell in ["", "0", "13", "automne", "2011"] {
            assert_eq!(read_month(cell), None, "{cell:?}");
        }
    }

    #[test]
    fn what_was_assumed_is_said() {
        let reason = |cell| read_when(cell, DateStyle::default()).and_then(|when| when.reason);
        assert_eq!(
            reason("2010-2011").as_deref(),
            Some("« 2010-2011 » est une année scolaire\u{202f}: datée de septembre 2010.")
        );
        assert!(reason("rentrée 2010").is_some_and(|said| said.contains("septembre 2010")));
        assert!(reason("40847").is_some_and(|said| said.contains("tableur")));
        assert_eq!(reason("2011-10"), None);
    }

    #[test]
    fn a_column_decides_what_its_cells_leave_open() {
        assert_eq!(date_style(&["31/10/2011", "01/02/2011"]), DateStyle::default());
        let american = date_style(&["10/31/2011", "01/02/2011"]);
        assert!(american.month_first);
        let read = |cell, style| read_when(cell, style).map(|when| when.period.to_string());
        assert_eq!(read("01/02/2011", american).as_deref(), Some("2 janvier 2011"));
        let years = date_style(&["2010-11", "2012-13"]);
        assert!(years.school_years);
        assert_eq!(read("2010-11", years).as_deref(), Some("septembre 2010"));
        let months = date_style(&["2010-11", "2011-12"]);
        assert_eq!(read("2010-11", months).as_deref(), Some("novembre 2010"));
    }
}
