//! What a scene is made of.

use std::sync::Arc;

use super::{
    address::Address,
    geometry::{Rect, Stroke},
    ink::Ink,
    line::Text,
    map::MapPicture,
    role::Role,
    shapes::{Circle, Path, Picture},
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
    /// Straight lines, closed or not.
    Path(Path),
    /// A circle.
    Circle(Circle),
    /// A picture in pixels.
    Picture(Picture),
    /// Nodes that belong together.
    Group(Group),
    /// Nodes that lead somewhere.
    Link(Link),
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

/// Nodes that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name within the drawing, of letters, digits and hyphens: « legende ». What stands in it
    /// is named after it.
    pub id: String,
    /// What it is to a reader.
    pub role: Role,
    /// What it shows, in words, for whoever cannot see it; empty where its texts say it.
    pub alternative: String,
    /// What it holds, the lowest first.
    pub nodes: Vec<Node>,
}

/// Nodes that lead somewhere when they are clicked.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where to.
    pub address: Address,
    /// What is there, in words.
    pub alternative: String,
    /// What is clicked.
    pub nodes: Vec<Node>,
}

impl Scene {
    /// All that is drawn, the lowest first, out of its groups.
    pub fn leaves(&self) -> Vec<&Node> {
        leaves(&self.nodes)
    }
}

/// All that nodes draw, the lowest first, out of their groups.
pub fn leaves(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().flat_map(Node::leaves).collect()
}

impl Node {
    /// A filled rectangle without edge.
    pub fn filled(rect: Rect, ink: impl Into<Ink>) -> Self {
        Self::Rect { rect, ink: Some(ink.into()), stroke: None, radius: 0.0 }
    }

    fn leaves(&self) -> Vec<&Self> {
        match self {
            Self::Group(Group { nodes, .. }) | Self::Link(Link { nodes, .. }) => leaves(nodes),
            Self::Rect { .. } | Self::Text(_) | Self::Map(_) => vec![self],
            Self::Path(_) | Self::Circle(_) | Self::Picture(_) => vec![self],
        }
    }

    /// The same elsewhere on the page.
    #[must_use]
    pub fn shifted(self, by: [f32; 2]) -> Self {
        let all = |nodes: Vec<Self>| nodes.into_iter().map(|node| node.shifted(by)).collect();
        match self {
            Self::Rect { rect, ink, stroke, radius } => {
                Self::Rect { rect: rect.shifted(by), ink, stroke, radius }
            }
            Self::Text(text) => Self::Text(text.shifted(by)),
            Self::Map(map) => Self::Map(map.shifted(by)),
            Self::Path(path) => Self::Path(path.shifted(by)),
            Self::Circle(circle) => Self::Circle(circle.shifted(by)),
            Self::Picture(picture) => Self::Picture(picture.shifted(by)),
            Self::Group(group) => Self::Group(Group { nodes: all(group.nodes), ..group }),
            Self::Link(link) => Self::Link(Link { nodes: all(link.nodes), ..link }),
        }
    }

    /// What it takes of the page, lines as thin as they are thought; nothing of an empty group.
    pub fn bounds(&self) -> Option<Rect> {
        match self {
            Self::Rect { rect, .. } => Some(*rect),
            Self::Text(text) => Some(text.rect()),
            Self::Map(map) => Some(map.clip),
            Self::Path(path) => path.bounds(),
            Self::Circle(circle) => Some(circle.bounds()),
            Self::Picture(picture) => Some(picture.rect),
            Self::Group(Group { nodes, .. }) | Self::Link(Link { nodes, .. }) => {
                nodes.iter().filter_map(Self::bounds).reduce(|one, other| one.around(&other))
            }
        }
    }

    /// What the ink of its lines of text takes of the page.
    pub fn words(&self) -> Vec<Rect> {
        match self {
            Self::Text(text) => vec![text.rect()],
            Self::Group(Group { nodes, .. }) | Self::Link(Link { nodes, .. }) => {
                nodes.iter().flat_map(Self::words).collect()
            }
            Self::Rect { .. } | Self::Map(_) => vec![],
            Self::Path(_) | Self::Circle(_) | Self::Picture(_) => vec![],
        }
    }
}

impl Group {
    /// A group that its texts speak for.
    pub fn new(id: impl Into<String>, role: Role, nodes: Vec<Node>) -> Self {
        Self { id: id.into(), role, alternative: String::new(), nodes }
    }

    /// A picture with what it shows, in words.
    pub fn figure(id: impl Into<String>, alternative: impl Into<String>, nodes: Vec<Node>) -> Self {
        let alternative = alternative.into();
        Self { id: id.into(), role: Role::Figure, alternative, nodes }
    }
}

impl MapNode {
    /// The same elsewhere on the page.
    #[must_use]
    pub fn shifted(self, by: [f32; 2]) -> Self {
        let origin = [0, 1].map(|axis| self.view.origin[axis] + f64::from(by[axis]));
        Self { view: View { origin, ..self.view }, clip: self.clip.shifted(by), ..self }
    }
}

impl From<Text> for Node {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Group> for Node {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cartography::Theme;

    #[test]
    fn a_group_moves_and_reaches_as_far_as_what_it_holds() {
        let theme = Theme::light();
        let text = || Text::new([10.0, 50.0], "Isère", 12.0, theme.text);
        let square = || Node::filled(Rect::new(20.0, 60.0, 5.0, 5.0), theme.text);
        let inner = Group::new("dedans", Role::Paragraph, vec![text().into()]);
        let group = Node::from(Group::new("dehors", Role::Block, vec![square(), inner.into()]));
        let words = text().rect();
        assert_eq!(group.bounds(), Some(words.around(&Rect::new(20.0, 60.0, 5.0, 5.0))));
        assert_eq!(group.words(), [words]);
        assert_eq!(group.shifted([3.0, -4.0]).words(), [words.shifted([3.0, -4.0])]);
        let empty = Node::from(Group::new("vide", Role::Block, vec![]));
        assert_eq!((empty.bounds(), empty.words()), (None, vec![]));
    }
}
