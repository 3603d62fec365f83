//! The marks of schools on the screen.
//!
//! One school: filled when it has an ENT, hollow when it has none, dashed when nobody knows. A
//! group: its number in a ring of which the accented part is the share that has one; a ring of
//! which nothing is known is dashed.

use egui::{
    Align2, Painter, Pos2, Rect, Response, Shape, Stroke, Ui, Vec2, epaint::CircleShape, vec2,
};

use crate::{
    app::{fonts::font, painter::page_rect, theme},
    cartography::Theme,
    french,
    outline::{LonLat, Plane},
    project::Session,
    scene::{Mark, View, Weight, mark_of_one},
};

/// Paints the marks that can be seen; the one under the pointer is emphasised.
pub fn paint_marks(
    painter: &Painter,
    marks: &[Mark],
    view: &View,
    pointed_at: Option<&Mark>,
    theme: &Theme,
) {
    let rect = painter.clip_rect();
    let seen = view.plane_rect(page_rect(rect.expand(24.0)));
    let inside = |mark: &&Mark| {
        (0..2).all(|axis| {
            f64::from(seen.min[axis]) <= mark.at[axis] && mark.at[axis] <= f64::from(seen.max[axis])
        })
    };
    let mut shapes = Vec::new();
    // Single schools over groups: they are small.
    let visible: Vec<&Mark> = marks.iter().filter(inside).collect();
    for mark in visible.iter().filter(|mark| mark.is_group()) {
        group(painter, mark, Pos2::from(view.page(mark.at)), theme, &mut shapes);
    }
    for mark in visible.iter().filter(|mark| !mark.is_group()) {
        school(mark, Pos2::from(view.page(mark.at)), theme, &mut shapes);
    }
    painter.extend(shapes);
    if let Some(mark) = pointed_at {
        let stroke = Stroke::new(theme::stroke().focus, theme::colour(theme.selected));
        painter.circle_stroke(
            Pos2::from(view.page(mark.at)),
            mark.radius() + theme::space().hair,
            stroke,
        );
    }
}

fn school(mark: &Mark, at: Pos2, theme: &Theme, shapes: &mut Vec<Shape>) {
    let sizes = theme::on_map();
    let thin = sizes.school_stroke;
    let paper = theme::colour(theme.paper);
    let accent = theme::colour(theme.accent);
    let disc =
        |radius, fill, stroke| Shape::Circle(CircleShape { center: at, radius, fill, stroke });
    // A rim of paper keeps it apart from whatever lies below.
    shapes.push(disc(sizes.school + sizes.school_rim, paper, Stroke::NONE));
    match (mark.known, mark.equipped) {
        (0, _) => {
            let grey = Stroke::new(thin, theme::colour(theme.text_weak));
            shapes.extend(dashed_ring(at, sizes.school - thin / 2.0, 5, grey));
        }
        (_, 0) => shapes.push(disc(sizes.school - thin / 2.0, paper, Stroke::new(thin, accent))),
        _ => shapes.push(disc(sizes.school, accent, Stroke::NONE)),
    }
}

/// A mark as a legend shows it: of one school, by what is known of it.
pub fn paint_key(painter: &Painter, at: Pos2, equipped: Option<bool>, theme: &Theme) {
    let mut shapes = Vec::new();
    school(&mark_of_one(equipped), at, theme, &mut shapes);
    painter.extend(shapes);
}

/// A ring around the school whose card is open, wherever the plane shows it.
pub fn ring_ui(ui: &Ui, map: &Response, outlines: &Plane, session: &Session, view: &View) {
    let open = session.standpoint().shown_school();
    let school = open.and_then(|uai| session.dataset().schools().get(uai));
    let place = school
        .and_then(|school| school.position)
        .and_then(|[longitude, latitude]| LonLat::from_degrees(longitude, latitude));
    let theme = theme::current(ui.ctx());
    let painter = ui.painter_at(map.rect);
    for point in place.into_iter().flat_map(|place| outlines.points_of(place)) {
        let center = Pos2::from(view.page(point));
        let sizes = theme::on_map();
        let rings = [(sizes.selected_rim, theme.paper), (sizes.selected, theme.selected)];
        for (width, colour) in rings {
            let stroke = Stroke::new(width, theme::colour(colour));
            painter.circle_stroke(center, sizes.school + theme::space().tight, stroke);
        }
    }
}

fn group(painter: &Painter, mark: &Mark, at: Pos2, theme: &Theme, shapes: &mut Vec<Shape>) {
    let sizes = theme::on_map();
    let (radius, width) = (mark.radius(), sizes.group_ring);
    shapes.push(Shape::circle_filled(at, radius + sizes.school_rim, theme::colour(theme.paper)));
    let ring = radius - width / 2.0;
    let grey = Stroke::new(width, theme::colour(theme.line_strong));
    match mark.share() {
        None => shapes.extend(dashed_ring(at, ring, 10, grey)),
        Some(share) => {
            let rest = Stroke::new(sizes.school_stroke, theme::colour(theme.line_strong));
            shapes.push(Shape::circle_stroke(at, ring, rest));
            let stroke = Stroke::new(width, theme::colour(theme.accent));
            if share >= 1.0 {
                shapes.push(Shape::circle_stroke(at, ring, stroke));
            } else if share > 0.0 {
                shapes.push(Shape::line(arc(at, ring, 0.0, share), stroke));
            }
        }
    }
    let number = french::integer(mark.schools.len() as i64);
    let colour = theme::colour(theme.text);
    let galley =
        painter.layout_no_wrap(number, font(theme::text().caption, Weight::SemiBold), colour);
    let place = Align2::CENTER_CENTER.anchor_size(at, galley.size());
    shapes.push(Shape::galley(place.min, galley, colour));
}

/// A part of a circle, from the top clockwise; 1 is all of it.
fn arc(center: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    // A corner every 12°, and never fewer than one inside.
    let steps = ((to - from) * 30.0).ceil().max(2.0) as u8;
    (0..=steps)
        .map(|step| {
            let part = from + (to - from) * f32::from(step) / f32::from(steps);
            let (sine, cosine) = (part * std::f32::consts::TAU).sin_cos();
            center + vec2(sine, -cosine) * radius
        })
        .collect()
}

fn dashed_ring(
    center: Pos2,
    radius: f32,
    dashes: u8,
    stroke: Stroke,
) -> impl Iterator<Item = Shape> {
    let part = 1.0 / f32::from(dashes);
    (0..dashes).map(move |dash| {
        let from = f32::from(dash) * part;
        Shape::line(arc(center, radius, from, from + part * 0.55), stroke)
    })
}

/// Around a mark, for whoever cannot see it.
pub fn mark_rect(mark: &Mark, view: &View) -> Rect {
    Rect::from_center_size(Pos2::from(view.page(mark.at)), Vec2::splat(2.0 * mark.radius()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_goes_from_the_top_to_the_right() {
        let points = arc(Pos2::ZERO, 10.0, 0.0, 0.25);
        let (first, last) = (points[0], points[points.len() - 1]);
        assert!((first - Pos2::new(0.0, -10.0)).length() < 1e-4, "{first:?}");
        assert!((last - Pos2::new(10.0, 0.0)).length() < 1e-4, "{last:?}");
    }
}
