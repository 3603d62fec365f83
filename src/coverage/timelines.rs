//! What speaks of the ground of each territory, by date.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Observation, Period};
use crate::territory::{Edition, Level, Registry, TerritoryId};

/// One observation on the timeline of a territory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// `None` without a date: older than every other, since it holds on every day.
    pub end: Option<Date>,
    /// Of this very territory, rather than of another of the same extent.
    pub own: bool,
    /// Whether its figures count within the perimeter.
    pub counts: bool,
    pub observation: usize,
}

/// The order of observations: those without a date, then by the day their period ends; among those
/// that end together, own before same extent, then the more precise, then what a file says before
/// what was added up from schools, then the later file and the later row. The greatest wins.
pub(super) fn order(
    rank: usize,
    observation: &Observation,
    own: bool,
) -> (Option<Date>, bool, u8, bool, usize) {
    let precision = observation.period.map_or(0, Period::precision);
    (observation.end(), own, precision, observation.line > 0, rank)
}

/// For each territory that anything speaks of, what does, the oldest first. `counts` tells of each
/// observation whether its figures count within the perimeter.
pub(super) fn timelines(
    observations: &[Observation],
    counts: &[bool],
    registry: &Registry,
) -> HashMap<TerritoryId, Vec<Entry>> {
    let mut by_territory: HashMap<TerritoryId, Vec<usize>> = HashMap::new();
    for (index, observation) in observations.iter().enumerate() {
        by_territory.entry(observation.territory).or_default().push(index);
    }
    let levels = [Level::France].into_iter().chain(Level::MAPPED);
    let all = levels
        .flat_map(|level| Edition::ALL.map(|edition| (level, edition)))
        .flat_map(|(level, edition)| registry.territories(level, edition));

    let mut timelines = HashMap::new();
    for territory in all {
        if timelines.contains_key(&territory.id) {
            continue;
        }
        let mut ids = vec![territory.id];
        ids.extend(registry.same_extent(territory.id).map(|other| other.id));
        let indexes = ids.iter().filter_map(|id| by_territory.get(id)).flatten();
        let mut entries: Vec<Entry> = indexes
            .map(|index| Entry {
                end: observations[*index].end(),
                own: observations[*index].territory == territory.id,
                counts: counts[*index],
                observation: *index,
            })
            .collect();
        if !entries.is_empty() {
            entries.sort_by_key(|entry| {
                order(entry.observation, &observations[entry.observation], entry.own)
            });
            timelines.insert(territory.id, entries);
        }
    }
    timelines
}
