//! The typeface inside an SVG: each face cut down to the letters that the drawing uses.
//!
//! A browser or a report shows the text as the window does, on a machine without the face, and the
//! text stays text. Kerning is kept with the glyphs, for the PNG painter kerns too. The copyright
//! and the licence of the face (SIL OFL 1.1, which allows embedding in a document) stay inside.

use std::{collections::BTreeSet, fmt::Write as _};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use skera::{DEFAULT_DROP_TABLES, Plan, SubsetError, SubsetFlags, subset_font};
use skrifa::{
    FontRef, Tag,
    raw::{ReadError, collections::IntSet, types::NameId},
};

use crate::scene::{FONT_FAMILY, Node, Scene, Weight};

/// A style sheet with the faces that a drawing uses; empty for a drawing without text.
pub(super) fn style_sheet(scene: &Scene) -> String {
    let mut rules = String::new();
    for (weight, css_weight) in [(Weight::Regular, 400), (Weight::SemiBold, 600)] {
        let face = weight.file();
        let letters = letters(scene, weight);
        if letters.is_empty() {
            continue;
        }
        // A face that cannot be cut down goes in whole: the file is larger and looks the same.
        let data = STANDARD.encode(subset(face, &letters).unwrap_or_else(|_| face.to_vec()));
        let _ = writeln!(
            rules,
            "@font-face {{ font-family: '{FONT_FAMILY}'; font-weight: {css_weight}; \
             src: url(data:font/ttf;base64,{data}) format('truetype') }}"
        );
    }
    if rules.is_empty() { rules } else { format!("<style>\n{rules}</style>\n") }
}

/// The letters that a drawing writes in one weight.
fn letters(scene: &Scene, weight: Weight) -> BTreeSet<char> {
    let texts = scene.leaves().into_iter().filter_map(|node| match node {
        Node::Text(text) => (text.weight == weight).then_some(text),
        // None of them writes: what a map says stands beside it as texts.
        Node::Rect { .. } | Node::Map(_) | Node::Path(_) => None,
        Node::Circle(_) | Node::Picture(_) => None,
        // Their nodes are among the leaves.
        Node::Group(_) | Node::Link(_) => None,
    });
    texts.flat_map(|text| text.content.chars()).collect()
}

/// Why a face could not be cut down.
#[derive(Debug, thiserror::Error)]
enum FaceError {
    #[error("the face cannot be read: {0}")]
    Read(#[from] ReadError),
    #[error("the face cannot be written: {0}")]
    Write(#[from] SubsetError),
}

/// What writing French applies unasked: composed accents, ligatures, kerning.
const FEATURES: [&[u8; 4]; 9] =
    [b"ccmp", b"locl", b"rlig", b"liga", b"clig", b"calt", b"kern", b"mark", b"mkmk"];
const SCRIPTS: [&[u8; 4]; 2] = [b"DFLT", b"latn"];
/// Copyright, family, style, unique name, full name, version, PostScript name, licence and its
/// address.
const NAMES: [u16; 9] = [0, 1, 2, 3, 4, 5, 6, 13, 14];
/// Axes of style and baselines of other scripts, of which a fixed face in French has no use.
const USELESS_TABLES: [&[u8; 4]; 2] = [b"STAT", b"BASE"];
/// English of the United States, the language in which a face names itself.
const NAME_LANGUAGE: u16 = 0x0409;

/// A TrueType face with no more than these letters, valid on its own.
fn subset(face: &[u8], letters: &BTreeSet<char>) -> Result<Vec<u8>, FaceError> {
    let font = FontRef::new(face)?;
    let tags = |tags: &[&[u8; 4]]| tags.iter().map(|tag| Tag::new(tag)).collect::<IntSet<Tag>>();
    let mut dropped = tags(&USELESS_TABLES);
    dropped.extend(DEFAULT_DROP_TABLES.iter().copied());
    let plan = Plan::new(
        &IntSet::empty(),
        &letters.iter().map(|letter| u32::from(*letter)).collect(),
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_BIDI_CLOSURE,
        &dropped,
        &tags(&SCRIPTS),
        &tags(&FEATURES),
        &NAMES.into_iter().map(NameId::new).collect(),
        &[NAME_LANGUAGE].into_iter().collect(),
    );
    Ok(subset_font(&font, &plan)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cartography::Theme,
        scene::{FONT_REGULAR, FONT_SEMIBOLD, Group, Role, Text},
    };

    const SENTENCE: &str = "Part des lycées équipés : 91,5\u{202f}% — « œuvre » d’été";

    fn scene(texts: &[(&str, Weight)]) -> Scene {
        let text = |(content, weight): &(&str, Weight)| {
            let text = Text::new([0.0, 0.0], *content, 12.0, Theme::light().text);
            Node::from(Text { weight: *weight, ..text })
        };
        Scene {
            width: 100.0,
            height: 50.0,
            background: Theme::light().paper,
            title: String::new(),
            description: String::new(),
            nodes: texts.iter().map(text).collect(),
        }
    }

    fn cut(text: &str) -> Vec<u8> {
        subset(FONT_REGULAR, &text.chars().collect()).unwrap()
    }

    #[test]
    fn a_subset_has_the_letters_of_the_text_with_their_widths_and_no_others() {
        let bytes = cut(SENTENCE);
        let (whole, part) = (
            ttf_parser::Face::parse(FONT_REGULAR, 0).unwrap(),
            ttf_parser::Face::parse(&bytes, 0).unwrap(),
        );
        for letter in SENTENCE.chars() {
            let width = |face: &ttf_parser::Face<'_>| {
                face.glyph_hor_advance(face.glyph_index(letter).unwrap())
            };
            assert_eq!(width(&part), width(&whole), "{letter:?}");
        }
        assert_eq!(part.glyph_index('Z'), None);
        assert!(bytes.len() < 20_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_subset_keeps_what_browsers_ask_for_and_the_licence() {
        let bytes = cut(SENTENCE);
        let font = FontRef::new(&bytes).unwrap();
        for table in
            ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "OS/2", "GPOS"]
        {
            let tag = Tag::new_checked(table.as_bytes()).unwrap();
            assert!(font.table_data(tag).is_some(), "{table}");
        }
        let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
        let names: Vec<String> = face.names().into_iter().filter_map(|n| n.to_string()).collect();
        assert!(names.iter().any(|name| name.contains("Open Font License")), "{names:?}");
        assert!(names.iter().any(|name| name == FONT_FAMILY), "{names:?}");
    }

    #[test]
    fn letters_that_the_face_lacks_do_no_harm() {
        let bytes = cut("a漢🗺");
        assert!(ttf_parser::Face::parse(&bytes, 0).unwrap().glyph_index('a').is_some());
        assert!(ttf_parser::Face::parse(&cut(""), 0).is_ok());
    }

    #[test]
    fn any_few_letters_of_the_face_make_a_valid_subset() {
        let all: Vec<char> = (' '..'\u{2600}').collect();
        for size in [1, 7, 64, 1000, all.len()] {
            for part in all.chunks(size).step_by(1 + all.len() / size / 40) {
                let letters = part.iter().copied().collect();
                let bytes = subset(FONT_SEMIBOLD, &letters).unwrap();
                assert!(ttf_parser::Face::parse(&bytes, 0).is_ok(), "{part:?}");
            }
        }
    }

    #[test]
    fn something_that_is_no_face_is_an_error() {
        assert!(subset(b"no face at all", &BTreeSet::from(['a'])).is_err());
    }

    #[test]
    fn only_the_weights_that_are_written_are_carried() {
        let rules = |texts: &[(&str, Weight)]| style_sheet(&scene(texts));
        assert_eq!(rules(&[]), "");
        let regular = rules(&[("a", Weight::Regular)]);
        assert!(regular.contains("font-weight: 400") && !regular.contains("font-weight: 600"));
        let both = rules(&[("a", Weight::Regular), ("b", Weight::SemiBold)]);
        assert_eq!(both.matches("@font-face").count(), 2);
        let mut inside = scene(&[("c", Weight::SemiBold)]);
        inside.nodes = vec![Group::new("bloc", Role::Block, inside.nodes).into()];
        assert!(style_sheet(&inside).contains("font-weight: 600"), "in a group as well");
    }
}
