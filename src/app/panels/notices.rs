//! What went wrong, was noticed or was done, until it is dismissed.

use egui::{CornerRadius, Frame, Margin, ProgressBar, Ui};

use crate::app::{Action, theme, widgets::icon_button_ui};

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What, in whole sentences.
    pub text: String,
    /// How grave.
    pub tone: Tone,
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went as it was asked.
    Done,
    /// Something did not.
    Warning,
}

impl Notice {
    /// Something went as it was asked.
    pub fn done(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Done }
    }

    /// Something did not.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Warning }
    }
}

/// The notices, one line each, and the work under way.
pub fn notices_ui(
    ui: &mut Ui,
    notices: &[Notice],
    working: Option<(&str, Option<f32>)>,
    actions: &mut Vec<Action>,
) {
    if let Some((label, done)) = working {
        ui.horizontal(|ui| {
            match done {
                Some(done) => {
                    ui.add(ProgressBar::new(done).desired_width(160.0).show_percentage());
                }
                None => {
                    ui.spinner();
                }
            }
            ui.label(format!("{label}…"));
            if ui.button("Annuler").clicked() {
                actions.push(Action::GiveUp);
            }
        });
    }
    if notices.is_empty() {
        return;
    }
    let theme = theme::current(ui.ctx());
    let any_warning = notices.iter().any(|notice| notice.tone == Tone::Warning);
    let ground = if any_warning { theme.warning_soft } else { theme.accent_soft };
    let frame = Frame::new()
        .fill(theme::colour(ground))
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
                    let colour = match notice.tone {
                        Tone::Warning => theme.warning,
                        Tone::Done => theme.text,
                    };
                    let text = egui::RichText::new(&notice.text).color(theme::colour(colour));
                    ui.add(egui::Label::new(text).wrap());
                }
            });
        });
    });
}
