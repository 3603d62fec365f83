//! Cuts the records of a text into cells (RFC 4180), as places in the text: no cell is copied, and
//! none is looked into before it is asked for. `csv` reads the same, and is what the tests hold
//! this against; but it copies every cell of files of which few columns are used.

use memchr::{memchr, memchr3, memrchr};
use rustc_hash::FxHashMap;

use super::{
    line_ends::{has_lone_return, line_ends},
    notice::{Lines, excerpt},
};

/// Where a record begins, and which of the ends are those of its cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub line: u32,
    pub start: u32,
    pub first: u32,
    pub len: u32,
}

/// The records of a part of a text.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub rows: Vec<Span>,
    /// Where each cell ends; it begins behind the separator that ends the one before.
    pub ends: Vec<u32>,
    /// The cells in quotes that are more than what stands between these, by their rank in `ends`.
    pub unescaped: FxHashMap<u32, Box<str>>,
    /// Records that hold something beyond the last column, and the first that they hold there.
    pub long: Lines,
    pub first_beyond: Option<String>,
}

/// Which records are kept, and how much of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Records above this line are left out.
    pub first_line: u32,
    /// Cells beyond are left out, and told when they hold something.
    pub width: usize,
    /// No record is read once there are so many, or so many cells.
    pub rows: usize,
    pub cells: usize,
}

impl Wanted {
    /// All records from a line on, with so many columns.
    pub fn all(first_line: u32, width: usize) -> Self {
        Self { first_line, width, rows: usize::MAX, cells: usize::MAX }
    }
}

/// Cuts a part of a text, which begins with a record in this line and ends with one. Records
/// without any text are left out.
pub(super) fn cut(
    text: &[u8],
    part: std::ops::Range<usize>,
    separator: u8,
    line: u32,
    wanted: Wanted,
) -> Records {
    /// Most cells of real tables are longer than this.
    const SHORT_CELL: usize = 8;
    let mut records = Records::default();
    records.ends.reserve((part.len() / SHORT_CELL).min(wanted.cells));
    let (at, text) = (part.start, &text[..part.end]);
    let mut cutter = Cutter { text, separator, wanted, at, line, records, unescaped: Vec::new() };
    cutter.run();
    cutter.records.ends.shrink_to_fit();
    cutter.records
}

/// The text of a cell in quotes, where these are all that sets it apart.
pub(super) fn between_quotes(cell: &[u8]) -> Option<&[u8]> {
    let inside = cell.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    memchr(b'"', inside).is_none().then_some(inside)
}

/// Reads from one record to the next.
struct Cutter<'a> {
    text: &'a [u8],
    separator: u8,
    wanted: Wanted,
    at: usize,
    /// The line that is being read.
    line: u32,
    records: Records,
    /// Those of the record that is being read.
    unescaped: Vec<(u32, Box<str>)>,
}

impl Cutter<'_> {
    fn run(&mut self) {
        // Old Macintosh files end their lines with a lone CR; a sample is read record by record.
        let by_line = self.wanted.rows == usize::MAX && !has_lone_return(&self.text[self.at..]);
        let mut quote = self.at;
        while self.at < self.text.len()
            && self.records.rows.len() < self.wanted.rows
            && self.records.ends.len() < self.wanted.cells
        {
            if quote < self.at || self.text.get(quote) != Some(&b'"') {
                let next = memchr(b'"', &self.text[self.at..]);
                quote = next.map_or(self.text.len(), |next| self.at + next);
            }
            let plain = match quote == self.text.len() {
                true => quote,
                false => memrchr(b'\n', &self.text[self.at..quote])
                    .map_or(self.at, |feed| self.at + feed + 1),
            };
            if by_line && plain > self.at {
                self.plain_records(plain);
            } else {
                self.record();
            }
        }
    }

    /// Reads records without quotes, whose lines end in LF, up to a place: many bytes at a time.
    fn plain_records(&mut self, until: usize) {
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

    /// Reads one record, whatever it holds, or skips a line of nothing.
    fn record(&mut self) {
        if self.end_line() {
            return;
        }
        let (start, line, first) = (self.at, self.line, self.records.ends.len());
        let mut is_blank = true;
        loop {
            let cell = self.at..self.cell_end();
            self.at = cell.end;
            if is_blank {
                is_blank = self.shown(self.records.ends.len(), cell.clone()).trim().is_empty();
            }
            self.records.ends.push(cell.end as u32);
            if self.text.get(cell.end) == Some(&self.separator) {
                self.at += 1;
            } else {
                self.end_line();
                break;
            }
        }
        self.keep(is_blank, line, start, first);
    }

    /// Skips the end of a line, if one stands here.
    fn end_line(&mut self) -> bool {
        let length = match self.text[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.at += length;
        self.line = self.line.saturating_add(1);
        true
    }

    /// Where the cell ends that begins here.
    fn cell_end(&mut self) -> usize {
        let end_from = |from: usize| {
            let end = memchr3(self.separator, b'\n', b'\r', &self.text[from..]);
            end.map_or(self.text.len(), |end| from + end)
        };
        if self.text.get(self.at) != Some(&b'"') {
            return end_from(self.at);
        }
        let (mut from, mut is_plain) = (self.at + 1, true);
        let end = loop {
            let Some(quote) = memchr(b'"', &self.text[from..]).map(|quote| from + quote) else {
                break self.text.len();
            };
            match self.text.get(quote + 1) {
                Some(b'"') => (from, is_plain) = (quote + 2, false),
                _ => break end_from(quote + 1),
            }
        };
        let cell = &self.text[self.at..end];
        if !is_plain || between_quotes(cell).is_none() {
            self.unescaped.push((self.records.ends.len() as u32, unescaped(cell).into()));
        }
        self.line = self.line.saturating_add(line_ends(cell));
        end
    }

    /// The text of the cell of this rank, which stands here.
    fn shown(&self, rank: usize, cell: std::ops::Range<usize>) -> std::borrow::Cow<'_, str> {
        let unescaped = self.unescaped.iter().find(|(other, _)| *other as usize == rank);
        let cell = &self.text[cell];
        match unescaped {
            Some((_, text)) => text.as_ref().into(),
            None => String::from_utf8_lossy(between_quotes(cell).unwrap_or(cell)),
        }
    }

    /// Keeps the record that was read, unless it is blank or not wanted.
    fn keep(&mut self, is_blank: bool, line: u32, start: usize, first: usize) {
        if is_blank || line < self.wanted.first_line {
            self.records.ends.truncate(first);
            self.unescaped.clear();
            return;
        }
        let last = self.records.ends.len().min(first.saturating_add(self.wanted.width));
        let beyond = last..self.records.ends.len();
        if !beyond.is_empty() {
            let text_of = |rank: usize| {
                let start =
                    if rank == first { start } else { self.records.ends[rank - 1] as usize + 1 };
                self.shown(rank, start..self.records.ends[rank] as usize)
            };
            let held = beyond.map(text_of).find(|text| !text.trim().is_empty());
            if let Some(held) = held.map(|text| excerpt(&text)) {
                self.records.long.add(line);
                self.records.first_beyond.get_or_insert(held);
            }
            self.records.ends.truncate(last);
        }
        let (start, len) = (start as u32, (last - first) as u32);
        self.records.rows.push(Span { line, start, first: first as u32, len });
        let kept = self.unescaped.drain(..).filter(|(rank, _)| (*rank as usize) < last);
        self.records.unescaped.extend(kept);
    }
}

/// What a cell in quotes says: doubled quotes stand for one, and what follows the closing one is
/// read as it is.
fn unescaped(cell: &[u8]) -> String {
    let (mut text, mut rest) = (Vec::with_capacity(cell.len()), &cell[1..]);
    while let Some(quote) = memchr(b'"', rest) {
        text.extend_from_slice(&rest[..quote]);
        rest = &rest[quote + 1..];
        match rest.strip_prefix(b"\"") {
            Some(after) => {
                text.push(b'"');
                rest = after;
            }
            None => break,
        }
    }
    text.extend_from_slice(rest);
    String::from_utf8_lossy(&text).into_owned()
}

/// Where a byte stands among sixty-four: a bit for each, the lowest for the first.
fn marks(block: &[u8; 64], wanted: u8) -> u64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of the records of a text, with their lines.
    fn records(text: &str, part: std::ops::Range<usize>) -> Vec<(u32, Vec<String>)> {
        let cut = cut(text.as_bytes(), part, b';', 1, Wanted::all(0, usize::MAX));
        let cell = |row: &Span, rank: u32| {
            let start = if rank == row.first { row.start } else { cut.ends[rank as usize - 1] + 1 };
            let cell = &text.as_bytes()[start as usize..cut.ends[rank as usize] as usize];
            match cut.unescaped.get(&rank) {
                Some(text) => text.to_string(),
                None => String::from_utf8(between_quotes(cell).unwrap_or(cell).to_vec()).unwrap(),
            }
        };
        let cells =
            |row: &Span| (row.first..row.first + row.len).map(|rank| cell(row, rank)).collect();
        cut.rows.iter().map(|row| (row.line, cells(row))).collect()
    }

    /// The same as `csv` reads them; the line of a record is that of its first letter.
    fn expected(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(b';')
            .from_reader(text.as_bytes());
        let records = reader.records().map(|record| {
            let record = record.unwrap();
            let mut start = record.position().unwrap().byte() as usize;
            while matches!(text.as_bytes().get(start), Some(b'\r' | b'\n')) {
                start += 1;
            }
            let line = 1 + line_ends(&text.as_bytes()[..start]);
            (line, record.iter().map(str::to_owned).collect::<Vec<String>>())
        });
        records.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())).collect()
    }

    #[test]
    fn any_text_is_cut_as_csv_cuts_it() {
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = |below: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            (random % below as u64) as usize
        };
        let pieces = [
            ";",
            ";",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"\"",
            "a",
            "Lozère",
            "un peu long",
            " ",
            "\u{a0}",
            ";;",
            "\n\n",
            "0,5",
        ];
        for round in 0..20_000 {
            // Texts with and without quotes, and with and without a lone CR.
            let kinds: Vec<&str> = (pieces.iter().copied())
                .filter(|piece| round % 2 == 0 || !piece.contains('"'))
                .filter(|piece| round % 3 == 0 || *piece != "\r")
                .collect();
            let text: String = (0..next(30)).map(|_| kinds[next(kinds.len())]).collect();
            assert_eq!(records(&text, 0..text.len()), expected(&text), "{text:?}");
        }
    }

    #[test]
    fn the_places_of_a_byte_are_marked() {
        for at in 0..64 {
            let mut block = [b'x' | 0x80; 64];
            (block[at], block[63 - at]) = (b';', b';');
            assert_eq!(marks(&block, b';'), 1 << at | 1 << (63 - at));
            assert_eq!(marks(&block, b'\n'), 0);
        }
    }

    #[test]
    fn what_is_not_wanted_is_left_out_or_told() {
        let text = "a;b\n;;\n1;2;;\"x \"\"y\"\"\";z\n\n3;\"4\"\n5\n";
        let wanted = Wanted::all(2, 2);
        let cut = cut(text.as_bytes(), 0..text.len(), b';', 1, wanted);
        let lines: Vec<(u32, u32)> = cut.rows.iter().map(|row| (row.line, row.len)).collect();
        assert_eq!(lines, [(3, 2), (5, 2), (6, 1)]);
        assert_eq!((cut.long.count, cut.first_beyond.as_deref()), (1, Some("x \"y\"")));
        assert!(cut.unescaped.is_empty());
        let sample = Wanted { rows: 2, ..Wanted::all(0, usize::MAX) };
        assert_eq!(super::cut(text.as_bytes(), 0..text.len(), b';', 1, sample).rows.len(), 2);
    }
}
