//! The records of an XLS workbook: how large they make calamine, and what it does not tell of the
//! cells that it reads ([MS-XLS] 2.3).

use rustc_hash::FxHashMap;

use super::{MOST_UNFOLDED, layout::Layout, number_format};
use crate::table::{CellKind, TableError, TooLarge};

/// What is known of a sheet beside the values of its cells.
#[derive(Debug, Default)]
pub(super) struct BiffSheet {
    pub layout: Layout,
    /// What the formats of its numbers show, by row and column from 0, where that is more than the
    /// number or the day.
    pub formats: FxHashMap<(u32, u32), CellKind>,
}

/// The records that matter here.
mod record {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000a;
    pub const FILE_PASS: u16 = 0x002f;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00bd;
    pub const RSTRING: u16 = 0x00d6;
    pub const XF: u16 = 0x00e0;
    pub const MERGE_CELLS: u16 = 0x00e5;
    pub const LABEL_SST: u16 = 0x00fd;
    pub const DIMENSIONS: u16 = 0x0200;
    /// A cell without value, which no one reads.
    pub const BLANK: u16 = 0x0201;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BOF: u16 = 0x0809;
}

/// Reads what matters of all records, the sheets in the order in which the workbook lists them, and
/// takes out the sizes that they declare, for which calamine would make room at once.
///
/// # Errors
/// When the workbook is under a password, or its sheets unfold into too many cells.
pub(super) fn scan(stream: &mut [u8], name: &str) -> Result<Vec<BiffSheet>, TableError> {
    let mut scan = Scan::default();
    let mut at = 0;
    while let Some(&[id0, id1, len0, len1]) = stream.get(at..at + 4) {
        let (id, length) = (u16::from_le_bytes([id0, id1]), u16::from_le_bytes([len0, len1]));
        let end = stream.len().min(at + 4 + usize::from(length));
        match id {
            record::FILE_PASS => return Err(TableError::Protected { name: name.to_owned() }),
            record::DIMENSIONS => {
                stream[at..at + 2].copy_from_slice(&record::BLANK.to_le_bytes());
            }
            _ => {
                // One that is too short for what it should hold says nothing.
                scan.record(id, at, &Data(&stream[at + 4..end]));
            }
        }
        at += 4 + usize::from(length);
    }
    if scan.before.saturating_add(scan.span.cells()) > MOST_UNFOLDED {
        return Err(TableError::TooLarge { what: TooLarge::Cells(MOST_UNFOLDED) });
    }
    Ok(scan.sheets)
}

/// The bytes of a record.
struct Data<'a>(&'a [u8]);

impl Data<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.0.get(at..at + 2)?.try_into().ok()?))
    }

    fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.0.get(at..at + 4)?.try_into().ok()?))
    }
}

#[derive(Default)]
struct Scan {
    /// Cells of the rectangles of the sheets before this one.
    before: usize,
    span: Span,
    /// Whether strings have two bytes a letter and a longer length, as since Excel 97.
    is_biff8: bool,
    /// What custom formats show, by their rank.
    formats: FxHashMap<u16, CellKind>,
    /// The ranks of the number formats of cell styles.
    styles: Vec<u16>,
    /// The rank of the sheet that begins at an offset.
    starts: FxHashMap<usize, usize>,
    sheets: Vec<BiffSheet>,
    current: Option<usize>,
    /// Charts inside a sheet have records of their own.
    depth: usize,
}

impl Scan {
    /// Looks at a record, as far as it goes.
    fn record(&mut self, id: u16, at: usize, data: &Data<'_>) -> Option<()> {
        match id {
            record::BOF => {
                self.before = self.before.saturating_add(self.span.cells());
                self.span = Span::default();
                if let Some(sheet) = self.starts.get(&at) {
                    (self.current, self.depth) = (Some(*sheet), 0);
                } else {
                    self.depth += 1;
                }
                self.is_biff8 |= data.u16(0)? >= 0x0600;
            }
            record::EOF => self.depth = self.depth.saturating_sub(1),
            record::BOUND_SHEET => {
                self.starts.insert(data.u32(0)? as usize, self.sheets.len());
                self.sheets.push(BiffSheet::default());
            }
            record::FORMAT => {
                self.formats.insert(data.u16(0)?, number_format::of_excel(&self.format(data)?));
            }
            record::XF => self.styles.push(data.u16(2).unwrap_or_default()),
            record::ROW => {
                const IS_HIDDEN: u32 = 0x20;
                let (row, flags) = (data.u16(0)?, data.u32(12)?);
                if flags & IS_HIDDEN != 0 {
                    self.sheet()?.layout.hidden.insert(u32::from(row));
                }
            }
            record::MERGE_CELLS => {
                for rank in 0..usize::from(data.u16(0)?) {
                    let [top, bottom, left] = [0, 2, 4].map(|place| data.u16(2 + 8 * rank + place));
                    let (top, bottom, left) = (top?.into(), bottom?.into(), left?.into());
                    self.sheet()?.layout.merge(top, bottom, left);
                }
            }
            record::FORMULA
            | record::MUL_RK
            | record::RSTRING
            | record::LABEL_SST
            | record::NUMBER
            | record::LABEL
            | record::BOOL_ERR
            | record::RK => self.cells(id, data)?,
            _ => {}
        }
        Some(())
    }

    /// The text of a format.
    fn format(&self, data: &Data<'_>) -> Option<String> {
        let (length, wide, start) = if self.is_biff8 {
            (usize::from(data.u16(2)?), data.0.get(4)? & 1 == 1, 5)
        } else {
            (usize::from(*data.0.get(2)?), false, 3)
        };
        let bytes = data.0.get(start..)?;
        Some(if wide {
            let letters = bytes.chunks_exact(2).take(length);
            let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(letters).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
        } else {
            bytes.iter().take(length).map(|byte| char::from(*byte)).collect()
        })
    }

    /// One cell, or several that stand side by side in one record.
    fn cells(&mut self, id: u16, data: &Data<'_>) -> Option<()> {
        const BYTES_OF_RK: usize = 6;
        let (row, first) = (data.u16(0)?, data.u16(2)?);
        let several = id == record::MUL_RK;
        let more = if several { data.0.len() / BYTES_OF_RK } else { 0 };
        let column = usize::from(first);
        self.span.add(usize::from(row), column, column + more);
        if matches!(id, record::FORMULA | record::MUL_RK | record::NUMBER | record::RK) {
            let count = if several { data.0.len().saturating_sub(6) / BYTES_OF_RK } else { 1 };
            for rank in 0..count {
                let style = usize::from(data.u16(4 + BYTES_OF_RK * rank)?);
                let format = self.styles.get(style).copied().unwrap_or_default();
                let custom = self.formats.get(&format).copied();
                let format = custom.unwrap_or_else(|| number_format::of_builtin(format));
                if matches!(format, CellKind::Percent | CellKind::Month | CellKind::Year) {
                    let place = (u32::from(row), u32::from(first) + rank as u32);
                    self.sheet()?.formats.insert(place, format);
                }
            }
        }
        Some(())
    }

    /// The sheet whose own records are being read.
    fn sheet(&mut self) -> Option<&mut BiffSheet> {
        self.sheets.get_mut(self.current.filter(|_| self.depth == 0)?)
    }
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
