//! The card of several territories, added up.

use egui::Ui;

use super::{
    bars::{bars_ui, comparison_ui, schools_ui},
    headline_ui, section_ui, title_ui, unknowns_ui,
};
use crate::{
    app::{Action, widgets::fact_ui},
    project::{Command, Document, SelectionCard},
    territory::TerritoryId,
};

/// All of it.
pub fn several_ui(
    ui: &mut Ui,
    card: &SelectionCard,
    document: &Document,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    title_ui(ui, &card.name, Some(Command::Select(None)), actions);
    ui.add_space(4.0);
    headline_ui(ui, &card.headline);
    for (label, value) in &card.facts {
        fact_ui(ui, label, value);
    }
    if card.comparison.len() > 1 {
        section_ui(ui, "Comparaison");
        comparison_ui(ui, &card.comparison, actions);
    }
    if !card.sectors.is_empty() {
        section_ui(ui, "Public et privé");
        schools_ui(ui, &card.sectors);
    }
    if !card.kinds.is_empty() {
        section_ui(ui, "Par type de lycée");
        schools_ui(ui, &card.kinds);
    }
    unknowns_ui(ui, &card.unknowns);
    section_ui(ui, "Additionné à partir de");
    bars_ui(ui, &card.members, document, None, pointed, actions);
}
