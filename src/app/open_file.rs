//! Opening a person's own files, on a thread of its own.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    job::{GivenUp, Job},
    own_outlines::{ReadOutlines, read_outlines},
    picker::{Choice, Picked},
};
use crate::{
    coverage::import::ImportError,
    disk,
    outline::{OutlineFiles, holds_areas},
    project::{ChoiceMemory, FileBytes, Opened, OwnData, OwnFileError, OwnFileFault, OwnSet},
    table::TableError,
};

/// What opening came to.
pub enum OpenedFile {
    /// The desktop has no dialog to choose a file with.
    NoDialog,
    /// Several files were chosen: none of them is read yet.
    Several(Vec<PathBuf>),
    /// What was chosen holds no figures: it is outlines, or a whole sentence.
    Outlines(Result<ReadOutlines, String>),
    /// A file was chosen.
    Read {
        /// Where it is, to find it again.
        path: PathBuf,
        /// What it says, or a whole sentence.
        opened: Result<Box<Opened>, String>,
    },
}

/// What reading files again came to.
pub struct ReadAgain {
    /// What the document asked for.
    pub data: OwnData,
    /// The files, or a whole sentence.
    pub opened: Result<Opened, String>,
}

/// What becomes of a file.
pub enum Place {
    /// It is shown by itself. A list that cannot be, since it only has numbers of schools, is added
    /// to what is shown.
    Alone(Option<OwnSet>),
    /// It is added to what is shown.
    AddedTo(OwnSet),
}

/// What a person who meets an error would ask next.
pub const UNCHANGED: &str = "La carte reste comme elle était.";

/// Waits for a path, then reads; giving up stops it within a moment.
pub fn open(
    ctx: &egui::Context,
    path: Choice,
    place: Place,
    memory: ChoiceMemory,
) -> Job<OpenedFile> {
    Job::start_asking("Lecture du fichier", ctx, move |given_up| {
        let path = match pollster::block_on(path) {
            Picked::Path(path) => path,
            Picked::Paths(paths) => return Some(OpenedFile::Several(paths)),
            Picked::Nothing => return None,
            Picked::NoDialog => return Some(OpenedFile::NoDialog),
        };
        given_up.begin();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = match disk::read(&path) {
            Ok(bytes) => Arc::new(bytes),
            // A folder that was dropped.
            Err(_) if disk::read(&path.join(OutlineFiles::DEPARTEMENTS)).is_ok() => {
                return Some(OpenedFile::Outlines(outlines(&path)));
            }
            Err(error) => {
                let opened = Err(format!("Fichier non ouvert\u{202f}: {error} {UNCHANGED}"));
                return Some(OpenedFile::Read { path, opened });
            }
        };
        let file = FileBytes { name, origin: path.display().to_string(), bytes };
        let bytes = Arc::clone(&file.bytes);
        let opened = read(file, place, &memory, given_up);
        if opened.as_ref().is_err_and(says_nothing_of_figures) && holds_areas(&bytes) {
            return Some(OpenedFile::Outlines(outlines(&path)));
        }
        let opened = told(opened)?;
        Some(OpenedFile::Read { path, opened: opened.map(Box::new) })
    })
}

fn outlines(path: &Path) -> Result<ReadOutlines, String> {
    read_outlines(path).map_err(|sentence| format!("{sentence} {UNCHANGED}"))
}

/// Whether no column of a file has values: with areas beside, it is outlines.
fn says_nothing_of_figures(error: &OwnFileError) -> bool {
    let OwnFileFault::Import(error) = &error.error else { return false };
    matches!(error, ImportError::NoValue { .. } | ImportError::NoTerritory { .. })
}

/// Reads files again, as the document asks.
pub fn read_again(ctx: &egui::Context, set: OwnSet) -> Job<ReadAgain> {
    Job::start("Relecture du fichier", ctx, move |given_up| {
        let data = set.data.clone();
        let progress = |done: f32| go_on(given_up, done);
        let opened = told(set.open(&progress))?;
        Some(ReadAgain { data, opened })
    })
}

fn read(
    file: FileBytes,
    place: Place,
    memory: &ChoiceMemory,
    given_up: &GivenUp,
) -> Result<Opened, OwnFileError> {
    let progress = |done: f32| go_on(given_up, done);
    let (mut set, shown) = match place {
        Place::AddedTo(set) => (set, None),
        Place::Alone(shown) => (OwnSet::new(), shown),
    };
    set.add(file.clone(), memory, &progress)?;
    match (set.open(&progress), shown) {
        (
            Err(OwnFileError { error: OwnFileFault::Import(ImportError::OnlyNumbers), .. }),
            Some(set),
        ) => {
            let mut set = set;
            set.add(file, memory, &progress)?;
            set.open(&progress)
        }
        (opened, _) => opened,
    }
}

fn go_on(given_up: &GivenUp, done: f32) -> ControlFlow<()> {
    given_up.tell(done);
    if given_up.is_so() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// A fault as a sentence; `None` when the work was given up.
fn told(opened: Result<Opened, OwnFileError>) -> Option<Result<Opened, String>> {
    match opened {
        Ok(opened) => Some(Ok(opened)),
        Err(error) => match error.error {
            OwnFileFault::Table(TableError::Cancelled) => None,
            _ => Some(Err(format!("{error} {UNCHANGED}"))),
        },
    }
}
