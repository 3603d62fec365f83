//! What stays the same from frame to frame as long as nobody moves the map: its triangles, and where
//! its values stand.

use std::sync::Arc;

use egui::{Context, Mesh, Shape, epaint::Tessellator};

use crate::{
    app::painter::{egui_rect, map_shapes},
    memo::{Memo, Same},
    scene::{MapNode, MapPicture, Node, Rect, View},
};

/// What it was worked out for.
#[derive(Clone, PartialEq)]
pub struct Seen {
    pub picture: Same<MapPicture>,
    pub view: View,
    pub clip: Rect,
    /// That of fills and hatches.
    pub opacity: f32,
    /// Values are written on the territories.
    pub is_labelled: bool,
    /// The edges of lines are as soft as the pixels of the screen are small.
    pub pixels_per_point: f32,
}

/// Keeps the triangles and the nodes of a map that stands still.
#[derive(Default)]
pub struct Still(Memo<Seen, Drawn>);

/// The triangles and the nodes of a map.
pub struct Drawn {
    /// Fills, hatches and borders.
    pub shape: Shape,
    /// The boxes of the insets, and their words.
    pub furniture: Vec<Node>,
    /// The values on the territories.
    pub labels: Vec<Node>,
}

impl Still {
    /// Works them out again if something has changed: `furniture` draws the boxes of the insets, and
    /// `labels` places the values beside their words.
    pub fn drawn(
        &mut self,
        ctx: &Context,
        seen: Seen,
        furniture: impl FnOnce() -> Vec<Node>,
        labels: impl FnOnce(&[Node]) -> Vec<Node>,
    ) -> &Drawn {
        self.0.get(seen, |seen| {
            let furniture = furniture();
            let labels = if seen.is_labelled { labels(&furniture) } else { vec![] };
            Drawn { shape: Shape::mesh(triangles(ctx, seen)), furniture, labels }
        })
    }
}

/// A map cut into triangles here: egui would do it again in every frame.
fn triangles(ctx: &Context, seen: &Seen) -> Mesh {
    let Seen { picture: Same(picture), view, clip, opacity, pixels_per_point, .. } = seen;
    let node = MapNode { picture: Arc::clone(picture), view: *view, clip: *clip };
    let options = ctx.tessellation_options(|options| *options);
    // The shapes are lines and triangles: no discs, no letters.
    let mut tessellator = Tessellator::new(*pixels_per_point, options, [1, 1], vec![]);
    tessellator.set_clip_rect(egui_rect(*clip));
    let mut mesh = Mesh::default();
    for shape in map_shapes(&node, *opacity) {
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}
