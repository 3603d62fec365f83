//! What was done with the files that are shown, and how to decide otherwise.

mod decisions;
mod doubts;
mod left_out;
mod perimeter;
mod question;
mod repairs;
mod suppositions;
mod unmatched;
mod words;

pub use question::over_map_ui;

use egui::{Button, CollapsingHeader, RichText, Ui};

use self::question::question_ui;

use crate::{
    app::{
        Action, theme,
        widgets::{icon_button_ui, sentence_ui, sheet, strong, weak},
    },
    coverage::import::ImportReport,
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
        ui.label(strong(&shown.file.name, theme::TEXT + 1.0));
        if shown.rank > 0 {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            let name = format!("Retirer « {} »", shown.file.name);
            if icon_button_ui(ui, icon, &name, "").clicked() {
                actions.push(Command::RemoveFile(shown.rank).into());
            }
        }
    });
}

/// What was done with a file: first what became of its rows, then what is for a person to say, then
/// the rest; what was recognised stands folded at the end.
fn file_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let report = shown.report;
    ui.label(strong(report.summary(), theme::TEXT));
    questions_ui(ui, shown, actions);
    suppositions::suppositions_ui(ui, shown, actions);
    if *shown.choices != FileChoices::default() {
        ui.horizontal_wrapped(|ui| {
            ui.label(weak(ui, "Lu avec vos choix.")).on_hover_text(KEPT);
            if ui.add(Button::new("Les oublier").small()).clicked() {
                actions.push(decide(shown, FileChoice::Forget));
            }
        });
    }
    decisions::decisions_ui(ui, shown, actions);
    repairs::repairs_ui(ui, shown, actions);
    left_out::left_out_ui(ui, shown, actions);
    unmatched::paired_ui(ui, shown, actions);
    let not_counted = report.fates.not_counted();
    section_ui(ui, "Non compté ici", not_counted.len(), true, || {
        not_counted.iter().map(|(why, rows)| why.told(*rows))
    });
    doubts::doubts_ui(ui, shown, actions);
    let reasons = &shown.file.reading.recognition.reasons;
    section_ui(ui, "Reconnu", reasons.len() + report.recognised.len(), false, || {
        let of_table = reasons.iter().map(ToString::to_string);
        of_table.chain(report.recognised.iter().map(ToString::to_string))
    });
    columns_ui(ui, report);
}

/// The questions that are open, each on a sheet of its own.
fn questions_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let all = &shown.report.questions;
    if all.is_empty() {
        return;
    }
    heading_ui(ui, "À décider", all.len());
    for (rank, one) in all.iter().enumerate() {
        ui.push_id(("question", rank), |ui| {
            sheet(ui, true).show(ui, |ui| {
                ui.set_width(ui.available_width());
                question_ui(ui, shown.rank, one, actions);
            });
        });
    }
}

/// How long choices are kept.
const KEPT: &str = "Ce qui concerne ses colonnes vaut pour tout fichier au même en-tête\u{202f}; ses \
                    dates, ses rapprochements et ses mots, pour ce fichier seul.";

/// Letters up to which the answers to a question stand side by side.
const MOST_BUTTON_LETTERS: usize = 24;

fn decide(shown: &Shown<'_>, choice: FileChoice) -> Action {
    decide_of(shown.rank, choice)
}

fn decide_of(file: usize, choice: FileChoice) -> Action {
    Command::Decide { file, choice }.into()
}

/// The name of a group that is always in sight, and how many things it has.
fn heading_ui(ui: &mut Ui, name: &str, count: usize) {
    ui.label(strong(format!("{name} ({count})"), theme::TEXT));
}

/// Most lines of a section; a report of thousands is for `verifier`.
const MOST_LINES: usize = 40;

/// Some lines under a title. Only those that are seen are put into words, in each frame.
fn section_ui<Lines: Iterator<Item = String>>(
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
            sentence_ui(ui, line);
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

/// Each column with its meaning, then those without use in one line.
fn columns_ui(ui: &mut Ui, report: &ImportReport) {
    let heading = format!("Colonnes ({})", report.columns.len());
    CollapsingHeader::new(heading).id_salt("colonnes").default_open(false).show(ui, |ui| {
        let used = || {
            let columns = report.columns.iter();
            columns.filter_map(|(name, column)| Some((name, column.meaning?)))
        };
        for (name, meaning) in used().take(MOST_LINES) {
            sentence_ui(ui, format!("« {name} » → {}", meaning.label()));
        }
        rest_ui(ui, used().count());
        let unused = || report.unused_columns();
        let named: Vec<String> =
            unused().take(MOST_LINES).map(|name| format!("« {name} »")).collect();
        if !named.is_empty() {
            let more = if unused().nth(MOST_LINES).is_some() { "…" } else { "." };
            sentence_ui(ui, format!("Sans usage{NARROW_SPACE}: {}{more}", named.join(", ")));
        }
    });
}
