//! A person's own files in the bar: their name, what is supposed of them, the column that is shown.

use egui::{Button, ComboBox, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        Action,
        widgets::{chip_ui, excerpt, icon_button_ui},
    },
    coverage::import::ImportReport,
    french::counted,
    project::{Command, FileChoice, Session},
};

/// Letters of a file's name that the bar shows.
const LONGEST_NAME: usize = 18;
/// Letters of a column's name likewise.
const LONGEST_COLUMN: usize = 20;
/// Room for the tab of a file.
const FILE_TAB: f32 = 150.0;
/// Room for the number of suppositions.
const CHIP: f32 = 112.0;
/// Width of the list of columns.
const LIST: f32 = 168.0;

/// How much of the bar the files take.
pub struct Widths {
    /// For their name.
    pub name: f32,
    /// For what is supposed of them and the column that is shown.
    pub readings: f32,
}

/// How much of the bar the files of a session take.
pub fn width(session: &Session) -> Widths {
    let any = session.own_sets().next().is_some();
    let chip = session.suppositions().next().map_or(0.0, |_| CHIP);
    let list = columns(session).map_or(0.0, |_| LIST + 16.0);
    Widths { name: if any { FILE_TAB } else { 0.0 }, readings: chip + list }
}

/// One's own files, the last opened first.
pub fn files_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let shown = session.document().data.own().and_then(|own| own.files.first());
    let Some((rank, own)) = session.own_sets().enumerate().last() else { return };
    let first = own.files.first();
    let selected = shown.zip(first).is_some_and(|(shown, first)| shown.is_the_same(first));
    let button = Button::selectable(selected, shortened(&own.label())).min_size(vec2(0.0, 30.0));
    if ui.add(button).on_hover_text(own.names()).clicked() && !selected {
        actions.push(Action::ShowFile(rank));
    }
}

/// How to open a file.
pub fn open_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let icon = egui_material_icons::icons::ICON_FOLDER_OPEN;
    if icon_button_ui(ui, icon, "Ouvrir…", "Ctrl+O").clicked() {
        actions.push(Action::OpenFile);
    }
}

/// How much is supposed of the files, and which of their columns is shown.
pub fn readings_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let supposed: Vec<String> =
        session.suppositions().map(|(_, supposition)| supposition.short()).collect();
    if !supposed.is_empty() {
        let label = counted(supposed.len(), "supposition", "suppositions");
        if chip_ui(ui, &label).on_hover_text(supposed.join("\n")).clicked() {
            actions.push(Action::ShowImport);
        }
    }
    if let Some((file, report)) = columns(session) {
        columns_ui(ui, session, file, report, actions);
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
    let chosen = chosen(session, file);
    let shown = report.showable.iter().filter(|one| one.is_shown);
    let first = shown.clone().next().map_or("", |one| one.header.as_str());
    let now = match shown.count() {
        0 | 1 => first.to_owned(),
        more => format!("{first} + {}", more - 1),
    };
    let mut choose = |shown: Option<&String>| {
        let choice = FileChoice::Shown(shown.cloned());
        actions.push(Command::Decide { file, choice }.into());
    };
    let list = ComboBox::from_id_salt("colonne montrée")
        .width(LIST)
        .selected_text(excerpt(&now, LONGEST_COLUMN))
        .show_ui(ui, |ui| {
            if chosen.is_some() && ui.selectable_label(false, "Choix automatique").clicked() {
                choose(None);
                ui.close();
            }
            for one in &report.showable {
                if ui.selectable_label(one.is_shown, &one.header).clicked() {
                    // What is shown stays as it was read.
                    if !one.is_shown {
                        choose(Some(&one.header));
                    }
                    ui.close();
                }
            }
        })
        .response;
    list.widget_info(|| WidgetInfo {
        current_text_value: Some(now.clone()),
        ..WidgetInfo::labeled(egui::Role::ComboBox, true, "Colonne montrée")
    });
    list.on_hover_text(format!("Colonne montrée\u{202f}: « {now} »"));
}

/// The column that a person chose, if they did.
fn chosen(session: &Session, file: usize) -> Option<&String> {
    session.document().data.own()?.files.get(file)?.choices.import.shown.as_ref()
}

/// A name that leaves room for others; how many more files there are stays in sight.
fn shortened(label: &str) -> String {
    let (name, more) = label.rsplit_once(" + ").unwrap_or((label, ""));
    let short = excerpt(name, LONGEST_NAME);
    if more.is_empty() { short } else { format!("{short} + {more}") }
}
