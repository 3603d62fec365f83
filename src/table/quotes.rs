//! Quotes that open and never close, and where a text can be cut into parts.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// A quoted cell of more lines than this is a quote left open.
const MOST_LINES: usize = 50;

/// Where quotes stand in a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// Offsets of quotes that open a cell and are not closed where they should be.
    pub orphans: Vec<usize>,
    /// Offsets at which a record begins, each about a part after the one before; the first is 0.
    pub cuts: Vec<usize>,
}

/// Looks at the quotes of a text, as RFC 4180 has them: a quote opens only at the start of a cell,
/// and a doubled one stands for itself. `columns` is how many cells most rows have.
pub(super) fn scan(text: &[u8], separator: u8, columns: usize, part: usize) -> Scan {
    let line_end = if memchr(b'\n', text).is_some() { b'\n' } else { b'\r' };
    let mut scan = Scan { orphans: Vec::new(), cuts: vec![0] };
    let mut position = 0;
    loop {
        let quote = memchr(b'"', &text[position..]).map(|at| position + at);
        cut(text, position..quote.unwrap_or(text.len()), line_end, part, &mut scan.cuts);
        let Some(quote) = quote else { return scan };
        let opens = match quote.checked_sub(1).map(|before| text[before]) {
            None => true,
            Some(before) => before == separator || before == b'\n' || before == b'\r',
        };
        position = quote + 1;
        if opens {
            match closing(text, quote, separator, columns, line_end) {
                Some(closing) => position = closing + 1,
                None => scan.orphans.push(quote),
            }
        }
    }
}

/// Cuts at line ends of a stretch outside quotes, a part after the cut before.
fn cut(
    text: &[u8],
    stretch: std::ops::Range<usize>,
    line_end: u8,
    part: usize,
    cuts: &mut Vec<usize>,
) {
    loop {
        let target = cuts.last().map_or(0, |last| last + part).max(stretch.start);
        if target >= stretch.end {
            return;
        }
        let Some(at) = memchr(line_end, &text[target..stretch.end]) else { return };
        if target + at + 1 >= text.len() {
            return;
        }
        cuts.push(target + at + 1);
    }
}

/// Where the cell that a quote opens is closed; `None` when it is not, or in a place that shows
/// that it was not meant.
fn closing(
    text: &[u8],
    opening: usize,
    separator: u8,
    columns: usize,
    line_end: u8,
) -> Option<usize> {
    let (mut position, mut lines) = (opening + 1, 0);
    loop {
        let quote = position + memchr(b'"', &text[position..])?;
        lines += text[position..quote].iter().filter(|byte| **byte == line_end).count();
        if lines > MOST_LINES {
            return None;
        }
        let next = text.get(quote + 1).copied();
        if next == Some(b'"') {
            position = quote + 2;
            continue;
        }
        let inside = &text[opening + 1..quote];
        let is_end = next.is_none_or(|next| next == separator || next == b'\n' || next == b'\r');
        let meant = lines == 0 || (is_end && !holds_a_row(inside, separator, columns, line_end));
        return meant.then_some(quote);
    }
}

/// Whether one of the lines that a cell would swallow is a row of the table.
fn holds_a_row(inside: &[u8], separator: u8, columns: usize, line_end: u8) -> bool {
    let lines: Vec<&[u8]> = inside.split(|byte| *byte == line_end).collect();
    // The first and the last line share theirs with the cells around.
    let whole = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    let cells = |line: &&[u8]| line.iter().filter(|byte| **byte == separator).count() + 1;
    columns >= 3 && whole.iter().any(|line| cells(line) == columns)
}

/// The text with each orphan made an ordinary character: its cell is put between quotes, and the
/// quotes in it are doubled.
pub(super) fn repair<'a>(text: &'a [u8], separator: u8, orphans: &[usize]) -> Cow<'a, [u8]> {
    if orphans.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut repaired = Vec::with_capacity(text.len() + 4 * orphans.len());
    let mut done = 0;
    for &orphan in orphans {
        let rest = &text[orphan..];
        let end = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let end = orphan + memchr(separator, &rest[..end]).unwrap_or(end);
        repaired.extend_from_slice(&text[done..orphan]);
        repaired.push(b'"');
        for byte in &text[orphan..end] {
            repaired.extend_from_slice(if *byte == b'"' {
                b"\"\""
            } else {
                std::slice::from_ref(byte)
            });
        }
        repaired.push(b'"');
        done = end;
    }
    repaired.extend_from_slice(&text[done..]);
    Cow::Owned(repaired)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orphans(text: &str) -> Vec<usize> {
        scan(text.as_bytes(), b';', 3, 1 << 20).orphans
    }

    #[test]
    fn quotes_that_follow_the_rules_are_left_alone() {
        for text in [
            "\"a\";\"b;c\";\"d \"\"e\"\"\"\n",
            "1;\"deux\nlignes\";3\n",
            "1;5\" de large;3\n",
            "\"\";\"\";\n\"a\"b;c;d",
        ] {
            assert!(orphans(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_open_quote_is_found_whatever_follows() {
        let start = "a;b;c\n1;";
        for rest in [
            "\"2;3\n4;5;6\n",
            "\"2;3\n4;\"5\";6\n",
            "\"2;3\n4;5;6\n7;8;9\"\n",
            &format!("\"2;3\n{}x\";3\n", "ligne\n".repeat(60)),
        ] {
            assert_eq!(orphans(&format!("{start}{rest}")), [start.len()], "{rest}");
        }
    }

    #[test]
    fn a_repaired_quote_is_an_ordinary_character() {
        let text = b"1;\"a\"b;3\n\"c";
        let repaired = repair(text, b';', &[2, 9]);
        assert_eq!(&*repaired, b"1;\"\"\"a\"\"b\";3\n\"\"\"c\"");
        assert!(scan(&repaired, b';', 3, 99).orphans.is_empty());
    }

    #[test]
    fn parts_are_cut_between_records() {
        let text = b"ab\n\"c\nd\"\nef\ngh\n";
        assert_eq!(scan(text, b';', 1, 1).cuts, [0, 3, 9, 12]);
        assert_eq!(scan(b"ab\rcd\r", b';', 1, 1).cuts, [0, 3]);
    }
}
