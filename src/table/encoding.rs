//! Which characters the bytes of a text stand for.

use std::{borrow::Cow, fmt};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// The encodings that French files come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Iso8859_15,
    Macintosh,
}

impl Encoding {
    /// All, in the order of a menu.
    pub const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Iso8859_15,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Macintosh,
    ];

    /// « UTF-8 », « Windows-1252 ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 (petit-boutien)",
            Self::Utf16Be => "UTF-16 (gros-boutien)",
            Self::Windows1252 => "Windows-1252",
            Self::Iso8859_15 => "ISO-8859-15",
            Self::Macintosh => "Macintosh",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// Why a text was read in an encoding, as a French sentence through `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingReason {
    /// By a person.
    Chosen,
    /// A mark stands before the text.
    Mark(Encoding),
    /// Every second byte is zero.
    EverySecondZero,
    /// No letter has an accent.
    NoAccent,
    /// All accents are UTF-8, or nearly all.
    AllUtf8,
    MostlyUtf8,
    /// Accents are single bytes, as old Macintosh computers had them, or Windows.
    OfMacintosh,
    OfWindows,
    /// There are signs that only one of these encodings has.
    OnlyInWindows,
    OnlyInIso8859_15,
}

impl fmt::Display for EncodingReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chosen => "Il est choisi à la main.",
            Self::Mark(Encoding::Utf8) => "Le fichier commence par la marque d’ordre d’UTF-8.",
            Self::Mark(_) => "Le fichier commence par la marque d’ordre d’UTF-16.",
            Self::EverySecondZero => "Un octet sur deux est nul, comme en UTF-16.",
            Self::NoAccent => "Le fichier n’a que des caractères sans accent, les mêmes partout.",
            Self::AllUtf8 => "Tous les accents sont écrits comme en UTF-8.",
            Self::MostlyUtf8 => "Presque tous les accents sont écrits comme en UTF-8.",
            Self::OfMacintosh => "Les accents sont écrits comme sur les anciens Macintosh.",
            Self::OfWindows => "Les accents sont écrits sur un octet, comme sous Windows.",
            Self::OnlyInWindows => {
                "Des caractères (« œ », « € », « ’ ») n’existent que sous Windows."
            }
            Self::OnlyInIso8859_15 => "« € » ou « œ » sont écrits comme en ISO-8859-15.",
        })
    }
}

/// Bytes that one core looks at.
const PART: usize = 1 << 20;

/// What programs of Windows write before a text.
const MARK_OF_UTF8: &[u8] = b"\xef\xbb\xbf";
const MARK_OF_UTF16_LE: &[u8] = b"\xff\xfe";
const MARK_OF_UTF16_BE: &[u8] = b"\xfe\xff";

/// Bytes that are enough to count accents.
const SAMPLE: usize = 4 << 20;

/// Bytes as UTF-8 text, without byte order mark.
pub(super) struct Decoded<'a> {
    /// Valid UTF-8.
    pub text: Cow<'a, [u8]>,
    pub encoding: Encoding,
    pub reason: EncodingReason,
    /// Bytes that the encoding does not know, read as Windows-1252 or replaced by « � ».
    pub repaired: usize,
}

/// Decodes bytes in the `chosen` encoding, or in the one that they look like.
pub(super) fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Decoded<'_> {
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

fn guess(bytes: &[u8], is_utf8: bool) -> (Encoding, EncodingReason) {
    if bytes.starts_with(MARK_OF_UTF8) {
        return (Encoding::Utf8, EncodingReason::Mark(Encoding::Utf8));
    }
    if bytes.starts_with(MARK_OF_UTF16_LE) {
        return (Encoding::Utf16Le, EncodingReason::Mark(Encoding::Utf16Le));
    }
    if bytes.starts_with(MARK_OF_UTF16_BE) {
        return (Encoding::Utf16Be, EncodingReason::Mark(Encoding::Utf16Be));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, EncodingReason::EverySecondZero);
    }
    if is_utf8 {
        let is_ascii = bytes.is_ascii();
        let reason = if is_ascii { EncodingReason::NoAccent } else { EncodingReason::AllUtf8 };
        return (Encoding::Utf8, reason);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if is_mostly_utf8(sample) {
        return (Encoding::Utf8, EncodingReason::MostlyUtf8);
    }
    single_byte(bytes)
}

/// UTF-16 as some programs write it, without its mark: Latin letters have a zero on one side.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if pairs < 2 {
        None
    } else if odd * 10 >= pairs * 7 && even * 10 < pairs {
        Some(Encoding::Utf16Le)
    } else if even * 10 >= pairs * 7 && odd * 10 < pairs {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// A file in UTF-8 into which a few foreign bytes were pasted.
fn is_mostly_utf8(sample: &[u8]) -> bool {
    let (mut accents, mut strangers) = (0, 0);
    for chunk in sample.utf8_chunks() {
        accents += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        strangers += chunk.invalid().len();
    }
    accents > 4 * strangers
}

/// Which of the encodings with one byte for each letter. chardetng tells languages apart; here the
/// language is known, and the few bytes in which these encodings differ decide.
fn single_byte(bytes: &[u8]) -> (Encoding, EncodingReason) {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let count = |wanted: &[u8]| sample.iter().filter(|byte| wanted.contains(byte)).count();
    // à ç é è ê î ô, in each.
    let windows = count(b"\xe0\xe7\xe9\xe8\xea\xee\xf4");
    let macintosh = count(b"\x88\x8d\x8e\x8f\x90\x94\x99");
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0xc0);
    let between_letters = |at: usize| {
        is_letter(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && is_letter(bytes.get(at + 1))
    };
    if macintosh > windows {
        (Encoding::Macintosh, EncodingReason::OfMacintosh)
    } else if bytes.iter().any(|byte| (0x80..0xa0).contains(byte)) {
        // ISO-8859-15 has no printable character there; Windows-1252 has « œ », « € », « ’ ».
        (Encoding::Windows1252, EncodingReason::OnlyInWindows)
    } else if bytes.contains(&0xa4)
        || bytes.iter().enumerate().any(|(at, b)| matches!(b, 0xbc..=0xbe) && between_letters(at))
    {
        // There, Windows-1252 has « ¤ », « ½ » and « ¼ », which no French word contains.
        (Encoding::Iso8859_15, EncodingReason::OnlyInIso8859_15)
    } else {
        (Encoding::Windows1252, EncodingReason::OfWindows)
    }
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
