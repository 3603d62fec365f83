//! What the colours show: the share or the stage, what is deployed or used, which column of a file.

use egui::Ui;

use crate::{
    app::{
        Action,
        widgets::{List, excerpt, line_ui},
    },
    cartography::Representation,
    coverage::{Measure, Subject, import::ImportReport},
    french::NARROW_SPACE,
    project::{Command, FileChoice, Session},
};

/// Letters of what is shown that the bar has room for.
const MOST_LETTERS: usize = 16;

/// One list for all of it, named by what holds.
pub fn shown_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let columns = columns(session);
    let full = now(session, columns.map(|(_, report)| report));
    let list = List {
        name: "Ce que montre la carte",
        shown: &excerpt(&full, MOST_LETTERS),
        hint: &format!("Ce que montre la carte{NARROW_SPACE}: {full}"),
    };
    list.ui(ui, |ui| {
        representations_ui(ui, session, actions);
        ui.separator();
        measures_ui(ui, session, actions);
        if let Some((file, report)) = columns {
            ui.separator();
            columns_ui(ui, session, file, report, actions);
        }
    });
}

const REPRESENTATIONS: [(Representation, &str); 2] = [
    (Representation::Share, "Part des établissements"),
    (Representation::Stage, "Stade de déploiement"),
];

/// « Part », « Stade », or the column that is shown of a file.
fn now(session: &Session, report: Option<&ImportReport>) -> String {
    let document = session.document();
    if document.representation == Representation::Stage {
        return "Stade".to_owned();
    }
    let shown = report.map(|report| report.showable.iter().filter(|one| one.is_shown));
    let headers: Vec<&str> = shown.into_iter().flatten().map(|one| one.header.as_str()).collect();
    match headers.as_slice() {
        [] if document.measure == Measure::Usage => "Part, usage".to_owned(),
        [] => "Part".to_owned(),
        [one] => (*one).to_owned(),
        [first, others @ ..] => format!("{first} + {}", others.len()),
    }
}

fn representations_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    for (representation, label) in REPRESENTATIONS {
        let holds = session.document().representation == representation;
        if line_ui(ui, label, holds) && !holds {
            actions.push(Command::ShowAs(representation).into());
        }
    }
}

fn measures_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let counted = session.dataset().counted();
    for measure in Measure::ALL {
        let holds = session.document().measure == measure;
        if line_ui(ui, Subject::measure_label(counted, measure), holds) && !holds {
            actions.push(Command::MeasureBy(measure).into());
        }
    }
}

/// The file whose columns can be chosen from: the first that has some, where it shows one of
/// several.
fn columns(session: &Session) -> Option<(usize, &ImportReport)> {
    let mut files = session.own_files().enumerate();
    let (file, (_, report)) = files.find(|(_, (_, report))| !report.showable.is_empty())?;
    let is_a_choice = report.showable.iter().any(|one| !one.is_shown);
    (is_a_choice && report.is_decided()).then_some((file, report.as_ref()))
}

fn columns_ui(
    ui: &mut Ui,
    session: &Session,
    file: usize,
    report: &ImportReport,
    actions: &mut Vec<Action>,
) {
    let mut choose = |shown: Option<&String>| {
        let choice = FileChoice::Shown(shown.cloned());
        actions.push(Command::Decide { file, choice }.into());
    };
    if chosen(session, file).is_some() && line_ui(ui, "Colonne choisie d’elle-même", false) {
        choose(None);
    }
    for one in &report.showable {
        // What is shown stays as it was read.
        if line_ui(ui, &one.header, one.is_shown) && !one.is_shown {
            choose(Some(&one.header));
        }
    }
}

/// The column that a person chose, if they did.
fn chosen(session: &Session, file: usize) -> Option<&String> {
    session.document().data.own()?.files.get(file)?.choices.import.shown.as_ref()
}
