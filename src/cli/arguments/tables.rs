//! The arguments of `atlas-ent tableau` and `atlas-ent modele`.

use std::path::PathBuf;

use lexopt::{Arg, Parser};

use super::{
    ArgumentError, Choices, Parsed,
    choices::read_choice,
    values::{choice, unknown},
};
use crate::project::{Template, sheet_format};

/// A table to write.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct TableRequest {
    pub choices: Choices,
    pub output: PathBuf,
}

pub(super) fn parse_table(mut parser: Parser) -> Result<Parsed, ArgumentError> {
    let (mut choices, mut output) = (Choices::default(), None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpTable),
            Arg::Long("sortie") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long(shared) => {
                let shared = shared.to_owned();
                read_choice(&mut choices, Arg::Long(&shared), &mut parser, "tableau ")?;
            }
            other => return Err(unknown(&other, "tableau ")),
        }
    }
    let output = table_path(output)?;
    Ok(Parsed::Table(TableRequest { choices, output }))
}

pub(super) fn parse_template(mut parser: Parser) -> Result<Parsed, ArgumentError> {
    let (mut template, mut output) = (Template::ByTerritory, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpTemplate),
            Arg::Long("sortie") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("par") => template = choice(&mut parser, "par", &TEMPLATES)?,
            other => return Err(unknown(&other, "modele ")),
        }
    }
    let output = table_path(output)?;
    Ok(Parsed::Template { template, output })
}

/// Refuses an extension before any work is done.
fn table_path(output: Option<PathBuf>) -> Result<PathBuf, ArgumentError> {
    let output = output.ok_or(ArgumentError::NoOutput)?;
    sheet_format(&output)?;
    Ok(output)
}

const TEMPLATES: [(&str, Template); 2] =
    [("territoire", Template::ByTerritory), ("etablissement", Template::BySchool)];
