//! The text face, and how wide a text is in it.
//!
//! Lines are broken and aligned here, with the widths of the embedded face, so that the screen and
//! the files agree to the pixel without asking any drawing library.

use std::sync::LazyLock;

use ttf_parser::Face;

/// The family name that drawings carry.
pub const FONT_FAMILY: &str = "Source Sans 3";

/// The regular face.
pub const FONT_REGULAR: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf");

/// The semi-bold face.
pub const FONT_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf");

/// Thickness of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For titles and values.
    SemiBold,
}

/// Width of a line of text, in the unit of `size`. Kerning is left out: it would make a line
/// narrower by less than a hundredth.
pub fn text_width(text: &str, size: f32, weight: Weight) -> f32 {
    let face = face(weight);
    let advance = |letter: char| {
        let glyph = face.glyph_index(letter).unwrap_or_default();
        f32::from(face.glyph_hor_advance(glyph).unwrap_or_default())
    };
    text.chars().map(advance).sum::<f32>() * size / f32::from(face.units_per_em())
}

/// Breaks a text into lines no wider than `width`, at ordinary spaces only (French ties a number
/// to its unit with a no-break space). A single word that is too wide keeps a line of its own.
pub fn wrap(text: &str, width: f32, size: f32, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, weight) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[expect(clippy::expect_used, reason = "the faces are embedded and tested, not an input")]
fn face(weight: Weight) -> &'static Face<'static> {
    static FACES: LazyLock<[Face<'static>; 2]> = LazyLock::new(|| {
        [FONT_REGULAR, FONT_SEMIBOLD]
            .map(|bytes| Face::parse(bytes, 0).expect("embedded fonts are valid"))
    });
    &FACES[weight as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Advance widths read with fontTools: every digit is 497/1000 em, « E » 527, « N » 647, « T » 536.
    #[test]
    fn widths_are_those_of_the_font() {
        assert!((text_width("0123456789", 100.0, Weight::Regular) - 497.0).abs() < 0.1);
        let digits = ["0", "1", "7"].map(|digit| text_width(digit, 10.0, Weight::SemiBold));
        assert!(digits.windows(2).all(|pair| pair[0] == pair[1]), "tabular figures");
    }

    #[test]
    fn every_sign_of_french_typography_is_in_both_faces() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            for letter in "éèàçœŒÉ«»’…−–—·×≥½\u{a0}\u{202f}→▲▼●○ᵉ".chars()
            {
                assert!(face(weight).glyph_index(letter).is_some(), "{letter:?} {weight:?}");
            }
        }
    }

    #[test]
    fn lines_break_at_spaces_but_never_between_a_number_and_its_unit() {
        let lines = wrap("une part de 58\u{202f}% au moins", 60.0, 12.0, Weight::Regular);
        assert!(lines.len() > 1);
        assert!(lines.iter().any(|line| line.contains("58\u{202f}%")));
        assert_eq!(lines.join(" "), "une part de 58\u{202f}% au moins");
    }

    #[test]
    fn a_word_that_is_too_wide_keeps_its_own_line() {
        assert_eq!(wrap("anticonstitutionnellement", 10.0, 12.0, Weight::Regular).len(), 1);
        assert!(wrap("", 10.0, 12.0, Weight::Regular).is_empty());
    }
}
