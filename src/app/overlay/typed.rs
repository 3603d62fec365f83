//! What is typed: a path, what a map counts.

use egui::{Button, Key, TextEdit, Ui};

use crate::{
    app::{
        Action, PathPurpose,
        focus::begin_at,
        theme,
        widgets::weak,
        words::{Words, held},
    },
    coverage::EQUIPPED_WITH_AN_ENT,
};

/// What typing a path is called, and the verb of its button.
pub fn path_words(purpose: PathPurpose) -> (&'static str, &'static str) {
    match purpose {
        PathPurpose::Open => ("Ouvrir un chemin", "Ouvrir"),
        PathPurpose::Add => ("Ajouter un fichier", "Ajouter"),
        PathPurpose::OpenOutlines => ("Ouvrir des contours", "Ouvrir"),
        PathPurpose::SavePicture => ("Enregistrer la page", "Enregistrer"),
        PathPurpose::SaveTable => ("Enregistrer les valeurs de la carte", "Enregistrer"),
        PathPurpose::SaveRows => ("Enregistrer les lignes affichées", "Enregistrer"),
        PathPurpose::SaveTemplate(_) => ("Enregistrer un modèle", "Enregistrer"),
    }
}

/// Where the desktop has no dialog for files, or for whom would rather type.
pub fn path_ui(ui: &mut Ui, purpose: PathPurpose, typed: &mut String, actions: &mut Vec<Action>) {
    let (_, verb) = path_words(purpose);
    let label = ui.say("Chemin du fichier\u{202f}:");
    let field = TextEdit::singleline(typed).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    begin_at(ui, &field);
    ui.add_space(theme::space().medium);
    ui.horizontal(|ui| {
        let ready = !typed.trim().is_empty();
        let used =
            ui.add_enabled(ready, Button::new(held(ui, verb))).clicked() || (entered && ready);
        if used {
            actions.push(Action::UsePath(purpose, typed.trim().to_owned()));
        }
        if ui.button("Annuler").clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// What the map counts, where a file does not say it or says it badly.
pub fn subject_ui(ui: &mut Ui, file: usize, typed: &mut String, actions: &mut Vec<Action>) {
    ui.say(
        "Ce que la carte compte, comme la fin d’un titre\u{202f}: « Part des lycées raccordés à la \
         fibre ».",
    );
    ui.add_space(theme::space().tight);
    let label = ui.say("Part des établissements\u{202f}:");
    let field =
        TextEdit::singleline(typed).hint_text(EQUIPPED_WITH_AN_ENT).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    begin_at(ui, &field);
    ui.say(weak(ui, format!("Laissé vide\u{202f}: « {EQUIPPED_WITH_AN_ENT} ».")));
    ui.add_space(theme::space().medium);
    ui.horizontal(|ui| {
        if ui.button("Appliquer").clicked() || entered {
            actions.push(Action::UseSubject { file, text: typed.trim().to_owned() });
        }
        if ui.button("Annuler").clicked() {
            actions.push(Action::Dismiss);
        }
    });
}
