//! The data that commands show, and a person's own file from its path.

use std::{path::Path, sync::Arc};

use super::arguments::{Choices, Source};
use crate::{
    disk::{self, DiskError},
    project::{
        ChoiceMemory, Command, Data, Document, FileBytes, Opened, OwnFileError, OwnSet, Session,
    },
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
    let mut set = OwnSet::new();
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

/// The data, as they would be shown at first.
pub(super) fn open(choices: &Choices) -> Result<Session, FileError> {
    match &choices.source {
        Source::Embedded(embedded) => {
            Ok(Session::new(Document { data: Data::from(*embedded), ..Document::default() }))
        }
        Source::Files(paths) => {
            let mut session = Session::new(Document::default());
            session.open_own(read_files(paths)?);
            session.apply(Command::Count(choices.perimeter));
            if session.own_files().any(|(_, report)| !report.is_complete()) {
                eprintln!(
                    "atlas-ent : certaines lignes ne sont pas rapprochées ; \
                     « atlas-ent verifier » dit lesquelles."
                );
            }
            Ok(session)
        }
    }
}
