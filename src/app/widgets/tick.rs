//! Boxes to tick, and choices of which one holds, one below the other.

use egui::{
    Align, FontSelection, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind,
    TextWrapMode, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::{
    app::{theme, words::held},
    cartography::Theme,
};

/// A box to tick, with words that may take several lines. It stands beside the first of them.
pub fn checkbox_ui(ui: &mut Ui, checked: &mut bool, words: &str) -> Response {
    let mut response = tick_ui(ui, Role::CheckBox, *checked, words);
    if response.clicked() {
        *checked = !*checked;
        response.mark_changed();
    }
    let (enabled, now) = (ui.is_enabled(), *checked);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, now, words));
    response
}

/// A choice of which exactly one holds, with words that may take several lines.
pub fn radio_ui(ui: &mut Ui, chosen: bool, words: &str) -> Response {
    let response = tick_ui(ui, Role::RadioButton, chosen, words);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, chosen, words));
    response
}

/// How far the words stand from the left: what explains them begins there too.
pub fn tick_indent() -> f32 {
    theme::size().tick + theme::space().medium
}

fn tick_ui(ui: &mut Ui, role: Role, on: bool, words: &str) -> Response {
    let theme = theme::current(ui.ctx());
    let job = held(ui, words).into_layout_job(ui.style(), FontSelection::Default, Align::Min);
    let mut job = std::sync::Arc::unwrap_or_clone(job);
    job.wrap.max_width = match ui.wrap_mode() {
        TextWrapMode::Extend => f32::INFINITY,
        _ => ui.available_width() - tick_indent(),
    };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let first_line = galley.rows.first().map_or(0.0, |row| row.rect().height());
    // One line stands in the middle of what can be pressed; others follow below it.
    let above = ((theme::size().target - first_line) / 2.0).max(0.0);
    let size = vec2(tick_indent() + galley.size().x, galley.size().y + 2.0 * above);
    let (place, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(place) {
        let middle = place.top() + above + first_line / 2.0;
        let center = pos2(place.left() + theme::size().tick / 2.0, middle);
        let pointed_at = response.hovered() || response.has_focus();
        let painter = ui.painter();
        match role {
            Role::CheckBox => paint_box(painter, center, on, pointed_at, theme),
            _ => paint_circle(painter, center, on, pointed_at, theme),
        }
        let at = place.min + vec2(tick_indent(), above);
        painter.galley(at, galley, theme::colour(theme.text));
    }
    response
}

/// The edge of what is off, firm enough to be seen on any ground.
fn edge(pointed_at: bool, theme: &Theme) -> Stroke {
    let colour = if pointed_at { theme.accent } else { theme.line_strong };
    Stroke::new(theme::stroke().mark, theme::colour(colour))
}

fn paint_box(painter: &Painter, center: Pos2, on: bool, pointed_at: bool, theme: &Theme) {
    let place = Rect::from_center_size(center, Vec2::splat(theme::size().tick));
    let radius = theme::radius().small;
    if !on {
        painter.rect_filled(place, radius, theme::colour(theme.paper));
        painter.rect_stroke(place, radius, edge(pointed_at, theme), StrokeKind::Inside);
        return;
    }
    painter.rect_filled(place, radius, theme::colour(theme.accent));
    // A mark in the middle of the box, as parts of its width.
    let at = |x: f32, y: f32| place.min + vec2(x, y) * place.width();
    let mark = vec![at(0.24, 0.52), at(0.43, 0.70), at(0.77, 0.32)];
    let ink = Stroke::new(theme::stroke().strong, theme::colour(theme.paper));
    painter.add(Shape::line(mark, ink));
}

fn paint_circle(painter: &Painter, center: Pos2, on: bool, pointed_at: bool, theme: &Theme) {
    let radius = theme::size().tick / 2.0;
    if on {
        painter.circle_filled(center, radius, theme::colour(theme.accent));
        painter.circle_filled(center, radius * 0.4, theme::colour(theme.paper));
    } else {
        let edge = edge(pointed_at, theme);
        let paper = theme::colour(theme.paper);
        painter.circle(center, radius - edge.width / 2.0, paper, edge);
    }
}
