//! Reading and writing whole files, with reasons in French.
//!
//! The one corridor to the outside, for the commands and the window only: every other room takes
//! bytes and returns values.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::french::NARROW_SPACE;

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("impossible {} « {} »{NARROW_SPACE}: {}.", .doing.words(), .path.display(), reason(.error))]
pub struct DiskError {
    /// Which file.
    pub path: PathBuf,
    /// What was being done.
    pub doing: Doing,
    /// Why it failed.
    pub error: io::Error,
}

/// What is done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading it.
    Reading,
    /// Writing it.
    Writing,
}

impl Doing {
    fn words(self) -> &'static str {
        match self {
            Self::Reading => "de lire",
            Self::Writing => "d’écrire",
        }
    }
}

impl DiskError {
    /// Whether there is simply no such file.
    pub fn is_missing(&self) -> bool {
        self.error.kind() == io::ErrorKind::NotFound
    }
}

/// Reads a whole file.
///
/// # Errors
/// When it cannot be opened or read.
pub fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    fs::read(path).map_err(|error| DiskError {
        path: path.to_owned(),
        doing: Doing::Reading,
        error,
    })
}

/// Writes a whole file, or leaves what was there: the new contents are written beside it first.
///
/// # Errors
/// When it cannot be created, or the disk is full.
pub fn write(path: &Path, contents: &[u8]) -> Result<(), DiskError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".partiel");
    let beside = path.with_file_name(name);
    fs::write(&beside, contents).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        // Nothing half-written stays; if even that fails, the first reason is the one to tell.
        let _ = fs::remove_file(&beside);
        DiskError { path: path.to_owned(), doing: Doing::Writing, error }
    })
}

/// The commonest reasons in French; the system's own words for the others.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "le fichier ou le dossier n’existe pas".to_owned(),
        io::ErrorKind::PermissionDenied => "l’accès est refusé".to_owned(),
        io::ErrorKind::IsADirectory => "c’est un dossier".to_owned(),
        io::ErrorKind::NotADirectory => "ce n’est pas un dossier".to_owned(),
        io::ErrorKind::StorageFull => "le disque est plein".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_nothing_else_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("carte.svg");
        write(&path, b"un").unwrap();
        write(&path, b"deux").unwrap();
        assert_eq!(read(&path).unwrap(), b"deux");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_is_not_there_is_told_in_french() {
        let error = read(Path::new("nulle-part/carte.svg")).unwrap_err();
        assert!(error.is_missing());
        assert_eq!(
            error.to_string(),
            "impossible de lire « nulle-part/carte.svg »\u{202f}: \
             le fichier ou le dossier n’existe pas."
        );
    }
}
