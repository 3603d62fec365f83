//! Shapes with curves, for painters whose library draws lines and curves only.

use skrifa::outline::OutlinePen;

use crate::scene::{Circle, Rect};

/// How far from its corner the handle of a quarter of a circle stands, in radii.
const HANDLE: f32 = 1.0 - 0.552_284_8;

/// A rectangle whose corners are rounded, clockwise.
pub(super) fn rounded(rect: Rect, radius: f32, pen: &mut impl OutlinePen) {
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    if radius == 0.0 {
        ring(&rect.corners(), pen);
        return;
    }
    let near = radius * HANDLE;
    pen.move_to(left + radius, top);
    pen.line_to(right - radius, top);
    pen.curve_to(right - near, top, right, top + near, right, top + radius);
    pen.line_to(right, bottom - radius);
    pen.curve_to(right, bottom - near, right - near, bottom, right - radius, bottom);
    pen.line_to(left + radius, bottom);
    pen.curve_to(left + near, bottom, left, bottom - near, left, bottom - radius);
    pen.line_to(left, top + radius);
    pen.curve_to(left, top + near, left + near, top, left + radius, top);
    pen.close();
}

/// A circle, clockwise.
pub(super) fn round(circle: &Circle, pen: &mut impl OutlinePen) {
    rounded(circle.bounds(), circle.radius, pen);
}

/// A line in tenths of a page unit, as an SVG has it: a fortieth of a millimetre on paper. A file
/// of vectors is a third smaller so, and neighbours stay neighbours.
pub(super) fn coarse(points: &[[f32; 2]]) -> Vec<[f32; 2]> {
    let mut kept: Vec<[f32; 2]> =
        points.iter().map(|point| point.map(|at| (at * 10.0).round() / 10.0)).collect();
    kept.dedup();
    kept
}

/// A closed line.
pub(super) fn ring(points: &[[f32; 2]], pen: &mut impl OutlinePen) {
    line(points, pen);
    if !points.is_empty() {
        pen.close();
    }
}

/// An open line.
pub(super) fn line(points: &[[f32; 2]], pen: &mut impl OutlinePen) {
    let Some(([x, y], rest)) = points.split_first() else { return };
    pen.move_to(*x, *y);
    rest.iter().for_each(|[x, y]| pen.line_to(*x, *y));
}
