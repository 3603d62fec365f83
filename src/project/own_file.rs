//! A person's own file: from its bytes to what it says.

use jiff::civil::Date;

use crate::{
    coverage::import::{ImportChoices, ImportError, Imported, import},
    french::NARROW_SPACE,
    table::{Progress, ReadOptions, Recognition, TableError, TableNotice, read},
};

/// A file that was read and joined.
#[derive(Debug)]
pub struct OwnFile {
    /// Its name, without the folder.
    pub name: String,
    /// How its bytes were understood.
    pub recognition: Recognition,
    /// What was repaired or left out on the way to a table.
    pub notices: Vec<TableNotice>,
    /// What it says.
    pub imported: Imported,
}

/// Why a file could not be understood.
#[derive(Debug, thiserror::Error)]
#[error("« {name} »{NARROW_SPACE}: {error}")]
pub struct OwnFileError {
    /// Its name, without the folder.
    pub name: String,
    /// What is wrong with it.
    pub error: OwnFileFault,
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum OwnFileFault {
    /// It is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It is a table that says nothing of territories.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// Reads a file and joins it to territories; `today` dates one that gives no date. `progress` can
/// stop it.
///
/// # Errors
/// When it is no table, or none that a map can show.
pub fn open_own_file(
    bytes: &[u8],
    name: &str,
    today: Date,
    progress: &Progress,
) -> Result<OwnFile, OwnFileError> {
    let fault = |error: OwnFileFault| OwnFileError { name: name.to_owned(), error };
    let reading = read(bytes, name, &ReadOptions::default(), progress)
        .map_err(|error| fault(error.into()))?;
    let imported = import(&reading.table, name, today, &ImportChoices::default())
        .map_err(|error| fault(error.into()))?;
    Ok(OwnFile {
        name: name.to_owned(),
        recognition: reading.recognition,
        notices: reading.notices,
        imported,
    })
}
