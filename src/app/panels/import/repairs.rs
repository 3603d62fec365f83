//! What was repaired: lines and cells of the table, and each kind of code or name with a box that
//! repairs it or not.

use egui::{CollapsingHeader, Ui};

use super::{MOST_LINES, Shown, decide, rest_ui};
use crate::{
    app::{
        Action,
        widgets::{checkbox_ui, sentence_ui},
        words::{Explained, held},
    },
    project::FileChoice,
    territory::matching::RepairKind,
};

/// What was repaired on the way to a table, the kinds of repairs that were made, and those that a
/// person switched off.
pub fn repairs_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let notices = &shown.file.reading.notices;
    let off = &shown.choices.import.disabled_repairs;
    let made = shown.report.repaired.iter().map(|repair| (repair.kind, repair.sentence(), true));
    let not_made = off.iter().map(|kind| {
        (*kind, format!("{} (non réparés)", crate::french::capitalised(kind.label())), false)
    });
    let all: Vec<(RepairKind, String, bool)> = made.chain(not_made).collect();
    let count = notices.len() + all.len();
    if count == 0 {
        return;
    }
    let heading = format!("Réparé ({count})");
    CollapsingHeader::new(held(ui, heading)).id_salt("réparé").default_open(true).show(ui, |ui| {
        for notice in notices.iter().take(MOST_LINES) {
            sentence_ui(ui, notice.to_string());
        }
        rest_ui(ui, notices.len());
        for (kind, sentence, made) in all {
            let mut checked = made;
            let response = checkbox_ui(ui, &mut checked, &sentence);
            let hint = if made { "Décochez pour ne pas réparer" } else { "Cochez pour réparer" };
            if response.explained(hint).changed() {
                actions.push(decide(shown, FileChoice::Repair { kind, made: checked }));
            }
        }
    });
}
