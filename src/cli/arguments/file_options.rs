//! Options that say how one file is read: each binds to the file before it.

use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::{Arg, Parser};

use super::{
    ArgumentError,
    values::{choice, value},
};
use crate::{
    coverage::{
        Period,
        import::{Dating, Duplicates, ImportChoices, ListRole, Scale},
    },
    project::FileChoices,
    table::ReadOptions,
};

/// A file, and what was said of it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::cli) struct FileRequest {
    pub path: PathBuf,
    pub choices: ImportChoices,
    /// The sheet of a workbook that is read; the fullest where none is named.
    pub sheet: Option<String>,
}

impl FileRequest {
    /// What was said of it.
    pub fn decided(&self) -> FileChoices {
        let read = ReadOptions { sheet: self.sheet.clone(), ..ReadOptions::default() };
        FileChoices { read, import: self.choices.clone() }
    }

    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), choices: ImportChoices::default(), sheet: None }
    }
}

/// Reads an option about a file; false for any other.
pub(super) fn read_file_option(
    files: &mut [FileRequest],
    option: &Arg<'_>,
    parser: &mut Parser,
) -> Result<bool, ArgumentError> {
    let Arg::Long(
        name @ ("colonne" | "sujet" | "date-donnees" | "echelle" | "liste" | "plusieurs"
        | "feuille"),
    ) = option
    else {
        return Ok(false);
    };
    let name = (*name).to_owned();
    let file = files.last_mut().ok_or_else(|| ArgumentError::NoFileBefore(name.clone()))?;
    if name == "feuille" {
        file.sheet = Some(text(parser, &name)?);
        return Ok(true);
    }
    let choices = &mut file.choices;
    match name.as_str() {
        "colonne" => choices.shown = Some(text(parser, &name)?),
        "sujet" => choices.subject = Some(text(parser, &name)?),
        "date-donnees" => choices.dating = Some(dating(parser)?),
        "echelle" => choices.scale = Some(choice(parser, &name, &SCALES)?),
        "liste" => choices.role = Some(choice(parser, &name, &ROLES)?),
        _ => choices.duplicates = Some(choice(parser, &name, &RULES)?),
    }
    Ok(true)
}

fn text(parser: &mut Parser, option: &str) -> Result<String, ArgumentError> {
    value(parser, option, |text| match text.trim() {
        "" => Err("un texte est attendu".to_owned()),
        text => Ok(text.to_owned()),
    })
}

fn dating(parser: &mut Parser) -> Result<Dating, ArgumentError> {
    value(parser, "date-donnees", |text| match text {
        "aucune" => Ok(Dating::Undated),
        text => day(text).map(Dating::On),
    })
}

/// The last day of a year, a month or a day.
pub(super) fn day(text: &str) -> Result<Date, String> {
    Period::parse(text)
        .map(Period::end)
        .map_err(|_| "une date comme 2011, 2011-10 ou 2011-10-31 est attendue".to_owned())
}

const SCALES: [(&str, Scale); 2] = [("pourcent", Scale::Percent), ("fraction", Scale::Fraction)];
const ROLES: [(&str, ListRole); 2] =
    [("equipe", ListRole::Equipped), ("etablissement", ListRole::Schools)];
const RULES: [(&str, Duplicates); 4] = [
    ("premiere", Duplicates::First),
    ("derniere", Duplicates::Last),
    ("somme", Duplicates::Sum),
    ("moyenne", Duplicates::Mean),
];
