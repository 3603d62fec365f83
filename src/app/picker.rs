//! Choosing files: the desktop's own dialogs, behind a trait that tests replace.

use std::{future::Future, path::PathBuf, pin::Pin};

/// A choice that a person is about to make; `None` when they change their mind.
pub type Choice = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// Where file names come from.
pub trait FilePicker {
    /// Asks for a table to open.
    fn open_table(&self, window: &eframe::Frame) -> Choice;

    /// Asks where to save a picture. The dialog is made at once, on the thread of the window, and
    /// waited for on another.
    fn save_picture(&self, window: &eframe::Frame, suggested: &str) -> Choice;

    /// Asks for a file of background tiles; none, where nothing else is said.
    fn open_tiles(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(std::future::ready(None))
    }
}

/// The desktop's own dialogs.
pub struct NativePicker;

impl FilePicker for NativePicker {
    fn open_table(&self, window: &eframe::Frame) -> Choice {
        let extensions = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "geojson"];
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Ouvrir un fichier de données")
            .add_filter("Tableaux", &extensions)
            .add_filter("Tous les fichiers", &["*"])
            .set_parent(window);
        let chosen = dialog.pick_file();
        Box::pin(async move { chosen.await.map(|file| file.path().to_owned()) })
    }

    fn open_tiles(&self, window: &eframe::Frame) -> Choice {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Choisir un fond de carte")
            .add_filter("Tuiles", &["pmtiles", "mbtiles"])
            .add_filter("Tous les fichiers", &["*"])
            .set_parent(window);
        let chosen = dialog.pick_file();
        Box::pin(async move { chosen.await.map(|file| file.path().to_owned()) })
    }

    fn save_picture(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Exporter l’image")
            .set_file_name(suggested)
            .add_filter("Image PNG", &["png"])
            .add_filter("Dessin SVG", &["svg"])
            .set_parent(window);
        let chosen = dialog.save_file();
        Box::pin(async move { chosen.await.map(|file| file.path().to_owned()) })
    }
}
