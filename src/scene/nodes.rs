//! What a scene is made of.

use std::sync::Arc;

use super::{
    geometry::{Rect, Stroke},
    ink::Ink,
    map::MapPicture,
    text::{Weight, text_extent, text_width},
    view::View,
};
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

    /// How long the line is, in page units: what every painter keeps to.
    pub fn length(&self) -> f32 {
        text_width(&self.content, self.size, self.weight)
    }

    /// What its ink takes of the page, before it is turned.
    pub fn rect(&self) -> Rect {
        let extent = text_extent(&self.content, self.size, self.weight);
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => extent.width / 2.0,
            Anchor::End => extent.width,
        };
        let [x, y] = self.position;
        Rect::new(x - before, y - extent.above, extent.width, extent.above + extent.below)
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

impl Node {
    /// A filled rectangle without edge.
    pub fn filled(rect: Rect, ink: impl Into<Ink>) -> Self {
        Self::Rect { rect, ink: Some(ink.into()), stroke: None, radius: 0.0 }
    }

    /// The same elsewhere on the page; a map stays where it is.
    #[must_use]
    pub fn shifted(self, [x, y]: [f32; 2]) -> Self {
        match self {
            Self::Rect { rect, ink, stroke, radius } => {
                Self::Rect { rect: rect.shifted([x, y]), ink, stroke, radius }
            }
            Self::Text(text) => {
                let position = [text.position[0] + x, text.position[1] + y];
                Self::Text(Text { position, ..text })
            }
            Self::Map(_) => self,
        }
    }

    /// What the ink of a line of text takes of the page.
    pub fn words(&self) -> Option<Rect> {
        match self {
            Self::Text(text) => Some(text.rect()),
            Self::Rect { .. } | Self::Map(_) => None,
        }
    }
}

impl From<Text> for Node {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}
