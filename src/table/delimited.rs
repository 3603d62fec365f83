//! Reading text whose cells are set apart by a separator (RFC 4180 and its many dialects).

use std::{
    borrow::Cow,
    sync::atomic::{AtomicUsize, Ordering},
};

use csv::{ByteRecord, ReaderBuilder};
use rayon::prelude::*;

use super::{
    Format, Lines, Progress, ReadOptions, Reading, Recognition, Separator, Table, TableError,
    TableNotice, block::Block, encoding, format, header, notes, notice::excerpt, quotes, separator,
};

/// Bytes that one core reads at a time.
const PART: usize = 1 << 20;

/// Reads a text. Rows without any text are skipped, a row too short is filled with empty cells and
/// a row too long is cut; empty cells beyond the last column are not worth a notice, since
/// spreadsheets write them by the dozen.
pub(super) fn read(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let decoded = encoding::decode(bytes, options.encoding);
    let mut reasons = vec![decoded.reason.to_owned()];
    let mut notices = Vec::new();
    if decoded.repaired > 0 {
        let (count, encoding) = (decoded.repaired, decoded.encoding);
        notices.push(TableNotice::ForeignBytes { count, encoding });
    }
    let text = without_controls(decoded.text, &mut notices)?;
    step(progress, 0.2)?;

    let (declared, body) = declaration(&text);
    let (separator, columns) = match (options.separator, declared) {
        (Some(chosen), _) => {
            reasons.push("Séparateur choisi à la main.".to_owned());
            (chosen, separator::width(body, chosen))
        }
        (None, Some(declared)) => {
            reasons.push("La première ligne (sep=) donne le séparateur.".to_owned());
            (declared, separator::width(body, declared))
        }
        (None, None) => {
            let (guess, columns) = separator::guess(body);
            reasons.push(match columns {
                0 | 1 => {
                    "Aucun séparateur ne revient de ligne en ligne\u{202f}: une seule colonne."
                        .into()
                }
                _ => format!("Ce séparateur coupe la plupart des lignes en {columns} cellules."),
            });
            (guess, columns)
        }
    };

    let separator_byte = separator.byte();
    let mut scan = quotes::scan(body, separator_byte, columns, PART);
    let mut body = Cow::Borrowed(body);
    if !scan.orphans.is_empty() {
        let lines = lines_of(&body, &scan.orphans, declared.is_some());
        notices.push(TableNotice::OpenQuote { lines });
        body = Cow::Owned(quotes::repair(&body, separator_byte, &scan.orphans).into_owned());
        scan = quotes::scan(&body, separator_byte, columns, PART);
    }
    step(progress, 0.3)?;

    let body = Body {
        text: &body,
        cuts: &scan.cuts,
        separator,
        first_line: 1 + u32::from(declared.is_some()),
    };
    let header = header::find(&body.head(), options.header_row)?;
    reasons.push(header.reason);
    let recognition = Recognition {
        format: Format::Csv,
        encoding: Some(decoded.encoding),
        separator: Some(separator),
        sheets: Vec::new(),
        sheet: None,
        header_row: header.line,
        reasons,
    };
    notices.extend(header.notices);
    let table = body.table(header.names, header.data, &mut notices, progress)?;
    if table.is_empty() {
        return Err(match header.line {
            Some(line) => TableError::NoRows { line },
            None => TableError::Empty,
        });
    }
    Ok(Reading { table, recognition, notices })
}

/// The text without its control characters, which a few programs leave as padding.
fn without_controls<'a>(
    text: Cow<'a, [u8]>,
    notices: &mut Vec<TableNotice>,
) -> Result<Cow<'a, [u8]>, TableError> {
    if format::is_binary(&text) {
        return Err(TableError::Binary);
    }
    let count = text.par_chunks(PART).map(|p| p.iter().filter(|b| format::is_control(**b)).count());
    let count: usize = count.sum();
    if count == 0 {
        return Ok(text);
    }
    notices.push(TableNotice::ControlCharacters { count });
    Ok(Cow::Owned(text.iter().copied().filter(|byte| !format::is_control(*byte)).collect()))
}

/// The separator that Excel writes in a first line of its own, and the text below.
fn declaration(text: &[u8]) -> (Option<Separator>, &[u8]) {
    let rest = text.strip_prefix(b"sep=").or_else(|| text.strip_prefix(b"\"sep="));
    let Some([byte, rest @ ..]) = rest else { return (None, text) };
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    let below = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
    let below = below.or_else(|| rest.strip_prefix(b"\r"));
    let separator = Separator::ALL.into_iter().find(|separator| separator.byte() == *byte);
    match (separator, below) {
        (Some(separator), Some(below)) => (Some(separator), below),
        _ => (None, text),
    }
}

/// The lines in which these offsets stand.
fn lines_of(text: &[u8], offsets: &[usize], declared: bool) -> Lines {
    let (mut line, mut counted) = (1 + u32::from(declared), 0);
    let line_of = |offset: &usize| {
        line = line.saturating_add(line_ends(&text[counted..*offset]));
        counted = *offset;
        line
    };
    let mut lines: Vec<u32> = offsets.iter().map(line_of).collect();
    lines.dedup();
    lines.into_iter().collect()
}

/// Line ends in `bytes`: LF, CRLF or a lone CR (old Macintosh files) count once each.
fn line_ends(bytes: &[u8]) -> u32 {
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let lone = pairs.filter(|(byte, next)| **byte == b'\r' && **next != b'\n').count();
    let last = usize::from(bytes.last() == Some(&b'\r'));
    u32::try_from(feeds + lone + last).unwrap_or(u32::MAX)
}

fn step(progress: &Progress, share: f32) -> Result<(), TableError> {
    if progress(share).is_continue() { Ok(()) } else { Err(TableError::Cancelled) }
}

/// The records of a text, valid UTF-8, in parts that begin with a record each.
struct Body<'a> {
    text: &'a [u8],
    cuts: &'a [usize],
    separator: Separator,
    first_line: u32,
}

/// What one core made of its part.
struct Part {
    block: Block,
    long: Lines,
    first_beyond: Option<String>,
}

impl Body<'_> {
    /// The first rows, at their full width.
    fn head(&self) -> Block {
        let mut block = Block::default();
        let mut records = Records::new(self.text, self.separator, self.first_line);
        while block.len() < header::SAMPLE
            && block.cells() < 4 * header::MOST_COLUMNS * header::SAMPLE
            && let Some(line) = records.next()
        {
            if !is_blank(&records.record) {
                let cells = records.record.iter().map(String::from_utf8_lossy);
                let cells: Vec<Cow<'_, str>> = cells.collect();
                block.push(line, cells.iter().map(AsRef::as_ref));
            }
        }
        block
    }

    /// All rows but the first `skipped`, which are the header and what stands above it.
    fn table(
        &self,
        names: Vec<String>,
        skipped: usize,
        notices: &mut Vec<TableNotice>,
        progress: &Progress,
    ) -> Result<Table, TableError> {
        let ends = self.cuts.iter().skip(1).copied().chain([self.text.len()]);
        let parts: Vec<&[u8]> =
            self.cuts.iter().zip(ends).map(|(start, end)| &self.text[*start..end]).collect();
        let lines: Vec<u32> = parts.par_iter().map(|part| line_ends(part)).collect();
        let starts: Vec<u32> = lines
            .iter()
            .scan(self.first_line, |next, count| Some(std::mem::replace(next, *next + count)))
            .collect();
        let done = AtomicUsize::new(0);
        let read = |(index, part): (usize, &&[u8])| {
            let records = Records::new(part, self.separator, starts[index]);
            let skipped = if index == 0 { skipped } else { 0 };
            let part = Part::read(records, names.len(), skipped);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            step(progress, 0.3 + 0.7 * done as f32 / parts.len() as f32)?;
            part
        };
        let parts: Result<Vec<Part>, TableError> = parts.par_iter().enumerate().map(read).collect();

        let (mut long, mut first_beyond, mut blocks) = (Lines::default(), None, Vec::new());
        for part in parts? {
            long.append(&part.long);
            first_beyond = first_beyond.or(part.first_beyond);
            if part.block.len() > 0 {
                blocks.push(part.block);
            }
        }
        let notes = blocks.last_mut().and_then(|block| notes::take(block, names.len()));
        let expected = names.len();
        let rows = blocks.iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
        let short: Lines = rows
            .filter(|(block, row)| block.width(*row) < expected)
            .map(|(block, row)| block.line(row))
            .collect();
        if short.count > 0 {
            notices.push(TableNotice::TooFewCells { lines: short, expected });
        }
        if let Some(first) = first_beyond {
            notices.push(TableNotice::TooManyCells { lines: long, expected, first });
        }
        notices.extend(notes);
        Ok(Table::new(names, blocks))
    }
}

impl Part {
    fn read(mut records: Records<'_>, width: usize, skipped: usize) -> Result<Self, TableError> {
        let mut text = Vec::with_capacity(records.bytes.len());
        let (mut ends, mut rows) = (Vec::new(), Vec::new());
        let (mut long, mut first_beyond) = (Lines::default(), None);
        let mut rank = 0;
        while let Some(line) = records.next() {
            let record = &records.record;
            if is_blank(record) {
                continue;
            }
            rank += 1;
            if rank <= skipped {
                continue;
            }
            let beyond = || record.iter().skip(width).find(|cell| !cell.trim_ascii().is_empty());
            if record.len() > width
                && let Some(beyond) = beyond()
            {
                long.add(line);
                first_beyond.get_or_insert_with(|| excerpt(&String::from_utf8_lossy(beyond)));
            }
            let kept = record.len().min(width);
            for cell in record.iter().take(kept) {
                text.extend_from_slice(cell);
                ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            }
            rows.push((line, kept as u32));
        }
        text.shrink_to_fit();
        ends.shrink_to_fit();
        // Never wrong: the text was decoded before it was cut at ASCII characters.
        let text = String::from_utf8(text).map_err(|_| TableError::Binary)?;
        Ok(Self { block: Block::from_parts(text, ends, rows.into_iter()), long, first_beyond })
    }
}

fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| match cell.first() {
        // Most cells begin with a letter or a digit.
        Some(byte) if byte.is_ascii_graphic() => false,
        _ => String::from_utf8_lossy(cell).trim().is_empty(),
    })
}

/// The records of a text, with the line where each begins.
struct Records<'a> {
    bytes: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    record: ByteRecord,
    /// Up to where lines are counted, and the line there.
    counted: usize,
    line: u32,
}

impl<'a> Records<'a> {
    fn new(bytes: &'a [u8], separator: Separator, first_line: u32) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator.byte())
            .buffer_capacity(64 << 10)
            .from_reader(bytes);
        Self { bytes, reader, record: ByteRecord::new(), counted: 0, line: first_line }
    }

    /// Reads the next record and gives its line; `None` at the end.
    fn next(&mut self) -> Option<u32> {
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

/// Reads a CSV file with nothing chosen by hand.
///
/// # Errors
/// Those of [`super::read`].
pub fn read_csv(bytes: &[u8]) -> Result<(Table, Vec<TableNotice>), TableError> {
    let reading = super::read(bytes, "donnees.csv", &ReadOptions::default(), super::READ_ON)?;
    Ok((reading.table, reading.notices))
}
