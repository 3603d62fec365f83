//! What was done with the file that is shown.

use egui::{CollapsingHeader, Ui};

use crate::{
    app::{theme, widgets::strong},
    coverage::import::ImportReport,
    french::NARROW_SPACE,
    project::Session,
};

/// The report of the open file; nothing for the embedded data.
pub fn import_ui(ui: &mut Ui, session: &Session) {
    for (_, report) in session.own_files() {
        file_ui(ui, report);
    }
}

fn file_ui(ui: &mut Ui, report: &ImportReport) {
    ui.add_space(8.0);
    ui.separator();
    ui.label(strong("Import", theme::TEXT + 1.0));
    ui.label(report.summary());
    section_ui(ui, "Reconnu", &report.recognised, false);
    section_ui(ui, "Colonnes", &columns(report), false);
    let repaired: Vec<String> = report.repaired.iter().map(|repair| repair.sentence()).collect();
    section_ui(ui, "Réparé", &repaired, true);
    let unmatched: Vec<String> = report.unmatched.iter().map(ToString::to_string).collect();
    section_ui(ui, "Non rapproché", &unmatched, true);
    let mut doubts = report.doubts.clone();
    doubts.extend(report.notices.iter().map(ToString::to_string));
    section_ui(ui, "À vérifier", &doubts, true);
}

/// Most lines of a section; a report of thousands is for `verifier`.
const MOST_LINES: usize = 40;

fn section_ui(ui: &mut Ui, title: &str, lines: &[String], open: bool) {
    if lines.is_empty() {
        return;
    }
    let heading = format!("{title} ({})", lines.len());
    CollapsingHeader::new(heading).id_salt(title).default_open(open).show(ui, |ui| {
        for line in lines.iter().take(MOST_LINES) {
            ui.label(line);
        }
        if lines.len() > MOST_LINES {
            let rest = lines.len() - MOST_LINES;
            ui.label(format!("… et {rest} autres{NARROW_SPACE}; « atlas-ent verifier » dit tout."));
        }
    });
}

fn columns(report: &ImportReport) -> Vec<String> {
    let meaning = |column: &crate::coverage::import::ColumnMeaning| {
        column.meaning.map_or("ignorée", |meaning| meaning.label())
    };
    report
        .columns
        .iter()
        .map(|(name, column)| format!("« {name} » → {}", meaning(column)))
        .collect()
}
