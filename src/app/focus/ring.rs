//! The ring around what has the focus: the same for all.

use egui::{Context, CornerRadius, Stroke, StrokeKind};

use super::stops::Stop;
use crate::app::theme;

/// Width of the ring, and its distance from what it is around, in points.
const WIDTH: f32 = 2.0;
const DISTANCE: f32 = 1.0;

/// Draws the ring over the layer of what has the focus, around the part of it that is in sight.
pub fn paint(ctx: &Context, stop: &Stop) {
    if !stop.seen.is_positive() {
        return;
    }
    let rect = stop.seen.expand(WIDTH + DISTANCE).intersect(ctx.content_rect());
    let stroke = Stroke::new(WIDTH, theme::colour(theme::current(ctx).accent));
    let painter = ctx.layer_painter(stop.layer);
    painter.rect_stroke(rect, CornerRadius::same(6), stroke, StrokeKind::Inside);
}
