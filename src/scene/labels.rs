//! The values written on the areas of a map: where each stands, and which are left out.
//!
//! A label stands wholly inside its area, where the area has most room for it, or not at all.

use std::collections::BTreeSet;

use super::{
    face::Weight,
    geometry::Rect,
    ink::Ink,
    line::{Anchor, Text},
    map::{MapPicture, PaintedArea},
    nodes::Node,
    text::{TextExtent, text_extent},
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
    let words: Vec<Rect> = furniture.iter().flat_map(Node::words).collect();
    let valued = picture.exact.areas.iter().zip(&picture.areas);
    let valued: BTreeSet<TerritoryId> = valued
        .filter(|(_, painted)| painted.figure.is_some())
        .map(|(area, _)| area.territory)
        .collect();
    let measured = measured(picture);
    let mut placed = Vec::new();
    for size in VALUE_SIZES {
        placed = measured.iter().filter_map(|label| label.place(view, size, &words)).collect();
        let fitting: BTreeSet<TerritoryId> =
            placed.iter().map(|(label, _)| label.area.territory).collect();
        if fitting.len() as f32 >= NEARLY_ALL * valued.len() as f32 {
            break;
        }
        if size == VALUE_SIZES[VALUE_SIZES.len() - 1] && 2 * fitting.len() < valued.len() {
            return vec![];
        }
    }
    placed.retain(|(_, (_, rect))| clip.holds(rect));
    placed.into_iter().map(|(label, (size, rect))| label.written(size, rect)).collect()
}

/// Labels as they are drawn.
pub fn draw_labels(labels: &[PlacedLabel]) -> Vec<Node> {
    labels.iter().flat_map(|label| &label.texts).cloned().map(Node::from).collect()
}

/// The label of an area, measured once for all sizes.
struct Measured<'a> {
    area: &'a Area,
    ink: Ink,
    lines: Vec<Line<'a>>,
    /// Width and height of its lines in the size 1, without what is kept clear around them.
    extent: [f32; 2],
}

/// A line of a label, measured in the size 1 of its value.
struct Line<'a> {
    content: &'a str,
    size: f32,
    extent: TextExtent,
}

/// A size, and the box of a label in it.
type Placed = (f32, Rect);

impl<'a> Measured<'a> {
    /// The label of an area, if it has a value.
    fn new(area: &'a Area, painted: &'a PaintedArea) -> Option<Self> {
        let lines = lines(painted.figure.as_ref()?);
        let extent = extent(&lines);
        Some(Self { area, ink: painted.ink, lines, extent })
    }

    /// Where it stands in some size, if there is room for it.
    fn place(&self, view: &View, size: f32, words: &[Rect]) -> Option<(&Self, Placed)> {
        let metres = view.metres_per_unit();
        let [width, height] = padded(self.extent, size);
        let bounds = &self.area.bounds;
        if bounds.width() < width * metres || bounds.height() < height * metres {
            return None;
        }
        let room = self.area.label_room(proportion(self.extent));
        if !room.holds(width * metres, height * metres) {
            return None;
        }
        let [x, y] = view.page(room.center);
        let rect = Rect::new(x - width / 2.0, y - height / 2.0, width, height);
        (!words.iter().any(|words| words.intersects(&rect))).then_some((self, (size, rect)))
    }

    /// In whichever of dark and light reads better on the colour of the area. A halo clears its
    /// hatch away.
    fn written(&self, size: f32, rect: Rect) -> PlacedLabel {
        let mut top = rect.y + CLEAR;
        let mut texts = Vec::new();
        for line in &self.lines {
            let (above, below) = (line.extent.above * size, line.extent.below * size);
            let position = [rect.center()[0], top + above];
            top += above + below + GAP * size;
            let (size, colour) = (line.size * size, readable_on(self.ink.colour));
            let text = Text::new(position, line.content, size, colour).strong();
            let text = text.anchored(Anchor::Middle);
            texts.push(if self.ink.hatch.is_some() { text.haloed(self.ink.colour) } else { text });
        }
        PlacedLabel { territory: self.area.territory, rect, texts }
    }
}

/// The labels of all areas that stand for a territory which has a value.
fn measured(picture: &MapPicture) -> Vec<Measured<'_>> {
    let whole = picture.exact.areas.iter().zip(&picture.areas).filter(|(area, _)| is_whole(area));
    whole.filter_map(|(area, painted)| Measured::new(area, painted)).collect()
}

/// Whether an area stands for its territory: the zoom on Paris shows a few départements, whose value
/// that of their région or académie is not.
fn is_whole(area: &Area) -> bool {
    area.frame != FrameId::Paris || area.territory.level() == Level::Departement
}

/// How many times as wide as high the room of a value has to be, at whatever size.
pub(super) fn proportion_of(figure: &Figure) -> f32 {
    proportion(extent(&lines(figure)))
}

/// That of its smallest box, for which room is scarcest: one search serves all sizes.
fn proportion(extent: [f32; 2]) -> f32 {
    let [width, height] = padded(extent, VALUE_SIZES[VALUE_SIZES.len() - 1]);
    width / height
}

/// The value; below it, how much of the territory it speaks for.
fn lines(figure: &Figure) -> Vec<Line<'_>> {
    let line = |content, size| Line {
        content,
        size,
        extent: text_extent(content, size, Weight::SemiBold),
    };
    let known = figure.known.as_deref().map(|content| line(content, KNOWN_SIZE));
    [line(figure.value.as_str(), 1.0)].into_iter().chain(known).collect()
}

/// Width and height of lines one below the other, in the size 1.
fn extent(lines: &[Line<'_>]) -> [f32; 2] {
    let [mut width, mut height] = [0.0f32, -GAP];
    for Line { extent, .. } in lines {
        width = width.max(extent.width);
        height += GAP + extent.above + extent.below;
    }
    [width, height]
}

/// The same in some size, with what is kept clear around it.
fn padded([width, height]: [f32; 2], size: f32) -> [f32; 2] {
    [width * size + 2.0 * CLEAR, height * size + 2.0 * CLEAR]
}

/// Dark or light text, whichever has more contrast. Values keep their colours in both themes, and
/// so does the text on them.
fn readable_on(ground: Colour) -> Colour {
    let (dark, light) = (Theme::light().text, Theme::light().paper);
    if dark.contrast(ground) >= light.contrast(ground) { dark } else { light }
}

#[cfg(test)]
mod tests;
