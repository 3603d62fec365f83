//! The files of a session: those that were opened, and what they say.

use std::sync::Arc;

use super::{ChoiceMemory, Data, Opened, OwnData, OwnSet};
use crate::{
    coverage::{
        Dataset, SchoolType, edition_at,
        import::{ImportReport, Imported},
        school::Sector,
    },
    territory::{Edition, Level},
};
use jiff::civil::Date;

/// Files that were read and joined, as a document asked.
#[derive(Clone)]
pub(super) struct Shown {
    pub set: OwnSet,
    pub dataset: Arc<Dataset>,
    pub reports: Vec<Arc<ImportReport>>,
    school_type: SchoolType,
    level: Level,
    sector: Option<Sector>,
}

/// What a document shows of some files before a person asks for anything else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FirstView {
    pub school_type: SchoolType,
    pub level: Level,
    pub edition: Option<Edition>,
    pub date: Option<Date>,
    /// The sector that is shown, where the figures of two don't add up.
    pub sector: Option<Sector>,
}

/// All files that were opened, and the latest joints of them.
#[derive(Default)]
pub(super) struct Shelf {
    /// Each set of files as it was last shown, the first opened first.
    sets: Vec<OwnSet>,
    /// The latest last.
    shown: Vec<Arc<Shown>>,
    pub memory: ChoiceMemory,
}

/// Joints that are kept, so that undoing a decision is instant.
const MOST_SHOWN: usize = 4;

impl Shelf {
    /// An empty one that remembers what was decided before.
    pub fn with_memory(memory: ChoiceMemory) -> Self {
        Self { memory, ..Self::default() }
    }

    /// Puts files there that were read and joined.
    pub fn put(&mut self, opened: Opened) -> Arc<Shown> {
        let Opened { set, imported } = opened;
        let Imported { dataset, reports, school_type, level, sector } = imported;
        match self.sets.iter_mut().find(|other| first(&other.data) == first(&set.data)) {
            Some(other) => *other = set.clone(),
            None => self.sets.push(set.clone()),
        }
        let reports = reports.into_iter().map(Arc::new).collect();
        let dataset = Arc::new(dataset);
        let shown = Arc::new(Shown { set, dataset, reports, school_type, level, sector });
        self.shown.retain(|other| other.set.data != shown.set.data);
        self.shown.push(Arc::clone(&shown));
        if self.shown.len() > MOST_SHOWN {
            self.shown.remove(0);
        }
        self.remember(&Data::Own(shown.set.data.clone()));
        shown
    }

    /// Remembers what is decided about the files of a document, if they are here: what was decided
    /// and undone again is forgotten.
    pub fn remember(&mut self, data: &Data) {
        let Some(shown) = self.get(data).map(Arc::clone) else { return };
        for (own, source) in shown.set.files().iter().zip(&shown.set.data.files) {
            self.memory.remember(&own.header, own.hash, &source.choices);
        }
    }

    /// What some files say, if they were joined as the document asks.
    pub fn get(&self, data: &Data) -> Option<&Arc<Shown>> {
        let own = data.own()?;
        self.shown.iter().find(|shown| shown.set.data == *own)
    }

    /// The files of a document, with its decisions; `None` when one is not here.
    pub fn set(&self, data: &OwnData) -> Option<OwnSet> {
        self.sets.iter().find_map(|set| set.decided(data))
    }

    /// The sets that were opened, the first opened first.
    pub fn sets(&self) -> &[OwnSet] {
        &self.sets
    }
}

impl Shown {
    /// How these files are best shown at first: their type, their level, the latest of their dates,
    /// if they have any.
    pub fn first_view(&self) -> FirstView {
        let date = self.dataset.change_dates(self.school_type).last().copied();
        FirstView {
            school_type: self.school_type,
            // A file about France alone is shown where its parts would be.
            level: if self.level == Level::France { Level::Region } else { self.level },
            // A file of départements fits both borders: those of its date are drawn.
            edition: self
                .dataset
                .stated_edition()
                .or_else(|| date.map(|date| edition_at(Some(date)))),
            date,
            sector: self.sector,
        }
    }
}

fn first(data: &OwnData) -> Option<(&str, &str)> {
    data.files.first().map(|file| (file.name.as_str(), file.origin.as_str()))
}
