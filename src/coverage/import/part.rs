//! What one file says, before it is joined with others.

use jiff::civil::Date;

use super::{Duplicates, ImportReport, ListRole, conflicts::Stated};
use crate::{
    coverage::{
        Counted, SchoolType,
        school::{Equipment, School, Sector, Uai},
    },
    territory::{Edition, Level},
};

/// One file, understood by itself.
#[derive(Clone, Debug)]
pub struct Part {
    /// The name of the file.
    pub name: String,
    /// What was done to understand it.
    pub report: ImportReport,
    /// What is counted, where the file or a person says something else than an ENT.
    pub(super) counted: Option<Counted>,
    pub(super) content: Content,
}

/// What the rows of a file are.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Figures of territories.
    Territories(Territories),
    /// Schools, with their place and their kind.
    Schools(Schools),
    /// Numbers of schools that are equipped, or of which a column says whether they are.
    Numbers(Numbers),
}

/// Figures of territories.
#[derive(Clone, Debug)]
pub(super) struct Territories {
    pub stated: Vec<Stated>,
    pub edition: Edition,
    pub school_type: SchoolType,
    pub level: Level,
    /// The sector that is shown at first.
    pub sector: Option<Sector>,
    pub duplicates: Option<Duplicates>,
    /// Its schools are counted without a total, for which the reference numbers stand.
    pub against_reference: bool,
}

/// Schools, with their place and their kind.
#[derive(Clone, Debug)]
pub(super) struct Schools {
    pub schools: Vec<School>,
    /// Which of them are equipped.
    pub answers: Answers,
    /// The type that a person said, if they did.
    pub school_type: Option<SchoolType>,
    /// Of the file.
    pub date: Option<Date>,
    pub edition: Edition,
    /// For when it turns out to be a list of equipped schools.
    pub everywhere: bool,
    /// What a person said that the list is.
    pub role: Option<ListRole>,
    /// What its name or its columns call its schools.
    pub speaks: Speaks,
}

/// Numbers of schools, and what a file says of each.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    pub rows: Vec<NumberSays>,
    pub answers: Answers,
    pub date: Option<Date>,
    /// The list speaks of all of France.
    pub everywhere: bool,
    /// What a person said that the list is.
    pub role: Option<ListRole>,
    /// What its name or its columns call its schools.
    pub speaks: Speaks,
}

/// What a file says of the school of a number.
#[derive(Clone, Debug)]
pub(super) struct NumberSays {
    pub uai: Uai,
    /// `None` where it says nothing, or two things.
    pub equipment: Option<Equipment>,
    pub line: u32,
}

/// What the names of a list and of its columns call its schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaks {
    /// Nothing.
    OfNothing,
    /// Equipped.
    OfEquipped,
    /// Equipped, by the name of the file alone or beside a word that is not known.
    OfEquippedPerhaps,
    /// Not equipped, or to be so some day.
    Otherwise,
}

/// What a list says of the equipment of its schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answers {
    /// No column speaks of it.
    None,
    /// A column says of each that it is equipped.
    OnlyYes,
    /// A column says of each whether it is, or leaves some open.
    YesAndNo,
}

impl Answers {
    /// From the schools of a list, where it has such a column.
    pub fn of(schools: &[School], column: bool) -> Self {
        match column {
            false => Self::None,
            true if schools.iter().all(|school| school.equipped() == Some(true)) => Self::OnlyYes,
            true => Self::YesAndNo,
        }
    }
}
