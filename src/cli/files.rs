//! Files that commands read and write.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    french::NARROW_SPACE,
    outline::{OutlineFileError, OutlineFiles},
};

/// Why outlines could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum OutlineReadError {
    /// The file could not be opened.
    #[error("impossible de lire les contours{NARROW_SPACE}: {} ({})", reason(.error), .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file was read and is not usable.
    #[error("contours inutilisables{NARROW_SPACE}: {0}")]
    Unusable(#[from] OutlineFileError),
}

/// Why a result could not be written.
#[derive(Debug, thiserror::Error)]
#[error("impossible d’écrire le fichier{NARROW_SPACE}: {} ({})", reason(.error), .path.display())]
pub(super) struct WriteError {
    path: PathBuf,
    error: io::Error,
}

/// The files of a folder, or the embedded ones without a folder. They are not looked into yet.
pub(super) fn read_outlines(folder: Option<&Path>) -> Result<OutlineFiles, OutlineReadError> {
    let Some(folder) = folder else { return Ok(OutlineFiles::embedded()) };
    let read = |file: &str| {
        let path = folder.join(file);
        fs::read(&path).map_err(|error| OutlineReadError::Unreadable { path, error })
    };
    let departements = read(OutlineFiles::DEPARTEMENTS)?;
    let [(_, regions), (_, older)] = OutlineFiles::REGIONS;
    // Régions are only compared with: a folder without them is complete.
    let optional = |file: &str| match read(file) {
        Err(OutlineReadError::Unreadable { error, .. })
            if error.kind() == io::ErrorKind::NotFound =>
        {
            Ok(None)
        }
        other => other.map(Some),
    };
    Ok(OutlineFiles::own(departements, [optional(regions)?, optional(older)?]))
}

/// Writes a whole file, or leaves what was there: the new contents are written beside it first.
pub(super) fn write(path: &Path, contents: &[u8]) -> Result<(), WriteError> {
    let failed = |error| WriteError { path: path.to_owned(), error };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".partiel");
    let beside = path.with_file_name(name);
    fs::write(&beside, contents).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed(error)
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
