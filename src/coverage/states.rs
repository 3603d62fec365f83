//! The state of every territory of a level at a date.

use std::iter::once;

use super::{
    Dataset, Gap, GapKind, MissingReason, Query, Share, TerritoryState, Voice,
    gap::Spoken,
    standing::{is_spoken_of, latest, standing_share, standing_stage},
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
    let gaps = Gaps { dataset, territory, query };
    if territory.standing == Standing::Outside {
        let gap = gaps.stated(MissingReason::HorsPerimetre, None);
        return TerritoryState { id, name, share: Err(gap), stage: Err(gap) };
    }
    TerritoryState {
        id,
        name,
        share: share(&gaps),
        stage: (id != TerritoryId::France)
            .then(|| standing_stage(dataset, id, query))
            .flatten()
            .ok_or_else(|| gaps.of_stage()),
    }
}

fn share(gaps: &Gaps<'_>) -> Result<Share, Gap> {
    let Gaps { dataset, territory, query } = *gaps;
    let own = (query.level != Level::France).then(|| standing_share(dataset, territory.id, query));
    let stated = match own.flatten() {
        Some(Ok(share)) => return Ok(share),
        Some(Err(stated)) => Some(stated),
        None => None,
    };
    let spoken = match is_spoken_of(dataset, territory.id, query) {
        true => MissingReason::NonRenseigne,
        false => MissingReason::NonDocumente,
    };
    let reason = stated.map_or(spoken, |stated| stated.reason);
    let at = stated.map(|stated| stated.observation);
    let gap = |reason, partial| Err(gaps.of_share(reason, at, partial));
    let settled = stated.is_some_and(|stated| stated.reason.is_no_part());
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
            let stated = stated.map(|stated| stated.reason);
            gap(stated.unwrap_or(MissingReason::NonRenseigne), Some(share))
        }
    }
}

/// Whether some source speaks of each of its départements.
fn parts_spoken_of(dataset: &Dataset, territory: &Territory, query: &Query) -> bool {
    parts_of(territory).all(|part| is_spoken_of(dataset, part, query))
}

fn parts_of(territory: &Territory) -> impl Iterator<Item = TerritoryId> {
    territory.departements.iter().map(|code| TerritoryId::Departement(*code))
}

/// What makes the gaps of a territory.
struct Gaps<'a> {
    dataset: &'a Dataset,
    territory: &'a Territory,
    query: &'a Query,
}

impl Gaps<'_> {
    /// A gap of which nothing more is asked.
    fn stated(&self, reason: MissingReason, observation: Option<usize>) -> Gap {
        let kind = GapKind::of(reason, self.dataset.voice());
        Gap { reason, kind, observation, partial: None }
    }

    /// The gap of a share: of the territory itself, or of what would add up to it.
    fn of_share(
        &self,
        reason: MissingReason,
        stated: Option<usize>,
        partial: Option<Share>,
    ) -> Gap {
        let id = self.territory.id;
        let observation = stated.or_else(|| latest(self.dataset, id, self.query));
        let kind = match self.dataset.voice() {
            Voice::Sources => GapKind::of_sources(reason),
            Voice::Files => {
                let adds_up = id.level() != Level::Departement;
                let parts = if adds_up { &self.territory.departements[..] } else { &[] };
                let parts = parts.iter().map(|code| TerritoryId::Departement(*code));
                let spoken = self.spoken(once(id).chain(parts));
                GapKind::of_files(reason, spoken, partial.is_some())
            }
        };
        Gap { reason, kind, observation, partial }
    }

    /// The gap of a stage, which never adds up.
    fn of_stage(&self) -> Gap {
        let id = self.territory.id;
        let observation = latest(self.dataset, id, self.query);
        let reason = match observation {
            Some(_) => MissingReason::NonRenseigne,
            None => MissingReason::NonDocumente,
        };
        let kind = match self.dataset.voice() {
            Voice::Sources => GapKind::of_sources(reason),
            Voice::Files => match self.spoken(once(id)) {
                Spoken::Never if parts_of(self.territory).any(|id| self.dataset.speaks_of(id)) => {
                    GapKind::OtherwiseInFile
                }
                spoken => GapKind::of_files(reason, spoken, false),
            },
        };
        Gap { reason, kind, observation, partial: None }
    }

    /// What the data say of some grounds without the value that is asked.
    fn spoken(&self, ids: impl Iterator<Item = TerritoryId> + Clone) -> Spoken {
        let mut ids = ids;
        let ever = Query { date: None, ..*self.query };
        if self.dataset.observations().is_empty() {
            Spoken::Undecided
        } else if ids.clone().any(|id| is_spoken_of(self.dataset, id, self.query)) {
            Spoken::WithoutValue
        } else if ids.clone().any(|id| is_spoken_of(self.dataset, id, &ever)) {
            Spoken::Later
        } else if ids.any(|id| self.dataset.speaks_of(id)) {
            Spoken::Otherwise
        } else {
            Spoken::Never
        }
    }
}
