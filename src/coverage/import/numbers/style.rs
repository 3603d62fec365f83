//! How the numbers of a column are written, decided by a vote of its cells.

use super::{
    read::{SignSeen, sign_seen},
    sign::DecimalSign,
};
use crate::table::CellKind;

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
    /// Why, where there was something to decide.
    pub reason: Option<SignReason>,
}

/// Why a column has its decimal sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignReason {
    /// A cell can be read in one way only.
    Seen(DecimalSign, String),
    /// `1.234` has decimals, since a share is at most 100.
    Decimals(String),
    /// `1.234` is in thousands, since a count has no decimals: a guess.
    Thousands(String),
}

/// Decides the decimal sign of a column from all its cells: the numbers of a workbook have a
/// point, and of texts most decide.
pub fn number_style<'a>(
    cells: impl IntoIterator<Item = (&'a str, CellKind)>,
    expected: Expected,
) -> NumberStyle {
    let mut comma: Option<&str> = None;
    let mut point: Option<&str> = None;
    let (mut commas, mut points) = (0_usize, 0_usize);
    let mut doubtful: Option<(&str, char)> = None;
    for (cell, kind) in cells {
        if kind.is_a_number() {
            continue;
        }
        match sign_seen(cell) {
            SignSeen::Sure(DecimalSign::Comma) => {
                commas += 1;
                comma.get_or_insert(cell);
            }
            SignSeen::Sure(DecimalSign::Point) => {
                points += 1;
                point.get_or_insert(cell);
            }
            SignSeen::Doubtful(separator) => {
                doubtful.get_or_insert((cell, separator));
            }
            SignSeen::Silent => {}
        }
    }
    let seen = |sign, cell: &str| NumberStyle {
        sign,
        reason: Some(SignReason::Seen(sign, cell.trim().to_owned())),
    };
    match (comma, point) {
        (Some(cell), _) if commas >= points => seen(DecimalSign::Comma, cell),
        (_, Some(cell)) => seen(DecimalSign::Point, cell),
        _ => match doubtful {
            None => NumberStyle { sign: DecimalSign::Comma, reason: None },
            Some((cell, separator)) => by_expectation(cell.trim(), separator, expected),
        },
    }
}

fn by_expectation(cell: &str, separator: char, expected: Expected) -> NumberStyle {
    let (sign, other) = match separator {
        ',' => (DecimalSign::Comma, DecimalSign::Point),
        _ => (DecimalSign::Point, DecimalSign::Comma),
    };
    let cell = cell.to_owned();
    match expected {
        Expected::Share => NumberStyle { sign, reason: Some(SignReason::Decimals(cell)) },
        Expected::Count => NumberStyle { sign: other, reason: Some(SignReason::Thousands(cell)) },
    }
}
