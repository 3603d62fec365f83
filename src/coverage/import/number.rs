//! Numbers as French and English tables write them.
//!
//! `1.234` is a little more than one, or a thousand. No cell can tell; the column can: one `91,5`
//! or one `1.234,5` settles all the others. So the decimal sign is decided first, for the whole
//! column, and then each cell is read.

use serde::{Deserialize, Serialize};

use crate::{
    coverage::import::missing_word, french::NARROW_SPACE, territory::matching::Confidence,
};

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DecimalSign {
    Comma,
    Point,
}

/// What a column should hold, which settles `1.234` where no other cell does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Up to a hundred: more than a thousand is no share.
    Share,
    /// Without decimals.
    Count,
}

/// How the numbers of a column are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    pub sign: DecimalSign,
    /// Why, in a French sentence, where there was something to decide.
    pub reason: Option<String>,
}

/// Whether shares are written from 0 to 100 or from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    Percent,
    Fraction,
}

/// How the shares of a column are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareStyle {
    pub sign: DecimalSign,
    pub scale: Scale,
    /// In French sentences.
    pub reasons: Vec<String>,
    pub confidence: Confidence,
}

/// A number, and whether a percent sign came after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    pub value: f64,
    pub percent_sign: bool,
}

impl ShareStyle {
    /// The share of a cell, in percent.
    pub fn percent(&self, cell: &str) -> Option<f64> {
        let number = read_number(cell, self.sign)?;
        Some(match self.scale {
            // Spreadsheets show `0.07 * 100` as 7.000000000000001.
            Scale::Fraction if !number.percent_sign => (number.value * 1e10).round() / 1e8,
            _ => number.value,
        })
    }
}

/// Decides the decimal sign of a column from all its cells.
pub fn number_style(cells: &[&str], expected: Expected) -> NumberStyle {
    let mut comma: Option<&str> = None;
    let mut point: Option<&str> = None;
    let (mut commas, mut points) = (0_usize, 0_usize);
    let mut doubtful: Option<(&str, char)> = None;
    for cell in cells {
        match decimal_sign_of(&figures(cell).0) {
            Evidence::Sure(DecimalSign::Comma) => {
                commas += 1;
                comma.get_or_insert(cell);
            }
            Evidence::Sure(DecimalSign::Point) => {
                points += 1;
                point.get_or_insert(cell);
            }
            Evidence::Doubtful(separator) => {
                doubtful.get_or_insert((cell, separator));
            }
            Evidence::Silent => {}
        }
    }
    let by_sight = |sign: DecimalSign, cell: &str| {
        let name = sign.name();
        let reason = format!("Décimales après {name}, comme dans « {} ».", cell.trim());
        NumberStyle { sign, reason: Some(reason) }
    };
    match (comma, point) {
        (Some(cell), _) if commas >= points => by_sight(DecimalSign::Comma, cell),
        (_, Some(cell)) => by_sight(DecimalSign::Point, cell),
        _ => match doubtful {
            None => NumberStyle { sign: DecimalSign::Comma, reason: None },
            Some((cell, separator)) => by_expectation(cell.trim(), separator, expected),
        },
    }
}

fn by_expectation(cell: &str, separator: char, expected: Expected) -> NumberStyle {
    let of = |separator| if separator == ',' { DecimalSign::Comma } else { DecimalSign::Point };
    let (sign, reason) = match expected {
        Expected::Share => (
            of(separator),
            format!(
                "« {cell} » est lu avec des décimales{NARROW_SPACE}: un taux ne dépasse pas 100."
            ),
        ),
        Expected::Count => (
            if separator == ',' { DecimalSign::Point } else { DecimalSign::Comma },
            format!(
                "« {cell} » est lu en milliers{NARROW_SPACE}: un effectif n’a pas de décimales."
            ),
        ),
    };
    NumberStyle { sign, reason: Some(reason) }
}

/// Decides how the shares of a column are written; `header` may hold a percent sign.
pub fn share_style(cells: &[&str], header: &str) -> ShareStyle {
    let style = number_style(cells, Expected::Share);
    let numbers: Vec<Number> =
        cells.iter().filter_map(|cell| read_number(cell, style.sign)).collect();
    let signed = numbers.iter().filter(|number| number.percent_sign).count();
    let plain = || numbers.iter().filter(|number| !number.percent_sign).map(|number| number.value);
    let largest = plain().fold(0.0_f64, f64::max);
    let header_says = header.contains('%') || header.to_lowercase().contains("pourcent");
    let (scale, confidence, reason) = if numbers.is_empty() {
        (Scale::Percent, Confidence::Uncertain, "Aucun nombre dans la colonne.".to_owned())
    } else if signed > 0 && plain().next().is_none() {
        (Scale::Percent, Confidence::Sure, "Taux suivis du signe %.".to_owned())
    } else if largest > 1.0 {
        let reason = format!("Taux en pour cent{NARROW_SPACE}: certains dépassent 1.");
        (Scale::Percent, Confidence::Sure, reason)
    } else if signed > 0 {
        let reason = "Taux en pour cent, comme ceux que suit le signe %.".to_owned();
        (Scale::Percent, Confidence::Likely, reason)
    } else if largest == 0.0 {
        (Scale::Percent, Confidence::Likely, "Tous les taux sont nuls.".to_owned())
    } else {
        let reason = format!(
            "Taux entre 0 et 1, lus comme des fractions{NARROW_SPACE}: 1 vaut 100{NARROW_SPACE}%."
        );
        let doubt = header_says || plain().all(|value| value == 0.0 || value == 1.0);
        let confidence = if doubt { Confidence::Uncertain } else { Confidence::Likely };
        (Scale::Fraction, confidence, reason)
    };
    let reasons = [Some(reason), style.reason].into_iter().flatten().collect();
    ShareStyle { sign: style.sign, scale, reasons, confidence }
}

/// Reads a number: `91,5 %`, `1 234,5`, `1.234,5`, `-3`. Where a cell can be read in one way only,
/// the sign of the column does not matter: `91.5` is read in a column of commas.
pub fn read_number(cell: &str, sign: DecimalSign) -> Option<Number> {
    if missing_word(cell).is_some() {
        return None;
    }
    let (figures, percent_sign) = figures(cell);
    let (negative, digits) = match figures.strip_prefix(['-', '−', '+']) {
        Some(rest) => (!figures.starts_with('+'), rest),
        None => (false, figures.as_str()),
    };
    let sign = match decimal_sign_of(digits) {
        Evidence::Sure(own) => own,
        Evidence::Doubtful(_) | Evidence::Silent => sign,
    };
    let value = parse(digits, sign)?;
    Some(Number { value: if negative { -value } else { value }, percent_sign })
}

/// A whole number that is not negative: a number of schools. `12,0` is one.
pub fn read_count(cell: &str, sign: DecimalSign) -> Option<u32> {
    let number = read_number(cell, sign)?;
    let whole = number.value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number.value);
    (whole && !number.percent_sign).then_some(number.value as u32)
}

impl DecimalSign {
    fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Comma => "une virgule",
            Self::Point => "un point",
        }
    }
}

/// What one cell says of the decimal sign.
enum Evidence {
    /// It can be read in one way only.
    Sure(DecimalSign),
    /// `1.234`: this separator stands before decimals, or between thousands.
    Doubtful(char),
    Silent,
}

/// The sign and the digits with their separators, without blanks of any width, apostrophes (the
/// thousands of Switzerland) and percent sign; and whether there was one.
fn figures(cell: &str) -> (String, bool) {
    let cell = cell.trim();
    let bare = cell.trim_end_matches('%');
    let kept = bare.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'));
    (kept.collect(), bare.len() != cell.len())
}

fn decimal_sign_of(figures: &str) -> Evidence {
    let digits = figures.trim_start_matches(['-', '−', '+']);
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
        return Evidence::Silent;
    }
    let sure = |separator| {
        Evidence::Sure(if separator == ',' { DecimalSign::Comma } else { DecimalSign::Point })
    };
    let Some(last) = digits.rfind([',', '.']) else { return Evidence::Silent };
    let (before, after) = (&digits[..last], &digits[last + 1..]);
    let separator = if digits[last..].starts_with(',') { ',' } else { '.' };
    if before.contains(if separator == ',' { '.' } else { ',' }) {
        return sure(separator);
    }
    if before.contains(separator) {
        // Written twice, it stands between thousands.
        return sure(if separator == ',' { '.' } else { ',' });
    }
    let like_thousands =
        after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if like_thousands { Evidence::Doubtful(separator) } else { sure(separator) }
}

/// Digits with `sign` before the decimals and the other separator between groups of three.
fn parse(digits: &str, sign: DecimalSign) -> Option<f64> {
    let (whole, decimals) = digits.split_once(sign.char()).unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split(sign.other().char()).collect();
    let grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    let only_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let well_written = grouped && groups.iter().all(|group| only_digits(group));
    if !well_written || !only_digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    format!("{}.{decimals}", groups.concat()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(cells: &[&str]) -> Vec<Option<f64>> {
        let style = share_style(cells, "taux");
        cells.iter().map(|cell| style.percent(cell)).collect()
    }

    #[test]
    fn numbers_are_read_as_both_countries_write_them() {
        use DecimalSign::{Comma, Point};
        for (cell, sign, value) in [
            ("91,5 %", Comma, 91.5),
            ("91,5\u{a0}%", Comma, 91.5),
            ("91.5", Comma, 91.5),
            ("1\u{202f}234,5", Comma, 1234.5),
            ("1 234,5", Comma, 1234.5),
            ("1.234,5", Comma, 1234.5),
            ("1,234.5", Comma, 1234.5),
            ("1.234", Comma, 1234.0),
            ("1.234", Point, 1.234),
            ("1,234,567", Comma, 1_234_567.0),
            ("1'234", Comma, 1234.0),
            ("0,915", Point, 0.915),
            ("−3,2", Comma, -3.2),
            (",5", Comma, 0.5),
            ("12,0", Comma, 12.0),
        ] {
            assert_eq!(read_number(cell, sign).map(|n| n.value), Some(value), "{cell}");
        }
        for cell in ["", "nd", "nan", "inf", "1e3", "12 à 14", "1,2,3", "1.2.3", "%", "-", "٣"] {
            assert_eq!(read_number(cell, Comma), None, "{cell:?}");
        }
    }

    #[test]
    fn one_cell_settles_the_decimal_sign_of_its_column() {
        let style = number_style(&["1.234", "2.500", "12,5"], Expected::Count);
        assert_eq!(style.sign, DecimalSign::Comma);
        assert_eq!(
            style.reason.as_deref(),
            Some("Décimales après une virgule, comme dans « 12,5 ».")
        );
        assert_eq!(number_style(&["1,234", "1,234.5"], Expected::Count).sign, DecimalSign::Point);
        assert_eq!(number_style(&["12.345"], Expected::Share).sign, DecimalSign::Point);
        assert_eq!(number_style(&["12,345"], Expected::Count).sign, DecimalSign::Point);
        assert_eq!(number_style(&["12.345"], Expected::Count).sign, DecimalSign::Comma);
        assert_eq!(number_style(&["12", "nd"], Expected::Count).reason, None);
    }

    #[test]
    fn a_column_is_in_percent_or_in_fractions_as_a_whole() {
        assert_eq!(shares(&["91,5 %", "0,5 %"]), [Some(91.5), Some(0.5)]);
        assert_eq!(shares(&["0,915", "1", "0"]), [Some(91.5), Some(100.0), Some(0.0)]);
        assert_eq!(shares(&["0.07", "0.5"]), [Some(7.0), Some(50.0)]);
        assert_eq!(shares(&["0,9", "91,5", "1"]), [Some(0.9), Some(91.5), Some(1.0)]);
        assert_eq!(shares(&["nd", "50"]), [None, Some(50.0)]);
        let fraction = share_style(&["0,9"], "taux");
        assert_eq!((fraction.scale, fraction.confidence), (Scale::Fraction, Confidence::Likely));
        assert!(fraction.reasons[0].contains("1 vaut 100"));
        assert_eq!(share_style(&["0,9"], "Taux (%)").confidence, Confidence::Uncertain);
        assert_eq!(share_style(&["0", "1"], "taux").confidence, Confidence::Uncertain);
    }

    #[test]
    fn a_count_is_whole_and_not_negative() {
        for (cell, count) in [
            ("1\u{a0}250", Some(1250)),
            ("12,0", Some(12)),
            ("-1", None),
            ("1,5", None),
            ("5 %", None),
        ] {
            assert_eq!(read_count(cell, DecimalSign::Comma), count, "{cell}");
        }
    }
}
