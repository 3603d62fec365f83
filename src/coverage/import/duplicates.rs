//! Several rows that speak of the same territory, type and date.

use std::collections::BTreeMap;

use super::Duplicates;
use crate::{
    coverage::{Observation, SchoolType},
    french::{self, NARROW_SPACE, counted},
    territory::{Registry, TerritoryId},
};

/// Rows of which each subject has one.
pub(super) struct Settled {
    pub observations: Vec<Observation>,
    /// Those that had several, in sentences.
    pub doubts: Vec<String>,
    /// Some of these differed.
    pub repeats: bool,
}

/// Keeps one row of each subject, and tells of those that had several with different figures.
pub(super) fn settle(observations: Vec<Observation>, rule: Duplicates) -> Settled {
    let mut subjects: BTreeMap<Subject, Vec<Observation>> = BTreeMap::new();
    for observation in observations {
        subjects.entry(subject(&observation)).or_default().push(observation);
    }
    let mut kept = Vec::with_capacity(subjects.len());
    let (mut repeated, mut differing) = (0, Vec::new());
    for rows in subjects.into_values() {
        let differ = rows.windows(2).any(|pair| figures(&pair[0]) != figures(&pair[1]));
        if differ {
            differing.push(told(&rows));
        } else {
            repeated += rows.len() - 1;
        }
        kept.extend(one_of(rows, rule));
    }
    kept.sort_by_key(|observation| observation.line);
    let mut doubts = Vec::new();
    if repeated > 0 {
        let rows = counted(repeated, "ligne répétée", "lignes répétées");
        doubts.push(format!("{rows} à l’identique{NARROW_SPACE}: comptée une fois."));
    }
    let repeats = !differing.is_empty();
    if repeats {
        let count = counted(differing.len(), "territoire a", "territoires ont");
        let some: Vec<String> = differing.into_iter().take(3).collect();
        let rule = match rule {
            Duplicates::First => "la première est gardée",
            Duplicates::Last => "la dernière est gardée",
            Duplicates::Sum => "elles sont additionnées",
            Duplicates::Mean => "leur moyenne est gardée",
        };
        doubts.push(format!(
            "{count} plusieurs valeurs différentes, {rule}{NARROW_SPACE}: {}.",
            some.join(" ; ")
        ));
    }
    Settled { observations: kept, doubts, repeats }
}

pub(super) type Subject =
    (TerritoryId, [bool; 2], Option<jiff::civil::Date>, crate::coverage::Measure, bool);

/// What a row speaks of.
pub(super) fn subject(observation: &Observation) -> Subject {
    let types = SchoolType::ALL.map(|one| observation.school_types.contains(one));
    let (end, measure) = (observation.end(), observation.measure);
    (observation.territory, types, end, measure, observation.planned)
}

/// What two rows must agree on to be the same.
fn figures(o: &Observation) -> (Option<u64>, Option<u32>, Option<u32>, Option<u8>) {
    (o.share.map(f64::to_bits), o.equipped, o.total, o.stage.map(|stage| stage as u8))
}

/// « Ain (lignes 2, 9) : 91,5 % puis 92 % ».
fn told(rows: &[Observation]) -> String {
    let name = Registry::official().get(rows[0].territory).map_or("", |t| t.name.as_str());
    let lines: Vec<String> = rows.iter().take(4).map(|row| row.line.to_string()).collect();
    let values: Vec<String> = rows.iter().take(4).map(value).collect();
    format!("{name} (lignes {}){NARROW_SPACE}: {}", lines.join(", "), values.join(" puis "))
}

fn value(row: &Observation) -> String {
    match (row.equipped, row.total, row.share, row.stage) {
        (Some(equipped), Some(total), ..) => format!("{equipped} sur {total}"),
        (.., Some(share), _) => french::percent(share),
        (.., Some(stage)) => stage.label().to_owned(),
        _ => "sans valeur".to_owned(),
    }
}

fn one_of(mut rows: Vec<Observation>, rule: Duplicates) -> Option<Observation> {
    match rule {
        Duplicates::First => rows.into_iter().next(),
        Duplicates::Last => rows.pop(),
        Duplicates::Sum => {
            let add = |of: fn(&Observation) -> Option<u32>| -> Option<u32> {
                rows.iter().map(of).try_fold(0_u32, |sum, next| sum.checked_add(next?))
            };
            let (equipped, total) = (add(|row| row.equipped), add(|row| row.total));
            let share = match (equipped, total) {
                (Some(equipped), Some(total)) if total > 0 => {
                    Some(100.0 * f64::from(equipped) / f64::from(total))
                }
                // Shares without counts can't be added up: the last one stands.
                _ => rows.last().and_then(|row| row.share),
            };
            let last = rows.pop()?;
            Some(Observation { equipped, total, share, ..last })
        }
        Duplicates::Mean => {
            let shares: Vec<f64> = rows.iter().filter_map(|row| row.share).collect();
            let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
            let last = rows.pop()?;
            let share = (!shares.is_empty()).then_some(mean);
            Some(Observation { share, equipped: None, total: None, ..last })
        }
    }
}
