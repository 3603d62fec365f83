//! Cuts the records of a text into cells (RFC 4180), as places in the text: no cell is copied, and
//! none is looked into before it is asked for. `csv` reads the same, and is what the tests hold
//! this against; but it copies every cell of files of which few columns are used.

mod plain;
mod quoted;
mod records;
#[cfg(test)]
mod tests;

use memchr::{memchr, memchr3, memrchr};

use self::quoted::unescaped;
use super::{
    line_ends::{has_lone_return, line_ends},
    notice::excerpt,
};

pub(super) use quoted::between_quotes;
pub(super) use records::{Records, Span};

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
