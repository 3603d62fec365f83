//! Lines, circles and pictures on the screen.

use egui::{
    Color32, ColorImage, CornerRadius, Id, Mesh, Painter, Pos2, Shape, Stroke, StrokeKind,
    TextureHandle, TextureOptions, pos2,
};

use super::{egui_rect, egui_stroke, hatch_shapes, points, theme};
use crate::scene::{self, Bitmap, Circle, Ink, Path, Picture, Rect, filling, hatch_lines};

pub(super) fn paint_rect(
    painter: &Painter,
    rect: Rect,
    ink: Option<Ink>,
    stroke: Option<scene::Stroke>,
    radius: f32,
) {
    let (place, radius) = (egui_rect(rect), CornerRadius::from(radius));
    if let Some(ink) = ink {
        painter.rect_filled(place, radius, theme::colour(ink.colour));
        paint_hatch(painter, ink, &[rect.corners()], [rect.x, rect.y]);
    }
    if let Some(stroke) = stroke {
        painter.rect_stroke(place, radius, egui_stroke(stroke), StrokeKind::Middle);
    }
}

pub(super) fn paint_path(painter: &Painter, path: &Path) {
    if let Some(ink) = path.ink {
        let inside = filling(&path.lines);
        let mut mesh = Mesh::default();
        for corner in inside.corners {
            mesh.colored_vertex(Pos2::from(corner), theme::colour(ink.colour));
        }
        mesh.indices = inside.indices;
        painter.add(Shape::mesh(mesh));
        paint_hatch(painter, ink, &path.lines, [0.0; 2]);
    }
    let Some(stroke) = path.stroke.map(egui_stroke) else { return };
    for line in &path.lines {
        let along = if path.is_closed { Shape::closed_line } else { Shape::line };
        painter.add(along(points(line), stroke));
    }
}

pub(super) fn paint_circle(painter: &Painter, circle: &Circle) {
    let [x, y] = circle.center;
    if let Some(ink) = circle.ink {
        painter.circle_filled(pos2(x, y), circle.radius, theme::colour(ink.colour));
        paint_hatch(painter, ink, &[circle.ring()], circle.center);
    }
    let stroke = circle.stroke.map_or(Stroke::NONE, egui_stroke);
    painter.circle_stroke(pos2(x, y), circle.radius, stroke);
}

fn paint_hatch(painter: &Painter, ink: Ink, rings: &[Vec<[f32; 2]>], origin: [f32; 2]) {
    if let Some(hatch) = ink.hatch {
        painter.extend(hatch_shapes(&hatch, &hatch_lines(rings, &hatch.hatch, origin)));
    }
}

pub(super) fn paint_picture(painter: &Painter, picture: &Picture) {
    let texture = texture(painter.ctx(), &picture.bitmap);
    let whole = egui::Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(texture.id(), egui_rect(picture.rect), whole, Color32::WHITE);
}

/// The pictures that were drawn last, as the graphics card has them.
#[derive(Clone, Default)]
struct Drawn(Vec<(Bitmap, TextureHandle)>);

/// Most pictures that are kept: more than a page has.
const MOST_KEPT: usize = 8;

/// A picture on the graphics card: brought there once, not in every frame.
fn texture(ctx: &egui::Context, bitmap: &Bitmap) -> TextureHandle {
    let id = Id::unique("images de la page");
    let mut drawn = ctx.data(|data| data.get_temp::<Drawn>(id)).unwrap_or_default();
    if let Some((_, texture)) = drawn.0.iter().find(|(known, _)| known.is_same(bitmap)) {
        return texture.clone();
    }
    let size = bitmap.size().map(|side| side as usize);
    let image = ColorImage::from_rgba_unmultiplied(size, bitmap.rgba());
    let texture = ctx.load_texture("image", image, TextureOptions::LINEAR);
    drawn.0.push((bitmap.clone(), texture.clone()));
    if drawn.0.len() > MOST_KEPT {
        drop(drawn.0.remove(0));
    }
    ctx.data_mut(|data| data.insert_temp(id, drawn));
    texture
}
