//! Repairs, each kind with a box that makes it or not.

use egui::{CollapsingHeader, Ui};

use super::{Shown, decide};
use crate::{app::Action, project::FileChoice, territory::matching::RepairKind};

/// The kinds of repairs that were made, and those that a person switched off.
pub fn repairs_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let off = &shown.choices.import.disabled_repairs;
    let made = shown.report.repaired.iter().map(|repair| (repair.kind, repair.sentence(), true));
    let not_made = off.iter().map(|kind| {
        (*kind, format!("{} (non réparés)", crate::french::capitalised(kind.label())), false)
    });
    let all: Vec<(RepairKind, String, bool)> = made.chain(not_made).collect();
    if all.is_empty() {
        return;
    }
    let heading = format!("Réparé ({})", all.len());
    CollapsingHeader::new(heading).id_salt("réparé").default_open(true).show(ui, |ui| {
        for (kind, sentence, made) in all {
            let mut checked = made;
            let response = ui.checkbox(&mut checked, sentence);
            let hint = if made { "Décochez pour ne pas réparer" } else { "Cochez pour réparer" };
            if response.on_hover_text(hint).changed() {
                actions.push(decide(shown, FileChoice::Repair { kind, made: checked }));
            }
        }
    });
}
