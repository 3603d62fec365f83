//! The one place where actions are carried out.

use std::{
    future::ready,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::Frame as EframeFrame;
use egui::ViewportCommand;

use super::AtlasApp;
use crate::{
    app::{
        Action, PathPurpose, TerrainRequest,
        destination::Destination,
        export_picture::{Exported, MapToExport},
        finder::{Finder, Sought},
        job::Job,
        jobs::Work,
        overlay::Overlay,
        panels::notices::Notice,
        picker::Picked,
        save_table::TableToSave,
    },
    coverage::EQUIPPED_WITH_AN_ENT,
    project::{Command, FileChoice},
};

/// Why nothing is exported.
pub(super) const UNDECIDED: &str = "Rien n’est exporté tant qu’une question est ouverte\u{202f}: répondez-y \
                         d’abord, sur la carte ou dans l’onglet « Import ».";

impl AtlasApp {
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, frame: &EframeFrame, action: Action) {
        if let Some(folder) = self.folder_of_data() {
            self.picker.begin_in(&folder);
        }
        match action {
            Action::OpenFile => {
                self.asked_for = PathPurpose::Open;
                let choice = self.picker.open_table(frame);
                self.files.open(ctx, choice, false, &self.session);
            }
            Action::AddFile => {
                self.asked_for = PathPurpose::Add;
                let choice = self.picker.open_table(frame);
                self.files.open(ctx, choice, true, &self.session);
            }
            Action::OpenOutlines => {
                let choice = self.picker.open_outlines(frame);
                self.own_outlines.open(ctx, choice);
            }
            Action::OpenRecent(rank) => self.files.open_recent(ctx, rank, &self.session),
            Action::TypePath => self.ask_for_path(PathPurpose::Open),
            Action::UsePath(purpose, path) => {
                self.overlay = None;
                self.use_path(ctx, purpose, path.into());
            }
            Action::Replace(purpose, path) => {
                self.overlay = None;
                self.save_at(ctx, purpose, Destination::agreed(path));
            }
            Action::ShowWritten(path, how) => {
                let showing = self.picker.show(path, how);
                self.showing = Some(Job::start("Affichage du fichier", ctx, move |_| {
                    Some(pollster::block_on(showing))
                }));
            }
            Action::ShowFile(rank) => self.session.show_own(rank),
            Action::TogglePreview
            | Action::ShowPreview
            | Action::ShowReadingSettings
            | Action::ShowRefused
            | Action::DecideRefused(_) => self.preview_files(ctx, action),
            Action::ShowImport => self.show_import(),
            Action::AskSubject(file) => self.ask_for_subject(file),
            Action::UseSubject { file, text } => {
                self.overlay = None;
                let subject = if text.is_empty() { EQUIPPED_WITH_AN_ENT.to_owned() } else { text };
                let choice = FileChoice::Subject(Some(subject));
                self.session.apply(Command::Decide { file, choice });
            }
            Action::ToggleTable => {
                self.table_shown = !self.table_shown;
                if self.table_shown {
                    self.preview.close();
                }
            }
            Action::TogglePage => {
                if self.page.is_open() || !self.is_led_to_a_question() {
                    self.page.toggle();
                }
            }
            Action::ExportPicture => {
                self.export(PathPurpose::SavePicture, |app, map| {
                    let suggested = format!("{}.png", app.session.reading().name.file_name());
                    let choice = app.picker.save_picture(frame, &suggested);
                    map.save(ctx, Destination::of_dialog(choice))
                });
            }
            Action::SaveTable => self.save_table(ctx, PathPurpose::SaveTable, Some(frame), None),
            Action::SaveRows => self.save_table(ctx, PathPurpose::SaveRows, Some(frame), None),
            Action::SaveTemplate(template) => {
                self.save_table(ctx, PathPurpose::SaveTemplate(template), Some(frame), None);
            }
            Action::CopyPicture => {
                self.export(PathPurpose::SavePicture, |_, map| map.copy(ctx));
            }
            Action::GiveUp(work) => match work {
                Work::Export(key) => self.exporting.give_up(key),
                Work::File => self.files.give_up(),
                Work::Outlines => self.own_outlines.give_up(),
            },
            Action::Do(command) => {
                if matches!(command, Command::GoTo(_)) {
                    self.playback.stop();
                }
                self.session.apply(command);
            }
            Action::Undo => {
                self.session.undo();
            }
            Action::Redo => {
                self.session.redo();
            }
            Action::EnterSelection => {
                if let Some(id) = self.session.standpoint().selected() {
                    self.session.apply(Command::Enter(id));
                }
            }
            Action::Back => self.session.go_back(),
            Action::Forward => self.session.go_forward(),
            Action::Find => self.overlay = Some(Overlay::Finder(Finder::new(Sought::Places))),
            Action::ShowPalette => {
                self.overlay = Some(Overlay::Finder(Finder::new(Sought::Commands)))
            }
            Action::Fit => self.map.fit(),
            Action::ZoomIn => self.map.zoom_by(0.5),
            Action::ZoomOut => self.map.zoom_by(-0.5),
            Action::TogglePlayback => {
                self.playback.toggle(ctx.input(|input| input.time));
                self.playback_started = self.playback.is_running();
            }
            Action::PreviousDate => {
                self.step(|dates, current| dates.iter().rev().copied().find(|date| *date < current))
            }
            Action::NextDate => {
                self.step(|dates, current| dates.iter().copied().find(|date| *date > current));
            }
            Action::ToggleSidePanel => self.side_panel = !self.side_panel,
            Action::Terrain(request) => {
                let choice = matches!(request, TerrainRequest::OpenFile)
                    .then(|| self.picker.open_tiles(frame));
                let choose = || choice.unwrap_or_else(|| Box::pin(ready(Picked::Nothing)));
                self.with_terrain_dialog(|terrain, dialog| {
                    terrain.carry_out(request, dialog, ctx, choose);
                });
            }
            Action::Resize(resize) => self.interface_size.resize(ctx, resize),
            Action::UseTheme(preference) => ctx.set_theme(preference),
            Action::ShowAbout => self.overlay = Some(Overlay::About),
            Action::ShowShortcuts => self.overlay = Some(Overlay::Shortcuts),
            Action::Dismiss => self.dismiss(),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn use_path(&mut self, ctx: &egui::Context, purpose: PathPurpose, path: std::path::PathBuf) {
        let choice = Box::pin(ready(Picked::Path(path.clone())));
        match purpose {
            PathPurpose::Open => self.files.open(ctx, choice, false, &self.session),
            PathPurpose::Add => self.files.open(ctx, choice, true, &self.session),
            PathPurpose::OpenOutlines => self.own_outlines.open(ctx, choice),
            PathPurpose::SavePicture
            | PathPurpose::SaveTable
            | PathPurpose::SaveRows
            | PathPurpose::SaveTemplate(_) => {
                self.save_at(ctx, purpose, Destination::typed(path));
            }
        }
    }

    /// Saves what is asked for at a known place.
    fn save_at(&mut self, ctx: &egui::Context, purpose: PathPurpose, destination: Destination) {
        match purpose {
            PathPurpose::SavePicture => {
                self.export(purpose, |_, map| map.save(ctx, destination));
            }
            _ => self.save_table(ctx, purpose, None, Some(destination)),
        }
    }

    /// Where the file that is shown lies, or the one that was opened last.
    fn folder_of_data(&self) -> Option<PathBuf> {
        let own = self.session.document().data.own();
        let shown = own.and_then(|own| own.files.last()).map(|file| PathBuf::from(&file.origin));
        let path = shown.or_else(|| self.files.recent().paths().first().cloned())?;
        std::path::absolute(path).ok()?.parent().map(Path::to_owned)
    }

    /// Starts saving a table at a known place, or where a dialog will say.
    fn save_table(
        &mut self,
        ctx: &egui::Context,
        purpose: PathPurpose,
        window: Option<&EframeFrame>,
        destination: Option<Destination>,
    ) {
        let is_of_the_map = !matches!(purpose, PathPurpose::SaveTemplate(_));
        if is_of_the_map && self.is_led_to_a_question() {
            return;
        }
        let table = match purpose {
            PathPurpose::SaveTemplate(template) => TableToSave::Template(template),
            PathPurpose::SaveRows => {
                let sheet = self.table.sheet(&self.session);
                TableToSave::Rows { sheet, name: self.session.reading().name.file_name() }
            }
            _ => TableToSave::Joined {
                reading: Arc::clone(self.session.reading()),
                dataset: self.session.shared_dataset(),
            },
        };
        let asked = || {
            let window = window?;
            let choice = self.picker.save_table(window, &table.suggested_name());
            Some(Destination::of_dialog(choice))
        };
        if let Some(destination) = destination.or_else(asked) {
            self.exporting.add(purpose, table.save(ctx, destination));
        }
    }

    fn step(
        &mut self,
        find: impl Fn(&[jiff::civil::Date], jiff::civil::Date) -> Option<jiff::civil::Date>,
    ) {
        self.playback.stop();
        let current = self.session.document().date;
        if let Some(date) = current.and_then(|current| find(self.session.dates(), current)) {
            self.session.apply(Command::GoTo(date));
        }
    }

    /// Where a question is open, shows it instead of exporting a map that is not drawn.
    fn is_led_to_a_question(&mut self) -> bool {
        let is_open = self.session.questions().next().is_some();
        if is_open {
            self.show_import();
            self.notices.push(Notice::warning(UNDECIDED));
        }
        is_open
    }

    /// Asks what the map of a file counts; what was said before stands in the field.
    fn ask_for_subject(&mut self, file: usize) {
        let own = self.session.document().data.own();
        let Some(source) = own.and_then(|own| own.files.get(file)) else { return };
        let text = source.choices.import.subject.clone().unwrap_or_default();
        self.overlay = Some(Overlay::Subject { file, text });
    }

    /// Closes what lies on top: the overlay, else the notices, else the card.
    fn dismiss(&mut self) {
        if self.overlay.take().is_some() {
            self.terrain.give_up();
        } else if !self.notices.is_empty() {
            self.notices.clear();
        } else if self.page.is_open() {
            self.page.toggle();
        } else if self.session.standpoint().pointed_school.is_some() {
            self.session.apply(Command::CloseSchool);
        } else if self.session.standpoint().place.is_whole() {
            self.session.apply(Command::Select(None));
        } else {
            self.session.apply(Command::Leave);
        }
    }

    /// Starts an export of the map as it is now.
    fn export(
        &mut self,
        purpose: PathPurpose,
        start: impl FnOnce(&Self, MapToExport) -> Job<Exported>,
    ) {
        if self.is_led_to_a_question() {
            return;
        }
        let Some(outlines) = &self.outlines else { return };
        let map = MapToExport {
            reading: Arc::clone(self.session.reading()),
            dataset: self.session.shared_dataset(),
            outlines: Arc::clone(outlines),
            width: self.page.pixels(&self.session),
        };
        let job = start(self, map);
        self.exporting.add(purpose, job);
    }
}
