//! The values written on the areas of a map: where each stands, and which are left out.
//!
//! A label stands wholly inside its area, where the area has most room for it, or not at all.

use std::collections::BTreeSet;

use super::{
    geometry::Rect,
    ink::Ink,
    map::MapPicture,
    nodes::{Anchor, Node, Text},
    text::{Weight, text_extent},
    view::View,
};
use crate::{
    cartography::{Colour, Figure, Theme},
    outline::{Area, FrameId},
    territory::{Level, TerritoryId},
};

/// Sizes of a value. A map has them all alike: the largest in which nearly all areas have room.
const VALUE_SIZES: [f32; 4] = [13.0, 12.0, 11.0, 10.0];
/// Nearly all of the territories.
const NEARLY_ALL: f32 = 0.9;
/// Size of what is known of a value, and the gap above it, against the value.
const KNOWN_SIZE: f32 = 0.8;
const GAP: f32 = 0.3;
/// Around a label, within its area: its halo stands there.
const CLEAR: f32 = 2.0;

/// A label in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Whose value it is.
    pub territory: TerritoryId,
    /// What it takes of the page, halo included.
    pub rect: Rect,
    /// Its lines.
    pub texts: Vec<Text>,
}

/// The labels of a map, in the order of its areas. Those of all areas that have room for theirs, or
/// none at all when fewer than half of the territories have; none on the words of `furniture`, none
/// that leaves `clip`.
pub fn place_labels(
    picture: &MapPicture,
    view: &View,
    clip: Rect,
    furniture: &[Node],
) -> Vec<PlacedLabel> {
    let words: Vec<Rect> = furniture.iter().filter_map(Node::words).collect();
    let valued = picture.exact.areas.iter().zip(&picture.areas);
    let valued: BTreeSet<TerritoryId> = valued
        .filter(|(_, painted)| painted.figure.is_some())
        .map(|(area, _)| area.territory)
        .collect();
    let mut placed = Vec::new();
    for size in VALUE_SIZES {
        placed = fitting(picture, view, size, &words);
        let fitting: BTreeSet<TerritoryId> = placed.iter().map(|label| label.territory).collect();
        if fitting.len() as f32 >= NEARLY_ALL * valued.len() as f32 {
            break;
        }
        if size == VALUE_SIZES[VALUE_SIZES.len() - 1] && 2 * fitting.len() < valued.len() {
            return vec![];
        }
    }
    placed.retain(|label| clip.holds(&label.rect));
    placed
}

/// The labels for which there is room, their values in one size.
fn fitting(picture: &MapPicture, view: &View, size: f32, words: &[Rect]) -> Vec<PlacedLabel> {
    let metres = view.metres_per_unit();
    let mut placed = Vec::new();
    for (area, painted) in picture.exact.areas.iter().zip(&picture.areas) {
        let Some(figure) = painted.figure.as_ref().filter(|_| is_whole(area)) else { continue };
        let lines = lines(figure, size);
        let [width, height] = extent(&lines, size);
        if area.bounds.width() < width * metres || area.bounds.height() < height * metres {
            continue;
        }
        let room = area.label_room(width / height);
        if !room.holds(width * metres, height * metres) {
            continue;
        }
        let [x, y] = view.page(room.center);
        let rect = Rect::new(x - width / 2.0, y - height / 2.0, width, height);
        if !words.iter().any(|words| words.intersects(&rect)) {
            let texts = texts(&lines, size, rect, painted.ink);
            placed.push(PlacedLabel { territory: area.territory, rect, texts });
        }
    }
    placed
}

/// Whether an area stands for its territory: the zoom on Paris shows a few départements, whose value
/// that of their région or académie is not.
fn is_whole(area: &Area) -> bool {
    area.frame != FrameId::Paris || area.territory.level() == Level::Departement
}

/// The proportions of the boxes that a value is written in, at whatever size.
pub(super) fn proportions(figure: &Figure) -> impl Iterator<Item = f32> {
    VALUE_SIZES.into_iter().map(|size| {
        let [width, height] = extent(&lines(figure, size), size);
        width / height
    })
}

/// Labels as they are drawn.
pub fn draw_labels(labels: &[PlacedLabel]) -> Vec<Node> {
    labels.iter().flat_map(|label| &label.texts).cloned().map(Node::from).collect()
}

/// A line of a label.
struct Line<'a> {
    content: &'a str,
    size: f32,
    weight: Weight,
}

/// The value; below it, how much of the territory it speaks for.
fn lines(figure: &Figure, size: f32) -> Vec<Line<'_>> {
    let value = Line { content: &figure.value, size, weight: Weight::SemiBold };
    let known = figure.known.as_deref();
    let known =
        known.map(|content| Line { content, size: KNOWN_SIZE * size, weight: Weight::SemiBold });
    [value].into_iter().chain(known).collect()
}

/// Width and height of lines one below the other, with what is kept clear around them.
fn extent(lines: &[Line<'_>], size: f32) -> [f32; 2] {
    let extents = lines.iter().map(|line| text_extent(line.content, line.size, line.weight));
    let gap = GAP * size;
    let [mut width, mut height] = [0.0f32, -gap];
    for extent in extents {
        width = width.max(extent.width);
        height += gap + extent.above + extent.below;
    }
    [width + 2.0 * CLEAR, height + 2.0 * CLEAR]
}

/// In whichever of dark and light reads better on the colour of the area. A halo clears its hatch
/// away.
fn texts(lines: &[Line<'_>], size: f32, rect: Rect, ink: Ink) -> Vec<Text> {
    let mut top = rect.y + CLEAR;
    let mut texts = Vec::new();
    for line in lines {
        let extent = text_extent(line.content, line.size, line.weight);
        let position = [rect.center()[0], top + extent.above];
        top += extent.above + extent.below + GAP * size;
        let text = Text::new(position, line.content, line.size, readable_on(ink.colour));
        let text = Text { weight: line.weight, ..text.anchored(Anchor::Middle) };
        texts.push(if ink.hatch.is_some() { text.haloed(ink.colour) } else { text });
    }
    texts
}

/// Dark or light text, whichever has more contrast. Values keep their colours in both themes, and
/// so does the text on them.
fn readable_on(ground: Colour) -> Colour {
    let (dark, light) = (Theme::light().text, Theme::light().paper);
    if dark.contrast(ground) >= light.contrast(ground) { dark } else { light }
}

#[cfg(test)]
mod tests;
