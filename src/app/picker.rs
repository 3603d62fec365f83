//! Choosing files: the desktop's own dialogs, behind a trait that tests replace.

use std::{
    future::Future,
    path::PathBuf,
    pin::Pin,
    time::{Duration, Instant},
};

/// A choice that a person is about to make.
pub type Choice = Pin<Box<dyn Future<Output = Picked> + Send>>;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A file.
    Path(PathBuf),
    /// They changed their mind.
    Nothing,
    /// The desktop has no dialog for it.
    NoDialog,
}

/// Where file names come from.
pub trait FilePicker {
    /// Asks for a table to open.
    fn open_table(&self, window: &eframe::Frame) -> Choice;

    /// Asks where to save a picture. The dialog is made at once, on the thread of the window, and
    /// waited for on another.
    fn save_picture(&self, window: &eframe::Frame, suggested: &str) -> Choice;

    /// Asks for outlines; nothing, where a picker does not say otherwise.
    fn open_outlines(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(std::future::ready(Picked::Nothing))
    }

    /// Asks for a file of background tiles; nothing, where a picker does not say otherwise.
    fn open_tiles(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(std::future::ready(Picked::Nothing))
    }

    /// Asks where to save a table, likewise.
    fn save_table(&self, window: &eframe::Frame, suggested: &str) -> Choice;
}

/// The desktop's own dialogs.
pub struct NativePicker;

/// Nobody closes a dialog as quickly: it never opened.
const TOO_QUICK: Duration = Duration::from_millis(300);

impl FilePicker for NativePicker {
    fn open_table(&self, window: &eframe::Frame) -> Choice {
        let extensions = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "geojson"];
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Ouvrir un fichier de données")
            .add_filter("Tableaux", &extensions)
            .add_filter("Tous les fichiers", &["*"])
            .set_parent(window);
        picked(dialog.pick_file())
    }

    fn open_outlines(&self, window: &eframe::Frame) -> Choice {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Ouvrir des contours")
            .add_filter("Contours GeoJSON", &["geojson", "json"])
            .add_filter("Tous les fichiers", &["*"])
            .set_parent(window);
        picked(dialog.pick_file())
    }

    fn open_tiles(&self, window: &eframe::Frame) -> Choice {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Choisir un fond de carte")
            .add_filter("Tuiles", &["pmtiles", "mbtiles"])
            .add_filter("Tous les fichiers", &["*"])
            .set_parent(window);
        picked(dialog.pick_file())
    }

    fn save_picture(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Exporter l’image")
            .set_file_name(suggested)
            .add_filter("Image PNG", &["png"])
            .add_filter("Dessin SVG", &["svg"])
            .set_parent(window);
        picked(dialog.save_file())
    }

    fn save_table(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Enregistrer le tableau")
            .set_file_name(suggested)
            .add_filter("Classeur XLSX", &["xlsx"])
            .add_filter("Texte CSV", &["csv"])
            .set_parent(window);
        picked(dialog.save_file())
    }
}

fn picked(chosen: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Choice {
    let asked = Instant::now();
    Box::pin(async move {
        match chosen.await {
            Some(file) => Picked::Path(file.path().to_owned()),
            None if asked.elapsed() < TOO_QUICK => Picked::NoDialog,
            None => Picked::Nothing,
        }
    })
}
