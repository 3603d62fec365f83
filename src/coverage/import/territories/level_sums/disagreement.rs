//! What a territory states against the rows that it adds up.

use super::parts::Parts;
use crate::coverage::{
    Observation,
    import::total::{TotalDisagreement, TotalNumbers},
};

/// How far a share may lie beyond those of its parts, in points: sources round.
const ROUNDING: f64 = 0.5;

/// The disagreements of one territory with its parts.
pub(super) fn with_parts(
    whole: &Observation,
    parts: &Parts<'_>,
    names_subject: bool,
) -> Vec<TotalDisagreement> {
    let counts = [false, true].into_iter().filter_map(|equipped| counts(whole, parts, equipped));
    let mut numbers: Vec<TotalNumbers> = counts.collect();
    if numbers.is_empty() {
        numbers.extend(shares(whole, parts));
    }
    let subject = names_subject.then_some((whole.school_types, whole.period));
    let (line, territory) = (whole.line, whole.territory);
    let told = numbers.into_iter();
    let piece = parts.piece;
    told.map(|numbers| TotalDisagreement { line, territory, piece, subject, numbers }).collect()
}

fn counts(whole: &Observation, parts: &Parts<'_>, equipped: bool) -> Option<TotalNumbers> {
    let of = |row: &Observation| if equipped { row.equipped } else { row.total };
    let stated = u64::from(of(whole)?);
    let with_count = Parts {
        rows: parts.rows.iter().copied().filter(|row| of(row).is_some()).collect(),
        ..*parts
    };
    let sum: u64 = with_count.rows.iter().filter_map(|row| of(row)).map(u64::from).sum();
    let disagrees = if with_count.are_all_there() { sum != stated } else { sum > stated };
    disagrees.then(|| TotalNumbers::Schools { equipped, stated, sum, parts: with_count.named() })
}

/// A share of the whole can't be smaller than the smallest of its parts, nor larger than the
/// largest.
fn shares(whole: &Observation, parts: &Parts<'_>) -> Option<TotalNumbers> {
    let stated = whole.share?;
    let shares: Vec<f64> = parts.rows.iter().filter_map(|row| row.share).collect();
    if shares.is_empty() || (shares.len() != parts.expected && !parts.of_the_file) {
        return None;
    }
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let outside = stated < least - ROUNDING || stated > most + ROUNDING;
    outside.then(|| TotalNumbers::Share { stated, least, most, parts: parts.named() })
}
