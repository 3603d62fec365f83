//! Which of all that was said of a territory's ground stands on a day.

use super::{Dataset, Evidence, MissingReason, Query, Share, ShareOrigin, StageState};
use crate::territory::TerritoryId;

/// A reason that an observation states for having no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StatedReason {
    pub reason: MissingReason,
    /// Its place in `Dataset::observations`.
    pub observation: usize,
}

/// The latest share said of a territory's ground, or the latest reason for its absence; `None`
/// when neither was ever said.
///
/// A bound says only what it bounds: « au moins 97 % » leaves the 100 % standing that were known
/// before, with their older date, and takes the place of 90 %.
pub(super) fn standing_share(
    dataset: &Dataset,
    id: TerritoryId,
    query: &Query,
) -> Option<Result<Share, StatedReason>> {
    let known = dataset.known_by(id, query.school_type, query.measure, query.date);
    let mut bounds: Vec<Share> = Vec::new();
    let (mut stands, mut silence) = (None, None);
    for (entry, observation) in
        known.filter(|(entry, observation)| entry.counts && !observation.planned)
    {
        let Some(percent) = observation.share_of(query.school_type) else {
            // What speaks of both types alike and can't be told apart says nothing of one.
            let stated = observation.missing.filter(|_| observation.share.is_none());
            match stated.map(|reason| StatedReason { reason, observation: entry.observation }) {
                // Not to be told of a later day takes nothing away from what was known before.
                Some(stated) if stated.reason.is_silence() => silence = silence.or(Some(stated)),
                Some(stated) => {
                    stands = Some(Err(stated));
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
    latest(dataset, id, query).is_some()
}

/// What was said last of a territory's ground, by its place in `Dataset::observations`.
pub(super) fn latest(dataset: &Dataset, id: TerritoryId, query: &Query) -> Option<usize> {
    let mut known = dataset.known_by(id, query.school_type, query.measure, query.date);
    known.next().map(|(entry, _)| entry.observation)
}

/// The latest number of schools of a type that is given for a territory's ground.
pub(super) fn stated_total(dataset: &Dataset, id: TerritoryId, query: &Query) -> Option<u32> {
    let mut known = dataset.known_by(id, query.school_type, query.measure, query.date);
    known.find_map(|(entry, observation)| {
        observation.counts_of(query.school_type).1.filter(|_| entry.counts)
    })
}
