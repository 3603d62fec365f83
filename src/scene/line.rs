//! A line of text on a page.

use super::{
    face::Weight,
    geometry::Rect,
    shaping::{ShapedLine, shaped},
    text::text_extent,
};
use crate::cartography::Colour;

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where the baseline meets the anchor.
    pub position: [f32; 2],
    /// What is written.
    pub content: String,
    /// Height of an em.
    pub size: f32,
    /// Thickness.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// Which point of the line lies at `position`.
    pub anchor: Anchor,
    /// Rotation around `position`, in degrees, clockwise.
    pub angle: f32,
    /// 0 (invisible) to 1.
    pub opacity: f32,
    /// A halo that keeps the text readable over a map.
    pub halo: Option<Colour>,
}

/// Which point of a line of text is meant by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Text {
    /// A plain line that begins at `position`.
    pub fn new(position: [f32; 2], content: impl Into<String>, size: f32, colour: Colour) -> Self {
        Self {
            position,
            content: content.into(),
            size,
            weight: Weight::Regular,
            colour,
            anchor: Anchor::Start,
            angle: 0.0,
            opacity: 1.0,
            halo: None,
        }
    }

    /// Its glyphs.
    pub fn shaped(&self) -> ShapedLine {
        shaped(&self.content, self.weight)
    }

    /// How long the line is, in page units: what every painter keeps to.
    pub fn length(&self) -> f32 {
        self.shaped().length * self.size
    }

    /// Where a line of such a length begins, before it is turned.
    pub fn beginning(&self, length: f32) -> [f32; 2] {
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => length / 2.0,
            Anchor::End => length,
        };
        [self.position[0] - before, self.position[1]]
    }

    /// The same elsewhere on the page.
    #[must_use]
    pub fn shifted(self, [x, y]: [f32; 2]) -> Self {
        Self { position: [self.position[0] + x, self.position[1] + y], ..self }
    }

    /// What its ink takes of the page, before it is turned.
    pub fn rect(&self) -> Rect {
        let extent = text_extent(&self.content, self.size, self.weight);
        let [x, y] = self.beginning(extent.width);
        Rect::new(x, y - extent.above, extent.width, extent.above + extent.below)
    }

    /// In semi-bold.
    #[must_use]
    pub fn strong(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }

    /// With another anchor.
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// In another colour.
    #[must_use]
    pub fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// With a halo.
    #[must_use]
    pub fn haloed(self, colour: Colour) -> Self {
        Self { halo: Some(colour), ..self }
    }
}
