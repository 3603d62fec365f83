//! A person's own files in the bar: their name, what is supposed of them, the column that is shown.

use egui::{Align, Button, ComboBox, Layout, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        Action,
        widgets::{chip_ui, excerpt, icon_button_ui, weak},
        words::{Explained, Words},
    },
    coverage::import::ImportReport,
    french::counted,
    project::{Command, FileChoice, Session},
};

/// Letters of a file's name that the bar shows.
const LONGEST_NAME: usize = 18;
/// Unknown words that are named on hover.
const MOST_WORDS: usize = 20;
/// Width of the list of columns, in points.
const LIST: f32 = 208.0;

/// One's own files, the last opened first.
pub fn files_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let shown = session.document().data.own().and_then(|own| own.files.first());
    let Some((rank, own)) = session.own_sets().enumerate().last() else { return };
    let first = own.files.first();
    let selected = shown.zip(first).is_some_and(|(shown, first)| shown.is_the_same(first));
    let button = Button::selectable(selected, shortened(&own.label())).min_size(vec2(0.0, 30.0));
    if ui.add(button).explained(own.names()).clicked() && !selected {
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

/// Whether one's own files are shown: the room for what is supposed of them is theirs even where
/// nothing is.
pub fn has_readings(session: &Session) -> bool {
    session.own_files().next().is_some()
}

/// Which column of the files is shown, which of their words are not known, and how much is supposed
/// of them.
pub fn readings_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let before = ui.cursor().left();
    if let Some((file, report)) = columns(session) {
        columns_ui(ui, session, file, report, actions);
    }
    if let Some((label, words)) = unknown_words(session)
        && chip_ui(ui, &label).explained(words).clicked()
    {
        actions.push(Action::ShowImport);
    }
    let supposed: Vec<String> =
        session.suppositions().map(|(_, supposition)| supposition.short()).collect();
    if !supposed.is_empty() {
        let label = counted(supposed.len(), "supposition", "suppositions");
        if chip_ui(ui, &label).explained(supposed.join("\n")).clicked() {
            actions.push(Action::ShowImport);
        }
    }
    keep_room(ui, session, ui.cursor().left() - before);
}

/// Leaves the room that these files took before, so that nothing moves once all is confirmed.
fn keep_room(ui: &mut Ui, session: &Session, taken: f32) {
    let key = ui.scope_id().with("place des lectures");
    let files = session.document().data.own().map(|own| own.names()).unwrap_or_default();
    let before: Option<(String, f32)> = ui.data(|data| data.get_temp(key));
    let before = before.filter(|(of, _)| *of == files).map_or(0.0, |(_, room)| room);
    if before > taken {
        ui.add_space(before - taken);
    }
    ui.data_mut(|data| data.insert_temp(key, (files, before.max(taken))));
}

/// « 1 mot inconnu, 12 établissements », and the words; `None` where all are known.
fn unknown_words(session: &Session) -> Option<(String, String)> {
    let reports = session.own_files().map(|(_, report)| report);
    let unknown: Vec<_> =
        reports.flat_map(|report| &report.words).filter(|word| word.says.is_none()).collect();
    let schools = unknown.iter().map(|word| word.schools).sum();
    let label = format!(
        "{}, {}",
        counted(unknown.len(), "mot inconnu", "mots inconnus"),
        counted(schools, "établissement", "établissements")
    );
    let named: Vec<String> =
        unknown.iter().take(MOST_WORDS).map(|word| format!("« {} »", word.word)).collect();
    (!unknown.is_empty()).then(|| (label, named.join("\n")))
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
    ui.say(weak(ui, "Colonne\u{202f}:"));
    let room = vec2(LIST, ui.spacing().interact_size.y);
    let middle = Layout::left_to_right(Align::Center);
    let list = ui.allocate_ui_with_layout(room, middle, |ui| {
        ui.set_max_width(LIST);
        ComboBox::from_id_salt("colonne montrée")
            .width(LIST)
            .truncate()
            .selected_text(&now)
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
            .response
    });
    let list = list.inner;
    list.widget_info(|| WidgetInfo {
        current_text_value: Some(now.clone()),
        ..WidgetInfo::labeled(egui::Role::ComboBox, true, "Colonne montrée")
    });
    list.explained(format!("Colonne montrée\u{202f}: « {now} »"));
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
