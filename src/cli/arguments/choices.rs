//! What a map or a table is to show: options that several commands share.

use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::{Arg, Parser};

use super::{
    ArgumentError, FileRequest,
    file_options::{day, read_file_option},
    values::{choice, unknown, value},
};
use crate::{
    cartography::Representation,
    coverage::import::{ImportChoices, ImportReport, Supposition, SuppositionKind},
    coverage::{
        Dataset, Embedded, Measure, SchoolType, edition_at,
        school::{Perimeter, Sector},
    },
    project::{Command, Document},
    territory::{Edition, Level},
};

/// Which data, seen how. What was not asked for is left as the data suggest.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct Choices {
    pub source: Source,
    /// Which schools are counted, in files that list them.
    pub perimeter: Perimeter,
    /// Suppositions are accepted: they are not told on what is written.
    pub accept: bool,
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
    Files(Vec<FileRequest>),
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            source: Source::Embedded(Embedded::Facts),
            perimeter: Perimeter::default(),
            accept: false,
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
    /// What these options say of a file whose own reading is only supposed.
    pub fn confirm(&self, report: &ImportReport, import: &mut ImportChoices) {
        for supposition in &report.suppositions {
            match supposition {
                Supposition::SchoolType { .. } => import.school_type = self.school_type,
                Supposition::Level { .. } => import.level = self.level,
                Supposition::OneSector { .. } if self.perimeter.sector.is_some() => {
                    import.confirmed.insert(SuppositionKind::OneSector);
                }
                _ => {}
            }
            if self.accept {
                import.confirmed.insert(supposition.kind());
            }
        }
    }

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

    /// What brings `base`, which fits the data, to the document to show.
    pub fn commands(&self, base: &Document, dataset: &Dataset) -> Vec<Command> {
        let wanted = self.document(base.clone(), dataset);
        let mut commands = Vec::new();
        let mut unless = |is_so: bool, command: Command| {
            if !is_so {
                commands.push(command);
            }
        };
        let same_type = wanted.school_type == base.school_type;
        unless(same_type, Command::ShowSchools(wanted.school_type));
        // Another type comes with a level of its own.
        unless(same_type && wanted.level == base.level, Command::ShowLevel(wanted.level));
        unless(wanted.edition == base.edition, Command::UseEdition(wanted.edition));
        let shown = wanted.representation;
        unless(shown == base.representation, Command::ShowAs(shown));
        unless(wanted.measure == base.measure, Command::MeasureBy(wanted.measure));
        if let Some(date) = wanted.date {
            unless(wanted.date == base.date, Command::GoTo(date));
        }
        commands
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
        Arg::Long("exemple") => match choices.source {
            Source::Embedded(_) => choices.source = Source::Embedded(Embedded::Example),
            Source::Files(_) => return Err(ArgumentError::ExampleAndFiles),
        },
        Arg::Long("donnees") => {
            let file = FileRequest::new(PathBuf::from(parser.value()?));
            match &mut choices.source {
                Source::Files(files) => files.push(file),
                Source::Embedded(Embedded::Example) => return Err(ArgumentError::ExampleAndFiles),
                Source::Embedded(Embedded::Facts) => choices.source = Source::Files(vec![file]),
            }
        }
        Arg::Long("accepter-suppositions") => choices.accept = true,
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
            choices.date = Some(value(parser, "date", day)?);
        }
        other => {
            let files = match &mut choices.source {
                Source::Files(files) => files.as_mut_slice(),
                Source::Embedded(_) => &mut [],
            };
            if !read_file_option(files, &other, parser)? {
                return Err(unknown(&other, command));
            }
        }
    }
    Ok(())
}

/// The level that a word names.
pub(super) fn level(word: &str) -> Option<Level> {
    LEVELS.iter().find(|(known, _)| *known == word).map(|(_, level)| *level)
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
