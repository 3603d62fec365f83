//! All that a file says, ready to be asked for a date.

use std::{cmp::Reverse, collections::HashMap, sync::Arc};

use jiff::civil::Date;

use super::{
    Counted, Measure, Observation, SchoolType, Subset, Voice,
    school::{self, Perimeter, SchoolList, Sector},
    sectors::{self, BySector, by_sector},
    timelines::{Entry, order, timelines},
};
use crate::territory::{Edition, Level, Registry, TerritoryId};

/// Observations, and for each territory those that speak of its ground, by date.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// In the order of the files, then sums of their rows by sector, then sums over schools.
    observations: Vec<Observation>,
    /// How many of them stand in a file.
    stated: usize,
    /// Of each, whether its figures count within the perimeter.
    counts: Vec<bool>,
    schools: Arc<SchoolList>,
    perimeter: Perimeter,
    counted: Counted,
    voice: Voice,
    /// The names of the files that are joined; none of what the program carries.
    files: Arc<[String]>,
    /// Of lycées and of collèges, which are counted, where it is not all.
    subsets: [Option<Subset>; 2],
    /// The sector that all shares are of.
    only_sector: Option<Sector>,
    edition: Edition,
    /// Oldest first. Territories that nothing speaks of are not in it. Never iterated.
    timelines: HashMap<TerritoryId, Vec<Entry>>,
}

impl Dataset {
    /// Observations alone.
    #[cfg(test)]
    pub(super) fn from_observations(
        observations: Vec<Observation>,
        edition: Edition,
        registry: &Registry,
    ) -> Self {
        Self::with_schools(observations, SchoolList::default(), edition, registry)
    }

    /// Observations in the order of their files, and schools that are added up.
    pub(super) fn with_schools(
        stated: Vec<Observation>,
        schools: SchoolList,
        edition: Edition,
        registry: &Registry,
    ) -> Self {
        let mut stated = stated;
        stated.iter_mut().for_each(sectors::name_schools);
        Self::put_together(stated, Arc::new(schools), Perimeter::default(), edition, registry)
    }

    fn put_together(
        stated: Vec<Observation>,
        schools: Arc<SchoolList>,
        perimeter: Perimeter,
        edition: Edition,
        registry: &Registry,
    ) -> Self {
        let mut observations = stated;
        let stated = observations.len();
        let BySector { mut counts, sums } = by_sector(&observations, perimeter);
        observations.extend(sums);
        observations.extend(school::observations(&schools, perimeter));
        counts.resize(observations.len(), true);
        let timelines = timelines(&observations, &counts, registry);
        let (counted, voice, files) = (Counted::default(), Voice::default(), Arc::default());
        let subsets = [SchoolType::Lycee, SchoolType::College].map(|school_type| {
            let of_type = |row: &&Observation| row.school_types.contains(school_type);
            observations.iter().filter(of_type).find_map(|row| row.subset)
        });
        let only_sector = sectors::only_sector(&observations);
        Self {
            observations,
            stated,
            counts,
            schools,
            perimeter,
            counted,
            voice,
            files,
            subsets,
            only_sector,
            edition,
            timelines,
        }
    }

    /// The same data with other schools counted.
    #[must_use]
    pub fn counting(&self, perimeter: Perimeter, registry: &Registry) -> Self {
        let stated = self.stated().to_vec();
        let schools = Arc::clone(&self.schools);
        let files = Arc::clone(&self.files);
        Self::put_together(stated, schools, perimeter, self.edition, registry)
            .with_counted(self.counted.clone())
            .told_by(self.voice)
            .joined_from(files)
    }

    /// The same data, joined from files of these names, in the order of [`Observation::file`].
    #[must_use]
    pub(super) fn joined_from(self, files: Arc<[String]>) -> Self {
        Self { files, ..self }
    }

    /// The same data, of schools that are counted for something else than an ENT.
    #[must_use]
    pub fn with_counted(self, counted: Counted) -> Self {
        Self { counted, ..self }
    }

    /// The same data, told by someone else: a person's files unless this says otherwise.
    #[must_use]
    pub(super) fn told_by(self, voice: Voice) -> Self {
        Self { voice, ..self }
    }

    /// The names of the files that are joined, without their folders; none of what the program
    /// carries.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Whose figures these are.
    pub fn voice(&self) -> Voice {
        self.voice
    }

    /// What schools are counted for.
    pub fn counted(&self) -> &Counted {
        &self.counted
    }

    /// What stands in the files, in their order, then what was added up: rows of both sectors, and
    /// schools.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// Those that rows of a file state, without the sums over sectors and over schools.
    pub fn stated(&self) -> &[Observation] {
        self.observations.get(..self.stated).unwrap_or_default()
    }

    /// The schools that were listed one by one; none in a table by territory.
    pub fn schools(&self) -> &Arc<SchoolList> {
        &self.schools
    }

    /// Which schools are counted.
    pub fn perimeter(&self) -> Perimeter {
        self.perimeter
    }

    /// Whether public and private schools can be counted apart: rows give numbers for both, or a
    /// list says which schools are.
    pub fn tells_sectors(&self) -> bool {
        self.schools.tells_sectors() || sectors::tell_sectors(self.stated())
    }

    /// The schools that its figures of a type count, where these are only some.
    pub fn subset_of(&self, school_type: SchoolType) -> Option<Subset> {
        match school_type {
            SchoolType::Lycee => self.subsets[0],
            SchoolType::College => self.subsets[1],
        }
    }

    /// The sector that all its shares are of; `None` where they are of both, or do not say.
    pub fn only_sector(&self) -> Option<Sector> {
        self.only_sector
    }

    /// The sector that is counted, because a person asked for it or because nothing else is told.
    pub(super) fn counted_sector(&self) -> Option<Sector> {
        self.perimeter.sector.or(self.only_sector)
    }

    /// Which schools its shares count, where the data say it: « public, hors lycées agricoles » of
    /// listed schools, « public » of rows of one sector.
    pub fn perimeter_label(&self) -> Option<String> {
        if !self.schools.is_empty() {
            return Some(self.perimeter.label());
        }
        let told = self.stated().iter().any(|row| row.sector.is_some());
        match self.counted_sector() {
            Some(sector) if told => Some(sector.label().to_owned()),
            None if self.tells_sectors() => Some("public et privé".to_owned()),
            _ => None,
        }
    }

    /// The borders that the file was written in, decided from all its régions and académies.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The borders that the file shows by having régions or académies; `None` for a file of
    /// départements, which fit both, and for one that speaks of all régions of both.
    pub fn stated_edition(&self) -> Option<Edition> {
        let any = self.observations.iter().any(|o| o.territory.edition().is_some());
        let fits = |edition| {
            let regions = Registry::official().territories(Level::Region, edition);
            regions.iter().all(|region| self.timelines.contains_key(&region.id))
        };
        (any && !Edition::ALL.into_iter().all(fits)).then_some(self.edition)
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
        self.ranked(id, registry).into_iter().map(|(_, observation)| observation).collect()
    }

    /// The same, without the figures that the perimeter does not count.
    pub fn figures_of(&self, id: TerritoryId, registry: &Registry) -> Vec<&Observation> {
        let ranked = self.ranked(id, registry).into_iter();
        ranked.filter(|(rank, _)| self.counts[*rank]).map(|(_, observation)| observation).collect()
    }

    fn ranked(&self, id: TerritoryId, registry: &Registry) -> Vec<(usize, &Observation)> {
        let mut ids = vec![id];
        ids.extend(registry.same_extent(id).map(|territory| territory.id));
        let all = self.observations.iter().enumerate();
        let mut speaking: Vec<(usize, &Observation)> =
            all.filter(|(_, o)| ids.contains(&o.territory)).collect();
        speaking.sort_by_key(|(rank, o)| Reverse(order(*rank, o, o.territory == id)));
        speaking
    }

    /// Whether anything is said of a territory's ground: of any type and measure, at any date.
    pub(super) fn speaks_of(&self, id: TerritoryId) -> bool {
        self.timelines.contains_key(&id)
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
