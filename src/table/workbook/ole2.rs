//! What an OLE2 container holds, and whether it is safe to unfold.

use std::io::{Cursor, Read, Write};

use cfb::{CompoundFile, Version};

use super::{
    biff::{self, BiffSheet},
    damaged,
};
use crate::table::{Format, TableError};

/// A workbook in a container of our own.
pub(super) struct Rebuilt {
    pub bytes: Vec<u8>,
    /// What its records say of each sheet.
    pub sheets: Vec<BiffSheet>,
}

/// Takes the workbook out of its container and puts it into a new one: calamine then meets no
/// table of sectors that it did not make itself.
///
/// # Errors
/// When it is no workbook, is under a password, is damaged, or unfolds into too many cells.
pub(super) fn check(bytes: &[u8], name: &str) -> Result<Rebuilt, TableError> {
    let mut container = CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged(Format::Xls))?;
    let holds = |stream: &str| container.exists(stream);
    let kind = if holds("/EncryptedPackage") || holds("/EncryptionInfo") {
        return Err(TableError::Protected { name: name.to_owned() });
    } else if holds("/WordDocument") {
        Some("un document Word")
    } else if holds("/PowerPoint Document") {
        Some("une présentation PowerPoint")
    } else {
        None
    };
    if let Some(kind) = kind {
        return Err(TableError::NotATable { kind });
    }
    let path = ["/Workbook", "/Book"].into_iter().find(|path| holds(path));
    let path = path.ok_or(TableError::NotATable { kind: "un document Office sans classeur" })?;
    let mut stream = Vec::new();
    let damage = |_| damaged(Format::Xls);
    let reader = container.open_stream(path).map_err(damage)?;
    reader.take(bytes.len() as u64).read_to_end(&mut stream).map_err(damage)?;
    let sheets = biff::scan(&mut stream, name)?;
    Ok(Rebuilt { bytes: rebuild(path, &stream).map_err(damage)?, sheets })
}

/// In version 3: of version 4, calamine refuses any container in which nothing is small, hence all
/// but the smallest workbooks.
fn rebuild(path: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut container = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
    container.create_stream(path)?.write_all(stream)?;
    container.flush()?;
    Ok(container.into_inner().into_inner())
}
