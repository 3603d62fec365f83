//! A list that drops down from a button.

use egui::{Button, Popup, PopupCloseBehavior, Response, Role, Ui, WidgetInfo, vec2};

use crate::app::{
    theme,
    words::{Explained, held},
};

/// A list that drops down. It closes once something is chosen, by the pointer or the keyboard.
pub struct List<'a> {
    /// What it chooses: « Découpage ».
    pub name: &'a str,
    /// What is shown of it while it is closed.
    pub shown: &'a str,
    /// What is told of it on hover.
    pub hint: &'a str,
}

impl List<'_> {
    /// The button, and what drops down from it while it is open.
    pub fn ui(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
        let arrow = egui_material_icons::icons::ICON_ARROW_DROP_DOWN;
        let button =
            Button::new((held(ui, self.shown), arrow.rich_text().size(theme::text().icon)))
                .min_size(vec2(0.0, theme::size().control))
                .truncate();
        let response = ui.add(button);
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(self.shown.to_owned()),
            ..WidgetInfo::labeled(Role::ComboBox, enabled, self.name)
        });
        Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            ui.set_min_width(response.rect.width());
            add(ui);
        });
        response.explained(self.hint);
    }
}

/// A line of a list, which may be the one that holds. Answers whether it was just chosen.
pub fn line_ui(ui: &mut Ui, label: &str, chosen: bool) -> bool {
    let response: Response = ui.add(Button::selectable(chosen, held(ui, label)));
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, enabled, chosen, label));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}
