//! What stands on a map besides territories: the boxes of the insets and their titles.

use super::{
    face::Weight,
    geometry::{Rect, Stroke},
    line::{Anchor, Text},
    nodes::Node,
    text::{text_width, wrap},
    view::View,
};
use crate::{
    cartography::{Colour, Theme},
    outline::Frame,
};

/// Size of the title of an inset.
const TITLE_SIZE: f32 = 12.0;
/// Size of the scale of an inset.
const SCALE_SIZE: f32 = 11.0;
/// Width of a box below which its words are smaller, and how small.
const SMALL_BOX: f32 = 84.0;
const SMALL_SIZE: f32 = 9.5;

/// How far to the left of its box the name of a zoom may reach, in metres of the plane: there is
/// Belgium.
const BESIDE: f32 = 165_000.0;
/// Between two lines of a name, in sizes of its letters.
const LEADING: f32 = 1.15;

/// How the boxes of a map are lettered: all alike.
#[derive(Clone, Copy)]
struct Lettering {
    /// By their names, or else by the codes of their départements.
    in_words: bool,
    title_size: f32,
    scale_size: f32,
    margin: f32,
    ink: Colour,
}

impl Lettering {
    fn of(boxes: &[(&Frame, Rect)], theme: &Theme) -> Self {
        let is_small = boxes.iter().any(|(_, rect)| rect.width < SMALL_BOX);
        let (title_size, scale_size, margin) =
            if is_small { (SMALL_SIZE, SMALL_SIZE, 3.0) } else { (TITLE_SIZE, SCALE_SIZE, 6.0) };
        let fits = |(frame, rect): &(&Frame, Rect)| {
            let width = text_width(frame.title, title_size, Weight::Regular);
            frame.only_departement().is_none() || width + 2.0 * margin <= rect.width
        };
        let in_words = boxes.iter().all(fits);
        Self { in_words, title_size, scale_size, margin, ink: theme.text_weak }
    }
}

/// The boxes of the insets, each with its title and its scale against the mainland.
pub fn draw_frames(frames: &[Frame], view: &View, theme: &Theme) -> Vec<Node> {
    let boxes: Vec<(&Frame, Rect)> =
        frames.iter().filter_map(|frame| Some((frame, view.page_rect(frame.rect?)))).collect();
    let lettering = Lettering::of(&boxes, theme);
    let mut nodes = Vec::new();
    for (frame, rect) in boxes {
        let stroke = Some(Stroke { colour: theme.frame, width: 1.0 });
        nodes.push(Node::Rect { rect, ink: None, stroke, radius: 3.0 });
        nodes.extend(title(frame, rect, lettering, view).into_iter().map(Node::from));
        nodes.push(scale(frame, rect, lettering).into());
    }
    nodes
}

/// The name at the top left of a box, or its code. A zoom shows several départements and has but one
/// name, which is too long for its box: it stands beside.
fn title(frame: &Frame, rect: Rect, lettering: Lettering, view: &View) -> Vec<Text> {
    let Lettering { in_words, title_size: size, margin, ink, .. } = lettering;
    let Some(code) = frame.only_departement() else {
        return beside(frame.title, rect, lettering, view);
    };
    let title = if in_words { frame.title } else { code };
    vec![Text::new([rect.x + margin, rect.y + size + margin / 2.0], title, size, ink)]
}

/// A name to the left of its box, in as many lines as it takes.
fn beside(name: &str, rect: Rect, lettering: Lettering, view: &View) -> Vec<Text> {
    let Lettering { title_size: size, margin, ink, .. } = lettering;
    let width = |word: &str| text_width(word, size, Weight::Regular);
    let longest = name.split(' ').map(width).fold(0.0, f32::max);
    let room = (BESIDE / view.metres_per_unit()).max(longest);
    let lines = wrap(name, room, size, Weight::Regular);
    let line = |(rank, line): (usize, String)| {
        let y = rect.y + size * (0.85 + LEADING * rank as f32);
        Text::new([rect.x - margin, y], line, size, ink).anchored(Anchor::End)
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// How many times as large as the mainland a box is drawn, at its bottom right.
fn scale(frame: &Frame, rect: Rect, lettering: Lettering) -> Text {
    let Lettering { scale_size, margin, ink, .. } = lettering;
    let scale = format!("×\u{202f}{}", decimals(frame.magnification));
    let at = [rect.right() - margin, rect.bottom() - margin];
    Text::new(at, scale, scale_size, ink).anchored(Anchor::End)
}

/// `0,35`, `1,5`, `4`.
fn decimals(value: f32) -> String {
    let text = format!("{value:.2}").replace('.', ",");
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline::{DEPARTEMENTS_GEOJSON, Outlines},
        territory::{Edition, Level},
    };

    #[test]
    fn a_scale_is_written_without_useless_zeros() {
        assert_eq!([0.3, 0.35, 1.5, 4.0].map(decimals), ["0,3", "0,35", "1,5", "4"]);
    }

    #[test]
    fn boxes_are_all_called_by_names_or_all_by_codes_and_the_zoom_has_one_name() {
        let (outlines, _) = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap();
        let mut in_words = [0, 0];
        for width in (300..4000).step_by(50).map(|width| width as f32) {
            let view = View::fitting(outlines.bounds(), Rect::new(0.0, 0.0, width, 0.8 * width));
            let nodes = draw_frames(outlines.frames(), &view, Theme::light());
            let texts = || {
                nodes.iter().filter_map(|node| match node {
                    Node::Text(text) if !text.content.starts_with('×') => Some(text),
                    _ => None,
                })
            };
            let (zoom, insets): (Vec<_>, Vec<_>) =
                texts().partition(|text| text.anchor == Anchor::End);
            let zoom: Vec<&str> = zoom.iter().map(|text| text.content.as_str()).collect();
            assert_eq!(zoom.join(" "), "Paris et petite couronne", "{width}");
            let codes = insets.iter().filter(|text| text.content.starts_with('9')).count();
            assert!(insets.len() == 5 && (codes == 0 || codes == 5), "{width}: {codes}");
            in_words[usize::from(codes == 0)] += 1;
            // The name beside the zoom lies on nothing.
            for rect in nodes.iter().flat_map(Node::words) {
                for step in 0..=20 {
                    let x = rect.x + rect.width * step as f32 / 20.0;
                    for y in [rect.y, rect.bottom()] {
                        let at = view.plane([x, y]);
                        let boxes = outlines.frames().iter().filter_map(|frame| frame.rect);
                        let (level, edition) = (Level::Departement, Edition::Since2016);
                        let land = outlines.territory_at(at, level, edition);
                        let is_boxed = boxes.into_iter().any(|rect| rect.contains(at));
                        assert!(is_boxed || land.is_none(), "{width}: {land:?}");
                    }
                }
            }
        }
        assert!(in_words.iter().all(|count| *count > 2), "{in_words:?}");
    }
}
