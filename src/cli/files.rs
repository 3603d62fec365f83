//! Files that commands read.

use std::path::Path;

use crate::{
    disk::{self, DiskError},
    french::NARROW_SPACE,
    outline::{OutlineFileError, OutlineFiles},
};

/// Why outlines could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum OutlineReadError {
    /// A file could not be opened.
    #[error("contours introuvables{NARROW_SPACE}: {0}")]
    Unreadable(#[from] DiskError),
    /// The files were read and are not usable.
    #[error("contours inutilisables{NARROW_SPACE}: {0}")]
    Unusable(#[from] OutlineFileError),
}

/// The files of a folder, or one file, or the embedded ones without either. They are not looked into
/// yet.
pub(super) fn read_outlines(path: Option<&Path>) -> Result<OutlineFiles, OutlineReadError> {
    let Some(path) = path else { return Ok(OutlineFiles::embedded()) };
    Ok(OutlineFiles::gather(path, disk::read, DiskError::is_missing)?)
}
