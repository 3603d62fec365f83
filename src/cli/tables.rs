//! The data that commands show, and a person's own file from its path.

use std::{path::Path, sync::Arc};

use super::{
    arguments::{Choices, FileRequest, Source},
    check::question,
};
use crate::{
    coverage::school::Perimeter,
    disk::{self, DiskError, complain},
    french::NARROW_SPACE,
    project::{Command, Data, Document, FileBytes, Opened, OwnFileError, OwnSet, Session},
    table::READ_ON,
};

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum FileError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error(transparent)]
    Understood(#[from] OwnFileError),
    /// Questions, and the options that answer them.
    #[error("la carte attend une décision.\n{0}")]
    ToDecide(String),
}

/// Reads some files, and joins them to each other and to territories. What the other options say
/// settles what the files leave to suppose.
fn read_files(requests: &[FileRequest], choices: &Choices) -> Result<Opened, FileError> {
    let mut set = OwnSet::new();
    for request in requests {
        set.add_as(read_file(&request.path)?, request.decided(), READ_ON)?;
    }
    Ok(settled(set, choices)?)
}

/// Joins files, and settles with these options what they leave to suppose.
pub(super) fn settled(mut set: OwnSet, choices: &Choices) -> Result<Opened, OwnFileError> {
    let opened = set.clone().open(READ_ON)?;
    let before = set.data.clone();
    for (rank, report) in opened.imported.reports.iter().enumerate() {
        set.choose(rank, |import| choices.confirm(report, import));
    }
    if set.data == before { Ok(opened) } else { set.open(READ_ON) }
}

/// The bytes of a file.
pub(super) fn read_file(path: &Path) -> Result<FileBytes, FileError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let origin = path.display().to_string();
    Ok(FileBytes { name, origin, bytes: Arc::new(disk::read(path)?) })
}

/// The data, as they would be shown at first.
pub(super) fn open(choices: &Choices) -> Result<Session, FileError> {
    match &choices.source {
        Source::Embedded(embedded) => {
            Ok(Session::new(Document { data: Data::from(*embedded), ..Document::default() }))
        }
        Source::Files(requests) => {
            let opened = read_files(requests, choices)?;
            let files = &opened.set.data.files;
            let questions: Vec<String> = opened
                .imported
                .questions()
                .flat_map(|(file, one)| {
                    let name = files.get(file).map(|source| source.origin.clone());
                    let [sentence, options] = question(one);
                    [format!("« {} »{NARROW_SPACE}: {sentence}", name.unwrap_or_default()), options]
                })
                .collect();
            if !questions.is_empty() {
                return Err(FileError::ToDecide(questions.join("\n")));
            }
            let mut session = Session::new(Document::default());
            session.open_own(opened);
            if choices.perimeter != Perimeter::default() {
                session.apply(Command::Count(choices.perimeter));
            }
            if session.own_files().any(|(_, report)| !report.is_complete()) {
                complain(
                    "certaines lignes ne sont pas rapprochées ; \
                     « atlas-ent verifier » dit lesquelles.",
                );
            }
            Ok(session)
        }
    }
}
