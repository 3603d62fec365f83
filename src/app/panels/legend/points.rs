//! The lines of a legend that explain the schools of a map, while it shows them as points.

use egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    app::{fonts::font, map::paint_key, theme},
    coverage::Subject,
    french::capitalised,
    scene::Weight,
};

/// Height of a line, room for its mark, and size of its words: those of the other lines.
const LINE: f32 = 19.0;
const MARK: f32 = 22.0;
const SIZE: f32 = 13.0;

/// One school that has it, one that has not, one of which nobody knows.
pub fn points_ui(ui: &mut Ui, subject: &Subject) {
    let theme = theme::current(ui.ctx());
    for equipped in [Some(true), Some(false), None] {
        let (place, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let words = capitalised(&subject.of_school_in_short(equipped));
        let middle = place.left_center();
        paint_key(ui.painter(), middle + vec2(MARK / 2.0, 0.0), equipped, theme);
        ui.painter().text(
            middle + vec2(MARK + 8.0, 0.0),
            Align2::LEFT_CENTER,
            &words,
            font(SIZE, Weight::Regular),
            theme::colour(theme.text),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    }
}
