//! The first rows of a file and how they are read; every guess can be changed here.

mod columns;
mod settings;

use egui::{CollapsingHeader, ScrollArea, Ui};

use crate::{
    app::{
        Action, theme,
        widgets::{icon_button_ui, strong},
        words::{Words, held},
    },
    coverage::import::ImportReport,
    project::{FileChoices, OwnFile, Session},
};

/// A file, and what was decided about it.
struct Previewed<'a> {
    rank: usize,
    file: &'a OwnFile,
    report: &'a ImportReport,
    choices: &'a FileChoices,
}

/// The preview of one of the files that are shown; `chosen` is its rank.
/// `unfold` shows how it is read.
pub fn preview_ui(
    ui: &mut Ui,
    session: &Session,
    chosen: &mut usize,
    unfold: bool,
    actions: &mut Vec<Action>,
) {
    let Some(own) = session.document().data.own() else { return };
    let files: Vec<_> = session.own_files().collect();
    *chosen = (*chosen).min(files.len().saturating_sub(1));
    ui.horizontal(|ui| {
        ui.say(strong("Aperçu du fichier", theme::text().title));
        for (rank, (file, _)) in files.iter().enumerate() {
            if ui.selectable_label(rank == *chosen, held(ui, &file.name)).clicked() {
                *chosen = rank;
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if icon_button_ui(ui, icon, "Fermer l’aperçu", "").clicked() {
                actions.push(Action::TogglePreview);
            }
        });
    });
    let (Some((file, report)), Some(source)) = (files.get(*chosen), own.files.get(*chosen)) else {
        return;
    };
    let previewed = Previewed { rank: *chosen, file, report, choices: &source.choices };
    ui.push_id(("aperçu", *chosen), |ui| {
        ScrollArea::vertical().auto_shrink(false).min_scrolled_height(0.0).show(ui, |ui| {
            // The file comes first: how it was read is one line until it is asked for.
            CollapsingHeader::new(held(ui, settings::in_short(&previewed)))
                .id_salt("réglages")
                .open(unfold.then_some(true))
                .show(ui, |ui| settings::settings_ui(ui, &previewed, actions));
            columns::columns_ui(ui, &previewed, actions);
        });
    });
}

impl Previewed<'_> {
    fn decide(&self, choice: crate::project::FileChoice) -> Action {
        crate::project::Command::Decide { file: self.rank, choice }.into()
    }
}
