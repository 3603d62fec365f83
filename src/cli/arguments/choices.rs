//! What a map or a table is to show: options that several commands share.

use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::{Arg, Parser};

use super::{
    ArgumentError,
    values::{choice, unknown, value},
};
use crate::{
    cartography::Representation,
    coverage::{
        Dataset, Embedded, Measure, Period, SchoolType, edition_at,
        school::{Perimeter, Sector},
    },
    project::Document,
    territory::{Edition, Level},
};

/// Which data, seen how. What was not asked for is left as the data suggest.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct Choices {
    pub source: Source,
    /// Which schools are counted, in files that list them.
    pub perimeter: Perimeter,
    pub(super) school_type: Option<SchoolType>,
    pub(super) level: Option<Level>,
    pub(super) date: Option<Date>,
    representation: Representation,
    measure: Measure,
    edition: Option<Edition>,
}

/// Where the figures come from.
#[derive(Debug, PartialEq)]
pub(in crate::cli) enum Source {
    /// What the program carries.
    Embedded(Embedded),
    /// A person's own files, joined.
    Files(Vec<PathBuf>),
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            source: Source::Embedded(Embedded::Facts),
            perimeter: Perimeter::default(),
            school_type: None,
            level: None,
            date: None,
            representation: Representation::Share,
            measure: Measure::Deploye,
            edition: None,
        }
    }
}

impl Choices {
    /// The document to show: `base`, which fits the data, with what was asked for.
    pub fn document(&self, base: Document, dataset: &Dataset) -> Document {
        let school_type = self.school_type.unwrap_or(base.school_type);
        let run_by = match school_type {
            SchoolType::Lycee => Level::Region,
            SchoolType::College => Level::Departement,
        };
        // A day can't be asked of data that have none.
        let date = self.date.filter(|_| dataset.is_dated()).or(base.date);
        // Data that fit both borders are drawn in those of the date.
        let of_date = edition_at(date);
        let own = base.data.embedded().is_none() && self.school_type.is_none();
        Document {
            level: self.level.unwrap_or(if own { base.level } else { run_by }),
            edition: self.edition.or(dataset.stated_edition()).unwrap_or(of_date),
            representation: self.representation,
            measure: self.measure,
            school_type,
            date,
            ..base
        }
    }
}

/// Reads one of these options; `command` is told to a person whose option is not among them.
pub(super) fn read_choice(
    choices: &mut Choices,
    option: Arg<'_>,
    parser: &mut Parser,
    command: &'static str,
) -> Result<(), ArgumentError> {
    match option {
        Arg::Long("exemple") => choices.source = Source::Embedded(Embedded::Example),
        Arg::Long("donnees") => {
            let path = PathBuf::from(parser.value()?);
            match &mut choices.source {
                Source::Files(paths) => paths.push(path),
                Source::Embedded(_) => choices.source = Source::Files(vec![path]),
            }
        }
        Arg::Long("type") => choices.school_type = Some(choice(parser, "type", &SCHOOL_TYPES)?),
        Arg::Long("niveau") => choices.level = Some(choice(parser, "niveau", &LEVELS)?),
        Arg::Long("limites") => choices.edition = Some(choice(parser, "limites", &EDITIONS)?),
        Arg::Long("secteur") => {
            choices.perimeter.sector = Some(choice(parser, "secteur", &SECTORS)?);
        }
        Arg::Long("agricoles") => choices.perimeter.agricultural = true,
        Arg::Long("mesure") => choices.measure = choice(parser, "mesure", &MEASURES)?,
        Arg::Long("representation") => {
            choices.representation = choice(parser, "representation", &REPRESENTATIONS)?;
        }
        Arg::Long("date") => {
            choices.date = Some(value(parser, "date", |text| {
                Period::parse(text).map(Period::end).map_err(|_| {
                    "une date comme 2011, 2011-10 ou 2011-10-31 est attendue".to_owned()
                })
            })?);
        }
        other => return Err(unknown(&other, command)),
    }
    Ok(())
}

const SCHOOL_TYPES: [(&str, SchoolType); 2] =
    [("lycee", SchoolType::Lycee), ("college", SchoolType::College)];
const LEVELS: [(&str, Level); 3] =
    [("region", Level::Region), ("academie", Level::Academie), ("departement", Level::Departement)];
const EDITIONS: [(&str, Edition); 2] =
    [("avant-2016", Edition::Before2016), ("depuis-2016", Edition::Since2016)];
const SECTORS: [(&str, Sector); 2] = [("public", Sector::Public), ("prive", Sector::Prive)];
const MEASURES: [(&str, Measure); 2] = [("deploye", Measure::Deploye), ("usage", Measure::Usage)];
const REPRESENTATIONS: [(&str, Representation); 2] =
    [("part", Representation::Share), ("stade", Representation::Stage)];
