//! Lines that stand in quotes as a whole, their separators and all: a spreadsheet makes them of a
//! text that it did not cut into columns.

use csv::ReaderBuilder;
use memchr::memchr;

use crate::table::separator::{self, Separator};

/// Lines that must agree on how many cells they have.
const SAMPLE: usize = 100;

/// The text without the quotes around such lines, and how many there are. Where all lines stand in
/// quotes, they must agree on their cells; where some do, these must have as many as the others.
pub(super) fn unwrapped(text: &[u8]) -> Option<(Vec<u8>, usize)> {
    memchr(b'"', text)?;
    let wrapped: Vec<(&[u8], Option<Vec<u8>>)> =
        lines(text).map(|line| (line, content(line.trim_ascii_end()))).collect();
    let is_wrapped = |(_, content): &&(&[u8], Option<Vec<u8>>)| content.is_some();
    if !wrapped.iter().any(|line| is_wrapped(&line)) {
        return None;
    }
    let is_filled = |(line, _): &&(&[u8], _)| !line.trim_ascii().is_empty();
    let all = wrapped.iter().filter(is_filled).all(|line| line.1.is_some());
    let (separator, columns) = if all {
        common(wrapped.iter().filter_map(|(_, content)| content.as_deref()).take(SAMPLE))?
    } else {
        separator::guess(text)
    };
    if columns < 2 {
        return None;
    }
    let (mut whole, mut count) = (Vec::with_capacity(text.len()), 0);
    for (line, content) in &wrapped {
        match content {
            Some(content) if all || width(content, separator) == columns => {
                count += 1;
                whole.extend_from_slice(content);
                whole.extend_from_slice(&line[line.trim_ascii_end().len()..]);
            }
            _ => whole.extend_from_slice(line),
        }
    }
    (count > 0).then_some((whole, count))
}

/// The lines of a text with their ends.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let end = if memchr(b'\n', text).is_some() { b'\n' } else { b'\r' };
    text.split_inclusive(move |byte| *byte == end)
}

/// What stands between the quotes around a line, its own quotes single again; `None` when these
/// are not around all of it, or hold nothing to be cut.
fn content(line: &[u8]) -> Option<Vec<u8>> {
    let mut rest = line.strip_prefix(b"\"")?;
    let mut content = Vec::new();
    loop {
        let (before, after) = rest.split_at(memchr(b'"', rest)?);
        content.extend_from_slice(before);
        match after {
            [_, b'"', others @ ..] => {
                content.push(b'"');
                rest = others;
            }
            // Empty cells that the spreadsheet put behind the only one that it saw.
            [_, others @ ..] if others.iter().all(|byte| b";,\t|".contains(byte)) => break,
            _ => return None,
        }
    }
    let cut = Separator::SIGNS.iter().any(|separator| content.contains(&separator.byte()));
    cut.then_some(content)
}

/// The separator that cuts these lines into the same number of cells, at least nine in ten.
fn common<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Option<(Separator, usize)> {
    let lines: Vec<&[u8]> = lines.collect();
    let agreed = |separator: Separator| {
        let columns = width(lines.first()?, separator);
        let alike = lines.iter().filter(|line| width(line, separator) == columns).count();
        (columns > 1 && alike * 10 >= lines.len() * 9).then_some((separator, columns))
    };
    Separator::SIGNS.into_iter().filter_map(agreed).rev().max_by_key(|(_, columns)| *columns)
}

/// How many cells a line has.
fn width(line: &[u8], separator: Separator) -> usize {
    let mut reader =
        ReaderBuilder::new().has_headers(false).delimiter(separator.byte()).from_reader(line);
    reader.byte_records().flatten().next().map_or(0, |record| record.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &str) -> Option<(String, usize)> {
        let (text, count) = unwrapped(bytes.as_bytes())?;
        Some((String::from_utf8(text).unwrap(), count))
    }

    #[test]
    fn lines_that_all_stand_in_quotes_are_freed() {
        let freed =
            text("\"code,nom\"\r\n\"01,Ain\";;\r\n\r\n\"02,\"\"Aisne, l’\"\"\"\r\n").unwrap();
        assert_eq!(freed, ("code,nom\r\n01,Ain\r\n\r\n02,\"Aisne, l’\"\r\n".to_owned(), 3));
    }

    #[test]
    fn lines_among_others_are_freed_when_they_fit() {
        let freed = text("code;nom\n01;Ain\n\"02;\"\"Aisne ; l’\"\"\"\n03;Allier\n").unwrap();
        assert_eq!(freed, ("code;nom\n01;Ain\n02;\"Aisne ; l’\"\n03;Allier\n".to_owned(), 1));
        assert_eq!(text("code;nom\n01;Ain\n\"Source ; a ; b\"\n03;Allier\n"), None);
    }

    #[test]
    fn other_quotes_stay() {
        for lines in [
            "\"code\",\"nom\"\n\"01\",\"Ain\"\n",
            "\"nom\"\n\"Ain\"\n",
            "\"Ain, Aisne\"\n\"Allier\"\n\"Drôme, Eure, Gard\"\n",
            "\"Ain, Aisne\"\n\"Eure, Gard, Lot\"\n\"Ain, Aisne, Eure, Lot\"\n",
            "a;b\n1;\"x\n\"\"y;z\"\"\n\"\n",
        ] {
            assert_eq!(text(lines), None, "{lines}");
        }
    }
}
