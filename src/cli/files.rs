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

/// The files of a folder, or the embedded ones without a folder. They are not looked into yet.
pub(super) fn read_outlines(folder: Option<&Path>) -> Result<OutlineFiles, OutlineReadError> {
    let Some(folder) = folder else { return Ok(OutlineFiles::embedded()) };
    let departements = disk::read(&folder.join(OutlineFiles::DEPARTEMENTS))?;
    let [(_, regions), (_, older)] = OutlineFiles::REGIONS;
    // Régions are only compared with: a folder without them is complete.
    let optional = |file: &str| match disk::read(&folder.join(file)) {
        Err(error) if error.is_missing() => Ok(None),
        other => other.map(Some),
    };
    let files = OutlineFiles::own(departements, [optional(regions)?, optional(older)?]);
    let credit = optional(OutlineFiles::CREDIT)?.unwrap_or_default();
    Ok(files.credited(&String::from_utf8_lossy(&credit)))
}
