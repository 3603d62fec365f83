//! What a territory states against the rows that it adds up, in sentences.

use super::{super::super::doubt::TotalDisagreement, parts::Parts};
use crate::{
    coverage::Observation,
    french::{self, NARROW_SPACE, integer},
    territory::Registry,
};

/// How far a share may lie beyond those of its parts, in points: sources round.
const ROUNDING: f64 = 0.5;

/// The disagreements of one territory with its parts.
pub(super) fn with_parts(
    whole: &Observation,
    parts: &Parts<'_>,
    registry: &Registry,
    names_subject: bool,
) -> Vec<TotalDisagreement> {
    let Some(territory) = registry.get(whole.territory) else { return vec![] };
    let subject = if names_subject {
        let date = whole.period.map(|period| format!(", {period}")).unwrap_or_default();
        format!(", {}{date}", whole.school_types.label())
    } else {
        String::new()
    };
    let head = format!("{}{subject} (ligne {}){NARROW_SPACE}:", territory.name, whole.line);
    let schools = count_disagreement(whole, parts, |row| row.total, "");
    let equipped = count_disagreement(whole, parts, |row| row.equipped, "équipé");
    let counts: Vec<String> = [schools, equipped].into_iter().flatten().collect();
    let said = if counts.is_empty() { share_disagreement(whole, parts) } else { None };
    let told = counts.into_iter().chain(said).map(|said| format!("{head} {said}"));
    told.map(|told| TotalDisagreement { line: whole.line, territory: whole.territory, told })
        .collect()
}

/// « 320 établissements dans le fichier, 318 en additionnant ses 8 départements (…). »
fn count_disagreement(
    whole: &Observation,
    parts: &Parts<'_>,
    of: fn(&Observation) -> Option<u32>,
    adjective: &str,
) -> Option<String> {
    let stated = u64::from(of(whole)?);
    let with_count = Parts {
        rows: parts.rows.iter().copied().filter(|row| of(row).is_some()).collect(),
        ..*parts
    };
    let sum: u64 = with_count.rows.iter().filter_map(|row| of(row)).map(u64::from).sum();
    let disagrees = if with_count.are_all_there() { sum != stated } else { sum > stated };
    let plural = if stated < 2 { "" } else { "s" };
    let noun = match adjective {
        "" => format!("établissement{plural}"),
        adjective => format!("établissement{plural} {adjective}{plural}"),
    };
    disagrees.then(|| {
        format!(
            "{} {noun} dans le fichier, {} en additionnant {}.",
            integer(stated as i64),
            integer(sum as i64),
            with_count.named()
        )
    })
}

/// A share of the whole can't be smaller than the smallest of its parts, nor larger than the
/// largest.
fn share_disagreement(whole: &Observation, parts: &Parts<'_>) -> Option<String> {
    let stated = whole.share?;
    let shares: Vec<f64> = parts.rows.iter().filter_map(|row| row.share).collect();
    if shares.is_empty() || (shares.len() != parts.expected && !parts.of_the_file) {
        return None;
    }
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let outside = stated < least - ROUNDING || stated > most + ROUNDING;
    outside.then(|| {
        let (stated, named) = (french::percent(stated), parts.named());
        let range = if least == most {
            format!("est à {}", french::percent(least))
        } else {
            format!("va de {} à {}", french::percent(least), french::percent(most))
        };
        format!("{stated} dans le fichier, alors que la part dans {named} {range}.")
    })
}
