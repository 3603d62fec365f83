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
    project::{
        ChoiceMemory, FileBytes, Opened, OwnData, OwnFileError, OwnFileFault, OwnSet, Refused,
        Unopened,
    },
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
        /// What it says, or why it says nothing.
        opened: Result<Box<Opened>, Unopened>,
    },
}

/// What reading files again came to.
pub struct ReadAgain {
    /// What the document asked for.
    pub data: OwnData,
    /// The files, or why they say nothing.
    pub opened: Result<Box<Opened>, Unopened>,
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
                let sentence = format!("Fichier non ouvert\u{202f}: {error} {UNCHANGED}");
                return Some(OpenedFile::Read { path, opened: Err(sentence.into()) });
            }
        };
        let file = FileBytes { name, origin: path.display().to_string(), bytes };
        let bytes = Arc::clone(&file.bytes);
        let opened = read(file, place, &memory, given_up);
        if opened.as_ref().is_err_and(says_nothing_of_figures) && holds_areas(&bytes) {
            return Some(OpenedFile::Outlines(outlines(&path)));
        }
        Some(OpenedFile::Read { path, opened: told(opened)? })
    })
}

/// Tries again to open files of which one was refused, as a person has now decided.
pub fn retry(ctx: &egui::Context, set: OwnSet, path: PathBuf) -> Job<OpenedFile> {
    Job::start("Relecture du fichier", ctx, move |given_up| {
        let progress = |done: f32| go_on(given_up, done);
        let opened = Refused::or_opened(set, &progress).map_err(Failure::Refused);
        Some(OpenedFile::Read { path, opened: told(opened)? })
    })
}

fn outlines(path: &Path) -> Result<ReadOutlines, String> {
    read_outlines(path).map_err(|sentence| format!("{sentence} {UNCHANGED}"))
}

/// Whether no column of a file has values: with areas beside, it is outlines.
fn says_nothing_of_figures(failure: &Failure) -> bool {
    let OwnFileFault::Import(error) = &failure.error().error else { return false };
    matches!(error, ImportError::NoValue { .. } | ImportError::NoTerritory { .. })
}

/// Reads files again, as the document asks.
pub fn read_again(ctx: &egui::Context, set: OwnSet) -> Job<ReadAgain> {
    Job::start("Relecture du fichier", ctx, move |given_up| {
        let data = set.data.clone();
        let progress = |done: f32| go_on(given_up, done);
        let opened = Refused::or_opened(set, &progress).map_err(Failure::Refused);
        let opened = told(opened)?;
        Some(ReadAgain { data, opened })
    })
}

fn read(
    file: FileBytes,
    place: Place,
    memory: &ChoiceMemory,
    given_up: &GivenUp,
) -> Result<Opened, Failure> {
    let progress = |done: f32| go_on(given_up, done);
    let (mut set, shown) = match place {
        Place::AddedTo(set) => (set, None),
        Place::Alone(shown) => (OwnSet::new(), shown),
    };
    set.add(file.clone(), memory, &progress)?;
    let only_numbers = |refused: &Refused| {
        matches!(refused.error.error, OwnFileFault::Import(ImportError::OnlyNumbers))
    };
    match (Refused::or_opened(set, &progress), shown) {
        (Err(refused), Some(set)) if only_numbers(&refused) => {
            let mut set = set;
            set.add(file, memory, &progress)?;
            Refused::or_opened(set, &progress).map_err(Failure::Refused)
        }
        (opened, _) => opened.map_err(Failure::Refused),
    }
}

/// Why nothing was opened.
enum Failure {
    /// There is no table.
    Unread(Box<OwnFileError>),
    /// There is one that no map can be drawn from.
    Refused(Box<Refused>),
}

impl Failure {
    fn error(&self) -> &OwnFileError {
        match self {
            Self::Unread(error) => error,
            Self::Refused(refused) => &refused.error,
        }
    }
}

impl From<OwnFileError> for Failure {
    fn from(error: OwnFileError) -> Self {
        Self::Unread(Box::new(error))
    }
}

fn go_on(given_up: &GivenUp, done: f32) -> ControlFlow<()> {
    given_up.tell(done);
    if given_up.is_so() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// A failure in sentences; `None` when the work was given up.
fn told(opened: Result<Opened, Failure>) -> Option<Result<Box<Opened>, Unopened>> {
    let failure = match opened {
        Ok(opened) => return Some(Ok(Box::new(opened))),
        Err(failure) => failure,
    };
    if is_stopped(failure.error()) {
        return None;
    }
    let sentence = format!("{} {UNCHANGED}", failure.error());
    let refused = match failure {
        Failure::Refused(refused) => Some(refused),
        Failure::Unread(_) => None,
    };
    Some(Err(Unopened { sentence, refused }))
}

fn is_stopped(error: &OwnFileError) -> bool {
    matches!(error.error, OwnFileFault::Table(TableError::Cancelled))
}
