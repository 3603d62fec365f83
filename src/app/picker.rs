//! Choosing files: the desktop's own dialogs, behind a trait that tests replace.

use std::{
    future::Future,
    path::{Path, PathBuf},
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
    /// Several files, where several may be chosen.
    Paths(Vec<PathBuf>),
    /// They changed their mind.
    Nothing,
    /// The desktop has no dialog for it.
    NoDialog,
}

/// How a file is shown outside of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In the program that the desktop has for it.
    Opened,
    /// In its folder.
    InFolder,
}

/// A file that is about to be shown; a reason when it cannot be.
pub type Showing = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// Where file names come from, and where files are shown.
pub trait FilePicker {
    /// From now on begins in this folder; nothing, where a picker does not say otherwise.
    fn begin_in(&mut self, _folder: &Path) {}

    /// Shows a file outside of this program; nothing, where a picker does not say otherwise.
    fn show(&self, _path: PathBuf, _how: Shown) -> Showing {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Asks for a table to open, or several to be joined.
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
#[derive(Default)]
pub struct NativePicker {
    folder: Option<PathBuf>,
}

/// Nobody closes a dialog as quickly: it never opened.
const TOO_QUICK: Duration = Duration::from_millis(300);

impl NativePicker {
    fn dialog(&self, window: &eframe::Frame) -> rfd::AsyncFileDialog {
        let dialog = rfd::AsyncFileDialog::new().set_parent(window);
        // A folder that has gone since would be refused, or worse.
        match self.folder.as_ref().filter(|folder| folder.is_dir()) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        }
    }
}

impl FilePicker for NativePicker {
    fn begin_in(&mut self, folder: &Path) {
        self.folder = Some(folder.to_owned());
    }

    fn show(&self, path: PathBuf, how: Shown) -> Showing {
        Box::pin(async move {
            let shown = match how {
                Shown::Opened => opener::open(&path),
                Shown::InFolder => opener::reveal(&path),
            };
            shown.map_err(|error| match &error {
                _ if !path.exists() => "il n’est plus là.".to_owned(),
                opener::OpenError::Io(reason) => format!("le système répond « {reason} »."),
                _ => format!("le bureau ne sait pas le montrer ({error})."),
            })
        })
    }

    fn open_table(&self, window: &eframe::Frame) -> Choice {
        let extensions = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "geojson"];
        let dialog = self
            .dialog(window)
            .set_title("Ouvrir un ou plusieurs fichiers de données")
            .add_filter("Tableaux", &extensions)
            .add_filter("Tous les fichiers", &["*"]);
        let chosen = dialog.pick_files();
        waited(chosen, |files| {
            let mut paths: Vec<PathBuf> = files.iter().map(|file| file.path().to_owned()).collect();
            match paths.len() {
                0 => Picked::Nothing,
                1 => Picked::Path(paths.remove(0)),
                _ => Picked::Paths(paths),
            }
        })
    }

    fn open_outlines(&self, window: &eframe::Frame) -> Choice {
        let dialog = self
            .dialog(window)
            .set_title("Ouvrir des contours")
            .add_filter("Contours GeoJSON", &["geojson", "json"])
            .add_filter("Tous les fichiers", &["*"]);
        picked(dialog.pick_file())
    }

    fn open_tiles(&self, window: &eframe::Frame) -> Choice {
        let dialog = self
            .dialog(window)
            .set_title("Choisir un fond de carte")
            .add_filter("Tuiles", &["pmtiles", "mbtiles"])
            .add_filter("Tous les fichiers", &["*"]);
        picked(dialog.pick_file())
    }

    fn save_picture(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        let dialog = self
            .dialog(window)
            .set_title("Enregistrer la page")
            .set_file_name(suggested)
            .add_filter("Image PNG", &["png"])
            .add_filter("Dessin SVG", &["svg"])
            .add_filter("Document PDF", &["pdf"]);
        picked(dialog.save_file())
    }

    fn save_table(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        let dialog = self
            .dialog(window)
            .set_title("Enregistrer le tableau")
            .set_file_name(suggested)
            .add_filter("Classeur XLSX", &["xlsx"])
            .add_filter("Texte CSV", &["csv"]);
        picked(dialog.save_file())
    }
}

fn picked(chosen: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Choice {
    waited(chosen, |file| Picked::Path(file.path().to_owned()))
}

fn waited<T>(
    chosen: impl Future<Output = Option<T>> + Send + 'static,
    as_picked: impl FnOnce(T) -> Picked + Send + 'static,
) -> Choice {
    let asked = Instant::now();
    Box::pin(async move {
        match chosen.await {
            Some(chosen) => as_picked(chosen),
            None if asked.elapsed() < TOO_QUICK => Picked::NoDialog,
            None => Picked::Nothing,
        }
    })
}
