//! What is told, or asked with a yes or a no: what this program is, whether to replace a file.

use std::path::Path;

use egui::Ui;

use crate::{
    app::{Action, PathPurpose, focus::begin_at, theme, widgets::weak, words::Words},
    french::NARROW_SPACE,
    outline::ATTRIBUTION,
};

/// Before what stands at a path is replaced.
pub fn replace_ui(ui: &mut Ui, purpose: PathPurpose, path: &Path, actions: &mut Vec<Action>) {
    ui.say("Un fichier de ce nom existe déjà. Le remplacer en efface le contenu.");
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        ui.say(weak(ui, format!("Dossier{NARROW_SPACE}: {}", folder.display())));
    }
    ui.add_space(theme::space().medium);
    ui.horizontal(|ui| {
        if ui.button("Remplacer").clicked() {
            actions.push(Action::Replace(purpose, path.to_owned()));
        }
        let cancel = ui.button("Annuler");
        // A key that is pressed without looking replaces nothing.
        begin_at(ui, &cancel);
        if cancel.clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

pub fn about_ui(ui: &mut Ui) {
    ui.say(weak(ui, concat!("Version ", env!("CARGO_PKG_VERSION"))));
    ui.add_space(theme::space().tight);
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
        ui.say(paragraph);
    }
}
