//! Reading text whose cells are set apart by a separator (RFC 4180 and its many dialects).

use std::{
    borrow::Cow,
    sync::atomic::{AtomicUsize, Ordering},
};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    Format, Lines, Progress, ReadOptions, Reading, Recognition, Separator, Table, TableError,
    TableNotice,
    block::Block,
    encoding,
    header::{self, Header},
    names::{self, Named},
    notes,
    notice::excerpt,
    quotes, recognise,
    records::{Records, is_blank, line_ends},
    repairs,
    rows::Around,
    separator,
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
    read_in_parts(bytes, options, PART, progress)
}

/// The same, with the bytes of a part: they never change what is read.
fn read_in_parts(
    bytes: &[u8],
    options: &ReadOptions,
    part: usize,
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
    let body = repairs::of_text(Cow::Borrowed(body), &mut notices);
    let (separator, columns, reason) = choose_separator(&body, options.separator, declared);
    reasons.push(reason);
    let separator_byte = separator.byte();
    let mut scan = quotes::scan(&body, separator_byte, columns, part);
    let mut body = body;
    if !scan.orphans.is_empty() {
        let lines = lines_of(&body, &scan.orphans, declared.is_some());
        notices.push(TableNotice::OpenQuote { lines });
        body = Cow::Owned(quotes::repair(&body, separator_byte, &scan.orphans).into_owned());
        scan = quotes::scan(&body, separator_byte, columns, part);
    }
    step(progress, 0.3)?;

    let body = Body {
        text: &body,
        cuts: &scan.cuts,
        separator,
        first_line: 1 + u32::from(declared.is_some()),
    };
    let head = body.head();
    let header = header::find(&head, options.header_row)?;
    let table = body.table(&head, &header, &mut notices, progress)?;
    if table.is_empty() {
        return Err(match header.line {
            Some(line) => TableError::NoRows { line },
            None => TableError::Empty,
        });
    }
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
    Ok(Reading { table, recognition, notices })
}

/// The separator, how many cells most rows then have, and why, as a French sentence.
fn choose_separator(
    body: &[u8],
    chosen: Option<Separator>,
    declared: Option<Separator>,
) -> (Separator, usize, String) {
    let by =
        |separator, reason: &str| (separator, separator::width(body, separator), reason.to_owned());
    match (chosen, declared) {
        (Some(chosen), _) => by(chosen, "Séparateur choisi à la main."),
        (None, Some(declared)) => by(declared, "La première ligne (sep=) donne le séparateur."),
        (None, None) => {
            let (guess, columns) = separator::guess(body);
            let reason = match columns {
                0 | 1 => {
                    "Aucun séparateur ne revient de ligne en ligne\u{202f}: une seule colonne."
                        .to_owned()
                }
                _ => format!("Ce séparateur coupe la plupart des lignes en {columns} cellules."),
            };
            (guess, columns, reason)
        }
    }
}

/// The text without its control characters, which a few programs leave as padding.
fn without_controls<'a>(
    text: Cow<'a, [u8]>,
    notices: &mut Vec<TableNotice>,
) -> Result<Cow<'a, [u8]>, TableError> {
    if recognise::is_binary(&text) {
        return Err(TableError::Binary);
    }
    let count =
        text.par_chunks(PART).map(|p| p.iter().filter(|b| recognise::is_control(**b)).count());
    let count: usize = count.sum();
    if count == 0 {
        return Ok(text);
    }
    notices.push(TableNotice::ControlCharacters { count });
    Ok(Cow::Owned(text.iter().copied().filter(|byte| !recognise::is_control(*byte)).collect()))
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

    /// All rows below the header.
    fn table(
        &self,
        head: &Block,
        header: &Header,
        notices: &mut Vec<TableNotice>,
        progress: &Progress,
    ) -> Result<Table, TableError> {
        let (mut long, mut first_beyond, mut blocks) = (Lines::default(), None, Vec::new());
        let first_line = match head.line(header.data) {
            // There is nothing below the header.
            0 => head.line(header.data - 1).saturating_add(1),
            line => line,
        };
        for part in self.parts(header.width, first_line, progress)? {
            long.append(&part.long);
            first_beyond = first_beyond.or(part.first_beyond);
            if part.block.len() > 0 {
                blocks.push(part.block);
            }
        }
        let notes = notes::take(&mut blocks, header.width);
        let short = lines_shorter_than(header.width, &blocks);
        let shift = header.is_short
            && short.count + long.count == 0
            && has_row_names(&blocks, header.width, self.separator);
        let Named { names, titles, notices: named } = names::name(head, header, shift);
        notices.extend(named);
        let expected = header.width;
        if short.count > 0 {
            notices.push(TableNotice::TooFewCells { lines: short, expected });
        }
        if let Some(first) = first_beyond {
            notices.push(TableNotice::TooManyCells { lines: long, expected, first });
        }
        notices.extend(notes::notice(&notes));
        let around = Around { titles, notes, ..Around::default() };
        Ok(Table::new(names, around, blocks))
    }

    /// What all cores make of their parts, in the order of the file: the rows from a line on.
    fn parts(
        &self,
        width: usize,
        first_line: u32,
        progress: &Progress,
    ) -> Result<Vec<Part>, TableError> {
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
            let part = Part::read(records, width, first_line);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            step(progress, 0.3 + 0.7 * done as f32 / parts.len() as f32)?;
            part
        };
        parts.par_iter().enumerate().map(read).collect()
    }
}

impl Part {
    fn read(mut records: Records<'_>, width: usize, first_line: u32) -> Result<Self, TableError> {
        let mut text = Vec::with_capacity(records.bytes.len());
        let (mut ends, mut rows) = (Vec::new(), Vec::new());
        let (mut long, mut first_beyond) = (Lines::default(), None);
        while let Some(line) = records.next() {
            let record = &records.record;
            if line < first_line || is_blank(record) {
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

/// The rows that have fewer cells than this.
fn lines_shorter_than(width: usize, blocks: &[Block]) -> Lines {
    let rows = blocks.iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
    let short = rows.filter(|(block, row)| block.width(*row) < width);
    short.map(|(block, row)| block.line(row)).collect()
}

/// Whether the first cells of all rows may be their names, to which a header that is one cell short
/// gives none: no two alike, as R itself asks. Decimal commas between cells that a comma sets apart
/// make one cell too many as well, of a few digits behind a whole number.
fn has_row_names(blocks: &[Block], width: usize, separator: Separator) -> bool {
    let rows = || blocks.iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
    let mut names = FxHashSet::default();
    let distinct = rows().all(|(block, row)| names.insert(block.cell(row, 0).trim()));
    let digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = |cell: &str| digits(cell) && (cell == "0" || !cell.starts_with('0'));
    let is_split = |(block, row): (&Block, usize)| {
        let [whole, decimals] = [2, 1].map(|back| block.cell(row, width - back).trim());
        is_whole(whole) && digits(decimals) && decimals.len() <= 3
    };
    let split = separator == Separator::Comma && width >= 2 && rows().all(is_split);
    distinct && !split
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::READ_ON;

    #[test]
    fn the_parts_of_a_file_never_change_what_is_read() {
        let rows: String = (0..400).map(|n| format!("{n:03};\"nom {n}\nx\";{n},5\n")).collect();
        let short: String = (1..90).map(|n| format!("{n};{n:02};5\n")).collect();
        for text in [
            format!(
                "Un titre;;\n\ncode;nom;taux\n{rows}\nSource : DEPP;;\n(1) hors Mayotte\nsuite\n"
            ),
            format!("code;nom;taux\n{rows}Champagne Ardenne;;\nCorse;;\n"),
            format!("code;taux\n{short}"),
            format!("code;nom;taux\n{rows}99;\"a;b\n1;2;3;4\n"),
        ] {
            let read = |part| {
                read_in_parts(text.as_bytes(), &ReadOptions::default(), part, READ_ON).unwrap()
            };
            let whole = read(1 << 20);
            for part in [1, 64, 1000] {
                assert_eq!(read(part), whole, "parts of {part} bytes of {text:.60}");
            }
        }
    }
}
