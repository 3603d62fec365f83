//! The ends of lines.

use memchr::{memchr, memchr_iter, memmem};

/// Line ends in `bytes`: LF, CRLF or a lone CR (old Macintosh files) count once each.
pub(super) fn line_ends(bytes: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', bytes).count();
    u32::try_from(feeds + lone_returns(bytes)).unwrap_or(u32::MAX)
}

/// Whether any line ends with a CR alone.
pub(super) fn has_lone_return(bytes: &[u8]) -> bool {
    lone_returns(bytes) > 0
}

fn lone_returns(bytes: &[u8]) -> usize {
    match memchr(b'\r', bytes) {
        None => 0,
        Some(first) => {
            let rest = &bytes[first..];
            memchr_iter(b'\r', rest).count() - memmem::find_iter(rest, b"\r\n").count()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_line_end_counts_once() {
        for (text, expected) in
            [("", 0), ("a\nb", 1), ("a\r\nb\r\n", 2), ("a\rb\r", 2), ("\r\r\n\n", 3), ("\n\r", 2)]
        {
            assert_eq!(line_ends(text.as_bytes()), expected, "{text:?}");
        }
        assert!(has_lone_return(b"a\rb") && !has_lone_return(b"a\r\nb"));
    }
}
