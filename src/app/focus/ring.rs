//! The ring around what has the focus: the same for all.

use egui::{Context, Stroke, StrokeKind};

use super::stops::Stop;
use crate::app::theme;

/// Draws the ring over the layer of what has the focus, around the part of it that is in sight.
pub fn paint(ctx: &Context, stop: &Stop) {
    if !stop.seen.is_positive() {
        return;
    }
    let width = theme::stroke().focus;
    // Close to what it is around, without touching it.
    let rect = stop.seen.expand(width + theme::stroke().line).intersect(ctx.content_rect());
    let stroke = Stroke::new(width, theme::colour(theme::current(ctx).accent));
    let painter = ctx.layer_painter(stop.layer);
    painter.rect_stroke(rect, theme::radius().menu, stroke, StrokeKind::Inside);
}
