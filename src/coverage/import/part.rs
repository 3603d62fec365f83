//! What one file says, before it is joined with others.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    ImportChoices, ImportError, ImportReport, by_school, by_territory, meanings::meanings_as_chosen,
};
use crate::{
    coverage::{
        Observation, SchoolType,
        school::{Equipment, School, Uai},
    },
    table::Table,
    territory::{Edition, Level},
};

/// One file, understood by itself.
#[derive(Clone, Debug)]
pub struct Part {
    /// The name of the file.
    pub name: String,
    /// What was done to understand it.
    pub report: ImportReport,
    pub(super) content: Content,
}

/// What the rows of a file are.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Figures of territories.
    Territories {
        observations: Vec<Observation>,
        edition: Edition,
        school_type: SchoolType,
        level: Level,
    },
    /// Schools, with their place and their kind.
    Schools {
        schools: Vec<School>,
        /// Which of them are equipped.
        tells: Tells,
        /// The type that a person said, if they did.
        school_type: Option<SchoolType>,
        date: Option<Date>,
        edition: Edition,
        /// For when it turns out to be a list of equipped schools.
        everywhere: bool,
    },
    /// Numbers of schools that are equipped, or of which a column says whether they are.
    Equipment {
        told: HashMap<u32, (Uai, Equipment)>,
        /// Without a « no », to be in the list is to be equipped.
        tells: Tells,
        date: Option<Date>,
        /// The list speaks of all of France.
        everywhere: bool,
    },
}

/// What a list says of the equipment of its schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// No column speaks of it.
    Nothing,
    /// A column says of each that it is equipped.
    OnlyYes,
    /// A column says of each whether it is.
    YesAndNo,
}

impl Tells {
    /// From the schools of a list, where it has such a column.
    pub fn of(schools: &[School], column: bool) -> Self {
        match column {
            false => Self::Nothing,
            true if schools.iter().all(|school| school.equipped() == Some(true)) => Self::OnlyYes,
            true => Self::YesAndNo,
        }
    }
}

/// Reads one file: a table by territory, a list of schools, or a list of numbers of schools.
///
/// # Errors
/// When no column names a territory or a school, or none holds a value.
pub fn read_part(table: &Table, name: &str, choices: &ImportChoices) -> Result<Part, ImportError> {
    let columns = meanings_as_chosen(table, choices);
    if by_school::is_by_school(&columns) {
        by_school::read(table, columns, name, choices)
    } else {
        by_territory::read(table, columns, name, choices)
    }
}
