//! A person's own file: from its path to what it says.

use std::path::Path;

use jiff::Zoned;

use crate::{
    coverage::import::{ImportChoices, ImportError, Imported, import},
    disk::{self, DiskError},
    french::NARROW_SPACE,
    table::{READ_ON, ReadOptions, Recognition, TableError, TableNotice, read},
};

/// A file that was read.
pub(super) struct ReadFile {
    /// Its name, without the folder.
    pub name: String,
    /// How its bytes were understood.
    pub recognition: Recognition,
    /// What was repaired or left out on the way to a table.
    pub notices: Vec<TableNotice>,
    /// What it says.
    pub imported: Imported,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum FileError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error("« {name} »{NARROW_SPACE}: {error}")]
    Table { name: String, error: TableError },
    #[error("« {name} »{NARROW_SPACE}: {error}")]
    Import { name: String, error: ImportError },
}

/// Reads a file and joins it to territories.
pub(super) fn read_file(path: &Path) -> Result<ReadFile, FileError> {
    let bytes = disk::read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reading = read(&bytes, &name, &ReadOptions::default(), READ_ON)
        .map_err(|error| FileError::Table { name: name.clone(), error })?;
    let today = Zoned::now().date();
    let imported = import(&reading.table, &name, today, &ImportChoices::default())
        .map_err(|error| FileError::Import { name: name.clone(), error })?;
    Ok(ReadFile { name, recognition: reading.recognition, notices: reading.notices, imported })
}
