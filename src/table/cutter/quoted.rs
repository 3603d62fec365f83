//! Cells in quotes.

use memchr::memchr;

/// The text of a cell in quotes, where these are all that sets it apart.
pub(in crate::table) fn between_quotes(cell: &[u8]) -> Option<&[u8]> {
    let inside = cell.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    memchr(b'"', inside).is_none().then_some(inside)
}

/// What a cell in quotes says: doubled quotes stand for one, and what follows the closing one is
/// read as it is.
pub(super) fn unescaped(cell: &[u8]) -> String {
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
