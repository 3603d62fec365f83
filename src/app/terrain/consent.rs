//! « Afficher le terrain ? »: which server would be called, and what it would learn.

use egui::Ui;

use crate::{
    app::{
        Action, TerrainRequest, theme,
        tiles::TileSource,
        widgets::{dialog_ui, strong},
        words::{Words, held},
    },
    french::NARROW_SPACE,
};

/// Asks. Clicking beside the dialog is a no.
pub fn ui(ctx: &egui::Context, source: &TileSource, actions: &mut Vec<Action>) {
    let closed = dialog_ui(
        ctx,
        &format!("Afficher le terrain{NARROW_SPACE}?"),
        theme::width().dialog,
        |ui| {
            question_ui(ui, source);
            ui.add_space(theme::space().medium);
            ui.horizontal(|ui| {
                let accent = theme::colour(theme::current(ui.ctx()).accent);
                let allow = strong("Activer", theme::text().body).color(accent);
                if ui.button(held(ui, allow)).clicked() {
                    actions.push(TerrainRequest::Allow.into());
                }
                if ui.button("Choisir une autre source…").clicked() {
                    actions.push(TerrainRequest::ChooseSource.into());
                }
                if ui.button("Annuler").clicked() {
                    actions.push(Action::Dismiss);
                }
            });
        },
    );
    if closed {
        actions.push(Action::Dismiss);
    }
}

fn question_ui(ui: &mut Ui, source: &TileSource) {
    let server = source.server().unwrap_or_default();
    let mut from = format!("Les images du fond de carte seront téléchargées depuis {server}");
    if source.label() != server {
        from += &format!(" ({})", source.label());
    }
    ui.say(format!(
        "{from}, au fil des endroits affichés. Ce serveur saura quels endroits sont regardés, et \
         d’où."
    ));
    ui.say(
        "Rien d’autre n’est envoyé\u{202f}: ni données, ni fichiers, ni identifiant. Les images \
         reçues sont gardées sur cette machine, 200\u{202f}Mo au plus.",
    );
    ui.say(
        "C’est le seul usage du réseau par le programme. Cette question ne sera plus posée pour ce \
         serveur.",
    );
}
