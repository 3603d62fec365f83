//! Which of all that was said of a territory's ground stands on a day.

use super::{Dataset, Evidence, MissingReason, Query, Share, ShareOrigin, StageState};
use crate::territory::TerritoryId;

/// The latest share said of a territory's ground, or the latest reason for its absence; `None`
/// when neither was ever said.
///
/// A bound says only what it bounds: « au moins 97 % » leaves the 100 % standing that were known
/// before, with their older date, and takes the place of 90 %.
pub(super) fn standing_share(
    dataset: &Dataset,
    id: TerritoryId,
    query: &Query,
) -> Option<Result<Share, MissingReason>> {
    let known = dataset.known_by(id, query.school_type, query.measure, query.date);
    let mut bounds: Vec<Share> = Vec::new();
    let (mut stands, mut silence) = (None, None);
    for (entry, observation) in
        known.filter(|(entry, observation)| entry.counts && !observation.planned)
    {
        let Some(percent) = observation.share_of(query.school_type) else {
            // What speaks of both types alike and can't be told apart says nothing of one.
            match observation.missing.filter(|_| observation.share.is_none()) {
                // Not to be told of a later day takes nothing away from what was known before.
                Some(reason) if reason.is_silence() => silence = silence.or(Some(reason)),
                Some(reason) => {
                    stands = Some(Err(reason));
                    break;
                }
                None => {}
            }
            continue;
        };
        let (equipped, total) = observation.counts_of(query.school_type);
        let index = entry.observation;
        // The same ground is the same fact: its evidence is not weakened by the other name.
        let origin = if entry.own {
            ShareOrigin::Observed { observation: index }
        } else {
            ShareOrigin::SameExtent { observation: index }
        };
        let evidence = observation.evidence;
        let share = Share { percent, equipped, total, period_end: entry.end, evidence, origin };
        match evidence {
            Evidence::BorneInferieure | Evidence::BorneSuperieure => bounds.push(share),
            _ => {
                stands = Some(Ok(share));
                break;
            }
        }
    }
    let stands = stands.or(silence.map(Err));
    bounds.into_iter().rev().fold(stands, |stands, bound| match stands {
        Some(Ok(before)) if !moves(&bound, &before) => Some(Ok(before)),
        _ => Some(Ok(bound)),
    })
}

/// Whether a bound says more than the share that stood before it.
fn moves(bound: &Share, before: &Share) -> bool {
    match bound.evidence {
        Evidence::BorneInferieure => bound.percent > before.percent,
        Evidence::BorneSuperieure => bound.percent < before.percent,
        _ => true,
    }
}

/// The latest stage said of a territory's ground, planned ones included.
pub(super) fn standing_stage(
    dataset: &Dataset,
    id: TerritoryId,
    query: &Query,
) -> Option<StageState> {
    let mut known = dataset.known_by(id, query.school_type, query.measure, query.date);
    known.find_map(|(entry, observation)| {
        Some(StageState {
            stage: observation.stage?,
            planned: observation.planned,
            evidence: observation.evidence,
            period_end: entry.end,
            observation: entry.observation,
        })
    })
}

/// Whether anything is said of a territory's ground.
pub(super) fn is_spoken_of(dataset: &Dataset, id: TerritoryId, query: &Query) -> bool {
    dataset.known_by(id, query.school_type, query.measure, query.date).next().is_some()
}

/// The latest number of schools of a type that is given for a territory's ground.
pub(super) fn stated_total(dataset: &Dataset, id: TerritoryId, query: &Query) -> Option<u32> {
    let mut known = dataset.known_by(id, query.school_type, query.measure, query.date);
    known.find_map(|(entry, observation)| {
        observation.counts_of(query.school_type).1.filter(|_| entry.counts)
    })
}
