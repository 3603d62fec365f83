//! What an OLE2 container holds, and whether it is safe to unfold.

use std::io::{Cursor, Read, Write};

use cfb::CompoundFile;

use super::{MOST_UNFOLDED, damaged};
use crate::table::{Format, TableError, TooLarge};

/// Takes the workbook out of its container and puts it into a new one: calamine then meets no
/// table of sectors that it did not make itself.
///
/// # Errors
/// When it is no workbook, is under a password, is damaged, or unfolds into too many cells.
pub(super) fn check(bytes: &[u8], name: &str) -> Result<Vec<u8>, TableError> {
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
    check_records(&mut stream, name)?;
    rebuild(path, &stream).map_err(damage)
}

fn rebuild(path: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut container = CompoundFile::create(Cursor::new(Vec::new()))?;
    container.create_stream(path)?.write_all(stream)?;
    container.flush()?;
    Ok(container.into_inner().into_inner())
}

/// The records of BIFF that matter here ([MS-XLS] 2.3).
mod record {
    pub const FORMULA: u16 = 0x0006;
    pub const FILE_PASS: u16 = 0x002f;
    pub const MUL_RK: u16 = 0x00bd;
    pub const RSTRING: u16 = 0x00d6;
    pub const LABEL_SST: u16 = 0x00fd;
    pub const DIMENSIONS: u16 = 0x0200;
    /// A cell without value, which no one reads.
    pub const BLANK: u16 = 0x0201;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const RK: u16 = 0x027e;
    pub const BOF: u16 = 0x0809;
}

/// Finds out how large the rectangles are that the cells of each sheet span, and takes out the
/// sizes that the file declares, for which calamine would make room at once.
fn check_records(stream: &mut [u8], name: &str) -> Result<(), TableError> {
    let (mut before, mut span) = (0_usize, Span::default());
    let mut at = 0;
    while let Some(&[id0, id1, len0, len1]) = stream.get(at..at + 4) {
        let (id, length) = (u16::from_le_bytes([id0, id1]), u16::from_le_bytes([len0, len1]));
        match id {
            record::FILE_PASS => return Err(TableError::Protected { name: name.to_owned() }),
            record::DIMENSIONS => {
                stream[at..at + 2].copy_from_slice(&record::BLANK.to_le_bytes());
            }
            record::BOF => {
                before = before.saturating_add(span.cells());
                span = Span::default();
            }
            record::FORMULA
            | record::MUL_RK
            | record::RSTRING
            | record::LABEL_SST
            | record::NUMBER
            | record::LABEL
            | record::BOOL_ERR
            | record::RK => {
                if let Some(&[row0, row1, column0, column1]) = stream.get(at + 4..at + 8) {
                    // Several cells in one record stand side by side, six bytes each.
                    let more = if id == record::MUL_RK { usize::from(length) / 6 } else { 0 };
                    let column = usize::from(u16::from_le_bytes([column0, column1]));
                    span.add(usize::from(u16::from_le_bytes([row0, row1])), column, column + more);
                }
            }
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    if before.saturating_add(span.cells()) > MOST_UNFOLDED {
        return Err(TableError::TooLarge { what: TooLarge::Cells(MOST_UNFOLDED) });
    }
    Ok(())
}

/// The rectangle that some cells span: rows, then columns.
#[derive(Default)]
struct Span(Option<[usize; 4]>);

impl Span {
    fn add(&mut self, row: usize, first: usize, last: usize) {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, first, last]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(first), right.max(last)]);
    }

    fn cells(&self) -> usize {
        self.0.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    }
}
