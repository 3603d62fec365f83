//! The card of several territories, added up.

use egui::Ui;

use super::{
    bars::{around_ui, bars_ui},
    headline_ui, section_ui, title_ui, unknowns_ui,
};
use crate::{
    app::{
        Action, theme,
        widgets::{fact_ui, weak},
        words::Words,
    },
    project::{Command, SelectionCard, Session},
    territory::TerritoryId,
};

/// All of it.
pub fn several_ui(
    ui: &mut Ui,
    card: &SelectionCard,
    session: &Session,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    title_ui(ui, &card.name, Some(Command::Select(None)), actions);
    ui.add_space(theme::space().tight);
    ui.say(weak(ui, &card.figure));
    headline_ui(ui, &card.headline);
    for (label, value) in &card.facts {
        fact_ui(ui, label, value);
    }
    around_ui(ui, &card.comparison, &card.sectors, &card.kinds, actions);
    unknowns_ui(ui, &card.unknowns);
    section_ui(ui, "Additionné à partir de");
    bars_ui(ui, &card.members, session, None, pointed, actions);
}
