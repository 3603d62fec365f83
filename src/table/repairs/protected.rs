//! Cells written `="01"`, which keeps a spreadsheet from making a number of them.

/// Bytes that set cells apart, whichever of them does in this file.
fn is_between(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(b';' | b',' | b'\t' | b'|' | b'\n' | b'\r'))
}

/// What a cell protects: `01` of `="01"`.
pub(super) fn content(cell: &str) -> Option<&str> {
    cell.trim().strip_prefix("=\"")?.strip_suffix('"').filter(|content| !content.contains('"'))
}

/// The text with what such cells protect in their place, how many there are, and the first.
pub(super) fn bare(text: &[u8]) -> Option<(Vec<u8>, usize, String)> {
    let mut bare = Vec::new();
    let (mut done, mut count, mut sample) = (0, 0, String::new());
    for at in memchr::memmem::find_iter(text, b"=\"") {
        let Some(cell) = cell_at(text, at).filter(|cell| cell.start >= done) else { continue };
        let content = &text[cell.content.clone()];
        if count == 0 {
            sample = String::from_utf8_lossy(content).into_owned();
        }
        count += 1;
        bare.extend_from_slice(&text[done..cell.start]);
        // What held a separator would now be cut at it.
        let quotes = cell.is_quoted || content.iter().any(|byte| is_between(Some(byte)));
        bare.extend(quotes.then_some(b'"'));
        bare.extend_from_slice(content);
        bare.extend(quotes.then_some(b'"'));
        done = cell.end;
    }
    bare.extend_from_slice(&text[done..]);
    (count > 0).then_some((bare, count, sample))
}

struct Protected {
    start: usize,
    end: usize,
    content: std::ops::Range<usize>,
    is_quoted: bool,
}

/// The cell whose equals sign stands here: `="01"`, or `"=""01"""` as a cell in quotes has it.
fn cell_at(text: &[u8], at: usize) -> Option<Protected> {
    let before = |at: usize| at.checked_sub(1).and_then(|before| text.get(before));
    let is_quoted = before(at) == Some(&b'"') && is_between(before(at - 1));
    let (start, opening, closing): (usize, &[u8], &[u8]) =
        if is_quoted { (at - 1, b"=\"\"", b"\"\"\"") } else { (at, b"=\"", b"\"") };
    if !text[at..].starts_with(opening) || !is_between(before(start)) {
        return None;
    }
    let first = at + opening.len();
    let length = memchr::memmem::find(&text[first..], closing)?;
    let (content, end) = (first..first + length, first + length + closing.len());
    let one_line = memchr::memchr2(b'\n', b'\r', &text[content.clone()]).is_none();
    (one_line && is_between(text.get(end))).then_some(Protected { start, end, content, is_quoted })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bared(text: &str) -> Option<(String, usize, String)> {
        let (bare, count, sample) = bare(text.as_bytes())?;
        Some((String::from_utf8(bare).unwrap(), count, sample))
    }

    #[test]
    fn what_is_protected_stands_bare() {
        let (text, count, sample) =
            bared("=\"code\";=\"taux\"\r\n=\"01\";\"=\"\"10,5\"\"\"\n\"=\"\"02\"\"\";=\"a;b\"")
                .unwrap();
        assert_eq!(text, "code;taux\r\n01;\"10,5\"\n\"02\";\"a;b\"");
        assert_eq!((count, sample.as_str()), (6, "code"));
        assert_eq!(
            (content("=\"01\" "), content("=A1"), content("\"01\"")),
            (Some("01"), None, None)
        );
    }

    #[test]
    fn other_equals_signs_stay() {
        for text in
            ["a;<a href=\"x\">;b", "=A1;=\"01", "x=\"1\";2", "=\"01\"x;2", "\"=\"\"1\"\"x\""]
        {
            assert_eq!(bared(text), None, "{text}");
        }
    }
}
