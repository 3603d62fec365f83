//! All that a file says, ready to be asked for a date.

use std::{cmp::Reverse, collections::HashMap, sync::Arc};

use jiff::civil::Date;

use super::{
    CoverageError, CoverageNotice, Measure, Observation, Period, SchoolType,
    read::{Reading, read},
    school::{self, Perimeter, SchoolList},
};
use crate::{
    table::Table,
    territory::{Edition, Level, Registry, TerritoryId},
};

/// Observations, and for each territory those that speak of its ground, by date.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// In the order of the file, then sums over schools. Not to be changed: the index points into
    /// it.
    pub observations: Vec<Observation>,
    /// How many of them stand in a file; the others are sums over schools.
    stated: usize,
    schools: Arc<SchoolList>,
    perimeter: Perimeter,
    edition: Edition,
    /// Oldest first. Territories that nothing speaks of are not in it. Never iterated.
    timelines: HashMap<TerritoryId, Vec<Entry>>,
}

/// One observation on the timeline of a territory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// `None` without a date: older than every other, since it holds on every day.
    pub end: Option<Date>,
    /// Of this very territory, rather than of another of the same extent.
    pub own: bool,
    pub observation: usize,
}

impl Dataset {
    /// Reads a table by territory: the columns of `ent-faits.csv`, of which `niveau`, `code`,
    /// `type` and `date` must be there.
    ///
    /// # Errors
    /// When those columns are missing, or every column that could hold a value. What is wrong in
    /// one row is a notice, and the rest goes on.
    pub fn read(
        table: &Table,
        registry: &Registry,
    ) -> Result<(Self, Vec<CoverageNotice>), CoverageError> {
        let Reading { observations, edition, notices } = read(table, registry)?;
        Ok((Self::from_observations(observations, edition, registry), notices))
    }

    /// Observations that were put together elsewhere, in the order of their file.
    pub(super) fn from_observations(
        observations: Vec<Observation>,
        edition: Edition,
        registry: &Registry,
    ) -> Self {
        Self::with_schools(observations, SchoolList::default(), edition, registry)
    }

    /// The same, with schools that are added up.
    pub(super) fn with_schools(
        stated: Vec<Observation>,
        schools: SchoolList,
        edition: Edition,
        registry: &Registry,
    ) -> Self {
        Self::counted(stated, Arc::new(schools), Perimeter::default(), edition, registry)
    }

    fn counted(
        stated: Vec<Observation>,
        schools: Arc<SchoolList>,
        perimeter: Perimeter,
        edition: Edition,
        registry: &Registry,
    ) -> Self {
        let mut observations = stated;
        let stated = observations.len();
        observations.extend(school::observations(&schools, perimeter));
        let timelines = timelines(&observations, registry);
        Self { observations, stated, schools, perimeter, edition, timelines }
    }

    /// The same data with other schools counted.
    #[must_use]
    pub fn counting(&self, perimeter: Perimeter, registry: &Registry) -> Self {
        let stated = self.observations[..self.stated].to_vec();
        Self::counted(stated, Arc::clone(&self.schools), perimeter, self.edition, registry)
    }

    /// The schools that were listed one by one; none in a table by territory.
    pub fn schools(&self) -> &Arc<SchoolList> {
        &self.schools
    }

    /// Which of them are counted.
    pub fn perimeter(&self) -> Perimeter {
        self.perimeter
    }

    /// The borders that the file was written in, decided from all its régions and académies.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The borders that the file shows by having régions or académies; `None` for a file of
    /// départements, which fit both.
    pub fn stated_edition(&self) -> Option<Edition> {
        let any = self.observations.iter().any(|o| o.territory.edition().is_some());
        any.then_some(self.edition)
    }

    /// Whether anything in it has a date.
    pub fn is_dated(&self) -> bool {
        self.observations.iter().any(|observation| observation.period.is_some())
    }

    /// Whether it speaks of `school_type`, and never with a date.
    pub fn is_undated(&self, school_type: SchoolType) -> bool {
        let mut speaking =
            self.observations.iter().filter(|o| o.school_types.contains(school_type)).peekable();
        speaking.peek().is_some() && speaking.all(|observation| observation.period.is_none())
    }

    /// The days on which something about `school_type` becomes known, sorted, each once.
    pub fn change_dates(&self, school_type: SchoolType) -> Vec<Date> {
        let speaking = self.observations.iter().filter(|o| o.school_types.contains(school_type));
        let mut dates: Vec<Date> = speaking.filter_map(Observation::end).collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// All that is said of a territory, or of another with the same extent: every type and
    /// measure, done and planned, the newest first.
    pub fn observations_of(&self, id: TerritoryId, registry: &Registry) -> Vec<&Observation> {
        let mut ids = vec![id];
        ids.extend(registry.same_extent(id).map(|territory| territory.id));
        let speaking = self.observations.iter().filter(|o| ids.contains(&o.territory));
        let mut observations: Vec<&Observation> = speaking.collect();
        observations.sort_by_key(|o| Reverse(rank(o, o.territory == id)));
        observations
    }

    /// What is known of a territory's ground by `date` about a type and a measure, the newest
    /// first; planned rows too. Without a date, all of it.
    pub(super) fn known_by(
        &self,
        id: TerritoryId,
        school_type: SchoolType,
        measure: Measure,
        date: Option<Date>,
    ) -> impl Iterator<Item = (Entry, &Observation)> {
        let timeline = self.timelines.get(&id).map_or(&[][..], Vec::as_slice);
        let past = timeline.partition_point(|entry| date.is_none() || entry.end <= date);
        timeline[..past]
            .iter()
            .rev()
            .filter_map(|entry| Some((*entry, self.observations.get(entry.observation)?)))
            .filter(move |(_, o)| o.measure == measure && o.school_types.contains(school_type))
    }
}

/// The order of observations: those without a date, then by the day their period ends; among those that end together, own
/// before same extent, then the more precise, then the later row. The greatest wins.
fn rank(observation: &Observation, own: bool) -> (Option<Date>, bool, u8, u32) {
    let precision = observation.period.map_or(0, Period::precision);
    (observation.end(), own, precision, observation.line)
}

fn timelines(
    observations: &[Observation],
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
                observation: *index,
            })
            .collect();
        if !entries.is_empty() {
            entries.sort_by_key(|entry| rank(&observations[entry.observation], entry.own));
            timelines.insert(territory.id, entries);
        }
    }
    timelines
}
