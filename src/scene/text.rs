//! How wide a text is, and where its lines break.
//!
//! Both are decided here, with the glyphs of the embedded face (`shaping`), so that the screen and
//! the files agree to the pixel without asking any drawing library.

use super::{
    face::{Face, Weight},
    shaping::shaped,
};
use crate::french::lines;

/// Width of a line of text, kerning included, in the unit of `size`.
pub fn text_width(text: &str, size: f32, weight: Weight) -> f32 {
    shaped(text, weight).length * size
}

/// The ink of a line of text around its baseline, in the unit of `size`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextExtent {
    /// From its beginning to its end.
    pub width: f32,
    /// From the baseline up to the top of its highest letter.
    pub above: f32,
    /// From the baseline down to the foot of its lowest letter.
    pub below: f32,
}

/// Measures a line of text, glyph by glyph.
pub fn text_extent(text: &str, size: f32, weight: Weight) -> TextExtent {
    let (face, line) = (Face::of(weight), shaped(text, weight));
    let heights = line.glyphs.iter().filter_map(|glyph| {
        face.heights(glyph.id).map(|heights| heights.map(|height| height + glyph.y))
    });
    let (low, high) = heights
        .fold((0.0f32, 0.0f32), |(low, high), [bottom, top]| (bottom.min(low), top.max(high)));
    TextExtent { width: line.length * size, above: high * size, below: -low * size }
}

/// In which faces a drawing will be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faces {
    /// In the embedded ones: on the screen.
    Embedded,
    /// In any: some programs read an SVG without its faces and without the lengths of its lines.
    Any,
}

impl Faces {
    /// How many times as long as it is measured a line may become. DejaVu Sans is the widest face
    /// that usually stands in for another.
    pub fn widening(self, weight: Weight) -> f32 {
        match (self, weight) {
            (Self::Embedded, _) => 1.0,
            (Self::Any, Weight::Regular) => 1.27,
            (Self::Any, Weight::SemiBold) => 1.37,
        }
    }
}

/// Breaks a text into lines no wider than `width`, by the rules of [`lines`].
pub fn wrap(text: &str, width: f32, size: f32, weight: Weight) -> Vec<String> {
    lines::broken(text, |line| text_width(line, size, weight) <= width)
}

/// The same in as few lines, all about as long: for a title, whose last word shall not stand alone.
pub fn wrap_evenly(text: &str, width: f32, size: f32, weight: Weight) -> Vec<String> {
    // To a quarter of a letter.
    lines::even(text, width, size / 8.0, |line| text_width(line, size, weight))
}

/// A text in `most` lines at most, as [`wrap`] breaks it or, where they are to be even, as
/// [`wrap_evenly`] does; where there are more, the last ends with « … ».
pub fn wrap_within(
    text: &str,
    most: usize,
    width: f32,
    size: f32,
    weight: Weight,
    is_even: bool,
) -> Vec<String> {
    let broken = |text: &str| {
        let lines = if is_even {
            wrap_evenly(text, width, size, weight)
        } else {
            wrap(text, width, size, weight)
        };
        (lines.len() > most).then(|| cut(lines.clone(), most, width, size, weight)).ok_or(lines)
    };
    // No more letters are looked at than have room, if these are enough to tell.
    let letters = ((most as f32 + 1.0) * width / (LEAST_LETTER * size)) as usize;
    let start = match text.char_indices().nth(letters) {
        Some((end, _)) => broken(text.get(..end).unwrap_or(text)).ok(),
        None => None,
    };
    start.unwrap_or_else(|| broken(text).unwrap_or_else(|lines| lines))
}

/// About the width of the narrowest letters, in the size 1.
const LEAST_LETTER: f32 = 0.2;

/// The first `most` of some lines; where there are more, the last ends with « … » and is no wider than
/// `width`.
pub fn cut(
    mut lines: Vec<String>,
    most: usize,
    width: f32,
    size: f32,
    weight: Weight,
) -> Vec<String> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        let shown = |text: &str| format!("{}\u{a0}…", text.trim_end_matches([' ', ',', '.']));
        while !last.is_empty() && text_width(&shown(last), size, weight) > width {
            match last.rfind(' ') {
                Some(space) => last.truncate(space),
                None => {
                    last.pop();
                }
            }
        }
        *last = if last.is_empty() { "…".to_owned() } else { shown(last) };
    }
    lines
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

    /// Boxes of glyphs read with fontTools, in thousandths of an em.
    #[test]
    fn the_ink_of_a_text_is_that_of_its_letters() {
        let found = text_extent("75\u{202f}%", 1000.0, Weight::SemiBold);
        assert_eq!((found.above, found.below), (666.0, 12.0));
        let comma = text_extent("0,5", 1000.0, Weight::SemiBold);
        assert!(comma.below > 100.0 && comma.width > 1000.0, "{comma:?}");
    }

    #[test]
    fn every_sign_of_french_typography_is_in_both_faces() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            for letter in "éèàçœŒÉ«»’…−–—·×≥½\u{a0}\u{202f}→▲▼●○ᵉ".chars()
            {
                assert!(Face::of(weight).has(letter), "{letter:?} {weight:?}");
            }
        }
    }

    #[test]
    fn a_title_is_broken_into_lines_that_are_about_as_long() {
        let title = "Part des lycées équipés d’un ENT";
        let lines = wrap_evenly(title, 200.0, 15.0, Weight::SemiBold);
        assert_eq!(lines, ["Part des lycées", "équipés d’un ENT"]);
        for width in [60.0, 110.0, 300.0, 1000.0] {
            let lines = wrap_evenly(title, width, 15.0, Weight::SemiBold);
            assert_eq!(lines.len(), wrap(title, width, 15.0, Weight::SemiBold).len());
            assert_eq!(lines.join(" "), title);
        }
    }

    #[test]
    fn what_is_cut_says_so_within_its_width() {
        let text = "Part des lycées publics équipés d’un espace numérique de travail";
        for width in [14.0, 60.0, 120.0, 400.0] {
            let (size, weight) = (12.0, Weight::Regular);
            let whole = wrap(text, width, size, weight);
            for most in 1..=whole.len() {
                let lines = cut(whole.clone(), most, width, size, weight);
                let is_within = |line: &String| text_width(line, size, weight) <= width;
                assert!(lines.len() == most && lines.iter().all(is_within), "{lines:?}");
                assert_eq!(lines.concat().ends_with('…'), most < whole.len(), "{lines:?}");
            }
        }
    }
}
