//! What was done with the files that are shown, and how to decide otherwise.

mod perimeter;
mod repairs;
mod unmatched;

use std::borrow::Cow;

use egui::{Button, CollapsingHeader, RichText, Ui};

use crate::{
    app::{
        Action, theme,
        widgets::{icon_button_ui, strong, weak},
    },
    coverage::import::{Duplicates, ImportReport},
    french::NARROW_SPACE,
    project::{Command, FileChoice, FileChoices, OwnFile, Session},
};

/// A file that is shown, and what was decided about it.
struct Shown<'a> {
    rank: usize,
    file: &'a OwnFile,
    report: &'a ImportReport,
    choices: &'a FileChoices,
}

/// The report on each open file; nothing for the embedded data.
pub fn import_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let Some(own) = session.document().data.own() else { return };
    ui.add_space(4.0);
    if let Some(fault) = session.fault() {
        let colour = theme::colour(theme::current(ui.ctx()).warning);
        ui.label(RichText::new(fault).color(colour));
        if ui.button("Annuler ce choix").clicked() {
            actions.push(Action::Undo);
        }
    }
    let many = own.files.len() > 1;
    for (rank, (file, report)) in session.own_files().enumerate() {
        let Some(source) = own.files.get(rank).filter(|source| source.name == file.name) else {
            continue;
        };
        let shown = Shown { rank, file, report, choices: &source.choices };
        ui.push_id(("fichier", rank), |ui| {
            if many {
                name_ui(ui, &shown, actions);
            }
            file_ui(ui, &shown, actions);
        });
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button("Aperçu et réglages").clicked() {
            actions.push(Action::TogglePreview);
        }
        if ui.button("Ajouter un fichier…").clicked() {
            actions.push(Action::AddFile);
        }
    });
    perimeter::perimeter_ui(ui, session, actions);
}

/// The name of one of several files, and how to take it away.
fn name_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(strong(&shown.file.name, theme::TEXT));
        if shown.rank > 0 {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            let name = format!("Retirer « {} »", shown.file.name);
            if icon_button_ui(ui, icon, &name, "").clicked() {
                actions.push(Command::RemoveFile(shown.rank).into());
            }
        }
    });
}

fn file_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let report = shown.report;
    ui.label(report.summary());
    if *shown.choices != FileChoices::default() {
        ui.horizontal_wrapped(|ui| {
            ui.label(weak(ui, "Lu avec vos choix, repris pour les fichiers au même en-tête."));
            if ui.add(Button::new("Les oublier").small()).clicked() {
                actions.push(decide(shown, FileChoice::Forget));
            }
        });
    }
    let reasons = &shown.file.reading.recognition.reasons;
    let count = reasons.len() + report.recognised.len();
    section_ui(ui, "Reconnu", count, false, || {
        let of_table = reasons.iter().map(|reason| Cow::from(reason.as_str()));
        of_table.chain(report.recognised.iter().map(|one| Cow::from(one.to_string())))
    });
    section_ui(ui, "Colonnes", report.columns.len(), false, || columns(report).map(Cow::from));
    repairs::repairs_ui(ui, shown, actions);
    unmatched::unmatched_ui(ui, shown, actions);
    unmatched::paired_ui(ui, shown, actions);
    doubts_ui(ui, shown, actions);
}

/// What looks wrong, and the two decisions that it may call for.
fn doubts_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let report = shown.report;
    let notices = &shown.file.reading.notices;
    let count = notices.len() + report.doubts.len() + report.notices.len();
    section_ui(ui, "À vérifier", count, true, || {
        let of_file = notices.iter().map(|notice| Cow::from(notice.to_string()));
        let of_rows = report.notices.iter().map(|notice| Cow::from(notice.to_string()));
        let doubts = report.doubts.iter().map(|doubt| Cow::from(doubt.to_string()));
        of_file.chain(doubts).chain(of_rows)
    });
    if report.repeats || shown.choices.import.duplicates.is_some() {
        ui.horizontal_wrapped(|ui| {
            ui.label("De plusieurs valeurs, garder");
            for rule in Duplicates::ALL {
                let chosen = shown.choices.import.duplicates == Some(rule);
                if ui.selectable_label(chosen, rule.label()).clicked() && !chosen {
                    actions.push(decide(shown, FileChoice::Duplicates(Some(rule))));
                }
            }
        });
    }
    if report.leaves_out {
        let mut everywhere = shown.choices.import.everywhere;
        let label = "Là où la liste ne nomme personne, aucun n’est équipé";
        if ui.checkbox(&mut everywhere, label).changed() {
            actions.push(decide(shown, FileChoice::Everywhere(everywhere)));
        }
    }
}

fn decide(shown: &Shown<'_>, choice: FileChoice) -> Action {
    Command::Decide { file: shown.rank, choice }.into()
}

/// Most lines of a section; a report of thousands is for `verifier`.
const MOST_LINES: usize = 40;

/// Some lines under a title. Only those that are seen are put into words, in each frame.
fn section_ui<'a, Lines: Iterator<Item = Cow<'a, str>>>(
    ui: &mut Ui,
    title: &str,
    count: usize,
    open: bool,
    lines: impl FnOnce() -> Lines,
) {
    if count == 0 {
        return;
    }
    let heading = format!("{title} ({count})");
    CollapsingHeader::new(heading).id_salt(title).default_open(open).show(ui, |ui| {
        for line in lines().take(MOST_LINES) {
            ui.label(line.as_ref());
        }
        rest_ui(ui, count);
    });
}

/// How many lines a section leaves out.
fn rest_ui(ui: &mut Ui, lines: usize) {
    if lines > MOST_LINES {
        let rest = lines - MOST_LINES;
        ui.label(format!("… et {rest} autres{NARROW_SPACE}; « atlas-ent verifier » dit tout."));
    }
}

fn columns(report: &ImportReport) -> impl Iterator<Item = String> {
    report.columns.iter().map(|(name, column)| {
        let meaning = column.meaning.map_or("ignorée", |meaning| meaning.label());
        format!("« {name} » → {meaning}")
    })
}
