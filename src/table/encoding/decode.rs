//! Bytes in an encoding to text.

use std::borrow::Cow;

use oem_cp::{code_table::DECODING_TABLE_CP858, code_table_type::TableType};
use rayon::prelude::*;

use super::{
    Encoding, EncodingReason,
    guess::{MARK_OF_UTF8, guess},
};

/// Bytes that one core looks at.
const PART: usize = 1 << 20;

/// Bytes as UTF-8 text, without byte order mark.
pub(in crate::table) struct Decoded<'a> {
    /// Valid UTF-8.
    pub text: Cow<'a, [u8]>,
    pub encoding: Encoding,
    pub reason: EncodingReason,
    /// Bytes that the encoding does not know, read as Windows-1252 or replaced by « � ».
    pub repaired: usize,
}

/// Decodes bytes in the `chosen` encoding, or in the one that they look like.
pub(in crate::table) fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Decoded<'_> {
    let unmarked = bytes.strip_prefix(MARK_OF_UTF8).unwrap_or(bytes);
    // Looked at once for the whole of a large file.
    let could_be_utf8 = matches!(chosen, None | Some(Encoding::Utf8));
    let is_utf8 = could_be_utf8 && is_utf8(unmarked);
    let (encoding, reason) = match chosen {
        Some(encoding) => (encoding, EncodingReason::Chosen),
        None => guess(bytes, is_utf8),
    };
    let (text, repaired) = match encoding {
        Encoding::Utf8 if is_utf8 => (Cow::Borrowed(unmarked), 0),
        Encoding::Utf8 => utf8(unmarked),
        Encoding::Utf16Le => other(bytes, encoding_rs::UTF_16LE),
        Encoding::Utf16Be => other(bytes, encoding_rs::UTF_16BE),
        Encoding::Windows1252 => letters(bytes, encoding_rs::WINDOWS_1252),
        Encoding::Iso8859_15 => letters(bytes, encoding_rs::ISO_8859_15),
        Encoding::Macintosh => letters(bytes, encoding_rs::MACINTOSH),
        Encoding::Dos => (Cow::Owned(dos(bytes).into_bytes()), 0),
    };
    Decoded { text, encoding, reason, repaired }
}

fn other<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding) -> (Cow<'a, [u8]>, usize) {
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    let repaired = if damaged { text.matches('\u{fffd}').count() } else { 0 };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    };
    (text, repaired)
}

/// Bytes that are a letter each, on all cores; every byte is one.
fn letters<'a>(
    bytes: &'a [u8],
    encoding: &'static encoding_rs::Encoding,
) -> (Cow<'a, [u8]>, usize) {
    let decode = |part: &'a [u8]| encoding.decode_without_bom_handling(part).0;
    let parts: Vec<Cow<'a, str>> = bytes.par_chunks(PART).map(decode).collect();
    (Cow::Owned(parts.concat().into_bytes()), 0)
}

/// Bytes of DOS, in Western Europe.
fn dos(bytes: &[u8]) -> String {
    let decode = |part| TableType::Complete(&DECODING_TABLE_CP858).decode_string_lossy(part);
    bytes.par_chunks(PART).map(decode).collect::<Vec<String>>().concat()
}

/// Bytes of which most are UTF-8; the others are read as Windows-1252.
fn utf8(bytes: &[u8]) -> (Cow<'_, [u8]>, usize) {
    let (mut text, mut repaired) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        repaired += chunk.invalid().len();
    }
    (Cow::Owned(text.into_bytes()), repaired)
}

/// Whether all bytes are UTF-8, on all cores.
fn is_utf8(bytes: &[u8]) -> bool {
    let boundary = |at: usize| {
        let rest = &bytes[at.min(bytes.len())..];
        at.min(bytes.len()) + rest.iter().take(3).take_while(|byte| **byte & 0xc0 == 0x80).count()
    };
    (0..bytes.len().div_ceil(PART)).into_par_iter().all(|part| {
        let (start, end) = (part * PART, (part + 1) * PART);
        let start = if part == 0 { 0 } else { boundary(start) };
        std::str::from_utf8(&bytes[start..boundary(end)]).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes, None);
        (String::from_utf8(decoded.text.into_owned()).unwrap(), decoded.encoding)
    }

    fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn french_text_is_read_in_each_encoding() {
        let text = "académie;Lozère\nŒuvre;cœur à 12 €\n";
        let marked = format!("\u{feff}{text}");
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked.as_bytes().to_vec(), Encoding::Utf8),
            (utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (encoded(text, encoding_rs::WINDOWS_1252), Encoding::Windows1252),
            (encoded(text, encoding_rs::ISO_8859_15), Encoding::Iso8859_15),
        ] {
            assert_eq!(decoded(&bytes), (text.to_owned(), encoding));
        }
        let mac = "acad\u{8e}mie;Loz\u{8f}re".chars().map(|c| c as u8).collect::<Vec<_>>();
        assert_eq!(decoded(&mac), ("académie;Lozère".to_owned(), Encoding::Macintosh));
    }

    /// Made by Python: `text.encode("cp850")`.
    #[test]
    fn accents_of_dos_are_told_from_those_of_windows_and_of_macintosh() {
        for (bytes, text) in [
            (b"D\x82partement;\x82quip\x82s".as_slice(), "Département;équipés"),
            (b"Ard\x8ache\nLoz\x8are\n".as_slice(), "Ardèche\nLozère\n"),
            (b"C\x93te-d'Or;Rh\x93ne;Vend\x82e".as_slice(), "Côte-d'Or;Rhône;Vendée"),
        ] {
            assert_eq!(decoded(bytes), (text.to_owned(), Encoding::Dos));
        }
        let quoted = "« Équipé » – l’académie… d’“Orléans”, à Œting";
        let bytes = encoded(quoted, encoding_rs::WINDOWS_1252);
        assert_eq!(decoded(&bytes), (quoted.to_owned(), Encoding::Windows1252));
        assert_eq!(decoded(b"C\x99te d\x8ej\x88").1, Encoding::Macintosh);
    }

    #[test]
    fn accents_alone_mean_windows() {
        assert_eq!(decoded(b"Loz\xe8re").1, Encoding::Windows1252);
        assert_eq!(decoded(b"l\x92acad\xe9mie").0, "l’académie");
        assert_eq!(decoded(b"1\xbd an, \xe9t\xe9").0, "1½ an, été");
    }

    #[test]
    fn a_foreign_byte_in_utf8_is_repaired_and_counted() {
        let mut bytes = "éèàçôéèàçô".as_bytes().to_vec();
        bytes.push(0xe9);
        let decoded = decode(&bytes, None);
        assert_eq!((decoded.encoding, decoded.repaired), (Encoding::Utf8, 1));
        assert_eq!(&*decoded.text, "éèàçôéèàçôé".as_bytes());
    }

    #[test]
    fn utf8_is_recognised_across_the_parts_that_cores_share() {
        let text = "é".repeat(1 << 20);
        assert!(is_utf8(&text.as_bytes()[..text.len()]));
        let shifted = format!("a{text}");
        assert!(is_utf8(shifted.as_bytes()));
        assert!(!is_utf8(&shifted.as_bytes()[..shifted.len() - 1]));
    }
}
