//! What is pointed at stays as it is; the rest of the map steps back behind a veil of paper.

use std::sync::Arc;

use egui::{Mesh, Shape};

use crate::{
    app::{painter::fill_area, theme},
    cartography::Theme,
    memo::{Memo, Same},
    scene::{MapNode, MapPicture, Rect, View},
    territory::TerritoryId,
};

/// How much of what steps back is hidden.
const DENSITY: f32 = 0.7;

/// The veil, made once for what it leaves out.
#[derive(Default)]
pub struct Veil(Memo<LaidOver, Arc<Mesh>>);

#[derive(PartialEq)]
struct LaidOver {
    picture: Same<MapPicture>,
    view: View,
    clip: Rect,
    bright: Vec<TerritoryId>,
}

impl Veil {
    /// Over all territories of a map but some.
    pub fn shape(&mut self, map: MapNode, bright: &[TerritoryId], theme: &Theme) -> Shape {
        let MapNode { picture, view, clip } = map;
        let over = LaidOver { picture: Same(picture), view, clip, bright: bright.to_vec() };
        Shape::Mesh(Arc::clone(self.0.get(over, |over| Arc::new(mesh(over, theme)))))
    }
}

fn mesh(over: &LaidOver, theme: &Theme) -> Mesh {
    let map = MapNode { picture: Arc::clone(&over.picture.0), view: over.view, clip: over.clip };
    let colour = theme::colour(theme.paper).gamma_multiply(DENSITY);
    let mut veil = Mesh::default();
    for (area, _) in map.areas().filter(|(area, _)| !over.bright.contains(&area.territory)) {
        fill_area(&mut veil, area, &over.view, colour);
    }
    veil
}
