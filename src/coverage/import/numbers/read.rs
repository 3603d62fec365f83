//! One number, as French and English tables write it.

use std::borrow::Cow;

use super::DecimalSign;
use crate::coverage::vocabulary::missing_word;

/// A number, and what stood around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// A percent sign came after it.
    pub percent_sign: bool,
    /// The mark of a footnote or of a reservation came after it: « 91,5 p », « 45* », « 12 (e) ».
    pub flag: bool,
}

/// Letters that statistics put after a number, as Eurostat and the INSEE do: provisional,
/// estimated, revised, break in series…
const FLAGS: [&str; 16] =
    ["p", "e", "r", "b", "c", "d", "f", "n", "s", "u", "z", "sd", "rv", "est", "prov", "rev"];

/// Reads a number: `91,5 %`, `1 234,5`, `1.234,5`, `-3`, `1e+03`, `45*`. Where a cell can be read
/// in one way only, the sign of the column does not matter: `91.5` is read in a column of commas.
pub fn read_number(cell: &str, sign: DecimalSign) -> Option<Number> {
    if let Some(value) = as_programs_write_it(cell, sign) {
        return Some(Number { value, percent_sign: false, flag: false });
    }
    let (text, flag) = without_flag(cell.trim());
    if missing_word(text).is_some() {
        return None;
    }
    let (figures, percent_sign) = figures(text);
    let (negative, digits) = match figures.strip_prefix(['-', '−', '+']) {
        Some(rest) => (!figures.starts_with('+'), rest),
        None => (false, figures.as_ref()),
    };
    let value = match exponent(digits) {
        Some(value) => value,
        None => {
            let sign = match decimal_sign_of(digits) {
                SignSeen::Sure(own) => own,
                SignSeen::Doubtful(_) | SignSeen::Silent => sign,
            };
            parse(digits, sign)?
        }
    };
    Some(Number { value: if negative { -value } else { value }, percent_sign, flag })
}

/// `45`, `-3`, `45.5` in a column of points: as most cells of large files are. Nothing else is looked
/// for in them.
fn as_programs_write_it(cell: &str, sign: DecimalSign) -> Option<f64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell).as_bytes();
    let points = digits.iter().filter(|byte| **byte == b'.').count();
    let is_plain = points <= usize::from(sign == DecimalSign::Point)
        && digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
        && digits.first().is_some_and(u8::is_ascii_digit);
    if is_plain { cell.parse().ok() } else { None }
}

/// What one cell says of the decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignSeen {
    /// It can be read in one way only.
    Sure(DecimalSign),
    /// `1.234`: this separator stands before decimals, or between thousands.
    Doubtful(char),
    Silent,
}

/// What a cell says of the decimal sign.
pub(super) fn sign_seen(cell: &str) -> SignSeen {
    let (text, _) = without_flag(cell.trim());
    decimal_sign_of(&figures(text).0)
}

/// The number without the mark that follows it, and whether there was one. `<5` is no number with
/// a mark: what stands before changes the value.
fn without_flag(cell: &str) -> (&str, bool) {
    let ends_with_a_digit = cell.as_bytes().last().is_some_and(u8::is_ascii_digit);
    if ends_with_a_digit
        || !cell
            .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+' | '.' | ','))
    {
        return (cell, false);
    }
    let after = |text: &str| text.trim_end().to_owned();
    let stars = cell.trim_end_matches(['*', '†', '¹', '²', '³', '⁴']);
    if stars.len() < cell.len() {
        return (stars.trim_end(), true);
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = cell.strip_suffix(close)
            && let Some(at) = inner.rfind(open)
        {
            let mark = after(&inner[at + open.len_utf8()..]).to_lowercase();
            let is_mark = FLAGS.contains(&mark.trim_end_matches('.'))
                || (mark.len() <= 2
                    && !mark.is_empty()
                    && mark.bytes().all(|b| b.is_ascii_alphanumeric()));
            if is_mark {
                return (cell[..at].trim_end(), true);
            }
        }
    }
    if let Some((number, mark)) = cell.rsplit_once([' ', '\u{a0}', '\u{202f}'])
        && FLAGS.contains(&mark.to_lowercase().trim_end_matches('.'))
    {
        return (number.trim_end(), true);
    }
    (cell, false)
}

/// `1e+03`, `1.2e3`, as programs write numbers, and `1,2E+03`, as spreadsheets do in French.
fn exponent(digits: &str) -> Option<f64> {
    let (mantissa, power) = digits.split_once(['e', 'E'])?;
    let mantissa = &mantissa.replacen(',', ".", 1);
    let is_number = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && text.starts_with(|c: char| c.is_ascii_digit())
    };
    let power_digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    let short = (1..=3).contains(&power_digits.len());
    if !is_number(mantissa) || !short || !power_digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{mantissa}e{power}").parse().ok().filter(|value: &f64| value.is_finite())
}

/// The sign and the digits with their separators, without blanks of any width, apostrophes (the
/// thousands of Switzerland) and percent sign; and whether there was one.
fn figures(cell: &str) -> (Cow<'_, str>, bool) {
    let cell = cell.trim();
    let bare = cell.trim_end_matches('%');
    let is_left_out = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let kept = match bare.contains(is_left_out) {
        true => Cow::Owned(bare.replace(is_left_out, "")),
        false => Cow::Borrowed(bare),
    };
    (kept, bare.len() != cell.len())
}

fn decimal_sign_of(figures: &str) -> SignSeen {
    let digits = figures.trim_start_matches(['-', '−', '+']);
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
        return SignSeen::Silent;
    }
    let sure = |separator| {
        SignSeen::Sure(if separator == ',' { DecimalSign::Comma } else { DecimalSign::Point })
    };
    let Some(last) = digits.rfind([',', '.']) else { return SignSeen::Silent };
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
    if like_thousands { SignSeen::Doubtful(separator) } else { sure(separator) }
}

/// Digits with `sign` before the decimals and the other separator between groups of three.
fn parse(digits: &str, sign: DecimalSign) -> Option<f64> {
    let (whole, decimals) = digits.split_once(sign.char()).unwrap_or((digits, ""));
    let only_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    // As programs write them: one number and nothing else, which needs no other text.
    if sign == DecimalSign::Point && only_digits(whole) && only_digits(decimals) {
        return digits.parse().ok();
    }
    let groups: Vec<&str> = whole.split(sign.other().char()).collect();
    let grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    let well_written = grouped && groups.iter().all(|group| only_digits(group));
    if !well_written || !only_digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    format!("{}.{decimals}", groups.concat()).parse().ok()
}
