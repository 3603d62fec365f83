//! Dialogs: what this program is, its shortcuts, and what is typed: a path, what a map counts.

use std::path::{Path, PathBuf};

use egui::{Button, Grid, Key, ScrollArea, TextEdit, Ui};

use super::{
    Action, PathPurpose,
    shortcuts::SHORTCUTS,
    theme,
    widgets::{dialog as dialog_frame, strong, weak},
    words::Words,
};
use crate::{coverage::EQUIPPED_WITH_AN_ENT, french::NARROW_SPACE, outline::ATTRIBUTION};

/// Which dialog is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    About,
    Shortcuts,
    /// What the map of a file counts, by its rank, typed.
    Subject(usize),
    /// The path of a file, typed.
    Path(PathPurpose),
    /// Whether to replace the file at that path.
    Replace(PathPurpose, PathBuf),
}

/// Shows a dialog; asks to close it when its button is clicked or when one clicks beside it.
pub fn dialog_ui(
    ctx: &egui::Context,
    dialog: &Dialog,
    typed: &mut String,
    actions: &mut Vec<Action>,
) {
    let modal = dialog_frame(ctx, "dialogue").show(ctx, |ui| {
        ui.set_width(460.0);
        match dialog {
            Dialog::About => about_ui(ui),
            Dialog::Shortcuts => shortcuts_ui(ui),
            Dialog::Subject(file) => {
                subject_ui(ui, *file, typed, actions);
                return;
            }
            Dialog::Path(purpose) => {
                path_ui(ui, *purpose, typed, actions);
                return;
            }
            Dialog::Replace(purpose, path) => {
                replace_ui(ui, *purpose, path, actions);
                return;
            }
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

/// Where the desktop has no dialog for files, or for whom would rather type.
fn path_ui(ui: &mut Ui, purpose: PathPurpose, typed: &mut String, actions: &mut Vec<Action>) {
    let (title, verb) = match purpose {
        PathPurpose::Open => ("Ouvrir un chemin", "Ouvrir"),
        PathPurpose::Add => ("Ajouter un fichier", "Ajouter"),
        PathPurpose::OpenOutlines => ("Ouvrir des contours", "Ouvrir"),
        PathPurpose::SavePicture => ("Exporter l’image", "Enregistrer"),
        PathPurpose::SaveTable | PathPurpose::SaveRows => ("Enregistrer le tableau", "Enregistrer"),
        PathPurpose::SaveTemplate(_) => ("Enregistrer un modèle", "Enregistrer"),
    };
    ui.say(strong(title, theme::HEADING));
    ui.add_space(4.0);
    let label = ui.say("Chemin du fichier\u{202f}:");
    let field = TextEdit::singleline(typed).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    if !field.has_focus() && !field.lost_focus() && typed.is_empty() {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let ready = !typed.trim().is_empty();
        let used = ui.add_enabled(ready, Button::new(verb)).clicked() || (entered && ready);
        if used {
            actions.push(Action::UsePath(purpose, typed.trim().to_owned()));
        }
        if ui.button("Annuler").clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// Before what stands at a path is replaced.
fn replace_ui(ui: &mut Ui, purpose: PathPurpose, path: &Path, actions: &mut Vec<Action>) {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    ui.say(strong(format!("Remplacer « {name} »{NARROW_SPACE}?"), theme::HEADING));
    ui.add_space(4.0);
    ui.say("Un fichier de ce nom existe déjà. Le remplacer en efface le contenu.");
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        ui.say(weak(ui, format!("Dossier{NARROW_SPACE}: {}", folder.display())));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.button("Remplacer").clicked() {
            actions.push(Action::Replace(purpose, path.to_owned()));
        }
        if ui.button("Annuler").clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// What the map counts, where a file does not say it or says it badly.
fn subject_ui(ui: &mut Ui, file: usize, typed: &mut String, actions: &mut Vec<Action>) {
    ui.say(strong("Sujet de la carte", theme::HEADING));
    ui.add_space(4.0);
    ui.say(
        "Ce que la carte compte, comme la fin d’un titre\u{202f}: « Part des lycées raccordés à la \
         fibre ».",
    );
    ui.add_space(4.0);
    let label = ui.say("Part des établissements\u{202f}:");
    let field =
        TextEdit::singleline(typed).hint_text(EQUIPPED_WITH_AN_ENT).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    if ui.memory(|memory| memory.focused().is_none()) && !field.lost_focus() {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.say(weak(ui, format!("Laissé vide\u{202f}: « {EQUIPPED_WITH_AN_ENT} ».")));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.button("Appliquer").clicked() || entered {
            actions.push(Action::UseSubject { file, text: typed.trim().to_owned() });
        }
        if ui.button("Annuler").clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

fn about_ui(ui: &mut Ui) {
    ui.say(strong("Atlas ENT", theme::HEADING));
    ui.say(weak(ui, concat!("Version ", env!("CARGO_PKG_VERSION"))));
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
        ui.say(paragraph);
    }
}

fn shortcuts_ui(ui: &mut Ui) {
    ui.say(strong("Raccourcis clavier", theme::HEADING));
    ui.add_space(4.0);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        Grid::new("raccourcis").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
            for shortcut in &SHORTCUTS {
                ui.say(strong(shortcut.keys_label, theme::TEXT));
                ui.say(shortcut.label);
                ui.end_row();
            }
            ui.say(strong("Flèches", theme::TEXT));
            ui.say("D’un territoire ou d’un établissement au suivant, d’une date à l’autre");
            ui.end_row();
            ui.say(strong("Maj+flèches", theme::TEXT));
            ui.say("Déplacer la carte");
            ui.end_row();
        });
    });
}
