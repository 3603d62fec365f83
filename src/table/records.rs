//! The records of a text, and the lines where they begin.

use csv::{ByteRecord, ReaderBuilder};

use super::Separator;

/// Line ends in `bytes`: LF, CRLF or a lone CR (old Macintosh files) count once each.
pub(super) fn line_ends(bytes: &[u8]) -> u32 {
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let lone = pairs.filter(|(byte, next)| **byte == b'\r' && **next != b'\n').count();
    let last = usize::from(bytes.last() == Some(&b'\r'));
    u32::try_from(feeds + lone + last).unwrap_or(u32::MAX)
}

/// Whether no cell holds anything.
pub(super) fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| match cell.first() {
        // Most cells begin with a letter or a digit.
        Some(byte) if byte.is_ascii_graphic() => false,
        _ => String::from_utf8_lossy(cell).trim().is_empty(),
    })
}

/// The records of a text, with the line where each begins.
pub(super) struct Records<'a> {
    pub bytes: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    pub record: ByteRecord,
    /// Up to where lines are counted, and the line there.
    counted: usize,
    line: u32,
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8], separator: Separator, first_line: u32) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator.byte())
            .buffer_capacity(64 << 10)
            .from_reader(bytes);
        Self { bytes, reader, record: ByteRecord::new(), counted: 0, line: first_line }
    }

    /// Reads the next record and gives its line; `None` at the end.
    pub fn next(&mut self) -> Option<u32> {
        // Reading from memory into flexible records can't fail.
        if !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        // Counted here, since the reader's own line is that of the blank lines it skips before.
        let position = self.record.position().map_or(0, csv::Position::byte);
        let mut start = usize::try_from(position).unwrap_or(self.bytes.len());
        while matches!(self.bytes.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let between = &self.bytes[self.counted..start.max(self.counted)];
        self.line = self.line.saturating_add(line_ends(between));
        self.counted = start.max(self.counted);
        Some(self.line)
    }
}
