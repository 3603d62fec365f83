//! The first rows of a file and how they are read; every guess can be changed here.

mod date;
mod meaning;
mod settings;
mod table;
mod title;

use std::sync::Arc;

use egui::{
    Align, AtomExt, Button, Layout, RichText, Role, ScrollArea, Ui, WidgetInfo, accesskit,
    collapsing_header::CollapsingState,
};

use self::{meaning::LikelyMeanings, table::Columns};
use crate::{
    app::{
        Action, theme,
        widgets::{choice_ui, icon_button_ui, short_name, strong},
        words::{Words, held},
    },
    coverage::import::{ColumnMeaning, ImportReport},
    project::{Command, FileChoice, FileChoices, OwnFile, Refused, Session},
};

/// The preview of the files that are shown, or of one that was refused.
#[derive(Default)]
pub struct PreviewPanel {
    is_open: bool,
    /// It shows the file that was refused.
    is_of_refused: bool,
    /// The rank of the file that is looked at.
    file: usize,
    /// How it is read is to be unfolded.
    unfolds: bool,
    columns: Columns,
    likely: LikelyMeanings,
}

/// A file, and what was decided about it.
struct Previewed<'a> {
    /// Its rank among the files that are shown; `None` where it is refused.
    rank: Option<usize>,
    file: &'a Arc<OwnFile>,
    columns: &'a [(String, ColumnMeaning)],
    /// What was done with it; nothing while it is refused.
    report: Option<&'a ImportReport>,
    choices: &'a FileChoices,
}

/// Letters of the name of a file beside others.
const LONGEST_NAME: usize = 32;
impl PreviewPanel {
    /// Whether it is asked for.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether it shows the file that was refused.
    pub fn is_of_refused(&self) -> bool {
        self.is_open && self.is_of_refused
    }

    /// Shows the files of the map, or folds away what is shown.
    pub fn toggle(&mut self) {
        (self.is_open, self.is_of_refused) = (!self.is_open, false);
    }

    /// Shows the files of the map.
    pub fn show(&mut self) {
        (self.is_open, self.is_of_refused) = (true, false);
    }

    /// The same, with how they are read.
    pub fn show_settings(&mut self) {
        self.show();
        self.unfolds = true;
    }

    /// Shows the file that was refused.
    pub fn show_refused(&mut self) {
        (self.is_open, self.is_of_refused) = (true, true);
    }

    /// Folds it away.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// No file is refused any more: what was shown of one is now a file of the map.
    pub fn forget_refused(&mut self) {
        self.is_of_refused = false;
    }

    /// How high it is at best, in points: with ten rows below its header. `None` when there is nothing
    /// to show.
    pub fn height(&self, session: &Session, refused: Option<&Refused>) -> Option<f32> {
        if !self.is_open {
            return None;
        }
        let (file, lines) = match self.is_of_refused {
            true => (Arc::clone(refused?.file()?), 1),
            false => {
                let files: Vec<_> = session.own_files().map(|(file, _)| file).collect();
                let file = files.get(self.file).or(files.first())?;
                (Arc::clone(file), usize::from(files.len() > 1))
            }
        };
        Some(
            (theme::height().around_preview
                + theme::size().file_above * lines as f32
                + table::height(&file))
            .max(theme::height().preview),
        )
    }

    /// The choice of a file, the line that says how it is read, and its first rows.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        refused: Option<&Refused>,
        actions: &mut Vec<Action>,
    ) {
        match refused.filter(|_| self.is_of_refused) {
            Some(refused) => self.refused_ui(ui, refused, actions),
            None => self.own_files_ui(ui, session, actions),
        }
    }

    fn refused_ui(&mut self, ui: &mut Ui, refused: &Refused, actions: &mut Vec<Action>) {
        let (Some(file), Some(choices)) = (refused.file(), refused.choices()) else { return };
        let previewed =
            Previewed { rank: None, file, columns: &refused.columns, report: None, choices };
        let title = format!("« {} » n’est pas ouvert", short_name(&file.name, LONGEST_NAME));
        ui.push_id("refusé", |ui| {
            self.file_ui(ui, &title, &previewed, |ui| warning_ui(ui, &refused.why()), actions);
        });
    }

    fn own_files_ui(&mut self, ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
        let Some(own) = session.document().data.own() else { return };
        let files: Vec<_> = session.own_files().collect();
        self.file = self.file.min(files.len().saturating_sub(1));
        if files.len() > 1 {
            let names: Vec<(String, &str)> = files
                .iter()
                .zip(&own.files)
                .map(|((file, _), source)| {
                    (short_name(&file.name, LONGEST_NAME), source.origin.as_str())
                })
                .collect();
            let choices: Vec<(usize, &str, &str)> = (names.iter().enumerate())
                .map(|(rank, (name, origin))| (rank, name.as_str(), *origin))
                .collect();
            ui.horizontal_wrapped(|ui| {
                if let Some(chosen) = choice_ui(ui, "Fichier de l’aperçu", self.file, &choices) {
                    self.file = chosen;
                }
            });
        }
        let (Some((file, report)), Some(source)) = (files.get(self.file), own.files.get(self.file))
        else {
            return;
        };
        let (rank, choices) = (Some(self.file), &source.choices);
        // Read as it is asked, even where no map comes of it.
        let asked = session.refused().filter(|refused| refused.rank() == self.file);
        let previewed = match asked.and_then(|asked| Some((asked.file()?, &asked.columns))) {
            Some((file, columns)) => Previewed { rank, file, columns, report: None, choices },
            None => {
                let columns = report.columns.as_slice();
                Previewed { rank, file, columns, report: Some(report), choices }
            }
        };
        let mut undo = false;
        let fault_ui = |ui: &mut Ui| {
            if let Some(fault) = session.fault() {
                ui.horizontal_wrapped(|ui| {
                    warning_ui(ui, fault);
                    undo = ui.button("Annuler ce choix").clicked();
                });
            }
        };
        ui.push_id(("aperçu", self.file), |ui| {
            self.file_ui(ui, "Aperçu du fichier", &previewed, fault_ui, actions);
        });
        actions.extend(undo.then_some(Action::Undo));
    }

    /// The file comes first: how it was read is one line until it is asked for.
    fn file_ui(
        &mut self,
        ui: &mut Ui,
        title: &str,
        previewed: &Previewed<'_>,
        told_ui: impl FnOnce(&mut Ui),
        actions: &mut Vec<Action>,
    ) {
        let id = ui.scope_id().with("réglages");
        let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
        if std::mem::take(&mut self.unfolds) {
            state.set_open(true);
        }
        ui.horizontal(|ui| {
            ui.say(strong(title, theme::text().title));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let icon = egui_material_icons::icons::ICON_CLOSE;
                if icon_button_ui(ui, icon, "Fermer l’aperçu", "").clicked() {
                    actions.push(Action::TogglePreview);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if fold_ui(ui, &settings::in_short(previewed), state.is_open()) {
                        state.toggle(ui);
                    }
                });
            });
        });
        told_ui(ui);
        // The first rows stay in sight below it.
        let room =
            (ui.available_height() - theme::height().preview_rows).max(theme::size().file_above);
        let settings = |ui: &mut Ui| {
            ScrollArea::vertical()
                .max_height(room)
                .auto_shrink([false, true])
                .show(ui, |ui| settings::settings_ui(ui, previewed, actions));
        };
        state.show_body_unindented(ui, settings);
        table::table_ui(ui, previewed, &mut self.columns, &mut self.likely, actions);
    }
}

/// The line that says how a file is read, and folds that away. Answers whether it was clicked.
fn fold_ui(ui: &mut Ui, in_short: &str, is_open: bool) -> bool {
    use egui_material_icons::icons::{ICON_ARROW_DROP_DOWN, ICON_ARROW_RIGHT};
    let icon = if is_open { ICON_ARROW_DROP_DOWN } else { ICON_ARROW_RIGHT };
    let icon = icon.rich_text().size(theme::text().icon);
    let button = Button::new((icon, held(ui, in_short).atom_shrink(true))).frame(false);
    let response = ui.add(button.truncate());
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, in_short));
    ui.ctx().accesskit_node_builder(response.id, |node: &mut accesskit::Node| {
        node.set_expanded(is_open);
    });
    response.clicked()
}

fn warning_ui(ui: &mut Ui, sentence: &str) {
    let colour = theme::colour(theme::current(ui.ctx()).warning);
    ui.say_as(RichText::new(sentence).color(colour), egui::Label::wrap);
}

impl Previewed<'_> {
    fn decide(&self, choice: FileChoice) -> Action {
        match self.rank {
            Some(file) => Command::Decide { file, choice }.into(),
            None => Action::DecideRefused(choice),
        }
    }
}
