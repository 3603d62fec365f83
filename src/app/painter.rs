//! The egui painter of a scene.

use egui::{
    Color32, CornerRadius, Mesh, Painter, Pos2, Shape, Stroke, StrokeKind, epaint::TextShape, pos2,
    vec2,
};

use super::{fonts::font, theme};
use crate::{
    cartography::{Angle, Hatch},
    outline::PlanePoint,
    scene::{Anchor, HatchInk, MapNode, Node, Rect, Text, View, hatch_lines, hatch_lines_within},
};

/// Paints the nodes of a scene, the lowest first. Page units are points.
pub fn paint(painter: &Painter, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Rect { rect, ink, stroke, radius } => {
                let place = egui_rect(*rect);
                let radius = CornerRadius::from(*radius);
                if let Some(ink) = ink {
                    painter.rect_filled(place, radius, theme::colour(ink.colour));
                    if let Some(hatch) = ink.hatch {
                        let lines = hatch_lines(&[rect.corners()], &hatch.hatch, [rect.x, rect.y]);
                        painter.extend(hatch_shapes(&hatch, &lines));
                    }
                }
                if let Some(stroke) = stroke {
                    painter.rect_stroke(place, radius, egui_stroke(*stroke), StrokeKind::Middle);
                }
            }
            Node::Text(text) => paint_text(painter, text),
            Node::Map(map) => paint_map(painter, map, 1.0),
        }
    }
}

/// Paints a map: fills, hatches, then borders. What lies outside the clip is left out. `opacity` is
/// that of fills and hatches; below 1, what lies under the map shows through.
pub fn paint_map(painter: &Painter, map: &MapNode, opacity: f32) {
    let painter = painter.with_clip_rect(egui_rect(map.clip).intersect(painter.clip_rect()));
    let shown = map.view.plane_rect(map.clip);
    let picture = &map.picture;
    let mut fills = Mesh::default();
    let mut hatches = Vec::new();
    for (area, painted) in picture.layer.areas.iter().zip(&picture.areas) {
        if !area.bounds.intersects(&shown) {
            continue;
        }
        let colour = theme::colour(painted.ink.colour).gamma_multiply(opacity);
        let mesh = area.mesh();
        let base = fills.vertices.len() as u32;
        for vertex in &mesh.vertices {
            fills.colored_vertex(screen(&map.view, *vertex), colour);
        }
        fills.indices.extend(mesh.indices.iter().map(|index| base + index));
        if let Some(ink) = painted.ink.hatch {
            let rings: Vec<Vec<[f32; 2]>> = (area.polygons.iter().flatten())
                .map(|ring| ring.iter().map(|point| map.view.page(*point)).collect())
                .collect();
            let origin = hatch_origin(&map.view, &ink.hatch);
            let lines = hatch_lines_within(&rings, &ink.hatch, origin, map.clip);
            let ink = HatchInk { opacity: ink.opacity * opacity, ..ink };
            hatches.extend(hatch_shapes(&ink, &lines));
        }
    }
    painter.add(Shape::mesh(fills));
    painter.extend(hatches);
    let visible = picture.layer.borders.iter().filter(|border| border.bounds.intersects(&shown));
    let mut borders: Vec<_> = visible.collect();
    borders.sort_by_key(|border| border.kind);
    painter.extend(borders.into_iter().map(|border| {
        let points = border.points.iter().map(|point| screen(&map.view, *point)).collect();
        Shape::line(points, egui_stroke(picture.strokes.of(border.kind)))
    }));
}

/// A point that hatches are numbered from: it moves with the map, and stays near the page, where
/// single precision is fine, however closely one looks.
fn hatch_origin(view: &View, hatch: &Hatch) -> [f32; 2] {
    // A shift by this leaves the lines where they are.
    let period = match hatch.angle {
        Angle::Horizontal | Angle::Vertical => f64::from(hatch.spacing),
        Angle::Rising | Angle::Falling | Angle::Crossed => {
            f64::from(hatch.spacing) * std::f64::consts::SQRT_2
        }
    };
    view.origin.map(|length| length.rem_euclid(period) as f32)
}

/// Paints a line around some polygons of the plane.
pub fn paint_outline(
    painter: &Painter,
    polygons: &[Vec<Vec<PlanePoint>>],
    view: &View,
    stroke: Stroke,
) {
    for ring in polygons.iter().flatten() {
        let points = ring.iter().map(|point| screen(view, *point)).collect();
        painter.add(Shape::closed_line(points, stroke));
    }
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

fn screen(view: &View, point: PlanePoint) -> Pos2 {
    Pos2::from(view.page(point))
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
