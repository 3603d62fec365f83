//! A list of schools, each with what is known of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    LyceeKind, SchoolKind, Sector, Supervision, Uai,
    equipment::{Equipment, FileRow},
};
use crate::{coverage::SchoolType, territory::Code};

/// One school of a list. What no file tells is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// Its number.
    pub uai: Uai,
    /// As the list writes it; may be empty.
    pub name: String,
    /// May be empty.
    pub commune: String,
    /// Where it is; `None` outside the atlas too.
    pub departement: Option<Code>,
    /// What it is; `None` for what is neither a lycée nor a collège too, a section for instance.
    pub kind: Option<SchoolKind>,
    /// Public or private.
    pub sector: Option<Sector>,
    /// The ministry that it answers to.
    pub supervision: Option<Supervision>,
    /// Whether it is closed: listed, and not counted.
    pub closed: Option<bool>,
    /// Longitude and latitude, in degrees; `None` when the list gives none that can be true too.
    pub position: Option<[f64; 2]>,
    /// Where it is listed.
    pub row: FileRow,
    /// Whether it has an ENT.
    pub equipment: Option<Equipment>,
}

/// The schools of some files, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchoolList {
    /// In the order of their numbers.
    schools: Vec<School>,
    /// The names of the files.
    files: Vec<String>,
    /// The day at which their equipment is known; `None` where no file tells one.
    date: Option<Date>,
    /// It names equipped schools alone.
    only_equipped: bool,
}

impl School {
    /// A school of which nothing but its number is known yet.
    pub fn listed(uai: Uai, row: FileRow) -> Self {
        Self {
            uai,
            name: String::new(),
            commune: String::new(),
            departement: None,
            kind: None,
            sector: None,
            supervision: None,
            closed: None,
            position: None,
            row,
            equipment: None,
        }
    }

    /// Whether it has an ENT; `None` when no file says, or some contradict each other.
    pub fn equipped(&self) -> Option<bool> {
        self.equipment.as_ref()?.equipped
    }

    /// Since when it has one; `None` where it has none, or no file says since when.
    pub fn equipped_since(&self) -> Option<Date> {
        self.equipment.as_ref().filter(|equipment| equipment.equipped == Some(true))?.since
    }

    /// Lycée or collège; `None` for neither.
    pub fn school_type(&self) -> Option<SchoolType> {
        self.kind.map(SchoolKind::school_type)
    }

    /// Whether it is an agricultural one, by its ministry or by its nature.
    pub fn is_agricultural(&self) -> bool {
        self.supervision == Some(Supervision::Agriculture)
            || self.kind == Some(SchoolKind::Lycee(LyceeKind::Agricole))
    }

    /// Takes from another row about it what this one does not say.
    fn complete(&mut self, other: &mut Self) {
        fn take<T>(own: &mut Option<T>, other: &mut Option<T>) {
            if own.is_none() {
                *own = other.take();
            }
        }
        take(&mut self.departement, &mut other.departement);
        take(&mut self.kind, &mut other.kind);
        take(&mut self.sector, &mut other.sector);
        take(&mut self.supervision, &mut other.supervision);
        take(&mut self.position, &mut other.position);
        // Once closed is closed, whichever file is read first.
        self.closed = self.closed.max(other.closed);
        self.equipment = match (self.equipment.take(), other.equipment.take()) {
            (Some(one), Some(other)) => Some(one.and(other)),
            (one, other) => one.or(other),
        };
        for (own, other) in
            [(&mut self.name, &mut other.name), (&mut self.commune, &mut other.commune)]
        {
            if own.is_empty() {
                std::mem::swap(own, other);
            }
        }
    }
}

impl SchoolList {
    /// Of several schools with one number, the first stays, and takes from the later ones what it
    /// does not say itself; what they say of its equipment is put together. Answers how many rows
    /// repeated one.
    pub fn new(schools: Vec<School>, files: Vec<String>, date: Option<Date>) -> (Self, usize) {
        let mut schools = schools;
        let before = schools.len();
        // Stable: the first file stays first. Numbers are sorted, and each school moved once.
        schools.sort_by_cached_key(|school| school.uai.number());
        schools.dedup_by(|later, first| {
            let same = later.uai == first.uai;
            if same {
                first.complete(later);
            }
            same
        });
        let repeated = before - schools.len();
        (Self { schools, files, date, only_equipped: false }, repeated)
    }

    /// In the order of their numbers.
    pub fn schools(&self) -> &[School] {
        &self.schools
    }

    /// A school by its number.
    pub fn get(&self, uai: Uai) -> Option<&School> {
        let rank = self.schools.binary_search_by_key(&uai.number(), |school| school.uai.number());
        self.schools.get(rank.ok()?)
    }

    /// The names of the files that list them or tell of their equipment. Two may have one name.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The day at which their equipment is known; `None` where no file tells one, and it holds on
    /// every day.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.schools.is_empty()
    }

    /// Whether some file tells the sector of some schools.
    pub fn tells_sectors(&self) -> bool {
        self.schools.iter().any(|school| school.sector.is_some())
    }

    /// Whether some lycée is an agricultural one.
    pub fn has_agricultural(&self) -> bool {
        self.schools.iter().any(School::is_agricultural)
    }

    /// The schools of whose equipment rows say the contrary of each other: nothing is known of it.
    pub fn contradictions(&self) -> impl Iterator<Item = &School> {
        let contradictory = |equipment: &Equipment| equipment.is_contradictory();
        self.schools.iter().filter(move |one| one.equipment.as_ref().is_some_and(contradictory))
    }

    /// What is said of the equipment of schools, in the order of their numbers, in the place of what
    /// was known.
    pub(in crate::coverage) fn equip(&mut self, said: impl Iterator<Item = (u32, Equipment)>) {
        let mut said = said.peekable();
        for school in &mut self.schools {
            let number = school.uai.number();
            while said.next_if(|(other, _)| *other < number).is_some() {}
            school.equipment = said.next_if(|(other, _)| *other == number).map(|(_, own)| own);
        }
    }

    /// Every school of the list is equipped, and nothing says which others there are: its numbers
    /// are lower bounds beside the reference numbers.
    pub(in crate::coverage) fn hold_only_equipped(&mut self) {
        self.only_equipped = true;
    }

    /// Whether the list names equipped schools alone.
    pub fn is_of_equipped_only(&self) -> bool {
        self.only_equipped
    }

    /// Says of the schools that no file speaks of that they have none: those of the types and the
    /// départements that a list of equipped schools speaks of, or of all where `everywhere`.
    pub(in crate::coverage) fn leave_out(&mut self, everywhere: bool) -> LeftOut {
        let kind_and_place = |school: &School| Some((school.school_type()?, school.departement?));
        let spoken_of: BTreeSet<(SchoolType, Code)> = self
            .schools
            .iter()
            .filter(|school| school.equipped() == Some(true))
            .filter_map(kind_and_place)
            .collect();
        let types: BTreeSet<SchoolType> = spoken_of.iter().map(|(one, _)| *one).collect();
        let mut left = LeftOut::default();
        let mut silent: BTreeMap<(SchoolType, Code), usize> = BTreeMap::new();
        for school in self.schools.iter_mut().filter(|school| school.equipment.is_none()) {
            let Some(subject) = kind_and_place(school) else { continue };
            if spoken_of.contains(&subject) || (everywhere && types.contains(&subject.0)) {
                school.equipment =
                    Some(Equipment { equipped: Some(false), ..Equipment::default() });
                left.bare += 1;
            } else if types.contains(&subject.0) {
                *silent.entry(subject).or_default() += 1;
            }
        }
        left.silent = silent.into_iter().collect();
        left
    }
}

/// What a list of equipped schools leaves out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::coverage) struct LeftOut {
    /// Schools that are taken to have none.
    pub bare: usize,
    /// Where it names none, by type and département: how many schools, of which nothing is known.
    pub silent: Vec<((SchoolType, Code), usize)>,
}

#[cfg(test)]
mod tests;
