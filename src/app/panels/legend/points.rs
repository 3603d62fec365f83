//! The lines of a legend that explain the schools of a map, while it shows them as points.

use egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    app::{fonts::font, map::paint_key, theme},
    coverage::Subject,
    french::capitalised,
    scene::Weight,
};

/// One school that has it, one that has not, one of which nobody knows.
pub fn points_ui(ui: &mut Ui, subject: &Subject) {
    let theme = theme::current(ui.ctx());
    let mark = theme::size().legend_mark;
    for equipped in [Some(true), Some(false), None] {
        let (place, response) = ui.allocate_exact_size(
            vec2(ui.available_width(), theme::size().legend_row),
            Sense::hover(),
        );
        let words = capitalised(&subject.of_school_in_short(equipped));
        let middle = place.left_center();
        paint_key(ui.painter(), middle + vec2(mark / 2.0, 0.0), equipped, theme);
        ui.painter().text(
            middle + vec2(mark + theme::space().medium, 0.0),
            Align2::LEFT_CENTER,
            &words,
            font(theme::text().legend, Weight::Regular),
            theme::colour(theme.text),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    }
}
