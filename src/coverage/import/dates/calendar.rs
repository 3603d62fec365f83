//! Months, weekdays, and the days that exist.

use jiff::civil::Date;

use crate::coverage::Period;

/// The beginnings of the months that tell them apart, without accents; « juin » and « juillet »
/// need four letters.
pub(super) const MONTHS: [&[&str]; 12] = [
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

const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

pub(super) fn is_weekday(name: &str) -> bool {
    WEEKDAYS.contains(&name)
}

/// The month of a name without accents, 1 to 12.
pub(in crate::coverage::import) fn month_named(name: &str) -> Option<i16> {
    let rank = MONTHS.iter().position(|names| names.contains(&name))?;
    i16::try_from(rank + 1).ok()
}

/// No ENT is older than 2000.
pub(super) fn century(year: i16) -> i16 {
    2000 + year
}

pub(super) fn month(year: i16, month: i16) -> Option<Period> {
    let known = (1900..2200).contains(&year) && (1..=12).contains(&month);
    known.then(|| i8::try_from(month).ok().map(|month| Period::Month(year, month))).flatten()
}

pub(super) fn day(year: i16, month: i16, day: i16) -> Option<Period> {
    let (m, d) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let day = Date::new(year, m, d).ok()?;
    (1900..2200).contains(&year).then_some(Period::Day(day))
}
