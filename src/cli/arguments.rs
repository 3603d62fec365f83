//! The arguments of the command line.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use jiff::civil::Date;
use lexopt::{Arg, Parser, ValueExt as _};

use crate::{
    cartography::Representation,
    coverage::{Dataset, Embedded, Measure, Period, SchoolType},
    french::NARROW_SPACE,
    project::{Document, PICTURE_WIDTH},
    territory::{Edition, Level},
};

/// What was asked for.
#[derive(Debug, PartialEq)]
pub(super) enum Parsed {
    Help,
    HelpExport,
    HelpExample,
    Version,
    HelpCheck,
    Window { outlines: Option<PathBuf>, data: Option<PathBuf> },
    Export(ExportRequest),
    Check { files: Vec<PathBuf>, json: bool },
    Example { output: PathBuf },
}

/// A map to write.
#[derive(Debug, PartialEq)]
pub(super) struct ExportRequest {
    pub source: Source,
    pub output: PathBuf,
    pub format: PictureFormat,
    /// Pixels across; for PNG.
    pub width: u32,
    pub outlines: Option<PathBuf>,
    // What was not asked for is left as the data suggest.
    school_type: Option<SchoolType>,
    level: Option<Level>,
    date: Option<Date>,
    representation: Representation,
    measure: Measure,
    edition: Option<Edition>,
}

/// Where the figures of a map come from.
#[derive(Debug, PartialEq)]
pub(super) enum Source {
    /// What the program carries.
    Embedded(Embedded),
    /// A person's own files, joined.
    Files(Vec<PathBuf>),
}

/// A file format for pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PictureFormat {
    Png,
    Svg,
}

impl ExportRequest {
    /// The document to draw: `base`, which fits the data, with what was asked for.
    pub fn document(&self, base: Document, dataset: &Dataset) -> Document {
        let school_type = self.school_type.unwrap_or(base.school_type);
        let run_by = match school_type {
            SchoolType::Lycee => Level::Region,
            SchoolType::College => Level::Departement,
        };
        let date = self.date.unwrap_or(base.date);
        // Data that fit both borders are drawn in those of the date.
        let of_date = Edition::in_force(date.year());
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

/// Why the arguments cannot be understood.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(super) enum ArgumentError {
    #[error("la commande « {0} » n’existe pas. « atlas-ent --help » les énumère.")]
    UnknownCommand(String),
    #[error("l’option « {0} » n’existe pas ici. « atlas-ent {1}--help » les énumère.")]
    UnknownOption(String, &'static str),
    #[error("l’option « --{0} » attend une valeur.")]
    NoValue(String),
    #[error("« --{option} {value} »{NARROW_SPACE}: {expected}.")]
    WrongValue { option: String, value: String, expected: String },
    #[error("il manque « --sortie FICHIER »{NARROW_SPACE}: où écrire.")]
    NoOutput,
    #[error("il manque le fichier à vérifier.")]
    NoFile,
    #[error("« {0} »{NARROW_SPACE}: l’extension doit être .png ou .svg.")]
    UnknownFormat(String),
    #[error("un argument n’est pas lisible ({0}).")]
    Unreadable(String),
}

impl From<lexopt::Error> for ArgumentError {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => {
                let option = option.unwrap_or_default();
                Self::NoValue(option.trim_start_matches('-').to_owned())
            }
            other => Self::Unreadable(other.to_string()),
        }
    }
}

/// Understands the arguments; the program's own name is not among them.
pub(super) fn parse(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Parsed, ArgumentError> {
    let mut parser = Parser::from_args(arguments);
    let (mut outlines, mut data) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Parsed::Version),
            Arg::Long("outlines") => outlines = Some(PathBuf::from(parser.value()?)),
            Arg::Value(command) if command == "export" => return parse_export(parser, outlines),
            Arg::Value(command) if command == "exemple" => return parse_example(parser),
            Arg::Value(command) if command == "verifier" => return parse_check(parser),
            // A file has an extension, a mistyped command has none.
            Arg::Value(file) if Path::new(&file).extension().is_some() => {
                data = Some(PathBuf::from(file));
            }
            Arg::Value(other) => {
                return Err(ArgumentError::UnknownCommand(other.to_string_lossy().into_owned()));
            }
            other => return Err(unknown(&other, "")),
        }
    }
    Ok(Parsed::Window { outlines, data })
}

fn parse_check(mut parser: Parser) -> Result<Parsed, ArgumentError> {
    let (mut files, mut json) = (Vec::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpCheck),
            Arg::Long("json") => json = true,
            Arg::Value(file) => files.push(PathBuf::from(file)),
            other => return Err(unknown(&other, "verifier ")),
        }
    }
    if files.is_empty() {
        return Err(ArgumentError::NoFile);
    }
    Ok(Parsed::Check { files, json })
}

fn parse_example(mut parser: Parser) -> Result<Parsed, ArgumentError> {
    let mut output = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpExample),
            Arg::Long("sortie") => output = Some(PathBuf::from(parser.value()?)),
            other => return Err(unknown(&other, "exemple ")),
        }
    }
    Ok(Parsed::Example { output: output.ok_or(ArgumentError::NoOutput)? })
}

fn parse_export(
    mut parser: Parser,
    mut outlines: Option<PathBuf>,
) -> Result<Parsed, ArgumentError> {
    let (mut output, mut level, mut edition) = (None, None, None);
    let (mut school_type, mut date) = (None, None);
    let mut representation = Representation::Share;
    let mut measure = Measure::Deploye;
    let mut source = Source::Embedded(Embedded::Facts);
    let mut width = PICTURE_WIDTH;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpExport),
            Arg::Long("sortie") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("outlines") => outlines = Some(PathBuf::from(parser.value()?)),
            Arg::Long("exemple") => source = Source::Embedded(Embedded::Example),
            Arg::Long("donnees") => {
                let path = PathBuf::from(parser.value()?);
                match &mut source {
                    Source::Files(paths) => paths.push(path),
                    Source::Embedded(_) => source = Source::Files(vec![path]),
                }
            }
            Arg::Long("type") => school_type = Some(choice(&mut parser, "type", &SCHOOL_TYPES)?),
            Arg::Long("niveau") => level = Some(choice(&mut parser, "niveau", &LEVELS)?),
            Arg::Long("limites") => edition = Some(choice(&mut parser, "limites", &EDITIONS)?),
            Arg::Long("mesure") => measure = choice(&mut parser, "mesure", &MEASURES)?,
            Arg::Long("representation") => {
                representation = choice(&mut parser, "representation", &REPRESENTATIONS)?;
            }
            Arg::Long("date") => {
                date = Some(value(&mut parser, "date", |text| {
                    Period::parse(text).map(Period::end).map_err(|_| {
                        "une date comme 2011, 2011-10 ou 2011-10-31 est attendue".to_owned()
                    })
                })?);
            }
            Arg::Long("largeur") => {
                width = value(&mut parser, "largeur", |text| {
                    text.parse()
                        .ok()
                        .filter(|pixels| (200..=16_000).contains(pixels))
                        .ok_or_else(|| "un nombre de pixels de 200 à 16000 est attendu".to_owned())
                })?;
            }
            other => return Err(unknown(&other, "export ")),
        }
    }
    let output = output.ok_or(ArgumentError::NoOutput)?;
    let format = format(&output)?;
    Ok(Parsed::Export(ExportRequest {
        source,
        output,
        format,
        width,
        outlines,
        school_type,
        level,
        date,
        representation,
        measure,
        edition,
    }))
}

const SCHOOL_TYPES: [(&str, SchoolType); 2] =
    [("lycee", SchoolType::Lycee), ("college", SchoolType::College)];
const LEVELS: [(&str, Level); 3] =
    [("region", Level::Region), ("academie", Level::Academie), ("departement", Level::Departement)];
const EDITIONS: [(&str, Edition); 2] =
    [("avant-2016", Edition::Before2016), ("depuis-2016", Edition::Since2016)];
const MEASURES: [(&str, Measure); 2] = [("deploye", Measure::Deploye), ("usage", Measure::Usage)];
const REPRESENTATIONS: [(&str, Representation); 2] =
    [("part", Representation::Share), ("stade", Representation::Stage)];

/// One of a few words; accents, capitals and a plural `s` do not matter.
fn choice<T: Copy>(
    parser: &mut Parser,
    option: &str,
    words: &[(&str, T)],
) -> Result<T, ArgumentError> {
    value(parser, option, |text| {
        let wanted = text.to_lowercase().replace(['é', 'è'], "e");
        let fits = |word: &str| wanted == word || wanted.strip_suffix('s') == Some(word);
        words.iter().find(|(word, _)| fits(word)).map(|(_, value)| *value).ok_or_else(|| {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let (last, first) = words.split_last().unwrap_or((&"", &[]));
            format!("{} ou {last} est attendu", first.join(", "))
        })
    })
}

fn value<T>(
    parser: &mut Parser,
    option: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, ArgumentError> {
    let text = parser.value()?;
    let text = text.string()?;
    read(&text).map_err(|expected| ArgumentError::WrongValue {
        option: option.to_owned(),
        value: text,
        expected,
    })
}

fn unknown(argument: &Arg<'_>, command: &'static str) -> ArgumentError {
    let text = match argument {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    ArgumentError::UnknownOption(text, command)
}

fn format(output: &Path) -> Result<PictureFormat, ArgumentError> {
    let extension = output.extension().map(|e| e.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("png") => Ok(PictureFormat::Png),
        Some("svg") => Ok(PictureFormat::Svg),
        _ => Err(ArgumentError::UnknownFormat(output.to_string_lossy().into_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn parsed(line: &str) -> Result<Parsed, ArgumentError> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn export(line: &str) -> ExportRequest {
        match parsed(line) {
            Ok(Parsed::Export(request)) => request,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn without_arguments_the_window_opens() {
        assert_eq!(parsed(""), Ok(Parsed::Window { outlines: None, data: None }));
    }

    #[test]
    fn colleges_are_exported_by_departement_unless_told_otherwise() {
        let dataset = Embedded::Facts.dataset();
        let level = |line| export(line).document(Document::default(), &dataset).level;
        assert_eq!(level("export --type college --sortie a.svg"), Level::Departement);
        assert_eq!(level("export --type lycée --sortie a.svg"), Level::Region);
        assert_eq!(
            level("export --type collèges --niveau académies --sortie a.svg"),
            Level::Academie
        );
        assert_eq!(export("export --sortie a.PNG").format, PictureFormat::Png);
    }

    #[test]
    fn a_month_means_its_last_day() {
        assert_eq!(export("export --date 2011-10 --sortie a.svg").date, Some(date(2011, 10, 31)));
        assert_eq!(export("export --date 2012 --sortie a.svg").date, Some(date(2012, 12, 31)));
    }

    #[test]
    fn faults_are_told_in_french_with_what_was_expected() {
        for (line, part) in [
            ("expotr", "« expotr »"),
            ("--oops", "« --oops »"),
            ("export --sortie carte.pdf", ".png ou .svg"),
            ("export", "--sortie"),
            ("export --niveau commune --sortie a.png", "region, academie ou departement"),
            ("export --date octobre --sortie a.png", "2011-10"),
            ("export --largeur 9 --sortie a.png", "200 à 16000"),
            ("export --sortie", "attend une valeur"),
        ] {
            let message = parsed(line).unwrap_err().to_string();
            assert!(message.contains(part), "{line}: {message}");
        }
    }
}
