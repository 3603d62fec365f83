//! Whether two rows about the same thing can both be true.

use super::Stated;
use crate::{
    coverage::{Evidence, Observation},
    french::{self, NARROW_SPACE},
    territory::Registry,
};

/// Whether a row says again what another says.
pub(super) fn is_same(one: &Observation, other: &Observation) -> bool {
    let figures = |o: &Observation| (o.share, o.equipped, o.total, o.stage, o.missing, o.evidence);
    figures(one) == figures(other)
}

/// Whether two rows can't both be true. Bounds never contradict, a share and the counts that give
/// it agree, and a stage says nothing of a share.
pub(super) fn contradict(one: &Observation, other: &Observation) -> bool {
    const ROUNDING: f64 = 1.0;
    let is_bound = |o: &Observation| {
        matches!(o.evidence, Evidence::BorneInferieure | Evidence::BorneSuperieure)
    };
    if is_bound(one) || is_bound(other) {
        return false;
    }
    let counts = |o: &Observation| Some((o.equipped?, o.total?));
    let differ = match (counts(one), counts(other)) {
        (Some(one), Some(other)) => one != other,
        _ => match (one.share, other.share) {
            // Two published shares are the same or not; one that is computed is rounded.
            (Some(a), Some(b)) if counts(one).is_none() && counts(other).is_none() => a != b,
            (Some(a), Some(b)) => (a - b).abs() > ROUNDING,
            _ => false,
        },
    };
    let stages = matches!((one.stage, other.stage), (Some(a), Some(b)) if a != b);
    let equipped = one.share.is_none()
        && other.share.is_none()
        && matches!((one.equipped, other.equipped), (Some(a), Some(b)) if a != b);
    differ || stages || equipped
}

/// « Ain (lignes 2, 9) : 91,5 % et 92 % ».
pub(super) fn told(rows: &[Stated]) -> String {
    const SHOWN: usize = 4;
    let first = &rows[0].observation;
    let name = Registry::official().get(first.territory).map_or("", |t| t.name.as_str());
    let lines: Vec<String> =
        rows.iter().take(SHOWN).map(|row| row.observation.line.to_string()).collect();
    let values: Vec<String> = rows.iter().take(SHOWN).map(|row| value(&row.observation)).collect();
    format!("{name} (lignes {}){NARROW_SPACE}: {}", lines.join(", "), values.join(" et "))
}

fn value(row: &Observation) -> String {
    match (row.equipped, row.total, row.share, row.stage) {
        (Some(equipped), Some(total), ..) => format!("{equipped} sur {total}"),
        (.., Some(share), _) => french::percent(share, &french::ROUND_FIGURES),
        (.., Some(stage)) => stage.label().to_owned(),
        (Some(equipped), ..) => equipped.to_string(),
        _ => "sans valeur".to_owned(),
    }
}
