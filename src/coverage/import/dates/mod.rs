//! Dates as tables write them.

mod calendar;
mod in_words;
mod numbers;
mod said;
mod style;

use jiff::{ToSpan, civil::Date, civil::date};

use self::{
    calendar::{MONTHS, century, day, month, month_named},
    in_words::{beginning, rank_in_words},
    numbers::{runs_of_digits, small_number},
    style::day_of,
};
use crate::{coverage::Period, table::normalise};

pub use said::DateGuess;
pub use style::{DateStyle, date_style};

/// A date, and what had to be assumed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The date.
    pub period: Period,
    /// What was assumed, where the cell says less or more than a date.
    pub guess: Option<DateGuess>,
}

/// Day 0 of the calendar of spreadsheets, in which 31 October 2011 is 40847. (It is two days
/// before 1 January 1900, since they count a 29 February of that year.)
const SPREADSHEET_DAY_0: Date = date(1899, 12, 30);

/// Reads a date: `2011`, `2011-10`, `10/2011`, `31/10/2011 00:00`, « octobre 2011 », « oct. 2011 »,
/// « rentrée 2010 », `2010-2011`, « T1 2011 », « premier semestre
/// 2011 », « fin 2011 », « début 2013 », `20111031`, `40847`.
///
/// A rentrée and a school year are read as their September: what a table says of 2010-2011 was
/// true when that year began, and its end would make it true of June before it was. A quarter ends
/// on its last day.
pub fn read_when(cell: &str, style: DateStyle) -> Option<When> {
    let cell = day_of(cell.trim());
    let cell = [
        "année ", "Année ", "annee ", "en ", "En ", "au ", "Au ", "le ", "Le ", "fin de ",
        "Fin de ",
    ]
    .into_iter()
    .find_map(|before| cell.strip_prefix(before))
    .unwrap_or(cell)
    .trim();
    let cell = without_decimals(cell);
    let sure = |period| Some(When { period, guess: None });
    if style.school_years
        && let Some(when) = school_year(cell)
    {
        return Some(when);
    }
    if let Ok(period) = Period::parse(cell) {
        return match period {
            Period::Year(year) if style.rentrees => {
                let guess = Some(DateGuess::rentree(cell, year));
                Some(When { period: month(year, 9)?, guess })
            }
            period => sure(period),
        };
    }
    school_year(cell)
        .or_else(|| rentree(cell))
        .or_else(|| end_of(cell, style))
        .or_else(|| part_of_a_year(cell))
        .or_else(|| in_figures(cell, style))
        .or_else(|| in_words(cell))
        .or_else(|| without_separators(cell))
        .or_else(|| spreadsheet_day(cell))
        .or_else(|| beginning(cell, style))
        .or_else(|| rank_in_words(cell, style))
}

/// `2011.0`, as programs write a year among holes.
fn without_decimals(cell: &str) -> &str {
    let whole = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(",0"));
    whole.filter(|whole| whole.bytes().all(|b| b.is_ascii_digit())).unwrap_or(cell)
}

/// `2010-2011`, `2010/2011`, `2010-11` in a column of school years, « année scolaire 2010-2011 ».
fn school_year(cell: &str) -> Option<When> {
    let digits: Vec<&str> = runs_of_digits(cell);
    let plain = normalise(cell);
    let around: String = plain.chars().filter(|c| c.is_alphabetic()).collect();
    if !matches!(around.as_str(), "" | "as" | "anneescolaire" | "annee" | "rentree" | "scolaire") {
        return None;
    }
    let [first, second] = digits.as_slice() else { return None };
    let (year, next) = (small_number(first)?, small_number(second)?);
    let follows = match second.len() {
        4 => next == year + 1,
        2 => next == (year + 1) % 100,
        _ => false,
    };
    if first.len() != 4 || !follows {
        return None;
    }
    Some(When { period: month(year, 9)?, guess: Some(DateGuess::school_year(cell, year)) })
}

/// « rentrée 2010 », « Rentrée scolaire 2010 », `R2010`.
fn rentree(cell: &str) -> Option<When> {
    let plain = normalise(cell);
    let year = ["rentreescolaire", "rentreede", "rentree", "rs", "r"]
        .into_iter()
        .find_map(|word| plain.strip_prefix(word))?;
    let year = small_number(year).filter(|_| year.len() == 4)?;
    Some(When { period: month(year, 9)?, guess: Some(DateGuess::rentree(cell, year)) })
}

/// « fin 2011 », « fin octobre 2011 », « fin T1 2011 »: periods are known at their end anyhow.
fn end_of(cell: &str, style: DateStyle) -> Option<When> {
    let (first, rest) = cell.split_once(char::is_whitespace)?;
    (normalise(first) == "fin").then(|| read_when(rest, style)).flatten()
}

/// « T1 2011 », « 1er trimestre 2011 », `2011-T1`, `2011Q1`, « S2 2011 », « 2e semestre 2011 ».
fn part_of_a_year(cell: &str) -> Option<When> {
    let words = normalise(cell);
    let plain: String = words.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let digits = runs_of_digits(&plain);
    let [first, second] = digits.as_slice() else { return glued_part(&plain) };
    let (year, rank) = match (first.len(), second.len()) {
        (4, 1) => (first, second),
        (1, 4) => (second, first),
        _ => return glued_part(&plain),
    };
    let letters: String = plain.chars().filter(char::is_ascii_alphabetic).collect();
    part(&letters, small_number(rank)?, small_number(year)?)
}

/// `T12011`, where nothing stands between the rank and the year.
fn glued_part(plain: &str) -> Option<When> {
    let letters: String = plain.chars().take_while(char::is_ascii_alphabetic).collect();
    let digits = plain.get(letters.len()..)?;
    if digits.len() != 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    part(&letters, small_number(&digits[..1])?, small_number(&digits[1..])?)
}

fn part(letters: &str, rank: i16, year: i16) -> Option<When> {
    let letters = letters.strip_prefix("er").or(letters.strip_prefix("eme")).unwrap_or(letters);
    let letters = letters.strip_prefix("nd").or(letters.strip_prefix('e')).unwrap_or(letters);
    let months = match letters {
        "t" | "q" | "trim" | "trimestre" | "quarter" => 3,
        "s" | "sem" | "semestre" | "h" => 6,
        _ => return None,
    };
    let last = rank.checked_mul(months).filter(|last| rank > 0 && *last <= 12)?;
    sure(month(year, last)?)
}

/// `10/2011`, `31/10/2011`, `31.10.11`.
fn in_figures(cell: &str, style: DateStyle) -> Option<When> {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).map(str::trim).collect();
    let numbers: Option<Vec<i16>> = parts.iter().map(|part| small_number(part)).collect();
    match (numbers?.as_slice(), parts.as_slice()) {
        ([m, year], [_, y]) if y.len() == 4 => sure(month(*year, *m)?),
        ([year, m], [y, _]) if y.len() == 4 => sure(month(*year, *m)?),
        ([year, m, d], [y, _, _]) if y.len() == 4 => sure(day(*year, *m, *d)?),
        ([first, second, year], [_, _, y]) => {
            let (d, m) = if style.month_first { (*second, *first) } else { (*first, *second) };
            match y.len() {
                4 => {
                    let guess = style.month_first.then(|| DateGuess::month_first(cell));
                    Some(When { period: day(*year, m, d)?, guess })
                }
                2 => Some(of_this_century(cell, day(century(*year), m, d)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// « octobre 2011 », « oct. 2011 », `oct-11`, « 31 octobre 2011 », « lundi 3 octobre 2011 ».
fn in_words(cell: &str) -> Option<When> {
    let mut parts: Vec<&str> = cell
        .split([' ', '\u{a0}', '\u{202f}', '-', '/', '.', ','])
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() == 4 && calendar::is_weekday(&normalise(parts[0])) {
        parts.remove(0);
    }
    let (d, m, y) = match parts.as_slice() {
        [m, y] => (None, m, y),
        [d, m, y] => (Some(small_number(d.strip_suffix("er").unwrap_or(d))?), m, y),
        _ => return None,
    };
    let m = month_named(&normalise(m))?;
    let year = small_number(y)?;
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

/// `20111031`, `201110`: a day or a month of a machine.
fn without_separators(cell: &str) -> Option<When> {
    if !cell.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = cell.split_at_checked(4)?;
    let year = small_number(year)?;
    match rest.len() {
        4 => sure(day(year, small_number(&rest[..2])?, small_number(&rest[2..])?)?),
        // A number of a spreadsheet's day has five digits, and a count may have six: only years
        // of this century.
        2 if (2000..2100).contains(&year) => sure(month(year, small_number(rest)?)?),
        _ => None,
    }
}

/// `40847`, a date that lost its format: from 1954 to 2064, so that no count is taken for one.
fn spreadsheet_day(cell: &str) -> Option<When> {
    let days: i64 = cell.parse().ok().filter(|days| (20_000..60_000).contains(days))?;
    let day = SPREADSHEET_DAY_0.checked_add(days.days()).ok()?;
    let period = Period::Day(day);
    Some(When { period, guess: Some(DateGuess::spreadsheet_day(cell, period)) })
}

/// A month without its year: « octobre », « oct. », `10`; 1 to 12.
pub(super) fn read_month(cell: &str) -> Option<i8> {
    let cell = cell.trim();
    let name = normalise(cell.trim_end_matches('.'));
    let named = MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&name.as_ref()));
    let whole = without_decimals(cell);
    let figure = || small_number(whole).and_then(|month| i8::try_from(month).ok());
    named.map(|(_, month)| month).or_else(figure).filter(|month| (1..=12).contains(month))
}

/// Whether a word without accents names a month: « octobre », « sept ».
pub(super) fn names_a_month(word: &str) -> bool {
    month_named(word).is_some()
}

fn sure(period: Period) -> Option<When> {
    Some(When { period, guess: None })
}

fn of_this_century(cell: &str, period: Period) -> When {
    When { period, guess: Some(DateGuess::short_year(cell, period)) }
}

#[cfg(test)]
mod tests;
