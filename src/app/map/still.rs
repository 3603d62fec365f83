//! What stays the same from frame to frame as long as nobody moves the map: its triangles, and where
//! its values stand.

use std::sync::Arc;

use egui::{Context, Mesh, Shape, epaint::Tessellator};

use crate::{
    app::painter::{egui_rect, map_shapes},
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
    /// The edges of lines are as soft as the pixels of the screen are small.
    pub pixels_per_point: f32,
}

/// The triangles and the nodes of a map that stands still.
#[derive(Default)]
pub struct Still {
    seen: Option<Seen>,
    mesh: Arc<Mesh>,
    furniture: Vec<Node>,
    labels: Vec<Node>,
}

impl Seen {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.picture, &other.picture)
            && (self.view, self.clip) == (other.view, other.clip)
            && (self.opacity, self.is_labelled) == (other.opacity, other.is_labelled)
            && self.pixels_per_point == other.pixels_per_point
    }
}

impl Still {
    /// Works them out again if something has changed: `furniture` draws the boxes of the insets, and
    /// `labels` places the values beside their words.
    pub fn follow(
        &mut self,
        ctx: &Context,
        seen: Seen,
        furniture: impl FnOnce() -> Vec<Node>,
        labels: impl FnOnce(&[Node]) -> Vec<Node>,
    ) {
        if self.seen.as_ref().is_some_and(|before| before.is(&seen)) {
            return;
        }
        let Seen { picture, view, clip, opacity, is_labelled, pixels_per_point } = seen.clone();
        let shapes = map_shapes(&MapNode { picture, view, clip }, opacity);
        // Cut into triangles here: egui would do it again in every frame.
        let options = ctx.tessellation_options(|options| *options);
        // The shapes are lines and triangles: no discs, no letters.
        let mut tessellator = Tessellator::new(pixels_per_point, options, [1, 1], vec![]);
        tessellator.set_clip_rect(egui_rect(clip));
        let mut mesh = Mesh::default();
        for shape in shapes {
            tessellator.tessellate_shape(shape, &mut mesh);
        }
        self.mesh = Arc::new(mesh);
        self.furniture = furniture();
        self.labels = if is_labelled { labels(&self.furniture) } else { vec![] };
        self.seen = Some(seen);
    }

    /// Fills, hatches and borders.
    pub fn shape(&self) -> Shape {
        Shape::Mesh(Arc::clone(&self.mesh))
    }

    /// The boxes of the insets, and their words.
    pub fn furniture(&self) -> &[Node] {
        &self.furniture
    }

    /// The values on the territories.
    pub fn labels(&self) -> &[Node] {
        &self.labels
    }
}
