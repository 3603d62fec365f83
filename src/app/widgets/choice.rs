//! Choices side by side, of which exactly one holds.

use egui::{Button, Response, Role, Ui, UiBuilder, WidgetInfo, vec2};

use crate::{
    app::{
        fonts::font,
        theme,
        widgets::strong,
        words::{Explained, held},
    },
    scene::Weight,
};

/// Choices of which exactly one holds, side by side, in a group that is `named`. Each has a value, a
/// label and what is told of it on hover. Returns the one that was just clicked.
///
/// A choice is as wide whether or not it holds, though the one that holds stands in semi-bold.
pub fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    named: &str,
    current: T,
    choices: &[(T, &str, &str)],
) -> Option<T> {
    let mut chosen = None;
    let group = UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label(named);
    ui.scope_builder(group, |ui| {
        ui.spacing_mut().item_spacing.x = theme::space().hair;
        for (value, label, hint) in choices {
            let selected = *value == current;
            let mut one = one_ui(ui, label, selected);
            if !hint.is_empty() {
                one = one.explained(*hint);
            }
            if one.clicked() && !selected {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

fn one_ui(ui: &mut Ui, label: &str, selected: bool) -> Response {
    let colour = theme::colour(theme::current(ui.ctx()).accent);
    let text = if selected {
        strong(label, theme::text().body).color(colour)
    } else {
        egui::RichText::new(label)
    };
    let widest = ui.painter().layout_no_wrap(
        label.to_owned(),
        font(theme::text().body, Weight::SemiBold),
        colour,
    );
    let width = (widest.size().x + 2.0 * ui.spacing().button_padding.x).ceil();
    let mut button =
        Button::selectable(selected, held(ui, text)).min_size(vec2(width, theme::size().control));
    if selected {
        button = button.stroke(theme::line(theme::current(ui.ctx()).accent));
    }
    let response = ui.add(button);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, selected, label));
    response
}
