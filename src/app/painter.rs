//! The egui painter of a scene.

mod shapes;

use egui::{Color32, Mesh, Painter, Pos2, Shape, Stroke, epaint::TextShape, pos2, vec2};

use super::{fonts::font, theme};
use crate::{
    outline::Area,
    scene::{Anchor, Group, HatchInk, Highlight, Link, MapNode, Node, Rect, Text, View},
};
use shapes::{paint_circle, paint_path, paint_picture, paint_rect};

/// Paints the nodes of a scene, the lowest first. Page units are points.
pub fn paint(painter: &Painter, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Rect { rect, ink, stroke, radius } => {
                paint_rect(painter, *rect, *ink, *stroke, *radius);
            }
            Node::Text(text) => paint_text(painter, text),
            Node::Map(map) => paint_map(painter, map, 1.0),
            Node::Path(path) => paint_path(painter, path),
            Node::Circle(circle) => paint_circle(painter, circle),
            Node::Picture(picture) => paint_picture(painter, picture),
            Node::Group(Group { nodes, .. }) | Node::Link(Link { nodes, .. }) => {
                paint(painter, nodes);
            }
        }
    }
}

/// How far beyond the edges of a map its lines go on, where they are clipped: none ends within sight.
const BEYOND: f32 = 2.0;

/// Paints a map: fills, hatches, then borders. What lies outside the clip is left out. `opacity` is
/// that of fills and hatches; below 1, what lies under the map shows through.
pub fn paint_map(painter: &Painter, map: &MapNode, opacity: f32) {
    let painter = painter.with_clip_rect(egui_rect(map.clip).intersect(painter.clip_rect()));
    painter.extend(map_shapes(map, opacity));
}

/// The shapes of [`paint_map`]; they hold no text, and can be kept as long as nothing changes.
pub fn map_shapes(map: &MapNode, opacity: f32) -> Vec<Shape> {
    let map = &MapNode { clip: map.clip.grown(BEYOND), ..map.clone() };
    let mut fills = Mesh::default();
    for (area, painted) in map.areas() {
        let colour = theme::colour(painted.ink.colour).gamma_multiply(opacity);
        fill_area(&mut fills, area, &map.view, colour);
    }
    let mut shapes = vec![Shape::mesh(fills)];
    for (ink, lines) in map.hatches() {
        let ink = HatchInk { opacity: ink.opacity * opacity, ..ink };
        shapes.extend(hatch_shapes(&ink, &lines));
    }
    for borders in map.borders() {
        for stroke in borders.strokes {
            let stroke = egui_stroke(stroke);
            shapes.extend(borders.lines.iter().map(|line| Shape::line(points(line), stroke)));
        }
    }
    shapes
}

/// Adds the triangles of an area in one colour.
pub fn fill_area(fills: &mut Mesh, area: &Area, view: &View, colour: Color32) {
    let mesh = area.mesh();
    let base = fills.vertices.len() as u32;
    for vertex in &mesh.vertices {
        fills.colored_vertex(Pos2::from(view.page(*vertex)), colour);
    }
    fills.indices.extend(mesh.indices.iter().map(|index| base + index));
}

/// A line of even width around a territory.
pub fn highlight_shapes(line: &Highlight, stroke: Stroke) -> Vec<Shape> {
    let pieces = line.pieces.iter().map(|piece| Shape::line(points(piece), stroke));
    let corners = line.corners.iter().map(|corner| disc(*corner, stroke));
    pieces.chain(corners).collect()
}

/// A disc as wide as a line. Unlike egui's circles, which are pictures with empty corners, it ends
/// where it ends.
fn disc([x, y]: [f32; 2], stroke: Stroke) -> Shape {
    const CORNERS: usize = 10;
    let corner = |rank: usize| {
        let (sine, cosine) = (rank as f32 * std::f32::consts::TAU / CORNERS as f32).sin_cos();
        pos2(x + cosine * stroke.width / 2.0, y + sine * stroke.width / 2.0)
    };
    Shape::convex_polygon((0..CORNERS).map(corner).collect(), stroke.color, Stroke::NONE)
}

fn points(line: &[[f32; 2]]) -> Vec<Pos2> {
    line.iter().copied().map(Pos2::from).collect()
}

fn paint_text(painter: &Painter, text: &Text) {
    if let Some(halo) = text.halo {
        // No outlined glyphs in egui: the text itself, shifted all around.
        let around =
            [(-1., -1.), (0., -1.), (1., -1.), (-1., 0.), (1., 0.), (-1., 1.), (0., 1.), (1., 1.)];
        for (dx, dy) in around {
            let [x, y] = text.position;
            let shadow =
                Text { position: [x + dx, y + dy], colour: halo, halo: None, ..text.clone() };
            painter.add(text_shape(painter, &shadow));
        }
    }
    painter.add(text_shape(painter, text));
}

fn text_shape(painter: &Painter, text: &Text) -> TextShape {
    let galley = painter.layout_no_wrap(
        text.content.clone(),
        font(text.size, text.weight),
        theme::colour(text.colour),
    );
    let baseline = galley
        .rows
        .first()
        .and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y))
        .unwrap_or_default();
    let width = galley.size().x;
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    // The galley turns around its own corner, the text around its anchor on the baseline.
    let angle = text.angle.to_radians();
    let corner = egui::emath::Rot2::from_angle(angle) * vec2(-before, -baseline);
    let position = Pos2::from(text.position) + corner;
    let mut shape = TextShape::new(position, galley, Color32::PLACEHOLDER).with_angle(angle);
    shape.opacity_factor = text.opacity;
    shape
}

fn hatch_shapes(ink: &HatchInk, lines: &[[[f32; 2]; 2]]) -> Vec<Shape> {
    let colour = theme::colour(ink.colour).gamma_multiply(ink.opacity);
    let stroke = Stroke::new(ink.hatch.width, colour);
    lines.iter().map(|line| Shape::line_segment(line.map(Pos2::from), stroke)).collect()
}

/// A rectangle of a page as one of the screen.
pub fn egui_rect(rect: Rect) -> egui::Rect {
    egui::Rect::from_min_size(pos2(rect.x, rect.y), vec2(rect.width, rect.height))
}

/// A rectangle of the screen as one of a page.
pub fn page_rect(rect: egui::Rect) -> Rect {
    Rect::new(rect.left(), rect.top(), rect.width(), rect.height())
}

fn egui_stroke(stroke: crate::scene::Stroke) -> Stroke {
    Stroke::new(stroke.width, theme::colour(stroke.colour))
}

#[cfg(test)]
mod tests;
