//! What a scene is made of.

use std::sync::Arc;

use super::{ink::Ink, map::MapPicture, text::Weight, view::View};
use crate::cartography::Colour;

/// A whole drawing.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Width in page units.
    pub width: f32,
    /// Height in page units.
    pub height: f32,
    /// What is behind everything.
    pub background: Colour,
    /// Its name, for whoever cannot see it.
    pub title: String,
    /// What it shows, in words, for whoever cannot see it.
    pub description: String,
    /// What is drawn, the lowest first.
    pub nodes: Vec<Node>,
}

/// One element of a drawing.
#[derive(Clone, Debug)]
pub enum Node {
    /// An upright rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Inside.
        ink: Option<Ink>,
        /// Around, centred on the edge.
        stroke: Option<Stroke>,
        /// Radius of the corners.
        radius: f32,
    },
    /// A line of text.
    Text(Text),
    /// A map.
    Map(MapNode),
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A line of even width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f32,
}

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

/// A map within a drawing.
#[derive(Clone, Debug)]
pub struct MapNode {
    /// What is shown.
    pub picture: Arc<MapPicture>,
    /// From the plane to the page.
    pub view: View,
    /// What lies outside is not shown.
    pub clip: Rect,
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

impl Rect {
    /// From its edges.
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// Its corners, clockwise from the top left.
    pub fn corners(&self) -> Vec<[f32; 2]> {
        let (right, bottom) = (self.right(), self.bottom());
        vec![[self.x, self.y], [right, self.y], [right, bottom], [self.x, bottom]]
    }

    /// The middle.
    pub fn center(&self) -> [f32; 2] {
        [self.x + self.width / 2.0, self.y + self.height / 2.0]
    }

    /// Smaller by `margin` on every side.
    #[must_use]
    pub fn shrunk(&self, margin: f32) -> Self {
        Self {
            x: self.x + margin,
            y: self.y + margin,
            width: (self.width - 2.0 * margin).max(1.0),
            height: (self.height - 2.0 * margin).max(1.0),
        }
    }
}

impl Node {
    /// A filled rectangle without edge.
    pub fn filled(rect: Rect, ink: impl Into<Ink>) -> Self {
        Self::Rect { rect, ink: Some(ink.into()), stroke: None, radius: 0.0 }
    }
}

impl From<Text> for Node {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}
