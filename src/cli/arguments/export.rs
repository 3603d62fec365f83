//! The arguments of `atlas-ent export`.

use std::path::{Path, PathBuf};

use lexopt::{Arg, Parser};

use super::{
    ArgumentError, Choices, Parsed,
    choices::read_choice,
    values::{unknown, value},
};
use crate::project::PICTURE_WIDTH;

/// A map to write.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct ExportRequest {
    pub choices: Choices,
    pub output: PathBuf,
    pub format: PictureFormat,
    /// Pixels across; for PNG.
    pub width: u32,
    pub outlines: Option<PathBuf>,
}

/// A file format for pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum PictureFormat {
    Png,
    Svg,
    Pdf,
}

pub(super) fn parse_export(
    mut parser: Parser,
    mut outlines: Option<PathBuf>,
) -> Result<Parsed, ArgumentError> {
    let (mut choices, mut output, mut width) = (Choices::default(), None, PICTURE_WIDTH);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpExport),
            Arg::Long("sortie") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("outlines") => outlines = Some(PathBuf::from(parser.value()?)),
            Arg::Long("largeur") => {
                width = value(&mut parser, "largeur", |text| {
                    text.parse()
                        .ok()
                        .filter(|pixels| (200..=16_000).contains(pixels))
                        .ok_or_else(|| "un nombre de pixels de 200 à 16000 est attendu".to_owned())
                })?;
            }
            Arg::Long(shared) => {
                let shared = shared.to_owned();
                read_choice(&mut choices, Arg::Long(&shared), &mut parser, "export ")?;
            }
            other => return Err(unknown(&other, "export ")),
        }
    }
    let output = output.ok_or(ArgumentError::NoOutput)?;
    let format = format(&output)?;
    Ok(Parsed::Export(ExportRequest { choices, output, format, width, outlines }))
}

fn format(output: &Path) -> Result<PictureFormat, ArgumentError> {
    let extension = output.extension().map(|e| e.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("png") => Ok(PictureFormat::Png),
        Some("svg") => Ok(PictureFormat::Svg),
        Some("pdf") => Ok(PictureFormat::Pdf),
        _ => Err(ArgumentError::UnknownFormat(output.to_string_lossy().into_owned())),
    }
}
