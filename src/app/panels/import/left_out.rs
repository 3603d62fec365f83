//! What is left out: values without a territory, rows by reason, cells and words.

use egui::{CollapsingHeader, Ui};

use super::{MOST_LINES, Shown, rest_ui, unmatched, words};
use crate::{
    app::{Action, widgets::sentence_ui, words::held},
    coverage::CoverageNotice,
};

/// Everything of a file that the map does not show, with what can be done about it.
pub fn left_out_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let report = shown.report;
    let rows = &shown.told.left_out;
    let cells = || report.notices.iter().filter(|notice| notice.is_a_loss());
    let count =
        report.values_left_out().count() + rows.len() + cells().count() + report.words.len();
    if count == 0 {
        return;
    }
    let heading = format!("Laissé de côté ({count})");
    CollapsingHeader::new(held(ui, heading)).id_salt("laissé").default_open(true).show(ui, |ui| {
        unmatched::unmatched_ui(ui, shown, actions);
        for sentence in rows {
            sentence_ui(ui, sentence);
        }
        cells_ui(ui, cells(), cells().count());
        words::words_ui(ui, shown, actions);
    });
}

fn cells_ui<'a>(ui: &mut Ui, cells: impl Iterator<Item = &'a CoverageNotice>, count: usize) {
    for cell in cells.take(MOST_LINES) {
        sentence_ui(ui, cell.to_string());
    }
    rest_ui(ui, count);
}
