//! A line of text to its glyphs, kerning included.
//!
//! What is measured here is what every painter draws. A letter that the face lacks keeps its place
//! as the glyph that stands for a missing one; what is read from right to left stands in the order
//! in which it is read.

use std::ops::Range;

use harfrust::{Direction, GlyphBuffer, ShapeOptions, UnicodeBuffer, script};
use unicode_bidi::{BidiInfo, Level};

use super::face::{Face, Weight};

/// A line of text as it is drawn. Lengths are in ems: times the size of the text, they are those of
/// the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapedLine {
    /// From left to right.
    pub glyphs: Vec<Glyph>,
    /// From its beginning to its end.
    pub length: f32,
}

/// A glyph in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Which of the face.
    pub id: u16,
    /// Where its origin stands, rightwards from the beginning of the line.
    pub x: f32,
    /// How far above the baseline.
    pub y: f32,
    /// How much of the line it takes.
    pub advance: f32,
    /// Which bytes of the text it writes.
    pub letters: Range<usize>,
}

impl Glyph {
    /// Whether it stands for a letter that the face lacks.
    pub fn is_missing(&self) -> bool {
        self.id == 0
    }
}

/// Shapes a line.
pub fn shaped(text: &str, weight: Weight) -> ShapedLine {
    let mut line = Shaping { face: Face::of(weight), text, glyphs: vec![], length: 0 };
    if text.chars().any(may_be_read_leftwards) {
        for (range, direction) in runs(text) {
            line.add(range, direction);
        }
    } else {
        line.add(0..text.len(), Direction::LeftToRight);
    }
    line.finished()
}

/// The stretches of one direction, from left to right on the page.
fn runs(text: &str) -> Vec<(Range<usize>, Direction)> {
    // A French page reads from left to right, whatever a name begins with.
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let is_leftwards = levels.get(range.start).is_some_and(Level::is_rtl);
            let direction =
                if is_leftwards { Direction::RightToLeft } else { Direction::LeftToRight };
            runs.push((range, direction));
        }
    }
    runs
}

/// Hebrew and what follows it in Unicode, with the marks of direction.
fn may_be_read_leftwards(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// What is shaped with the plan of French.
fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter, '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2000}'..='\u{2bff}')
    })
}

struct Shaping<'a> {
    face: &'static Face,
    text: &'a str,
    glyphs: Vec<(Glyph, i32)>,
    /// In units of the face, so that nothing is rounded on the way.
    length: i32,
}

impl Shaping<'_> {
    /// Shapes a stretch and sets it behind the others.
    fn add(&mut self, range: Range<usize>, direction: Direction) {
        let Some(text) = self.text.get(range.clone()) else { return };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let is_plain = direction == Direction::LeftToRight && is_latin(text);
        if is_plain {
            buffer.set_script(script::LATIN);
        } else {
            buffer.guess_segment_properties();
        }
        buffer.set_direction(direction);
        buffer.set_language(self.face.language.clone());
        let options = ShapeOptions::new().plan(is_plain.then_some(&self.face.plan));
        let shaped = self.face.shaper.shape(buffer, options);
        self.place(&shaped, &range);
    }

    fn place(&mut self, shaped: &GlyphBuffer, range: &Range<usize>) {
        let mut starts: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| range.start + info.cluster as usize).collect();
        let clusters = starts.clone();
        starts.sort_unstable();
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        for ((info, position), start) in glyphs.zip(clusters) {
            let after = starts.partition_point(|known| *known <= start);
            let letters = start..starts.get(after).copied().unwrap_or(range.end);
            // A control character is no letter: it has neither ink nor width.
            let written = self.text.get(letters.clone()).unwrap_or_default();
            if written.chars().all(char::is_control) {
                continue;
            }
            let [x, y, advance] = [position.x_offset, position.y_offset, position.x_advance]
                .map(|units| units as f32 / self.face.units_per_em);
            // A face has at most 65 535 glyphs.
            let id = u16::try_from(info.glyph_id).unwrap_or_default();
            self.glyphs.push((Glyph { id, x, y, advance, letters }, self.length));
            self.length += position.x_advance;
        }
    }

    fn finished(self) -> ShapedLine {
        let ems = |units: i32| units as f32 / self.face.units_per_em;
        let length = ems(self.length);
        let place = |(glyph, before): (Glyph, i32)| Glyph { x: glyph.x + ems(before), ..glyph };
        ShapedLine { glyphs: self.glyphs.into_iter().map(place).collect(), length }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(line: &ShapedLine, text: &str) -> Vec<String> {
        line.glyphs.iter().map(|glyph| text[glyph.letters.clone()].to_owned()).collect()
    }

    /// Pairs and advances read with another library from the tables of the face.
    #[test]
    fn pairs_are_kerned_and_the_length_is_where_the_last_glyph_ends() {
        let face = ttf_parser::Face::parse(Weight::Regular.file(), 0).unwrap();
        let advances = |text: &str| -> i32 {
            let glyphs = text.chars().map(|letter| face.glyph_index(letter).unwrap());
            glyphs.map(|glyph| i32::from(face.glyph_hor_advance(glyph).unwrap())).sum()
        };
        for pair in ["AV", "To", "P,", "L’", "Ty"] {
            let kerned = shaped(pair, Weight::Regular).length * 1000.0;
            assert!(kerned < advances(pair) as f32 - 5.0, "{pair}: {kerned}");
        }
        let line = shaped("nnn", Weight::Regular);
        assert_eq!((line.length * 1000.0).round() as i32, advances("nnn"));
        let last = line.glyphs.last().unwrap();
        assert!((last.x + last.advance - line.length).abs() < 1e-5);
    }

    /// The lengths of another shaper, which knows nothing of this one.
    #[test]
    fn lines_are_as_long_as_another_shaper_makes_them() {
        use resvg::usvg::{Options, Tree, fontdb};
        let mut options = Options::default();
        let mut fonts = fontdb::Database::new();
        Weight::ALL.iter().for_each(|weight| fonts.load_font_data(weight.file().to_vec()));
        options.fontdb = std::sync::Arc::new(fonts);
        for (weight, css) in [(Weight::Regular, 400), (Weight::SemiBold, 600)] {
            for text in [
                "Part des collèges équipés d’un ENT",
                "L’AVENIR de Tahiti, Ty ff fi Œuvre : 91,5 %",
                "To Va Ye P. « Territoire de Belfort »",
            ] {
                let svg = format!(
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='200'><text y='100' \
                     font-family=\"'Source Sans 3'\" font-weight='{css}' font-size='100'>.{text}.\
                     </text></svg>"
                );
                let tree = Tree::from_str(&svg, &options).unwrap();
                let other = tree.root().children()[0].bounding_box().width();
                let line = shaped(&format!(".{text}."), weight);
                assert!((line.length * 100.0 - other).abs() < 25.0, "{text}: {other}");
            }
        }
    }

    #[test]
    fn what_is_read_from_right_to_left_stands_in_that_order_within_a_line_of_french() {
        let text = "lycée אבג et 3";
        let found = written(&shaped(text, Weight::Regular), text);
        assert_eq!(found.concat(), "lycée גבא et 3");
        let alone = "אב גד";
        assert_eq!(written(&shaped(alone, Weight::Regular), alone).concat(), "דג בא");
        let number = "א 12";
        assert_eq!(written(&shaped(number, Weight::Regular), number).concat(), "12 א");
    }

    #[test]
    fn whatever_is_written_has_a_finite_length_and_loses_no_letter() {
        let texts = [
            "",
            " ",
            "École 🏫🇫🇷 👩\u{200d}💻",
            "مدرسة ثانوية 12%",
            "学校",
            "e\u{301}\u{302}",
            "🗺\u{fe0f}",
            "a\u{202e}bc",
            "\u{feff}x",
            "नमस्ते",
            "a\u{200d}\u{200d}",
        ];
        for text in texts {
            for weight in Weight::ALL {
                let line = shaped(text, weight);
                assert!(line.length.is_finite() && line.length >= 0.0, "{text:?}");
                let mut seen = vec![false; text.len()];
                line.glyphs.iter().for_each(|glyph| seen[glyph.letters.clone()].fill(true));
                assert!(seen.iter().all(|seen| *seen), "{text:?}: {line:?}");
                let drawn = line.glyphs.iter().all(|glyph| glyph.x.is_finite());
                assert!(drawn && text[..].trim().is_empty() | (line.length > 0.0), "{text:?}");
            }
        }
        assert!(shaped("🏫", Weight::Regular).glyphs[0].is_missing());
    }

    #[test]
    fn control_characters_take_no_room() {
        let plain = shaped("ab", Weight::Regular).length;
        assert_eq!(shaped("a\u{1}\u{b}b", Weight::Regular).length, plain);
    }
}
