//! Exporting the map: to a file that a person chooses, or to the clipboard.

use std::{path::PathBuf, sync::Arc};

use super::{
    destination::{Chosen, Destination},
    job::{GivenUp, Job},
};
use crate::{
    coverage::Dataset,
    disk,
    outline::Outlines,
    project::Reading,
    render::{Pixels, to_pdf, to_pixels, to_png, to_svg},
};

/// What an export came to.
pub enum Exported {
    /// A file was written.
    File {
        /// « Image enregistrée ».
        what: &'static str,
        /// Where.
        path: PathBuf,
    },
    /// A picture is ready for the clipboard.
    Picture(Pixels),
    /// A file stands there, and nobody asked whether it may be replaced.
    Exists(PathBuf),
    /// The desktop has no dialog to choose a file with.
    NoDialog,
    /// It failed, with a whole sentence.
    Failed(String),
}

/// What is exported: the map as it was when it was asked for.
pub struct MapToExport {
    pub reading: Arc<Reading>,
    pub dataset: Arc<Dataset>,
    pub outlines: Arc<Outlines>,
    /// Pixels across of a picture.
    pub width: u32,
}

impl MapToExport {
    /// Waits for a file name, then draws and writes.
    pub fn save(self, ctx: &egui::Context, destination: Destination) -> Job<Exported> {
        Job::start_asking("Enregistrement de l’image", ctx, move |given_up| {
            let path = match destination.wait(with_extension) {
                Chosen::Path(path) => path,
                Chosen::Exists(path) => return Some(Exported::Exists(path)),
                Chosen::Nothing => return None,
                Chosen::NoDialog => return Some(Exported::NoDialog),
            };
            given_up.begin();
            let written = self
                .bytes(&path, given_up)?
                .and_then(|bytes| disk::write(&path, &bytes).map_err(|error| error.to_string()));
            Some(match written {
                Ok(()) => Exported::File { what: "Image enregistrée", path },
                Err(sentence) => {
                    Exported::Failed(format!("Image non enregistrée\u{202f}: {sentence}"))
                }
            })
        })
    }

    /// Draws for the clipboard.
    pub fn copy(self, ctx: &egui::Context) -> Job<Exported> {
        Job::start("Copie de l’image", ctx, move |given_up| {
            let page = self.reading.page(&self.dataset, &self.outlines, self.width);
            if given_up.is_so() {
                return None;
            }
            Some(match to_pixels(&page, self.width) {
                Ok(pixels) => Exported::Picture(pixels),
                Err(error) => Exported::Failed(format!("Image non copiée\u{202f}: {error}")),
            })
        })
    }

    /// The contents of the file; `None` when given up.
    fn bytes(&self, path: &std::path::Path, given_up: &GivenUp) -> Option<Result<Vec<u8>, String>> {
        let is = |extension| has_extension(path, extension);
        let is_vector = is("svg") || is("pdf");
        let format = self.reading.document.page.spec.format;
        let fineness = if is_vector { format.fineness() } else { self.width };
        let page = self.reading.page(&self.dataset, &self.outlines, fineness);
        if given_up.is_so() {
            return None;
        }
        let bytes = if is("svg") {
            Ok(to_svg(&page).into_bytes())
        } else if is("pdf") {
            to_pdf(&page, self.reading.document.page.spec.author())
                .map_err(|error| error.to_string())
        } else {
            to_png(&page, self.width).map_err(|error| error.to_string())
        };
        (!given_up.is_so()).then_some(bytes)
    }
}

/// A name without a known extension is that of a PNG.
fn with_extension(path: PathBuf) -> PathBuf {
    if ["png", "svg", "pdf"].iter().any(|known| has_extension(&path, known)) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".png");
    path.with_file_name(name)
}

fn has_extension(path: &std::path::Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_known_extension_becomes_that_of_a_png() {
        let named = |text: &str| with_extension(PathBuf::from(text)).display().to_string();
        assert_eq!(named("a/carte"), "a/carte.png");
        assert_eq!(named("a/carte.v2"), "a/carte.v2.png");
        assert_eq!(named("a/carte.SVG"), "a/carte.SVG");
        assert_eq!(named("a/carte.pdf"), "a/carte.pdf");
    }
}
