//! The state of every territory of a level at a date.

use jiff::civil::Date;

use super::{
    Dataset, Evidence, Gap, Measure, MissingReason, SchoolType, Share, ShareOrigin, Stage,
    sum::{Sum, sum},
};
use crate::territory::{Edition, Level, Registry, Standing, Territory, TerritoryId};

/// What a map asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    pub school_type: SchoolType,
    pub level: Level,
    pub edition: Edition,
    pub measure: Measure,
    /// What is known by the end of this day; all that is known where `None`.
    pub date: Option<Date>,
}

/// What is known of one territory.
#[derive(Clone, Debug, PartialEq)]
pub struct TerritoryState {
    pub id: TerritoryId,
    pub name: String,
    pub share: Result<Share, Gap>,
    pub stage: Result<StageState, MissingReason>,
}

/// The stage of a territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageState {
    pub stage: Stage,
    /// Announced rather than reached.
    pub planned: bool,
    pub evidence: Evidence,
    /// The last day of the period it was seen in; `None` where no date is told.
    pub period_end: Option<Date>,
    /// Its place in `Dataset::observations`.
    pub observation: usize,
}

/// The state of each territory of `registry.territories(level, edition)`, in the same order.
///
/// - The share is the latest done (not planned) one of the type and measure whose period has ended
///   by the date; what has no date is older than what has one; a stated reason for its absence counts as one. What is said of a territory of
///   the same extent counts too.
/// - A région, an académie or France without a share of its own gets the sum over its
///   départements, if those known hold at least half of its schools. A département never receives
///   anything from above.
/// - The stage is the latest one, planned ones included and marked.
pub fn states(dataset: &Dataset, registry: &Registry, query: &Query) -> Vec<TerritoryState> {
    let territories = registry.territories(query.level, query.edition);
    territories.iter().map(|territory| state(dataset, territory, query)).collect()
}

/// The state of one territory; `None` where there is no such one. Its level, and its edition where
/// it has one, are its own: those of the query do not matter.
pub fn state_of(
    dataset: &Dataset,
    registry: &Registry,
    id: TerritoryId,
    query: &Query,
) -> Option<TerritoryState> {
    let edition = id.edition().unwrap_or(query.edition);
    let query = Query { level: id.level(), edition, ..*query };
    registry.get(id).map(|territory| state(dataset, territory, &query))
}

fn state(dataset: &Dataset, territory: &Territory, query: &Query) -> TerritoryState {
    let (id, name) = (territory.id, territory.name.clone());
    if territory.standing == Standing::Outside {
        let reason = MissingReason::HorsPerimetre;
        let share = Err(Gap { reason, partial: None });
        return TerritoryState { id, name, share, stage: Err(reason) };
    }
    let spoken_of =
        dataset.known_by(id, query.school_type, query.measure, query.date).next().is_some();
    let reason = if spoken_of { MissingReason::NonRenseigne } else { MissingReason::NonDocumente };
    TerritoryState {
        id,
        name,
        share: share(dataset, territory, query, reason),
        stage: stage(dataset, id, query).ok_or(reason),
    }
}

fn share(
    dataset: &Dataset,
    territory: &Territory,
    query: &Query,
    reason: MissingReason,
) -> Result<Share, Gap> {
    let gap = |reason, partial| Err(Gap { reason, partial });
    let own = observed(dataset, territory.id, query);
    let stated = match own {
        Some(Ok(share)) => return Ok(share),
        Some(Err(stated)) => Some(stated),
        None => None,
    };
    let reason = stated.unwrap_or(reason);
    let settled = matches!(stated, Some(MissingReason::SansObjet | MissingReason::HorsPerimetre));
    if settled || query.level == Level::Departement {
        return gap(reason, None);
    }
    match sum(dataset, territory, query) {
        Sum::NoSchool => gap(MissingReason::SansObjet, None),
        // What is said of all its parts is said of it, even where a value is not.
        Sum::Unknown if stated.is_none() && parts_spoken_of(dataset, territory, query) => {
            gap(MissingReason::NonRenseigne, None)
        }
        Sum::Unknown => gap(reason, None),
        Sum::Known { share, representative: true } => Ok(share),
        Sum::Known { share, representative: false } => {
            gap(stated.unwrap_or(MissingReason::NonRenseigne), Some(share))
        }
    }
}

/// Whether some source speaks of each of its départements.
fn parts_spoken_of(dataset: &Dataset, territory: &Territory, query: &Query) -> bool {
    territory.departements.iter().all(|code| {
        let id = TerritoryId::Departement(*code);
        dataset.known_by(id, query.school_type, query.measure, query.date).next().is_some()
    })
}

/// The latest share said of a territory's ground, or the latest reason for its absence; `None`
/// when neither was ever said.
pub(super) fn observed(
    dataset: &Dataset,
    id: TerritoryId,
    query: &Query,
) -> Option<Result<Share, MissingReason>> {
    let mut known = dataset.known_by(id, query.school_type, query.measure, query.date);
    known.find_map(|(entry, observation)| {
        if observation.planned {
            return None;
        }
        let Some(percent) = observation.share else {
            return observation.missing.map(Err);
        };
        let index = entry.observation;
        // The same ground is the same fact: its evidence is not weakened by the other name.
        let origin = if entry.own {
            ShareOrigin::Observed { observation: index }
        } else {
            ShareOrigin::SameExtent { observation: index }
        };
        Some(Ok(Share {
            percent,
            equipped: observation.equipped,
            total: observation.total,
            period_end: entry.end,
            evidence: observation.evidence,
            origin,
        }))
    })
}

fn stage(dataset: &Dataset, id: TerritoryId, query: &Query) -> Option<StageState> {
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
