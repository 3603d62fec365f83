//! Dialogs: what this program is, and its shortcuts.

use egui::{Grid, ScrollArea, Ui};

use super::{
    Action,
    shortcuts::SHORTCUTS,
    theme,
    widgets::{dialog as dialog_frame, strong, weak},
};
use crate::outline::ATTRIBUTION;

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    About,
    Shortcuts,
}

/// Shows a dialog; asks to close it when its button is clicked or when one clicks beside it.
pub fn dialog_ui(ctx: &egui::Context, dialog: Dialog, actions: &mut Vec<Action>) {
    let modal = dialog_frame(ctx, "dialogue").show(ctx, |ui| {
        ui.set_width(460.0);
        match dialog {
            Dialog::About => about_ui(ui),
            Dialog::Shortcuts => shortcuts_ui(ui),
        }
        ui.add_space(8.0);
        ui.vertical_centered(|ui| {
            if ui.button("Fermer").clicked() {
                actions.push(Action::Dismiss);
            }
        });
    });
    if modal.should_close() {
        actions.push(Action::Dismiss);
    }
}

fn about_ui(ui: &mut Ui) {
    ui.label(strong("Atlas ENT", theme::HEADING));
    ui.label(weak(ui, concat!("Version ", env!("CARGO_PKG_VERSION"))));
    ui.add_space(4.0);
    for paragraph in [
        "Quelle part des lycées ou des collèges a un espace numérique de travail, et comment le \
         sait-on\u{202f}? L’atlas part de la réponse du ministère à la question écrite n° 117102 \
         d’octobre 2011.",
        "Une absence n’est jamais un zéro\u{202f}: chaque lacune a son motif, sa hachure et sa ligne de \
         légende. Chaque valeur mène à sa source.",
        ATTRIBUTION,
        "Palettes\u{202f}: ColorBrewer 2.0. Police\u{202f}: Source Sans 3 (SIL OFL 1.1). Symboles\u{202f}: Material \
         Symbols (Apache 2.0).",
        "Le programme n’utilise le réseau que pour le fond de carte du terrain, une fois activé. Il \
         ne transmet rien d’autre que les adresses des images de ce fond.",
    ] {
        ui.label(paragraph);
    }
}

fn shortcuts_ui(ui: &mut Ui) {
    ui.label(strong("Raccourcis clavier", theme::HEADING));
    ui.add_space(4.0);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        Grid::new("raccourcis").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
            for shortcut in &SHORTCUTS {
                ui.label(strong(shortcut.keys_label, theme::TEXT));
                ui.label(shortcut.label);
                ui.end_row();
            }
            ui.label(strong("Flèches", theme::TEXT));
            ui.label("Déplacer la carte, ou changer de date dans la chronologie");
            ui.end_row();
        });
    });
}
