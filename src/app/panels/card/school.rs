//! The card of a school.

use egui::{RichText, Ui};

use super::{title_ui, unknowns_ui};
use crate::{
    app::{
        Action, theme,
        widgets::{fact_ui, strong, weak},
        words::{Words, held},
    },
    project::{Command, SchoolCard},
};

/// All of it.
pub fn school_ui(ui: &mut Ui, card: &SchoolCard, actions: &mut Vec<Action>) {
    title_ui(ui, &card.name, Some(Command::CloseSchool), actions);
    ui.say(weak(ui, &card.kind));
    ui.add_space(theme::space().tight);
    ui.say(strong(&card.headline, theme::text().heading));
    if let Some(reason) = card.not_counted {
        let warning = theme::colour(theme::current(ui.ctx()).warning);
        ui.say(RichText::new(reason.sentence()).color(warning));
    }
    for (label, value) in &card.facts {
        fact_ui(ui, label, value);
    }
    if card.position.is_none() {
        ui.say(weak(ui, "Sans coordonnées dans le fichier\u{202f}: absent de la carte."));
    }
    unknowns_ui(ui, &card.unknowns);
    ui.add_space(theme::space().small);
    ui.horizontal_wrapped(|ui| {
        for (id, name) in &card.within {
            if ui.button(held(ui, format!("Aller à {name}"))).clicked() {
                actions.push(Command::Enter(*id).into());
            }
        }
    });
}
