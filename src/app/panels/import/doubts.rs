//! What looks wrong, and the two decisions that it may call for.

use egui::Ui;

use super::{Shown, decide, section_ui};
use crate::{
    app::{
        Action,
        widgets::{checkbox_ui, choice_ui},
        words::Words,
    },
    coverage::import::Duplicates,
    project::FileChoice,
};

/// Doubts, and cells that deserve a look.
pub fn doubts_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let report = shown.report;
    let cells = || report.notices.iter().filter(|notice| !notice.is_a_loss());
    section_ui(ui, "À vérifier", report.doubts.len() + cells().count(), true, || {
        let doubts = report.doubts.iter().map(ToString::to_string);
        doubts.chain(cells().map(ToString::to_string))
    });
    if report.repeats || shown.choices.import.duplicates.is_some() {
        duplicates_ui(ui, shown, actions);
    }
    if report.leaves_out {
        let mut everywhere = shown.choices.import.everywhere;
        let label = "Département sans aucun nom dans la liste\u{202f}: compter 0";
        if checkbox_ui(ui, &mut everywhere, label).changed() {
            actions.push(decide(shown, FileChoice::Everywhere(everywhere)));
        }
    }
}

/// Which of several values of one territory counts.
fn duplicates_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let now = shown.choices.import.duplicates;
    const NAME: &str = "Si un territoire a plusieurs lignes\u{202f}:";
    ui.say(NAME);
    let rules = Duplicates::ALL.map(|rule| (Some(rule), rule.label(), ""));
    let choices: Vec<_> = [(None, "aucune", "")].into_iter().chain(rules).collect();
    ui.horizontal_wrapped(|ui| {
        if let Some(rule) = choice_ui(ui, NAME, now, &choices) {
            actions.push(decide(shown, FileChoice::Duplicates(rule)));
        }
    });
}
