//! What stays the same from frame to frame as long as nobody moves the map: its shapes, and where
//! its values stand.

use std::sync::Arc;

use egui::Shape;

use crate::{
    app::painter::map_shapes,
    scene::{MapNode, MapPicture, Node, Rect, View},
};

/// What it was worked out for.
#[derive(Clone)]
pub struct Seen {
    pub picture: Arc<MapPicture>,
    pub view: View,
    pub clip: Rect,
    /// That of fills and hatches.
    pub opacity: f32,
    /// Values are written on the territories.
    pub is_labelled: bool,
}

/// The shapes and the nodes of a map that stands still.
#[derive(Default)]
pub struct Still {
    seen: Option<Seen>,
    shapes: Vec<Shape>,
    labels: Vec<Node>,
}

impl Seen {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.picture, &other.picture)
            && (self.view, self.clip) == (other.view, other.clip)
            && (self.opacity, self.is_labelled) == (other.opacity, other.is_labelled)
    }
}

impl Still {
    /// Works them out again if something has changed; `labels` places the values.
    pub fn follow(&mut self, seen: Seen, labels: impl FnOnce() -> Vec<Node>) {
        if self.seen.as_ref().is_some_and(|before| before.is(&seen)) {
            return;
        }
        let Seen { picture, view, clip, opacity, is_labelled } = seen.clone();
        self.shapes = map_shapes(&MapNode { picture, view, clip }, opacity);
        self.labels = if is_labelled { labels() } else { vec![] };
        self.seen = Some(seen);
    }

    /// Fills, hatches and borders.
    pub fn shapes(&self) -> impl Iterator<Item = Shape> {
        self.shapes.iter().cloned()
    }

    /// The values on the territories.
    pub fn labels(&self) -> &[Node] {
        &self.labels
    }
}
