//! The arguments of `atlas-ent export`.

use std::path::{Path, PathBuf};

use lexopt::{Arg, Parser};

use super::{
    ArgumentError, Choices, PageOptions, Parsed,
    choices::read_choice,
    page::read_page_option,
    values::{unknown, value},
};
use crate::scene::MOST_PIXELS;

/// A map to write.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct ExportRequest {
    pub choices: Choices,
    pub output: PathBuf,
    pub format: PictureFormat,
    pub page: PageOptions,
    /// Pixels across of a PNG, where they were asked for.
    pub width: Option<u32>,
    pub outlines: Option<PathBuf>,
}

impl ExportRequest {
    /// Pixels across of its PNG: those that were asked for, or those that its size has at a density;
    /// else as many as usual.
    pub fn pixels(&self) -> u32 {
        let format = self.page.format.unwrap_or_default();
        let asked = self.width.or(self.page.density.map(|density| format.pixels_at(density)));
        asked.unwrap_or_else(|| format.usual_pixels())
    }

    /// For how many pixels across its outlines are drawn.
    pub fn fineness(&self) -> u32 {
        match self.format {
            PictureFormat::Png => self.pixels(),
            PictureFormat::Svg | PictureFormat::Pdf => {
                self.width.unwrap_or(self.page.format.unwrap_or_default().fineness())
            }
        }
    }
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
    let (mut choices, mut page) = (Choices::default(), PageOptions::default());
    let (mut output, mut width) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help" | "aide") => return Ok(Parsed::HelpExport),
            Arg::Long("sortie") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("outlines") => outlines = Some(PathBuf::from(parser.value()?)),
            Arg::Long("largeur") => {
                width = Some(value(&mut parser, "largeur", |text| {
                    text.parse()
                        .ok()
                        .filter(|pixels| (200..=MOST_PIXELS).contains(pixels))
                        .ok_or_else(|| "un nombre de pixels de 200 à 16000 est attendu".to_owned())
                })?);
            }
            Arg::Long(shared) => {
                let shared = shared.to_owned();
                let option = Arg::Long(&shared);
                if !read_page_option(&mut page, &option, &mut parser)? {
                    read_choice(&mut choices, option, &mut parser, "export ")?;
                }
            }
            other => return Err(unknown(&other, "export ")),
        }
    }
    let output = output.ok_or(ArgumentError::NoOutput)?;
    let format = format(&output)?;
    if width.is_some() && page.density.is_some() {
        return Err(ArgumentError::DensityAndWidth);
    }
    let page = page.checked()?;
    let request = ExportRequest { choices, output, format, page, width, outlines };
    Ok(Parsed::Export(Box::new(request)))
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
