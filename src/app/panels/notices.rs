//! What went wrong, was noticed or was done, until it is dismissed.

use std::path::{Path, PathBuf};

use egui::{
    Align2, Area, CornerRadius, Frame, Id, Margin, Order, ProgressBar, Rect, Stroke, Ui, pos2,
};

use crate::app::{Action, Shown, theme, widgets::icon_button_ui, words::Words};

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What, in whole sentences.
    pub text: String,
    /// How grave.
    pub tone: Tone,
    /// The file that it speaks of, to be shown.
    pub file: Option<PathBuf>,
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
        Self { text: text.into(), tone: Tone::Done, file: None }
    }

    /// Something did not.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Warning, file: None }
    }

    /// With a file that can be opened from it, or shown in its folder.
    #[must_use]
    pub fn about(mut self, file: PathBuf) -> Self {
        self.file = Some(file);
        self
    }
}

/// Widest, in points.
const WIDTH: f32 = 620.0;
/// Least distance from the edges of the map.
const DISTANCE: f32 = 12.0;

/// The notices, one line each, and the work under way: on the map, at its foot, so that nothing
/// moves when they come and go.
pub fn over_map_ui(
    ui: &Ui,
    map: Rect,
    notices: &[Notice],
    working: Option<(&str, Option<f32>)>,
    actions: &mut Vec<Action>,
) {
    if notices.is_empty() && working.is_none() {
        return;
    }
    let theme = theme::current(ui.ctx());
    let any_warning = notices.iter().any(|notice| notice.tone == Tone::Warning);
    let ground = if any_warning { theme.warning_soft } else { theme.accent_soft };
    let frame = Frame::new()
        .fill(theme::colour(if notices.is_empty() { theme.paper } else { ground }))
        .stroke(Stroke::new(1.0, theme::colour(theme.line_strong)))
        .corner_radius(CornerRadius::same(6))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(10, 6));
    let area = Area::new(Id::unique("avis"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(pos2(map.center().x, map.bottom() - DISTANCE))
        .constrain_to(map);
    area.show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_max_width((map.width() - 2.0 * (DISTANCE + 12.0)).min(WIDTH));
            if let Some((label, done)) = working {
                working_ui(ui, label, done, actions);
            }
            if !notices.is_empty() {
                list_ui(ui, notices, actions);
            }
        });
    });
}

fn working_ui(ui: &mut Ui, label: &str, done: Option<f32>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        match done {
            Some(done) => {
                ui.add(ProgressBar::new(done).desired_width(160.0).show_percentage());
            }
            None => {
                ui.spinner();
            }
        }
        ui.say(format!("{label}…"));
        if ui.button("Annuler").clicked() {
            actions.push(Action::GiveUp);
        }
    });
}

fn show_ui(ui: &mut Ui, file: &Path, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        for (label, how) in
            [("Ouvrir", Shown::Opened), ("Afficher dans le dossier", Shown::InFolder)]
        {
            if ui.button(label).clicked() {
                actions.push(Action::ShowWritten(file.to_owned(), how));
            }
        }
    });
}

fn list_ui(ui: &mut Ui, notices: &[Notice], actions: &mut Vec<Action>) {
    let theme = theme::current(ui.ctx());
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
                ui.say_as(text, egui::Label::wrap);
                if let Some(file) = &notice.file {
                    show_ui(ui, file, actions);
                }
            }
        });
    });
}
