//! The data in the bar: their name, all that can be done with them, and how much is supposed of them.

use egui::Ui;

use crate::{
    app::{
        Action,
        widgets::{List, chip_ui, line_ui, short_name},
        words::{Explained, held},
    },
    coverage::Embedded,
    french::counted,
    project::{Command, Session},
};

/// Letters of a file's name that the bar shows.
const LONGEST_NAME: usize = 22;

/// The chip of the data that are shown, with its menu; beside it, what is supposed of them.
pub fn data_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let own = session.document().data.own();
    let (label, hint) = match (own, session.document().data.embedded()) {
        (Some(own), _) => (shortened(&own.label()), own.names()),
        (None, Some(embedded)) => (embedded.label().to_owned(), explained(embedded).to_owned()),
        (None, None) => (String::new(), String::new()),
    };
    List { name: "Données", shown: &label, hint: &hint }.ui(ui, |ui| menu_ui(ui, session, actions));
    suppositions_ui(ui, session, actions);
}

fn menu_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let mut ask = |ui: &mut Ui, label: &str, action: Action| {
        if ui.button(held(ui, label)).clicked() {
            actions.push(action);
            ui.close();
        }
    };
    let own = session.document().data.own();
    if let Some(own) = own {
        ask(ui, "Aperçu du fichier", Action::ShowPreview);
        ask(ui, "Rapport d’import", Action::ShowImport);
        ask(ui, "Ajouter un fichier…", Action::AddFile);
        ask(ui, "Remplacer par un autre…", Action::OpenFile);
        if own.files.len() > 1 {
            for (rank, file) in own.files.iter().enumerate() {
                let label = format!("Retirer « {} »", short_name(&file.name, LONGEST_NAME));
                ask(ui, &label, Command::RemoveFile(rank).into());
            }
        }
        ask(ui, "Fermer", Command::Open(Embedded::Facts).into());
    } else {
        ask(ui, "Ouvrir un fichier…", Action::OpenFile);
    }
    ui.separator();
    for (rank, set) in session.own_sets().enumerate() {
        let holds = own.zip(set.files.first()).is_some_and(|(own, first)| {
            own.files.first().is_some_and(|shown| shown.is_the_same(first))
        });
        if line_ui(ui, &shortened(&set.label()), holds) && !holds {
            actions.push(Action::ShowFile(rank));
        }
    }
    for data in Embedded::ALL {
        let holds = session.document().data.embedded() == Some(data);
        if line_ui(ui, data.label(), holds) && !holds {
            actions.push(Command::Open(data).into());
        }
    }
}

fn explained(data: Embedded) -> &'static str {
    match data {
        Embedded::Facts => "Observations datées et sourcées, 2001–2025",
        Embedded::Example => "Un jeu complet et inventé, 2009–2024",
    }
}

/// How much is supposed of one's own files; it leads to where each is confirmed.
fn suppositions_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let supposed: Vec<String> =
        session.suppositions().map(|(_, supposition)| supposition.short()).collect();
    if !supposed.is_empty() {
        let label = counted(supposed.len(), "supposition", "suppositions");
        if chip_ui(ui, &label).explained(supposed.join("\n")).clicked() {
            actions.push(Action::ShowImport);
        }
    }
}

/// A name that leaves room for others; how many more files there are stays in sight.
fn shortened(label: &str) -> String {
    let (name, more) = label.rsplit_once(" + ").unwrap_or((label, ""));
    let short = short_name(name, LONGEST_NAME);
    if more.is_empty() { short } else { format!("{short} + {more}") }
}
