//! A person's own file, from its path.

use std::{path::Path, sync::Arc};

use jiff::Zoned;

use crate::{
    disk::{self, DiskError},
    project::{ChoiceMemory, FileBytes, Opened, OwnFileError, OwnSet},
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

/// Reads some files, and joins them to each other and to territories.
pub(super) fn read_files<P: AsRef<Path>>(paths: &[P]) -> Result<Opened, FileError> {
    let mut set = OwnSet::new(Zoned::now().date());
    for path in paths {
        set.add(read_file(path.as_ref())?, &ChoiceMemory::default(), READ_ON)?;
    }
    Ok(set.open(READ_ON)?)
}

/// The bytes of a file.
pub(super) fn read_file(path: &Path) -> Result<FileBytes, FileError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(FileBytes { name, bytes: Arc::new(disk::read(path)?) })
}
