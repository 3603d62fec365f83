//! Records without quotes, of which many bytes are looked at at a time.

use super::Cutter;

impl Cutter<'_> {
    /// Reads records without quotes, whose lines end in LF, up to a place: many bytes at a time.
    pub(super) fn plain_records(&mut self, until: usize) {
        let (mut start, mut first) = (self.at, self.records.ends.len());
        let (blocks, rest) = self.text[self.at..until].as_chunks::<64>();
        let mut base = self.at;
        for block in blocks {
            let feeds = marks(block, b'\n');
            let mut found = marks(block, self.separator) | feeds;
            while found != 0 {
                let rank = found.trailing_zeros();
                let place = base + rank as usize;
                if feeds >> rank & 1 == 0 {
                    self.records.ends.push(place as u32);
                } else {
                    self.end_plain_record(start, first, place);
                    (start, first) = (place + 1, self.records.ends.len());
                }
                found &= found - 1;
            }
            base += block.len();
        }
        for (place, byte) in (base..).zip(rest) {
            if *byte == self.separator {
                self.records.ends.push(place as u32);
            } else if *byte == b'\n' {
                self.end_plain_record(start, first, place);
                (start, first) = (place + 1, self.records.ends.len());
            }
        }
        if start < until {
            self.end_plain_record(start, first, until);
        }
        self.at = until;
    }

    /// Ends a record without quotes at a line feed, or at the end of the text.
    fn end_plain_record(&mut self, start: usize, first: usize, feed: usize) {
        let is_pair = feed > start && self.text[feed - 1] == b'\r';
        let end = feed - usize::from(is_pair);
        // A line of nothing is no record.
        if end > start {
            self.records.ends.push(end as u32);
            let is_blank = self.is_blank(&self.text[start..end]);
            self.keep(is_blank, self.line, start, first);
        }
        self.line = self.line.saturating_add(1);
    }

    /// Whether a record without quotes holds nothing.
    fn is_blank(&self, record: &[u8]) -> bool {
        let is_gap = |byte: &u8| *byte == self.separator || byte.is_ascii_whitespace();
        match record.iter().find(|byte| !is_gap(byte)) {
            None => true,
            Some(byte) if byte.is_ascii_graphic() => false,
            Some(_) => {
                let separator = char::from(self.separator);
                let mut letters = String::from_utf8_lossy(record);
                letters.to_mut().retain(|letter| letter != separator);
                letters.trim().is_empty()
            }
        }
    }
}

/// Where a byte stands among sixty-four: a bit for each, the lowest for the first.
pub(super) fn marks(block: &[u8; 64], wanted: u8) -> u64 {
    const LOW: u64 = u64::from_ne_bytes([0x7f; 8]);
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let wanted = u64::from_ne_bytes([wanted; 8]);
    let (words, _) = block.as_chunks::<8>();
    words.iter().rev().fold(0, |marks, word| {
        // A byte that is the wanted one becomes zero, of which alone the highest bit is then set.
        let word = u64::from_le_bytes(*word) ^ wanted;
        let zeros = !(((word & LOW) + LOW) | word | LOW);
        marks << 8 | (zeros >> 7).wrapping_mul(GATHER) >> 56
    })
}
