//! The application: its state, and the one place where actions are carried out.

use std::sync::{
    Arc,
    mpsc::{Receiver, TryRecvError},
};

use eframe::{Frame as EframeFrame, Storage};
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, ViewportCommand};

use super::{
    Action, PathPurpose,
    dialogs::{Dialog, dialog_ui},
    export_picture::{Exported, MapToExport},
    job::{Job, Progress},
    loading::{Opened, open_outlines},
    map::{MapContent, MapPanel},
    own_files::OwnFiles,
    panels::{
        bar, card, import, legend, menu,
        notices::{self, Notice},
        preview, timeline,
    },
    picker::{Choice, FilePicker, NativePicker, Picked},
    playback::Playback,
    save_table::TableToSave,
    shortcuts,
    terrain::Terrain,
    theme::{self, MARGIN},
    tiles::Pace,
};
use crate::{
    outline::{OutlineFiles, Outlines},
    project::{Command, Document, Session},
};

/// The desktop program.
pub struct AtlasApp {
    session: Session,
    outlines: Option<Arc<Outlines>>,
    loading: Option<Receiver<Opened>>,
    notices: Vec<Notice>,
    exporting: Option<Job<Exported>>,
    files: OwnFiles,
    picker: Box<dyn FilePicker>,
    map: MapPanel,
    playback: Playback,
    playback_started: bool,
    side_panel: bool,
    terrain: Terrain,
    dialog: Option<Dialog>,
    typed_path: String,
    /// What the last dialog of the desktop was asked for.
    asked_for: PathPurpose,
    preview: bool,
    previewed_file: usize,
    actions: Vec<Action>,
}

const SIDE_PANEL_KEY: &str = "volet";
const TERRAIN_KEY: &str = "terrain";
const RECENT_KEY: &str = "fichiers récents";
const MEMORY_KEY: &str = "choix par en-tête";

/// What an earlier day left; what cannot be read any more is nothing.
fn stored<T: serde::de::DeserializeOwned>(
    context: &eframe::CreationContext<'_>,
    key: &str,
) -> Option<T> {
    context.storage.and_then(|storage| eframe::get_value(storage, key))
}

impl AtlasApp {
    /// Starts reading some outlines, and shows the default document as soon as they are there.
    pub fn new(context: &eframe::CreationContext<'_>, files: OutlineFiles) -> Self {
        let document = Document::default();
        let receiver = open_outlines(files, &document);
        Self::opening(context, document, receiver)
    }

    /// Shows a document on outlines that are being read.
    pub fn opening(
        context: &eframe::CreationContext<'_>,
        document: Document,
        loading: Receiver<Opened>,
    ) -> Self {
        super::install_look(&context.egui_ctx);
        let side_panel = stored(context, SIDE_PANEL_KEY).unwrap_or(true);
        let recent = stored(context, RECENT_KEY).unwrap_or_default();
        let memory = stored(context, MEMORY_KEY).unwrap_or_default();
        let terrain = Terrain::new(stored(context, TERRAIN_KEY));
        Self {
            session: Session::with_memory(document, memory),
            outlines: None,
            loading: Some(loading),
            notices: vec![],
            exporting: None,
            files: OwnFiles::with_recent(recent),
            picker: Box::new(NativePicker),
            map: MapPanel::default(),
            playback: Playback::default(),
            playback_started: false,
            side_panel,
            terrain,
            dialog: None,
            typed_path: String::new(),
            asked_for: PathPurpose::Open,
            preview: false,
            previewed_file: 0,
            actions: vec![],
        }
    }

    /// With another way to choose files.
    #[must_use]
    pub fn with_picker(mut self, picker: impl FilePicker + 'static) -> Self {
        self.picker = Box::new(picker);
        self
    }

    /// With another folder for kept tiles, and another pace with servers.
    #[must_use]
    pub fn with_tiles_in(mut self, folder: std::path::PathBuf, pace: Pace) -> Self {
        self.terrain.keep_in(folder, pace);
        self
    }

    /// The map, to give it schools and to know what the pointer is on.
    pub fn map(&mut self) -> &mut MapPanel {
        &mut self.map
    }

    /// Reads a file of one's own, and shows it when it is there.
    pub fn open_path(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        self.files.open_path(ctx, path, &self.session);
    }

    /// Whether outlines are still being read.
    pub fn is_loading(&self) -> bool {
        self.loading.is_some()
    }

    /// The document at work.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Shows other outlines; if they cannot be used, the map stays as it is and a notice says why.
    pub fn open_outlines(&mut self, files: OutlineFiles) {
        self.loading = Some(open_outlines(files, self.session.document()));
    }

    fn receive(&mut self, ctx: &egui::Context) {
        let Some(receiver) = &self.loading else { return };
        match receiver.try_recv() {
            Ok(Ok((outlines, notices))) => {
                self.outlines = Some(outlines);
                self.terrain.prepare(self.outlines.as_ref(), self.session.document());
                self.notices.extend(notices.into_iter().map(Notice::warning));
                self.loading = None;
            }
            Ok(Err(error)) => {
                self.loading = None;
                let instead = if self.outlines.is_none() {
                    self.open_outlines(OutlineFiles::embedded());
                    "Les contours du programme sont utilisés."
                } else {
                    "La carte reste comme elle était."
                };
                self.notices.push(Notice::warning(format!("{error} {instead}")));
            }
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(std::time::Duration::from_millis(5));
            }
            Err(TryRecvError::Disconnected) => {
                self.loading = None;
                self.notices.push(Notice::warning(
                    "La lecture des contours s’est interrompue\u{202f}: c’est un défaut du programme.",
                ));
            }
        }
    }

    /// Starts an export of the map as it is now; only one at a time.
    fn export(&mut self, start: impl FnOnce(&Self, MapToExport) -> Job<Exported>) {
        if self.exporting.is_some() {
            return;
        }
        let Some(outlines) = &self.outlines else { return };
        let map = MapToExport {
            reading: Arc::clone(self.session.reading()),
            dataset: self.session.shared_dataset(),
            outlines: Arc::clone(outlines),
        };
        self.exporting = Some(start(self, map));
    }

    /// Files that were dropped onto the window; one map shows one of them.
    fn receive_drops(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.last().cloned());
        if let Some(file) = dropped {
            let path = file.path().to_owned();
            self.files.open_path(ctx, path, &self.session);
        }
    }

    fn receive_files(&mut self, ctx: &egui::Context) {
        let news = self.files.work(ctx, &mut self.session);
        self.notices.extend(news.notices);
        self.side_panel |= news.opened;
        if news.no_dialog {
            self.ask_for_path(self.asked_for);
        }
    }

    /// Asks for a path where the desktop has no dialog for it.
    fn ask_for_path(&mut self, purpose: PathPurpose) {
        self.typed_path.clear();
        self.dialog = Some(Dialog::Path(purpose));
    }

    fn receive_export(&mut self, ctx: &egui::Context) {
        let Some(job) = &self.exporting else { return };
        let exported = match job.progress() {
            Progress::Running => return,
            Progress::Ended => None,
            Progress::Done(exported) => Some(exported),
        };
        self.exporting = None;
        match exported {
            None => {}
            Some(Exported::File { what, path }) => {
                let text = format!("{what}\u{202f}: {}", path.display());
                self.notices.push(Notice::done(text));
            }
            Some(Exported::Picture(pixels)) => {
                let size = [pixels.width as usize, pixels.height as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba));
                self.notices.push(Notice::done("Image copiée dans le presse-papiers."));
            }
            Some(Exported::NoDialog) => self.ask_for_path(self.asked_for),
            Some(Exported::Failed(sentence)) => self.notices.push(Notice::warning(sentence)),
        }
    }

    fn play(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        let current = self.session.document().date;
        let started = std::mem::take(&mut self.playback_started);
        if let Some(date) = self.playback.due(now, self.session.dates(), current, started) {
            self.session.apply(Command::GoTo(date));
        }
        if let Some(wait) = self.playback.wait(now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, frame: &EframeFrame, action: Action) {
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
            Action::OpenRecent(rank) => self.files.open_recent(ctx, rank, &self.session),
            Action::TypePath => self.ask_for_path(PathPurpose::Open),
            Action::UsePath(purpose, path) => {
                self.dialog = None;
                self.use_path(ctx, purpose, path.into());
            }
            Action::ShowFile(rank) => self.session.show_own(rank),
            Action::TogglePreview => self.preview = !self.preview,
            Action::ExportPicture => {
                self.asked_for = PathPurpose::SavePicture;
                self.export(|app, map| {
                    let suggested = format!("{}.png", app.session.reading().file_name());
                    map.save(ctx, app.picker.save_picture(frame, &suggested))
                });
            }
            Action::SaveTable => self.save_table(ctx, PathPurpose::SaveTable, Some(frame), None),
            Action::SaveTemplate(template) => {
                self.save_table(ctx, PathPurpose::SaveTemplate(template), Some(frame), None);
            }
            Action::CopyPicture => self.export(|_, map| map.copy(ctx)),
            Action::GiveUp => {
                if let Some(job) = self.exporting.take() {
                    job.give_up();
                }
                self.files.give_up();
            }
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
                let choose = || self.picker.open_tiles(frame);
                self.terrain.carry_out(request, ctx, choose);
                self.terrain.prepare(self.outlines.as_ref(), self.session.document());
            }
            Action::UseTheme(preference) => ctx.set_theme(preference),
            Action::ShowAbout => self.dialog = Some(Dialog::About),
            Action::ShowShortcuts => self.dialog = Some(Dialog::Shortcuts),
            Action::Dismiss => self.dismiss(),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn use_path(&mut self, ctx: &egui::Context, purpose: PathPurpose, path: std::path::PathBuf) {
        let choice = Box::pin(std::future::ready(Picked::Path(path)));
        match purpose {
            PathPurpose::Open => self.files.open(ctx, choice, false, &self.session),
            PathPurpose::Add => self.files.open(ctx, choice, true, &self.session),
            PathPurpose::SavePicture => self.export(|_, map| map.save(ctx, choice)),
            PathPurpose::SaveTable | PathPurpose::SaveTemplate(_) => {
                self.save_table(ctx, purpose, None, Some(choice));
            }
        }
    }

    /// Starts saving a table where `choice` says, or where a dialog will; only one at a time.
    fn save_table(
        &mut self,
        ctx: &egui::Context,
        purpose: PathPurpose,
        window: Option<&EframeFrame>,
        choice: Option<Choice>,
    ) {
        if self.exporting.is_some() {
            return;
        }
        self.asked_for = purpose;
        let table = match purpose {
            PathPurpose::SaveTemplate(template) => TableToSave::Template(template),
            _ => TableToSave::Joined {
                reading: Arc::clone(self.session.reading()),
                dataset: self.session.shared_dataset(),
            },
        };
        let asked = || window.map(|window| self.picker.save_table(window, &table.suggested_name()));
        if let Some(choice) = choice.or_else(asked) {
            self.exporting = Some(table.save(ctx, choice));
        }
    }

    fn step(
        &mut self,
        find: impl Fn(&[jiff::civil::Date], jiff::civil::Date) -> Option<jiff::civil::Date>,
    ) {
        self.playback.stop();
        if let Some(date) = find(self.session.dates(), self.session.document().date) {
            self.session.apply(Command::GoTo(date));
        }
    }

    /// Closes what lies on top: the dialog, else the notices, else the card.
    fn dismiss(&mut self) {
        if self.dialog.take().is_some() || self.terrain.dismiss() {
        } else if !self.notices.is_empty() {
            self.notices.clear();
        } else {
            self.session.apply(Command::Select(None));
        }
    }

    fn panels_ui(&mut self, ui: &mut Ui) {
        let theme = theme::current(ui.ctx());
        let playing = self.playback.is_running();
        let terrain = self.terrain.is_shown();
        let fill = theme::colour(theme.panel);
        let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(MARGIN, 4));
        Panel::top("menus").frame(frame).show_separator_line(false).show(ui, |ui| {
            let recent = self.files.recent().paths();
            menu::menu_ui(ui, &self.session, recent, playing, terrain, &mut self.actions);
        });
        Panel::top("barre")
            .frame(frame.inner_margin(Margin { bottom: 8, ..frame.inner_margin }))
            .show(ui, |ui| {
                bar::bar_ui(ui, &self.session, self.side_panel, terrain, &mut self.actions);
                let exporting = self.exporting.as_ref().map(|job| (job.label, job.done()));
                let working = exporting.or(self.files.working());
                notices::notices_ui(ui, &self.notices, working, &mut self.actions);
            });
        Panel::bottom("chronologie").frame(frame).exact_size(52.0).show(ui, |ui| {
            timeline::timeline_ui(ui, &self.session, playing, &mut self.actions);
        });
        let side = Frame::new().fill(fill).inner_margin(Margin::same(MARGIN));
        Panel::right("volet")
            .frame(side)
            .default_size(300.0)
            .size_range(264.0..=480.0)
            .show_collapsible(ui, &mut self.side_panel, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    legend::legend_ui(ui, &self.session);
                    import::import_ui(ui, &self.session, &mut self.actions);
                    ui.add_space(8.0);
                    ui.separator();
                    card::card_ui(ui, &self.session, &mut self.actions);
                });
            });
        // egui names the edge that one drags in English.
        let edge = ui.scope_id().with_salt(egui::IdSalt::new("volet")).with("__resize");
        ui.ctx().accesskit_node_builder(edge, |node| node.set_label("Largeur du volet"));
        if self.preview && self.session.document().data.own().is_some() {
            Panel::bottom("aperçu")
                .frame(frame)
                .default_size(250.0)
                .size_range(160.0..=480.0)
                .resizable(true)
                .show(ui, |ui| {
                    let file = &mut self.previewed_file;
                    preview::preview_ui(ui, &self.session, file, &mut self.actions);
                });
        }
        let paper = Frame::new().fill(theme::colour(theme.paper));
        CentralPanel::default().frame(paper).show(ui, |ui| match &self.outlines {
            Some(outlines) => {
                let content = MapContent {
                    outlines,
                    session: &self.session,
                    tiles: self.terrain.tiles(ui.ctx()),
                };
                self.map.ui(ui, content, &mut self.actions);
            }
            None => {
                ui.centered_and_justified(|ui| ui.label("Lecture des contours…"));
            }
        });
    }
}

impl eframe::App for AtlasApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut EframeFrame) {
        self.receive(ctx);
        self.receive_export(ctx);
        self.receive_drops(ctx);
        self.receive_files(ctx);
        self.terrain.receive();
        self.play(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut EframeFrame) {
        self.actions.extend(shortcuts::pressed(ui.ctx()));
        self.panels_ui(ui);
        if let Some(dialog) = self.dialog {
            dialog_ui(ui.ctx(), dialog, &mut self.typed_path, &mut self.actions);
        }
        self.terrain.dialog_ui(ui.ctx(), &mut self.actions);
        for action in std::mem::take(&mut self.actions) {
            self.carry_out(ui.ctx(), frame, action);
            ui.ctx().request_repaint();
        }
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        eframe::set_value(storage, SIDE_PANEL_KEY, &self.side_panel);
        eframe::set_value(storage, TERRAIN_KEY, self.terrain.settings());
        eframe::set_value(storage, RECENT_KEY, self.files.recent());
        eframe::set_value(storage, MEMORY_KEY, self.session.memory());
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
