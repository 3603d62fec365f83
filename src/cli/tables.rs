//! The data that commands show, and a person's own file from its path.

use std::path::Path;

use jiff::Zoned;

use super::arguments::Source;
use crate::{
    disk::{self, DiskError},
    project::{Data, Document, OwnFile, OwnFileError, Session, open_own_file},
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

/// The data, as they would be shown at first.
pub(super) fn open(source: &Source) -> Result<Session, FileError> {
    match source {
        Source::Embedded(embedded) => {
            Ok(Session::new(Document { data: Data::from(*embedded), ..Document::default() }))
        }
        Source::File(path) => {
            let file = read_file(path)?;
            let mut session = Session::new(Document::default());
            session.open_file(&file.name, file.imported);
            if session.report().is_some_and(|report| !report.is_complete()) {
                eprintln!(
                    "atlas-ent : certaines lignes ne sont pas rapprochées ; \
                     « atlas-ent verifier » dit lesquelles."
                );
            }
            Ok(session)
        }
    }
}
