//! When something was observed, as precisely as its source says.

use std::fmt;

use jiff::civil::Date;

use crate::french;

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A year, 1900 to 2199.
    Year(i16),
    /// A year and a month, 1 to 12.
    Month(i16, i8),
    Day(Date),
}

/// Why a text is not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "« {0} » n’est pas une date : écrivez une année (2011), un mois (2011-10) ou un jour (2011-10-31)"
)]
pub struct PeriodError(String);

impl Period {
    /// Reads `2011`, `2011-10` or `2011-10-31`.
    ///
    /// # Errors
    /// When the text has another shape, the day does not exist, or the year is not between 1900
    /// and 2199 (a slip rather than a school year).
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        parse_iso(text.trim()).ok_or_else(|| PeriodError(text.trim().chars().take(40).collect()))
    }

    /// The last day of the period: what was seen in a year is sure on its 31 December only.
    pub fn end(self) -> Date {
        let end = match self {
            Self::Year(year) => Date::new(year, 12, 31),
            Self::Month(year, month) => Date::new(year, month, 1).map(Date::last_of_month),
            Self::Day(day) => Ok(day),
        };
        // Only a period built by hand with an impossible month gets here: it has never ended.
        end.unwrap_or(Date::MAX)
    }

    /// 0 for a year, 1 for a month, 2 for a day: the more precise of two that end together wins.
    pub(in crate::coverage) fn precision(self) -> u8 {
        match self {
            Self::Year(_) => 0,
            Self::Month(..) => 1,
            Self::Day(_) => 2,
        }
    }
}

impl fmt::Display for Period {
    /// « 2012 », « octobre 2011 », « 9 mai 2011 ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Month(year, month) => f.pad(&french::month(*year, *month)),
            Self::Day(day) => f.pad(&french::day(*day)),
        }
    }
}

fn parse_iso(text: &str) -> Option<Period> {
    let mut parts = text.split('-');
    let year: i16 = digits(parts.next()?, 4)?.try_into().ok()?;
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() || !(1900..2200).contains(&year) {
        return None;
    }
    match (month, day) {
        (None, _) => Some(Period::Year(year)),
        (Some(month), None) => {
            let month = i8::try_from(month?).ok()?;
            (1..=12).contains(&month).then_some(Period::Month(year, month))
        }
        (Some(month), Some(day)) => {
            let (month, day) = (i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
            Date::new(year, month, day).ok().map(Period::Day)
        }
    }
}

/// A number of exactly `length` digits.
fn digits(text: &str, length: usize) -> Option<u16> {
    let well_written = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    well_written.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_ends_on_its_last_day() {
        let end = |text| Period::parse(text).unwrap().end();
        assert_eq!(end("2011"), date(2011, 12, 31));
        assert_eq!(end("2011-10"), date(2011, 10, 31));
        assert_eq!(end("2012-02"), date(2012, 2, 29));
        assert_eq!(end("2011-05-09"), date(2011, 5, 9));
    }

    #[test]
    fn a_period_is_written_in_french() {
        let written = |text| Period::parse(text).unwrap().to_string();
        assert_eq!(written("2012"), "2012");
        assert_eq!(written("2011-10"), "octobre 2011");
        assert_eq!(written("2011-05-09"), "9 mai 2011");
    }

    #[test]
    fn what_is_not_a_period_is_refused() {
        let bad = ["", "11", "2011-13", "2011-00", "2011-02-30", "10/2011", "2011-1", "0031"];
        for text in bad.into_iter().chain(["2011-10-31-1", "+011", "2011-", "９999"]) {
            assert!(Period::parse(text).is_err(), "{text:?} passed");
        }
        assert!(Period::parse("hier").unwrap_err().to_string().contains("« hier »"));
        assert_eq!(Period::Month(2011, 0).end(), Date::MAX);
    }
}
