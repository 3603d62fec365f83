//! The encoding that bytes look like.

use super::{Encoding, EncodingReason};

/// What programs of Windows write before a text.
pub(super) const MARK_OF_UTF8: &[u8] = b"\xef\xbb\xbf";
const MARK_OF_UTF16_LE: &[u8] = b"\xff\xfe";
const MARK_OF_UTF16_BE: &[u8] = b"\xfe\xff";

/// Bytes that are enough to count accents.
const SAMPLE: usize = 4 << 20;

/// Which it is, and why.
pub(super) fn guess(bytes: &[u8], is_utf8: bool) -> (Encoding, EncodingReason) {
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
    // é anywhere; à ç è ê î ô between letters, as Windows has « … », « “ » and a dash there.
    let is_plain =
        |at: Option<usize>| at.and_then(|at| sample.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let of_dos = |(at, byte): &(usize, &u8)| {
        let sides = [is_plain(at.checked_sub(1)), is_plain(at.checked_add(1))];
        match byte {
            0x82 => sides.contains(&true),
            0x85 | 0x87 | 0x88 | 0x8a | 0x8c | 0x93 => !sides.contains(&false),
            _ => false,
        }
    };
    let dos = sample.iter().enumerate().filter(of_dos).count();
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0xc0);
    let between_letters = |at: usize| {
        is_letter(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && is_letter(bytes.get(at + 1))
    };
    if dos > windows.max(macintosh) {
        (Encoding::Dos, EncodingReason::OfDos)
    } else if macintosh > windows {
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
