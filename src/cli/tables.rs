//! A person's own file, from its path.

use std::path::Path;

use jiff::Zoned;

use crate::{
    disk::{self, DiskError},
    project::{OwnFile, OwnFileError, open_own_file},
    table::READ_ON,
};

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum FileError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error(transparent)]
    Understood(#[from] OwnFileError),
}

/// Reads a file and joins it to territories.
pub(super) fn read_file(path: &Path) -> Result<OwnFile, FileError> {
    let bytes = disk::read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(open_own_file(&bytes, &name, Zoned::now().date(), READ_ON)?)
}
