//! Opening a person's own file, on a thread of its own.

use std::{future::Future, ops::ControlFlow, path::PathBuf, pin::Pin};

use super::job::Job;
use crate::{
    disk,
    project::{OwnFile, OwnFileFault, open_own_file},
    table::TableError,
};

/// What opening came to: the file, or a whole sentence.
pub type OpenedFile = Result<OwnFile, String>;

/// What a person who meets an error would ask next.
const UNCHANGED: &str = "La carte reste comme elle était.";

/// Waits for a path, then reads; giving up stops it within a moment.
pub fn open(
    ctx: &egui::Context,
    path: Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>,
) -> Job<OpenedFile> {
    Job::start("Lecture du fichier", ctx, move |given_up| {
        let path = pollster::block_on(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = match disk::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let said = format!("Fichier non ouvert\u{202f}: {error} {UNCHANGED}");
                return Some(Err(said));
            }
        };
        let given_up = given_up.clone();
        let progress = move |_: f32| {
            if given_up.is_so() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let today = jiff::Zoned::now().date();
        match open_own_file(&bytes, &name, today, &progress) {
            Ok(file) => Some(Ok(file)),
            Err(error) => match error.error {
                OwnFileFault::Table(TableError::Cancelled) => None,
                _ => Some(Err(format!("{error} {UNCHANGED}"))),
            },
        }
    })
}
