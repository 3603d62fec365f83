use std::collections::HashMap;

use egui::epaint::{TessellationOptions, Tessellator};
use rayon::prelude::*;

use super::*;
use crate::{
    outline::{Area, DEPARTEMENTS_GEOJSON, Detail, Outlines, PlaneRect},
    scene::highlight,
    territory::{Edition, Level},
};

/// The edges of an area on the screen, by the squares of a grid that they pass.
struct Edges(HashMap<[i32; 2], Vec<[[f32; 2]; 2]>>);

const SQUARE: f32 = 16.0;

fn square([x, y]: [f32; 2]) -> [i32; 2] {
    [(x / SQUARE).floor() as i32, (y / SQUARE).floor() as i32]
}

impl Edges {
    fn of(area: &Area, view: &View, clip: Rect) -> Self {
        let mut squares: HashMap<[i32; 2], Vec<[[f32; 2]; 2]>> = HashMap::new();
        for ring in area.polygons.iter().flatten() {
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let edge = [view.page(*from), view.page(*to)];
                let low = [0, 1].map(|axis| edge[0][axis].min(edge[1][axis]));
                let high = [0, 1].map(|axis| edge[0][axis].max(edge[1][axis]));
                let seen =
                    Rect::new(low[0], low[1], high[0] - low[0] + 1.0, high[1] - low[1] + 1.0);
                if !seen.intersects(&clip.grown(50.0)) {
                    continue;
                }
                let ([left, top], [right, bottom]) = (square(low), square(high));
                for x in left..=right {
                    for y in top..=bottom {
                        squares.entry([x, y]).or_default().push(edge);
                    }
                }
            }
        }
        Self(squares)
    }

    /// Whether an edge is at most three pixels away.
    fn are_near(&self, point: [f32; 2]) -> bool {
        let [x, y] = square(point);
        let own = self.0.get(&[x, y]).into_iter().flatten();
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| [x, y]));
        let around = around.filter_map(|at| self.0.get(&at)).flatten();
        own.chain(around).any(|edge| distance(point, *edge) <= 3.0)
    }
}

fn distance([x, y]: [f32; 2], [[ax, ay], [bx, by]]: [[f32; 2]; 2]) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let part = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy).max(1e-12);
    let part = part.clamp(0.0, 1.0);
    (x - ax - part * dx).hypot(y - ay - part * dy)
}

fn tessellated(shapes: Vec<Shape>) -> Mesh {
    let mut tessellator = Tessellator::new(1.0, TessellationOptions::default(), [1, 1], vec![]);
    let mut mesh = Mesh::default();
    shapes.into_iter().for_each(|shape| tessellator.tessellate_shape(shape, &mut mesh));
    mesh
}

/// Whatever is highlighted, wherever one looks from: all of France in a narrow window and in a wide
/// one, and the territory by itself.
#[test]
fn nothing_is_highlighted_farther_than_three_pixels_from_the_territory() {
    let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
    let stroke = Stroke::new(4.5, Color32::BLACK);
    let levels = [
        (Level::Region, Edition::Before2016),
        (Level::Region, Edition::Since2016),
        (Level::Academie, Edition::Before2016),
        (Level::Academie, Edition::Since2016),
        (Level::Departement, Edition::Since2016),
    ];
    for (level, edition) in levels {
        let exact = outlines.layer(level, edition, Detail::FULL);
        (0..exact.areas.len()).into_par_iter().for_each(|rank| {
            let alone = exact.areas[rank].bounds;
            for (width, bounds) in
                [(640.0, outlines.bounds()), (1900.0, outlines.bounds()), (1280.0, alone)]
            {
                check(&outlines, (level, edition, rank), width, bounds, stroke);
            }
        });
    }
}

fn check(
    outlines: &Outlines,
    (level, edition, rank): (Level, Edition, usize),
    width: f32,
    bounds: PlaneRect,
    stroke: Stroke,
) {
    let clip = Rect::new(0.0, 0.0, width, width * 0.625);
    let view = View::fitting(bounds, clip);
    let layer = outlines.layer(level, edition, Detail::for_scale(view.metres_per_unit()));
    let area = &layer.areas[rank];
    let mesh = tessellated(highlight_shapes(&highlight(&area.polygons, &view, clip), stroke));
    let edges = Edges::of(area, &view, clip);
    for vertex in &mesh.vertices {
        let is_near = edges.are_near(vertex.pos.into());
        assert!(is_near, "{:?} {width}: {:?}", area.territory, vertex.pos);
    }
    let seen = area.bounds.width() * view.scale as f32 > 4.0;
    assert!(!seen || !mesh.vertices.is_empty(), "{:?} {width}: nothing", area.territory);
}
