//! A list of schools, each with what is known of it.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use super::{SchoolKind, Sector, Supervision, Uai};
use crate::{coverage::SchoolType, territory::Code};

/// One school of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// Its number.
    pub uai: Uai,
    /// As the list writes it; may be empty.
    pub name: String,
    /// May be empty.
    pub commune: String,
    /// Where it is; `None` outside the atlas.
    pub departement: Option<Code>,
    /// What it is; `None` for what is neither a lycée nor a collège, a section for instance.
    pub kind: Option<SchoolKind>,
    /// Public or private; `None` when the file does not say.
    pub sector: Option<Sector>,
    /// The ministry that it answers to.
    pub supervision: Supervision,
    /// Closed: listed, and not counted.
    pub closed: bool,
    /// Longitude and latitude, in degrees; `None` when the list gives none that can be true.
    pub position: Option<[f64; 2]>,
    /// The file that lists it, by its rank in [`SchoolList::files`], and its line there.
    pub row: (usize, u32),
    /// Whether it has an ENT; `None` when no file says.
    pub equipment: Option<Equipment>,
}

/// What a file says of the ENT of a school.
#[derive(Clone, Debug, PartialEq)]
pub struct Equipment {
    /// Whether it has one.
    pub equipped: bool,
    /// The last day of the period since when, where the file says.
    pub since: Option<Date>,
    /// Which one; may be empty.
    pub project: String,
    /// The file that says so, by its rank in [`SchoolList::files`], and the line there; `None` for
    /// a school that a list of equipped schools leaves out.
    pub row: Option<(usize, u32)>,
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
}

impl School {
    /// Whether it has an ENT; `None` when no file says.
    pub fn equipped(&self) -> Option<bool> {
        self.equipment.as_ref().map(|equipment| equipment.equipped)
    }

    /// Since when it has one; `None` where it has none, or no file says since when.
    pub fn equipped_since(&self) -> Option<Date> {
        self.equipment.as_ref().filter(|equipment| equipment.equipped)?.since
    }

    /// Lycée or collège; `None` for neither.
    pub fn school_type(&self) -> Option<SchoolType> {
        self.kind.map(SchoolKind::school_type)
    }
}

impl SchoolList {
    /// Of several schools with one number, the first stays, and takes from the later ones what it
    /// does not say itself. Answers how many rows repeated one.
    pub fn new(schools: Vec<School>, files: Vec<String>, date: Option<Date>) -> (Self, usize) {
        let mut schools = schools;
        let before = schools.len();
        // Stable: the first file stays first.
        schools.sort_by_key(|school| school.uai.number());
        schools.dedup_by(|later, first| {
            let same = later.uai.number() == first.uai.number();
            if same {
                first.complete(later);
            }
            same
        });
        let repeated = before - schools.len();
        (Self { schools, files, date }, repeated)
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

    /// The names of the files that list them or tell of their equipment.
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
        self.schools.iter().any(|school| school.supervision == Supervision::Agriculture)
    }

    /// Takes over what a list of equipment says, by number. A number that no school has is given
    /// back, with its line.
    pub(in crate::coverage) fn equip(
        &mut self,
        told: HashMap<u32, (Uai, Equipment)>,
    ) -> Vec<(Uai, Equipment)> {
        let mut told = told;
        for school in &mut self.schools {
            if let Some((_, equipment)) = told.remove(&school.uai.number()) {
                school.equipment = Some(equipment);
            }
        }
        let mut unknown: Vec<(Uai, Equipment)> = told.into_values().collect();
        unknown.sort_by_key(|(uai, equipment)| (equipment.row, *uai));
        unknown
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
        let mut silent: BTreeSet<(SchoolType, Code)> = BTreeSet::new();
        for school in self.schools.iter_mut().filter(|school| school.equipment.is_none()) {
            let Some(subject) = kind_and_place(school) else { continue };
            if spoken_of.contains(&subject) || (everywhere && types.contains(&subject.0)) {
                school.equipment = Some(Equipment {
                    equipped: false,
                    since: None,
                    project: String::new(),
                    row: None,
                });
                left.bare += 1;
            } else if types.contains(&subject.0) {
                silent.insert(subject);
                left.unknown += 1;
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
    /// Schools of which nothing is known.
    pub unknown: usize,
    /// Where it names none: types and départements.
    pub silent: Vec<(SchoolType, Code)>,
}

impl School {
    fn complete(&mut self, other: &mut Self) {
        fn take<T>(own: &mut Option<T>, other: &mut Option<T>) {
            if own.is_none() {
                *own = other.take();
            }
        }
        take(&mut self.departement, &mut other.departement);
        take(&mut self.kind, &mut other.kind);
        take(&mut self.sector, &mut other.sector);
        take(&mut self.position, &mut other.position);
        take(&mut self.equipment, &mut other.equipment);
        for (own, other) in
            [(&mut self.name, &mut other.name), (&mut self.commune, &mut other.commune)]
        {
            if own.is_empty() {
                std::mem::swap(own, other);
            }
        }
    }
}
