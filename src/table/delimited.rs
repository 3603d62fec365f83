//! Reading text whose cells are set apart by a separator (RFC 4180 and its many dialects).

use csv::{ByteRecord, ReaderBuilder};

use super::{HeaderFound, Row, Table, TableError, TableNotice, separator};

/// Reads a CSV file in UTF-8, with or without a byte order mark, separated by `,` `;` tab or `|`.
///
/// The first line that is not blank is the header. Rows without any text are skipped. A row too
/// short is filled with empty cells and a row too long is cut, with a notice each; empty cells
/// beyond the last column are not worth one, since spreadsheets write them by the dozen.
///
/// # Errors
/// When the bytes are not UTF-8, when there is nothing or no header, when a quote is left open.
pub fn read_csv(bytes: &[u8]) -> Result<(Table, Vec<TableNotice>), TableError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| TableError::NotUtf8 { line: lines(&bytes[..error.valid_up_to()]) + 1 })?;
    let header_line = text.lines().find(|line| !line.trim().is_empty()).ok_or(TableError::Empty)?;

    let mut records = Records::new(bytes, separator::guess(header_line));
    let mut headers = Vec::new();
    while headers.is_empty() {
        let (line, cells) = records.next()?.ok_or(TableError::Empty)?;
        // A line of blanks above the header is no header; a line of separators alone is a bad one.
        if cells.len() > 1 || !is_blank(&cells) {
            check_header(line, &cells)?;
            headers = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        }
    }

    let mut table = Table { headers, rows: Vec::new() };
    let mut notices = Vec::new();
    while let Some((line, mut cells)) = records.next()? {
        if !is_blank(&cells) {
            notices.extend(fit(line, &mut cells, table.headers.len()));
            table.rows.push(Row { line, cells });
        }
    }
    Ok((table, notices))
}

/// Cuts or fills a row to the width of the table.
fn fit(line: u32, cells: &mut Vec<String>, expected: usize) -> Option<TableNotice> {
    let found = cells.len();
    let notice = if found < expected {
        Some(TableNotice::TooFewCells { line, found, expected })
    } else {
        let beyond = cells[expected..].iter().find(|cell| !cell.trim().is_empty());
        beyond.map(|first| {
            let first = first.trim().chars().take(40).collect();
            TableNotice::TooManyCells { line, found, expected, first }
        })
    };
    cells.resize(expected, String::new());
    notice
}

fn check_header(line: u32, cells: &[String]) -> Result<(), TableError> {
    let is_number = |cell: &&String| cell.trim().replace(',', ".").parse::<f64>().is_ok();
    if is_blank(cells) {
        Err(TableError::NoHeader { line, found: HeaderFound::Blanks })
    } else if cells.iter().filter(|cell| !cell.trim().is_empty()).all(|cell| is_number(&cell)) {
        Err(TableError::NoHeader { line, found: HeaderFound::Numbers })
    } else {
        Ok(())
    }
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// Line ends in `bytes`: LF, CRLF or a lone CR (old Macintosh files) count once each.
fn lines(bytes: &[u8]) -> u32 {
    let ends = bytes.iter().enumerate().filter(|(index, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(index + 1) != Some(&b'\n'),
        _ => false,
    });
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

/// The records of a file, with the line where each begins.
struct Records<'a> {
    bytes: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    record: ByteRecord,
    /// Up to where lines are counted, and how many ended before.
    counted: usize,
    line_ends: u32,
}

impl<'a> Records<'a> {
    fn new(bytes: &'a [u8], separator: u8) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(bytes);
        Self { bytes, reader, record: ByteRecord::new(), counted: 0, line_ends: 0 }
    }

    /// The next record; `None` at the end of the file.
    fn next(&mut self) -> Result<Option<(u32, Vec<String>)>, TableError> {
        let unreadable = TableError::UnreadableRow { line: self.line_ends + 1 };
        if !self.reader.read_byte_record(&mut self.record).map_err(|_| unreadable)? {
            return Ok(None);
        }
        let line = self.line_of_record();
        let is_last = self.reader.position().byte() >= self.bytes.len() as u64;
        if is_last && self.quote_is_left_open() {
            return Err(TableError::UnreadableRow { line });
        }
        let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
        Ok(Some((line, self.record.iter().map(text).collect())))
    }

    /// Counted here, since the reader's own line is that of the blank lines it skips before.
    fn line_of_record(&mut self) -> u32 {
        let position = self.record.position().map_or(0, csv::Position::byte);
        let mut start = usize::try_from(position).unwrap_or(self.bytes.len());
        while matches!(self.bytes.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let start = start.clamp(self.counted, self.bytes.len());
        self.line_ends += lines(&self.bytes[self.counted..start]);
        self.counted = start;
        self.line_ends + 1
    }

    /// An open quote swallows the rest of the file: the last record then holds an odd number of
    /// quotes and runs over several lines.
    fn quote_is_left_open(&self) -> bool {
        let rest = &self.bytes[self.counted..];
        let quotes = rest.iter().filter(|byte| **byte == b'"').count();
        quotes % 2 == 1 && self.record.iter().any(|cell| cell.contains(&b'\n'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Table, Vec<TableNotice>) {
        read_csv(text.as_bytes()).unwrap()
    }

    fn error(bytes: &[u8]) -> TableError {
        read_csv(bytes).unwrap_err()
    }

    #[test]
    fn a_table_is_read_whatever_its_separator_and_line_ends() {
        for text in ["a;b\n1;2\n", "a,b\r\n1,2\r\n", "\u{feff}a\tb\r1\t2", "\n\na|b\n1|2"] {
            let (table, notices) = read(text);
            assert_eq!(table.headers, ["a", "b"], "{text:?}");
            assert_eq!(table.rows[0].cells, ["1", "2"], "{text:?}");
            assert!(notices.is_empty());
        }
    }

    #[test]
    fn lines_are_those_of_the_file() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "\"three", "lines\",4", ",", "5,6"].join(end);
            let lines: Vec<u32> = read(&text).0.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 4, 7], "{end:?}");
        }
    }

    #[test]
    fn rows_too_short_or_too_long_are_fitted_and_said() {
        let (table, notices) = read("a,b,c\n1,2\n1,2,3,4\n1,2,3,,,\n");
        assert_eq!(table.rows[0].cells, ["1", "2", ""]);
        assert_eq!(table.rows[1].cells, ["1", "2", "3"]);
        let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].starts_with("Ligne 2 : 2 cellules au lieu de 3"), "{}", said[0]);
        assert!(said[1].contains("« 4 »"), "{}", said[1]);
        assert_eq!(notices[1].line(), 3);
    }

    #[test]
    fn a_file_without_content_or_header_is_refused() {
        assert_eq!(error(b""), TableError::Empty);
        assert_eq!(error(b"\xef\xbb\xbf \r\n\n"), TableError::Empty);
        let blanks = TableError::NoHeader { line: 1, found: HeaderFound::Blanks };
        assert_eq!(error(b";;;\n1;2;3;4\n"), blanks);
        let numbers = TableError::NoHeader { line: 2, found: HeaderFound::Numbers };
        assert_eq!(error(b"\n01;42,5\n"), numbers);
    }

    #[test]
    fn bytes_that_are_not_utf8_are_refused_with_their_line() {
        assert_eq!(error(b"a,b\n1,2\nLoz\xe8re,3\n"), TableError::NotUtf8 { line: 3 });
    }

    #[test]
    fn a_quote_left_open_is_refused_with_its_line() {
        assert_eq!(error(b"a,b\n1,2\n\"3,4\n5,6\n"), TableError::UnreadableRow { line: 3 });
        assert_eq!(read("a,b\n1,2\n\"3\n4\",5\n").0.rows[1].cells, ["3\n4", "5"]);
    }
}
