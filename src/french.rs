//! French typography: numbers, percentages and dates as they are printed in France.
//!
//! A corridor rather than a room: sentences are written everywhere, and a number must look the
//! same in a legend, a notice and a report.

pub mod letters;
pub mod lines;
mod shares;

pub use shares::{ROUND_FIGURES, percent, reaches, short_percent};

use jiff::civil::Date;

/// The space that belongs before `%`, `;`, `!`, `?` and between thousands.
pub const NARROW_SPACE: char = '\u{202f}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A number with at most one decimal and a decimal comma: `91,5`, `58`.
pub fn decimal(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = (tenths / 10, (tenths % 10).abs());
    let sign = if tenths < 0 && whole == 0 { "-" } else { "" };
    if rest == 0 { integer(whole) } else { format!("{sign}{},{rest}", integer(whole)) }
}

/// A number below a thousand with at most so many decimals: `39,97`.
pub fn with_decimals(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if decimals > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.replace('.', ",")
}

/// A whole number with its thousands set apart: `13 358`.
pub fn integer(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(NARROW_SPACE);
        }
        text.push(digit);
    }
    text
}

/// A day in full: `31 octobre 2011`, `1er janvier 2016`.
pub fn day(date: Date) -> String {
    let day = if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() };
    format!("{day} {} {}", month_name(date.month()), date.year())
}

/// What stands in place of a date that nobody told.
pub const NO_DATE: &str = "date non indiquée";

/// A day in full, or that no date was told.
pub fn day_or_none(date: Option<Date>) -> String {
    date.map_or_else(|| NO_DATE.to_owned(), day)
}

/// A month: `octobre 2011`.
pub fn month(year: i16, month: i8) -> String {
    format!("{} {year}", month_name(month))
}

/// « région » or « régions »: the plural begins at two.
pub fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count < 2 { one } else { many }
}

/// A count with its noun: `1 établissement`, `12 établissements`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", integer(count as i64), plural(count, one, many))
}

/// A rank: « 1er » or « 1re », « 12ᵉ ».
pub fn ordinal(rank: usize, feminine: bool) -> String {
    match (rank, feminine) {
        (1, false) => "1er".to_owned(),
        (1, true) => "1re".to_owned(),
        _ => format!("{}ᵉ", integer(rank as i64)),
    }
}

/// A text between guillemets: « GAR ». Those that it holds become the inner ones: « selon “GAR” ».
pub fn quoted(text: &str) -> String {
    format!("« {} »", with_inner_quotes(text))
}

/// A text whose guillemets are those of a quotation within another: selon “GAR”.
pub fn with_inner_quotes(text: &str) -> String {
    let is_space = |c: &char| [' ', '\u{a0}', NARROW_SPACE].contains(c);
    let mut inner = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '«' => {
                inner.push('“');
                while letters.next_if(is_space).is_some() {}
            }
            '»' => {
                inner.truncate(inner.trim_end_matches(|c| is_space(&c)).len());
                inner.push('”');
            }
            letter => inner.push(letter),
        }
    }
    inner
}

/// A text with a capital: « Étude préalable ».
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn month_name(month: i8) -> &'static str {
    MONTHS[usize::try_from(month - 1).unwrap_or(0).min(11)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_quotation_in_a_quotation_has_inner_quotes() {
        assert_eq!(quoted("GAR"), "« GAR »");
        assert_eq!(quoted("Taux selon «\u{a0}GAR\u{a0}»"), "« Taux selon “GAR” »");
        assert_eq!(quoted("«a» et « b c »"), "« “a” et “b c” »");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(integer(13_358), "13\u{202f}358");
        assert_eq!(integer(999), "999");
        assert_eq!(integer(-1_234_567), "-1\u{202f}234\u{202f}567");
        assert_eq!(decimal(-0.5), "-0,5");
    }

    #[test]
    fn a_day_is_written_in_full() {
        assert_eq!(day(date(2011, 10, 31)), "31 octobre 2011");
        assert_eq!(day(date(2016, 1, 1)), "1er janvier 2016");
        assert_eq!(month(2010, 8), "août 2010");
    }

    #[test]
    fn the_first_rank_has_a_gender() {
        assert_eq!((ordinal(1, false), ordinal(1, true)), ("1er".to_owned(), "1re".to_owned()));
        assert_eq!(ordinal(12, true), "12ᵉ");
    }

    #[test]
    fn the_plural_begins_at_two() {
        assert_eq!(counted(0, "région", "régions"), "0 région");
        assert_eq!(counted(1, "région", "régions"), "1 région");
        assert_eq!(counted(2, "région", "régions"), "2 régions");
    }
}
