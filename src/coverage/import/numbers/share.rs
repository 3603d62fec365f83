//! Shares: percent, or fractions of one.

use serde::{Deserialize, Serialize};

use super::{
    DecimalSign, Expected, SignReason,
    read::{Number, read_number},
    style::number_style,
};
use crate::table::{CellKind, normalise};

/// Whether shares are written from 0 to 100 or from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    Percent,
    Fraction,
}

/// How the shares of a column are written.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareStyle {
    pub sign: DecimalSign,
    pub scale: Scale,
    /// Numbers of a workbook beside cells that it shows in percent are fractions like these.
    bare_numbers_are_fractions: bool,
    pub scale_reason: ScaleReason,
    pub sign_reason: Option<SignReason>,
}

/// Why a column is in percent or in fractions.
#[derive(Clone, Debug, PartialEq)]
pub enum ScaleReason {
    /// It has no number.
    NoNumber,
    /// All numbers have a percent sign, or are shown in percent.
    PercentSigns,
    /// Numbers without a sign among some that have one.
    SomePercentSigns,
    /// Most are above 1.
    AboveOne,
    /// All are 0.
    AllZero,
    /// All lie between 0 and 1.
    UpToOne,
    /// Most say one thing, some cells another: a few of these.
    Mixed(Vec<String>),
    /// A header that says percent above numbers that all lie between 0 and 1.
    PercentHeader,
    /// The numbers of schools beside them say so.
    Counts,
    /// A person said so.
    Chosen,
}

impl ScaleReason {
    /// Whether the scale is a guess that a person may have to mend.
    pub fn is_a_guess(&self) -> bool {
        matches!(self, Self::Mixed(_) | Self::PercentHeader | Self::SomePercentSigns)
    }
}

/// Values above 1 that are a slip rather than a scale: 1,02 for 102 %.
const SLIP: f64 = 1.5;
/// How many cells of ten must lie between 0 and 1 for the others to be slips of that scale.
const MOST_BESIDE_SLIPS: (usize, usize) = (8, 10);
const MOST_BESIDE_OTHERS: (usize, usize) = (9, 10);

impl ShareStyle {
    /// What a person said of the scale.
    pub(in crate::coverage::import) fn choose(&mut self, scale: Scale) {
        self.scale = scale;
        self.scale_reason = ScaleReason::Chosen;
    }

    /// The share of a cell, in percent.
    pub fn percent(&self, cell: &str, kind: CellKind) -> Option<f64> {
        let number = number(cell, kind, self.sign)?;
        let fraction = match self.scale {
            Scale::Fraction => !number.percent_sign,
            Scale::Percent => self.bare_numbers_are_fractions && kind == CellKind::Number,
        };
        Some(if fraction { in_percent(number.value) } else { number.value })
    }
}

/// A fraction in percent, without the noise of `0.07 * 100`, which is 7.000000000000001. 0 and 100
/// are reached by what is exact alone.
fn in_percent(fraction: f64) -> f64 {
    let percent = (fraction * 1e10).round() / 1e8;
    let reaches_a_bound =
        (percent == 0.0 && fraction != 0.0) || (percent == 100.0 && fraction != 1.0);
    if reaches_a_bound { fraction * 100.0 } else { percent }
}

/// The number of a cell, with what the workbook knows of it.
pub(in crate::coverage::import) fn number(
    cell: &str,
    kind: CellKind,
    sign: DecimalSign,
) -> Option<Number> {
    let sign = if kind.is_a_number() { DecimalSign::Point } else { sign };
    let number = read_number(cell, sign)?;
    Some(Number { percent_sign: number.percent_sign || kind == CellKind::Percent, ..number })
}

/// A whole number that is not negative: a number of schools. `12,0` is one, and `5 %` is none.
pub(in crate::coverage::import) fn count(
    cell: &str,
    kind: CellKind,
    sign: DecimalSign,
) -> Option<u32> {
    let number = number(cell, kind, sign)?;
    let whole = number.value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number.value);
    (whole && !number.percent_sign).then_some(number.value as u32)
}

/// Decides how the shares of a column are written; `header` may hold a percent sign.
pub fn share_style(cells: &[(&str, CellKind)], header: &str) -> ShareStyle {
    let style = number_style(cells.iter().copied(), Expected::Share);
    let read = cells
        .iter()
        .filter_map(|(cell, kind)| Some((*cell, *kind, number(cell, *kind, style.sign)?)));
    let numbers: Vec<(&str, CellKind, Number)> = read.collect();
    let signed = numbers.iter().filter(|(.., number)| number.percent_sign).count();
    let plain: Vec<&(&str, CellKind, Number)> =
        numbers.iter().filter(|(.., number)| !number.percent_sign).collect();
    let plain_header = normalise(header);
    let says_percent =
        header.contains('%') || ["pourcent", "pct"].iter().any(|word| plain_header.contains(word));
    let of = |scale, scale_reason| (scale, scale_reason, false);
    let (scale, scale_reason, bare_numbers_are_fractions) = if numbers.is_empty() {
        of(Scale::Percent, ScaleReason::NoNumber)
    } else if signed > 0 && plain.is_empty() {
        of(Scale::Percent, ScaleReason::PercentSigns)
    } else if signed > 0 && are_fractions_but_for(signed, &plain) {
        // « 85 % » among fractions is 85 %, and changes no other.
        let odd = numbers.iter().filter(|(.., number)| number.percent_sign).take(TOLD);
        let odd = odd.map(|(cell, ..)| cell.trim().to_owned()).collect();
        (Scale::Fraction, ScaleReason::Mixed(odd), false)
    } else if signed > 0 {
        // A workbook shows some cells in percent and keeps all as fractions.
        let kept_as_fractions = numbers.iter().any(|(_, kind, _)| *kind == CellKind::Percent)
            && plain.iter().all(|(_, kind, n)| *kind != CellKind::Number || n.value <= 1.0);
        (Scale::Percent, ScaleReason::SomePercentSigns, kept_as_fractions)
    } else {
        let (scale, reason) = by_vote(&plain, says_percent);
        of(scale, reason)
    };
    ShareStyle {
        sign: style.sign,
        scale,
        bare_numbers_are_fractions,
        scale_reason,
        sign_reason: style.reason,
    }
}

/// How many odd cells are told.
const TOLD: usize = 3;

/// Whether texts without a sign are fractions, and more than those that have one.
fn are_fractions_but_for(signed: usize, plain: &[&(&str, CellKind, Number)]) -> bool {
    let texts = plain.iter().filter(|(_, kind, _)| *kind == CellKind::Text);
    let above_zero = texts.filter(|(.., number)| number.value > 0.0);
    let (fractions, others): (Vec<f64>, Vec<f64>) =
        above_zero.map(|(.., number)| number.value).partition(|value| *value <= 1.0);
    let has_decimals = fractions.iter().any(|value| *value < 1.0);
    has_decimals && others.is_empty() && fractions.len() > signed
}

/// By most of the numbers, of which zeros say nothing.
fn by_vote(plain: &[&(&str, CellKind, Number)], says_percent: bool) -> (Scale, ScaleReason) {
    let above = |limit: f64| plain.iter().filter(move |(.., number)| number.value > limit);
    let others = above(1.0).count();
    let largest = above(1.0).map(|(.., number)| number.value).fold(1.0, f64::max);
    let fractions =
        plain.iter().filter(|(.., number)| number.value > 0.0 && number.value <= 1.0).count();
    let most = if largest <= SLIP { MOST_BESIDE_SLIPS } else { MOST_BESIDE_OTHERS };
    let are_fractions = fractions * most.1 >= (fractions + others) * most.0;
    match (fractions, others) {
        (0, 0) => (Scale::Percent, ScaleReason::AllZero),
        (0, _) => (Scale::Percent, ScaleReason::AboveOne),
        (_, 0) if says_percent => (Scale::Fraction, ScaleReason::PercentHeader),
        (_, 0) => (Scale::Fraction, ScaleReason::UpToOne),
        _ if are_fractions => {
            let odd = above(1.0).take(TOLD).map(|(cell, ..)| cell.trim().to_owned()).collect();
            (Scale::Fraction, ScaleReason::Mixed(odd))
        }
        // A few départements below 1 % are nothing odd.
        _ if others >= fractions => (Scale::Percent, ScaleReason::AboveOne),
        _ => {
            let odd = plain.iter().filter(|(.., n)| n.value > 0.0 && n.value < 1.0).take(TOLD);
            let odd = odd.map(|(cell, ..)| cell.trim().to_owned()).collect();
            (Scale::Percent, ScaleReason::Mixed(odd))
        }
    }
}
