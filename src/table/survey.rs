//! What a text holds that is to be looked at more closely, in one pass on all cores.

use memchr::{memchr, memmem};
use rayon::prelude::*;

use super::recognise::is_control;

/// Bytes that one core looks at: they are still at hand for each look after the first.
const PART: usize = 256 << 10;

/// The most that two parts share, so that nothing is missed between them.
const OVERLAP: usize = 2;

/// What a text holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// Control characters.
    pub controls: usize,
    /// A line that begins with a quote.
    pub quoted_line: bool,
    /// An equals sign before a quote.
    pub equals_quote: bool,
    /// The letter that accents become when they are written twice.
    pub spoilt_accent: bool,
}

impl Survey {
    /// Looks at a text.
    pub fn of(text: &[u8]) -> Self {
        let part = |part: usize| {
            let start = part * PART;
            let part = &text[start..text.len().min(start + PART)];
            Self::of_part(part, &text[start..text.len().min(start + PART + OVERLAP)])
        };
        let parts = (0..text.len().div_ceil(PART)).into_par_iter().map(part);
        let mut survey = parts.reduce(Self::default, Self::and);
        survey.quoted_line |= text.first() == Some(&b'"');
        survey
    }

    fn of_part(part: &[u8], and_more: &[u8]) -> Self {
        let holds = |wanted: &[u8]| memmem::find(and_more, wanted).is_some();
        let quotes = memchr(b'"', and_more).is_some();
        Self {
            controls: count_controls(part),
            quoted_line: quotes && (holds(b"\n\"") || holds(b"\r\"")),
            equals_quote: quotes && holds(b"=\""),
            spoilt_accent: holds("Ã".as_bytes()),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            controls: self.controls + other.controls,
            quoted_line: self.quoted_line | other.quoted_line,
            equals_quote: self.equals_quote | other.equals_quote,
            spoilt_accent: self.spoilt_accent | other.spoilt_accent,
        }
    }
}

/// Counted in single bytes as far as these reach, which a compiler does many at a time.
fn count_controls(bytes: &[u8]) -> usize {
    let counts = bytes.chunks(usize::from(u8::MAX)).map(|few| {
        let count: u8 = few.iter().map(|byte| u8::from(is_control(*byte))).sum();
        usize::from(count)
    });
    counts.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_missed_wherever_it_stands() {
        for (wanted, expected) in [
            ("\n\"", Survey { quoted_line: true, ..Survey::default() }),
            ("=\"", Survey { equals_quote: true, ..Survey::default() }),
            ("Ã", Survey { spoilt_accent: true, ..Survey::default() }),
            ("\0\u{1}\u{1f}", Survey { controls: 3, ..Survey::default() }),
        ] {
            for at in [1, PART - 2, PART - 1, PART, PART + 7] {
                let mut text = "x".repeat(at);
                text.push_str(wanted);
                text.push_str("\t\r\n\u{c}x");
                assert_eq!(Survey::of(text.as_bytes()), expected, "{wanted:?} at {at}");
            }
        }
        assert!(Survey::of(b"\"a\"").quoted_line);
        assert_eq!(Survey::of(b""), Survey::default());
    }
}
