//! What went wrong or was noticed, until it is dismissed.

use egui::{CornerRadius, Frame, Margin, Ui};

use crate::app::{Action, theme, widgets::icon_button_ui};

/// The notices, one line each.
pub fn notices_ui(ui: &mut Ui, notices: &[String], actions: &mut Vec<Action>) {
    let theme = theme::current(ui.ctx());
    let frame = Frame::new()
        .fill(theme::colour(theme.warning_soft))
        .corner_radius(CornerRadius::same(5))
        .inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if icon_button_ui(ui, icon, "Fermer l’avis", "Échap").clicked() {
                actions.push(Action::Dismiss);
            }
            ui.vertical(|ui| {
                for notice in notices {
                    let text = egui::RichText::new(notice).color(theme::colour(theme.warning));
                    ui.add(egui::Label::new(text).wrap());
                }
            });
        });
    });
}
