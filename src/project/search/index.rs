//! The words of every territory and school, put in order once.

use std::{ops::Range, sync::Arc};

use rustc_hash::FxHashMap;

use super::{
    SearchResult, SearchTarget,
    describe::{result, school_title},
    fold,
    quality::{Quality, Term},
    rank::{Asked, Hit, rank},
};
use crate::{
    coverage::{
        Dataset,
        school::{School, SchoolKind, SchoolList},
    },
    territory::{Edition, Level, Registry, Territory, TerritoryId},
};

/// All that can be found, for one dataset. Building it takes some milliseconds, asking it less
/// than one frame.
#[derive(Debug)]
pub struct SearchIndex {
    schools: Arc<SchoolList>,
    terms: Vec<Term>,
    /// The words of all entries, one entry after the other.
    words: Vec<(u32, Field)>,
    /// Territories by level, then schools by name.
    entries: Vec<Entry>,
}

/// Something that can be found.
#[derive(Debug)]
pub(super) struct Entry {
    pub target: SearchTarget,
    /// Its title, folded.
    pub title: String,
    /// Its code, for a territory.
    pub code: Option<String>,
    words: Range<usize>,
}

/// Where a word of an entry stands, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// In its title, or its code.
    Title,
    /// In its commune.
    Commune,
    /// In what it is, or the département it lies in.
    Kind,
}

/// With fewer answers than that, other spellings are looked for too.
const FEW: usize = 5;

impl SearchIndex {
    /// The index of all territories and of the schools of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let registry = Registry::official();
        let mut building = Building::default();
        for territory in territories(registry) {
            building.territory(territory);
        }
        let mut schools: Vec<(String, &School)> = (dataset.schools().schools().iter())
            .map(|school| (fold::folded(&school_title(school)), school))
            .collect();
        schools.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (title, school) in schools {
            building.school(title, school, registry);
        }
        let Building { terms, words, entries, .. } = building;
        Self { schools: Arc::clone(dataset.schools()), terms, words, entries }
    }

    /// What answers `query`, the best first, at most `most`. Territories of `edition` stand before
    /// those of the other.
    ///
    /// Every word must be found, each in any place: as the beginning of a word first, then within
    /// one, then with a slip or two. Nothing answers an empty query.
    pub fn find(&self, query: &str, edition: Edition, most: usize) -> Vec<SearchResult> {
        let asked = Asked::new(query, edition);
        if asked.words.is_empty() {
            return vec![];
        }
        let mut slips = false;
        let mut hits = self.hits(&asked, slips);
        if hits.len() < FEW {
            slips = true;
            hits = self.hits(&asked, slips);
        }
        if hits.len() > most {
            hits.select_nth_unstable(most);
            hits.truncate(most);
        }
        hits.sort_unstable();
        let found = hits.iter().filter_map(|hit| self.entries.get(hit.entry));
        found.filter_map(|entry| result(entry.target, &self.schools, &asked, slips)).collect()
    }

    fn hits(&self, asked: &Asked, slips: bool) -> Vec<Hit> {
        let answers: Vec<Vec<Option<Quality>>> = (asked.words.iter())
            .map(|word| self.terms.iter().map(|term| word.quality(term, slips)).collect())
            .collect();
        let hits = self.entries.iter().enumerate().filter_map(|(index, entry)| {
            let words = self.words.get(entry.words.clone())?;
            rank(asked, &answers, (index, entry), words)
        });
        hits.collect()
    }
}

/// Every territory once: those of before 2016 too.
fn territories(registry: &Registry) -> impl Iterator<Item = &Territory> {
    let once = |level, edition| match level {
        // They are the same in both.
        Level::France | Level::Departement => edition == Edition::Since2016,
        _ => true,
    };
    [Level::France, Level::Region, Level::Academie, Level::Departement]
        .into_iter()
        .flat_map(|level| Edition::ALL.map(|edition| (level, edition)))
        .filter(move |(level, edition)| once(*level, *edition))
        .flat_map(|(level, edition)| registry.territories(level, edition))
}

#[derive(Default)]
struct Building {
    terms: Vec<Term>,
    known: FxHashMap<String, u32>,
    words: Vec<(u32, Field)>,
    entries: Vec<Entry>,
}

impl Building {
    fn territory(&mut self, territory: &Territory) {
        let start = self.words.len();
        self.text(&territory.name, Field::Title);
        let code = territory.id.code().map(|code| code.to_string().to_lowercase());
        if let Some(code) = &code {
            self.word(code, Field::Title);
        }
        let level = match territory.id {
            TerritoryId::France => "pays",
            TerritoryId::Departement(_) => "dept",
            _ => "",
        };
        self.text(level, Field::Kind);
        self.text(territory.id.level().singular(), Field::Kind);
        self.entries.push(Entry {
            target: SearchTarget::Territory(territory.id),
            title: fold::folded(&territory.name),
            code,
            words: start..self.words.len(),
        });
    }

    fn school(&mut self, title: String, school: &School, registry: &Registry) {
        let start = self.words.len();
        for word in title.split(' ').filter(|word| !word.is_empty()) {
            self.word(word, Field::Title);
        }
        self.word(&school.uai.to_string().to_lowercase(), Field::Title);
        self.text(&school.commune, Field::Commune);
        let departement = school.departement.map(TerritoryId::Departement);
        if let Some(territory) = departement.and_then(|id| registry.get(id)) {
            self.text(&territory.name, Field::Kind);
        }
        if let Some(code) = school.departement {
            self.word(&code.to_string().to_lowercase(), Field::Kind);
        }
        if let Some(kind) = school.kind {
            self.text(kind.label(), Field::Kind);
            self.text(shortening(kind), Field::Kind);
        }
        if let Some(sector) = school.sector {
            self.text(sector.label(), Field::Kind);
        }
        self.entries.push(Entry {
            target: SearchTarget::School(school.uai, departement),
            title,
            code: None,
            words: start..self.words.len(),
        });
    }

    fn text(&mut self, text: &str, field: Field) {
        for word in fold::words(text) {
            self.word(fold::in_full(&word.text), field);
        }
    }

    fn word(&mut self, word: &str, field: Field) {
        let term = match self.known.get(word) {
            Some(term) => *term,
            None => {
                let term = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
                self.terms.push(Term::new(word));
                self.known.insert(word.to_owned(), term);
                term
            }
        };
        self.words.push((term, field));
    }
}

/// What people write for it.
fn shortening(kind: SchoolKind) -> &'static str {
    use crate::coverage::school::LyceeKind;
    match kind {
        SchoolKind::College => "clg",
        SchoolKind::Lycee(LyceeKind::Professionnel) => "lp",
        SchoolKind::Lycee(LyceeKind::Polyvalent) => "lpo",
        SchoolKind::Lycee(LyceeKind::GeneralTechnologique) => "lgt",
        SchoolKind::Lycee(_) => "",
    }
}
