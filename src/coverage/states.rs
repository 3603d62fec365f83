//! The state of every territory of a level at a date.

use super::{
    Dataset, Gap, MissingReason, Query, Share, TerritoryState,
    standing::{is_spoken_of, standing_share, standing_stage},
    sum::{Sum, sum},
};
use crate::territory::{Level, Registry, Standing, Territory, TerritoryId};

/// The state of each territory of `registry.territories(level, edition)`, in the same order.
///
/// - The share is the latest done (not planned) one of the type and measure whose period has ended
///   by the date; what has no date is older than what has one. A stated reason for its absence counts
///   as one, and a bound where it says more than what stood before it. What is said of a territory of
///   the same extent counts too, and what is said of lycées and collèges together where all of them
///   have it, or none.
/// - A région or an académie without a share of its own gets the sum over its départements, if those
///   known hold at least half of its schools. France always does: what is said of it as a whole is
///   quoted beside. A département never receives anything from above.
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
    let reason = match is_spoken_of(dataset, id, query) {
        true => MissingReason::NonRenseigne,
        false => MissingReason::NonDocumente,
    };
    TerritoryState {
        id,
        name,
        share: share(dataset, territory, query, reason),
        stage: (id != TerritoryId::France)
            .then(|| standing_stage(dataset, id, query))
            .flatten()
            .ok_or(reason),
    }
}

fn share(
    dataset: &Dataset,
    territory: &Territory,
    query: &Query,
    reason: MissingReason,
) -> Result<Share, Gap> {
    let gap = |reason, partial| Err(Gap { reason, partial });
    let own = (query.level != Level::France).then(|| standing_share(dataset, territory.id, query));
    let stated = match own.flatten() {
        Some(Ok(share)) => return Ok(share),
        Some(Err(stated)) => Some(stated),
        None => None,
    };
    let reason = stated.unwrap_or(reason);
    let settled = stated.is_some_and(MissingReason::is_no_part);
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
    territory
        .departements
        .iter()
        .all(|code| is_spoken_of(dataset, TerritoryId::Departement(*code), query))
}
