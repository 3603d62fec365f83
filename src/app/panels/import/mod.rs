//! What was done with the files that are shown, and how to decide otherwise.

mod cards;
mod decisions;
mod doubts;
mod left_out;
mod over_map;
mod perimeter;
mod question;
mod repairs;
mod suppositions;
mod territory_list;
mod told;
mod unmatched;
mod words;

pub use over_map::over_map_ui;

use egui::{Button, CollapsingHeader, RichText, Ui};

use std::sync::Arc;

use self::{cards::Cards, decisions::Decision, question::question_ui, told::Told};
use crate::{
    app::{
        Action, theme,
        widgets::{icon_button_ui, sentence_ui, strong, weak},
        words::{Explained, Words, held},
    },
    coverage::import::{ImportReport, Question, Supposition},
    french::NARROW_SPACE,
    project::{Command, FileChoice, FileChoices, OwnFile, OwnSource, Session},
};

/// What the tab remembers from frame to frame.
#[derive(Default)]
pub struct ImportPanel {
    files: Vec<FileMemory>,
}

/// What it remembers of a file.
struct FileMemory {
    source: OwnSource,
    told: Option<Told>,
    questions: Cards<Question>,
    suppositions: Cards<Supposition>,
}

/// A file that is shown, and what was decided about it.
struct Shown<'a> {
    rank: usize,
    file: &'a OwnFile,
    report: &'a ImportReport,
    choices: &'a FileChoices,
    told: &'a Told,
    decisions: &'a [Decision],
}

impl ImportPanel {
    /// Forgets the cards that were answered: one has left the tab.
    pub fn leave(&mut self) {
        self.files.clear();
    }

    /// The report on each open file; nothing for the embedded data.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
        let Some(own) = session.document().data.own() else { return };
        ui.add_space(theme::space().tight);
        if let Some(fault) = session.fault() {
            let colour = theme::colour(theme::current(ui.ctx()).warning);
            ui.say(RichText::new(fault).color(colour));
            if ui.button("Annuler ce choix").clicked() {
                actions.push(Action::Undo);
            }
        }
        let many = own.files.len() > 1;
        for (rank, (file, report)) in session.own_files().enumerate() {
            let Some(source) = own.files.get(rank).filter(|source| source.name == file.name) else {
                continue;
            };
            ui.push_id(("fichier", rank), |ui| {
                if many {
                    name_ui(ui, rank, &file.name, actions);
                }
                self.file_ui(ui, (rank, source), file, report, actions);
            });
        }
        ui.add_space(theme::space().tight);
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

    fn file_ui(
        &mut self,
        ui: &mut Ui,
        (rank, source): (usize, &OwnSource),
        file: &OwnFile,
        report: &Arc<ImportReport>,
        actions: &mut Vec<Action>,
    ) {
        let choices = &source.choices;
        let FileMemory { told, questions, suppositions, .. } = self.memory_of(rank, source);
        if told.as_ref().is_none_or(|told| !told.is_of(report, choices)) {
            *told = None;
        }
        let told = &*told.get_or_insert_with(|| Told::new(file, report, choices));
        let decisions = &decisions::decisions(report, choices, told);
        questions.follow(&report.questions, decisions);
        suppositions.follow(&report.suppositions, decisions);
        let shown = Shown { rank, file, report, choices, told, decisions };
        report_ui(ui, &shown, questions, suppositions, actions);
    }

    /// What is remembered of the file of this rank; nothing yet of one that just took its place.
    fn memory_of(&mut self, rank: usize, source: &OwnSource) -> &mut FileMemory {
        let new = || FileMemory {
            source: OwnSource { choices: FileChoices::default(), ..source.clone() },
            told: None,
            questions: Cards::default(),
            suppositions: Cards::default(),
        };
        if self.files.len() <= rank {
            self.files.resize_with(rank + 1, new);
        }
        let memory = &mut self.files[rank];
        if !memory.source.is_the_same(source) {
            *memory = new();
        }
        memory
    }
}

/// The name of one of several files, and how to take it away.
fn name_ui(ui: &mut Ui, rank: usize, name: &str, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.say(strong(name, theme::text().title));
        if rank > 0 {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            let name = format!("Retirer « {name} »");
            if icon_button_ui(ui, icon, &name, "").clicked() {
                actions.push(Command::RemoveFile(rank).into());
            }
        }
    });
}

/// What was done with a file: first what became of its rows, then what is for a person to say, then
/// the rest; what was recognised stands folded at the end.
fn report_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    questions: &mut Cards<Question>,
    suppositions: &mut Cards<Supposition>,
    actions: &mut Vec<Action>,
) {
    let report = shown.report;
    ui.say(strong(&shown.told.summary, theme::text().body));
    questions_ui(ui, shown, questions, actions);
    suppositions::suppositions_ui(ui, shown, suppositions, actions);
    if *shown.choices != FileChoices::default() {
        ui.horizontal_wrapped(|ui| {
            ui.say(weak(ui, "Lu avec vos choix.")).explained(KEPT);
            if ui.add(Button::new("Les oublier").small()).clicked() {
                actions.push(decide(shown, FileChoice::Forget));
            }
        });
    }
    let stands_on_a_card = |one: &Decision| questions.tell(one) || suppositions.tell(one);
    decisions::decisions_ui(ui, shown, stands_on_a_card, actions);
    repairs::repairs_ui(ui, shown, actions);
    left_out::left_out_ui(ui, shown, actions);
    unmatched::paired_ui(ui, shown, actions);
    let not_counted = &shown.told.not_counted;
    section_ui(ui, "Non compté ici", not_counted.len(), true, || not_counted.iter().cloned());
    doubts::doubts_ui(ui, shown, actions);
    let reasons = &shown.file.reading.recognition.reasons;
    section_ui(ui, "Reconnu", reasons.len() + report.recognised.len(), false, || {
        let of_table = reasons.iter().map(ToString::to_string);
        of_table.chain(report.recognised.iter().map(ToString::to_string))
    });
    columns_ui(ui, report);
}

/// The questions that are open or were until they were answered, each on a sheet of its own.
fn questions_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    cards: &mut Cards<Question>,
    actions: &mut Vec<Action>,
) {
    if cards.is_empty() {
        return;
    }
    let all = &shown.report.questions;
    match all.len() {
        0 => heading_ui(ui, "Décidé"),
        count => heading_ui(ui, &format!("À décider ({count})")),
    }
    ui.push_id("questions", |ui| {
        cards.ui(ui, shown, true, actions, |ui, one, actions| {
            question_ui(ui, shown.rank, one, actions);
        });
    });
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

/// The name of a group that is always in sight.
fn heading_ui(ui: &mut Ui, name: &str) {
    ui.say(strong(name, theme::text().body));
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
    CollapsingHeader::new(held(ui, heading)).id_salt(title).default_open(open).show(ui, |ui| {
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
        ui.say(format!("… et {rest} autres{NARROW_SPACE}; « atlas-ent verifier » dit tout."));
    }
}

/// Each column with its meaning, then those without use in one line.
fn columns_ui(ui: &mut Ui, report: &ImportReport) {
    let heading = format!("Colonnes ({})", report.columns.len());
    CollapsingHeader::new(held(ui, heading)).id_salt("colonnes").default_open(false).show(
        ui,
        |ui| {
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
        },
    );
}
