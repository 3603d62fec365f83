//! The arguments of the command line.

mod choices;
mod error;
mod export;
mod file_options;
mod page;
mod tables;
mod values;

pub(super) use choices::{Choices, Source};
pub(super) use error::ArgumentError;
pub(super) use export::{ExportRequest, PictureFormat};
pub(super) use file_options::FileRequest;
pub(super) use page::{Named, PageOptions};
pub(super) use tables::TableRequest;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use lexopt::{Arg, Parser};

use self::{
    choices::read_choice,
    export::parse_export,
    file_options::read_file_option,
    tables::{parse_table, parse_template},
    values::unknown,
};
use crate::project::Template;

/// What was asked for.
#[derive(Debug, PartialEq)]
pub(super) enum Parsed {
    Help,
    HelpExport,
    HelpExample,
    HelpTable,
    HelpTemplate,
    Version,
    HelpCheck,
    Window { outlines: Option<PathBuf>, data: Vec<PathBuf> },
    Export(Box<ExportRequest>),
    Check { files: Vec<FileRequest>, choices: Choices, json: bool },
    Example { output: PathBuf },
    Table(TableRequest),
    Template { template: Template, output: PathBuf },
}

/// Understands the arguments; the program's own name is not among them.
pub(super) fn parse(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Parsed, ArgumentError> {
    let mut parser = Parser::from_args(arguments);
    let (mut outlines, mut data) = (None, Vec::new());
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Parsed::Version),
            Arg::Long("outlines") => outlines = Some(PathBuf::from(parser.value()?)),
            Arg::Value(command) if command == "export" => return parse_export(parser, outlines),
            Arg::Value(command) if command == "exemple" => return parse_example(parser),
            Arg::Value(command) if command == "verifier" => return parse_check(parser),
            Arg::Value(command) if command == "tableau" => return parse_table(parser),
            Arg::Value(command) if command == "modele" => return parse_template(parser),
            // A file has an extension, a mistyped command has none.
            Arg::Value(file) if Path::new(&file).extension().is_some() => {
                data.push(PathBuf::from(file));
            }
            Arg::Value(other) => {
                return Err(ArgumentError::UnknownCommand(other.to_string_lossy().into_owned()));
            }
            other => return Err(unknown(&other, "")),
        }
    }
    Ok(Parsed::Window { outlines, data })
}

/// Options of a map that say how a file is to be read.
const CONFIRMING: [&str; 4] = ["type", "niveau", "secteur", "accepter-suppositions"];

fn parse_check(mut parser: Parser) -> Result<Parsed, ArgumentError> {
    let (mut files, mut json) = (Vec::new(), false);
    let mut choices = Choices::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpCheck),
            Arg::Long("json") => json = true,
            Arg::Value(file) => files.push(FileRequest::new(file)),
            Arg::Long(name) => {
                let name = name.to_owned();
                let option = Arg::Long(&name);
                // What settles a supposition on a map settles it here.
                if CONFIRMING.contains(&name.as_str()) {
                    read_choice(&mut choices, option, &mut parser, "verifier ")?;
                } else if !read_file_option(&mut files, &option, &mut parser)? {
                    return Err(unknown(&option, "verifier "));
                }
            }
            other => return Err(unknown(&other, "verifier ")),
        }
    }
    if files.is_empty() {
        return Err(ArgumentError::NoFile);
    }
    Ok(Parsed::Check { files, choices, json })
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        coverage::Embedded,
        project::{Document, PageChange},
        scene::{self, Block, PageFormat},
        territory::{Code, Edition, Level, TerritoryId},
    };

    fn parsed(line: &str) -> Result<Parsed, ArgumentError> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn export(line: &str) -> ExportRequest {
        match parsed(line) {
            Ok(Parsed::Export(request)) => *request,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn without_arguments_the_window_opens() {
        assert_eq!(parsed("").ok(), Some(Parsed::Window { outlines: None, data: vec![] }));
    }

    #[test]
    fn colleges_are_exported_by_departement_unless_told_otherwise() {
        let dataset = Embedded::Facts.dataset();
        let level = |line| export(line).choices.document(Document::default(), &dataset).level;
        assert_eq!(level("export --type college --sortie a.svg"), Level::Departement);
        assert_eq!(level("export --type lycée --sortie a.svg"), Level::Region);
        assert_eq!(
            level("export --type collèges --niveau académies --sortie a.svg"),
            Level::Academie
        );
        assert_eq!(export("export --sortie a.PNG").format, PictureFormat::Png);
    }

    #[test]
    fn the_page_of_an_export_is_told_by_its_options() {
        let page = |line: &str| export(&format!("export {line} --sortie a.png")).page;
        let changes = |line: &str| page(line).changes(None);
        assert_eq!(changes(""), []);
        let size = |text: &str| page(&format!("--format {text}")).format;
        assert_eq!(size("A4"), Some(PageFormat::A4Portrait));
        assert_eq!(size("210x297mm"), Some(PageFormat::Millimetres([210.0, 297.0])));
        assert_eq!(size("99,5×120mm"), Some(PageFormat::Millimetres([99.5, 120.0])));
        assert_eq!(size("1200x800px"), Some(PageFormat::Pixels([1200, 800])));
        let (first, last) = (date(2011, 10, 31), date(2024, 12, 31));
        assert_eq!(
            changes("--dates 2024,2011-10 --sans histogramme --avec nord"),
            [
                PageChange::Template(scene::Template::TwoDates),
                PageChange::Dates(vec![first, last]),
                PageChange::Show(Block::Histogram, false),
                PageChange::Show(Block::North, true),
            ]
        );
        let texts = page("--source A. --source B. --titre T").texts;
        assert_eq!(texts, [(Block::Sources, "A.\nB.".to_owned()), (Block::Title, "T".to_owned())]);
    }

    #[test]
    fn a_code_leads_to_the_territory_that_has_it() {
        let place = |text: &str, edition| {
            let page = export(&format!("export --lieu {text} --sortie a.png")).page;
            page.place.unwrap().territory(edition)
        };
        let code = |text| Code::new(text).unwrap();
        let (before, since) = (Edition::Before2016, Edition::Since2016);
        let departement = |text| Some(TerritoryId::Departement(code(text)));
        let region = |edition, text| Some(TerritoryId::Region(edition, code(text)));
        assert_eq!(place("38", before), departement("38"));
        assert_eq!(place("2a", since), departement("2A"));
        // Vaucluse comes before Auvergne-Rhône-Alpes.
        assert_eq!(place("84", since), departement("84"));
        assert_eq!(place("région:84", since), region(since, "84"));
        assert_eq!(place("region:84", before), region(since, "84"));
        assert_eq!(place("region:82", since), region(before, "82"));
        assert_eq!(place("region:53", before), region(before, "53"));
        assert_eq!(place("ZZZ", since), None);
    }

    #[test]
    fn a_month_means_its_last_day() {
        assert_eq!(
            export("export --date 2011-10 --sortie a.svg").choices.date,
            Some(date(2011, 10, 31))
        );
        assert_eq!(
            export("export --date 2012 --sortie a.svg").choices.date,
            Some(date(2012, 12, 31))
        );
    }

    #[test]
    fn a_table_is_asked_for_as_a_map_is() {
        let Ok(Parsed::Table(request)) = parsed("tableau --type college --sortie a.CSV") else {
            panic!("no table");
        };
        let Parsed::Export(map) = parsed("export --type college --sortie a.svg").unwrap() else {
            panic!("no map");
        };
        assert_eq!(request.choices, map.choices);
    }

    #[test]
    fn a_template_is_by_territory_unless_told_otherwise() {
        let template = |line| match parsed(line) {
            Ok(Parsed::Template { template, .. }) => template,
            other => panic!("{other:?}"),
        };
        assert_eq!(template("modele --sortie a.csv"), Template::ByTerritory);
        let by_school = template("modele --par établissements --sortie a.csv");
        assert_eq!(by_school, Template::BySchool);
    }

    #[test]
    fn faults_are_told_in_french_with_what_was_expected() {
        for (line, part) in [
            ("expotr", "« expotr »"),
            ("--oops", "« --oops »"),
            ("export --sortie carte.gif", ".png, .svg ou .pdf"),
            ("export", "--sortie"),
            ("export --niveau commune --sortie a.png", "region, academie ou departement"),
            ("export --date octobre --sortie a.png", "2011-10"),
            ("export --largeur 9 --sortie a.png", "200 à 16000"),
            ("export --format a5 --sortie a.png", "a4, a4-paysage, a3"),
            ("export --format 10x10mm --sortie a.png", "de 60 à 2000 mm"),
            ("export --format 10x10px --sortie a.png", "de 227 à 7559 px"),
            ("export --modele affiche --sortie a.png", "deux-dates ou evolution"),
            ("export --avec boussole --sortie a.png", "titre, sous-titre, carte"),
            ("export --lieu Grenoble --sortie a.png", "comme 38, region:84 ou academie:8"),
            ("export --lieu pays:1 --sortie a.png", "comme 38, region:84 ou academie:8"),
            ("export --dates 2011 --sortie a.png", "deux dates"),
            ("export --modele rapport --dates 2011,2012 --sortie a.png", "evolution"),
            ("export --dates hier,2012 --sortie a.png", "2011-10"),
            ("export --densite 1200 --sortie a.png", "30 à 600"),
            ("export --densite 300 --largeur 1000 --sortie a.png", "« --largeur »"),
            ("export --sortie", "attend une valeur"),
            ("tableau --sortie a.ods", ".csv ou .xlsx"),
            ("tableau --largeur 300 --sortie a.csv", "« --largeur »"),
            ("modele --sortie a", ".csv ou .xlsx"),
            ("modele --par eleve --sortie a.csv", "territoire ou etablissement"),
        ] {
            let message = parsed(line).unwrap_err().to_string();
            assert!(message.contains(part), "{line}: {message}");
        }
    }
}
