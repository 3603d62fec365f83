//! JSON texts one after another: one object a line (JSON Lines), or set apart by the sign that
//! RFC 8142 has for it, as GeoJSON sequences are.

use std::borrow::Cow;

use memchr::memchr;
use serde_json::{Deserializer, Value};

use super::{damaged, records::Records};
use crate::table::{Progress, TableError, line_ends::line_ends};

/// Stands before each text of a sequence.
pub(super) const RECORD_SEPARATOR: u8 = 0x1e;

/// The texts of a sequence as records, each with the line where it begins.
///
/// # Errors
/// When one breaks the rules of JSON, or `progress` asks to stop.
pub(super) fn read(text: &[u8], progress: &Progress) -> Result<Records, TableError> {
    let text: Cow<'_, [u8]> = match memchr(RECORD_SEPARATOR, text) {
        None => text.into(),
        // A control character stands in no text of JSON, strings included.
        Some(_) => {
            let blank = |byte: &u8| if *byte == RECORD_SEPARATOR { b' ' } else { *byte };
            text.iter().map(blank).collect::<Vec<u8>>().into()
        }
    };
    let mut values = Deserializer::from_slice(&text).into_iter::<Value>();
    let (mut records, mut line, mut counted) = (Records::default(), 1_u32, 0);
    for count in 1_u32.. {
        let end = values.byte_offset();
        let start = end + text[end..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        line = line.saturating_add(line_ends(&text[counted..start]));
        counted = start;
        match values.next() {
            None => break,
            Some(Err(error)) => return Err(damaged(&error)),
            Some(Ok(value)) => records.push(line, value)?,
        }
        if count.is_multiple_of(4096) && progress(0.5).is_break() {
            return Err(TableError::Cancelled);
        }
    }
    Ok(records)
}
