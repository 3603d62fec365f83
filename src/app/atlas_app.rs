//! The application: its state, and the one place where actions are carried out.

use std::sync::{
    Arc,
    mpsc::{Receiver, TryRecvError},
};

use eframe::{Frame as EframeFrame, Storage};
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, ViewportCommand};

use super::{
    Action,
    dialogs::{Dialog, dialog_ui},
    export_picture::{Exported, MapToExport},
    job::{Job, Progress},
    loading::{Opened, open_outlines},
    map::{MapContent, MapPanel, SchoolLayer},
    open_file::{self, OpenedFile},
    panels::{
        bar, card, import, legend, menu,
        notices::{self, Notice},
        timeline,
    },
    picker::{Choice, FilePicker, NativePicker},
    playback::Playback,
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
    opening: Option<Job<OpenedFile>>,
    picker: Box<dyn FilePicker>,
    map: MapPanel,
    playback: Playback,
    playback_started: bool,
    side_panel: bool,
    terrain: Terrain,
    schools: SchoolLayer,
    dialog: Option<Dialog>,
    actions: Vec<Action>,
}

const SIDE_PANEL_KEY: &str = "volet";
const TERRAIN_KEY: &str = "terrain";

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
        let stored = context.storage.and_then(|s| eframe::get_value(s, SIDE_PANEL_KEY));
        let terrain = context.storage.and_then(|s| eframe::get_value(s, TERRAIN_KEY));
        Self {
            session: Session::new(document),
            outlines: None,
            loading: Some(loading),
            notices: vec![],
            exporting: None,
            opening: None,
            picker: Box::new(NativePicker),
            map: MapPanel::default(),
            playback: Playback::default(),
            playback_started: false,
            side_panel: stored.unwrap_or(true),
            terrain: Terrain::new(terrain),
            schools: SchoolLayer::default(),
            dialog: None,
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

    /// Shows schools as points, in both views of the map.
    pub fn show_schools(&mut self, schools: SchoolLayer) {
        self.schools = schools;
    }

    /// The map, to know what the pointer is on.
    pub fn map(&self) -> &MapPanel {
        &self.map
    }

    /// Reads a file of one's own, and shows it when it is there.
    pub fn open_path(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        self.open(ctx, Box::pin(std::future::ready(Some(path))));
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

    /// Starts reading a file; a later one takes its place.
    fn open(&mut self, ctx: &egui::Context, path: Choice) {
        if let Some(job) = self.opening.take() {
            job.give_up();
        }
        self.opening = Some(open_file::open(ctx, path));
    }

    /// Files that were dropped onto the window; one map shows one of them.
    fn receive_drops(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.last().cloned());
        if let Some(file) = dropped {
            let path = file.path().to_owned();
            self.open(ctx, Box::pin(std::future::ready(Some(path))));
        }
    }

    fn receive_file(&mut self) {
        let Some(job) = &self.opening else { return };
        match job.progress() {
            Progress::Running => return,
            Progress::Ended => {}
            Progress::Done(Ok(file)) => {
                self.notices.extend(file.notices.iter().map(|n| Notice::warning(n.to_string())));
                self.session.open_file(&file.name, file.imported);
                self.side_panel = true;
            }
            Progress::Done(Err(sentence)) => self.notices.push(Notice::warning(sentence)),
        }
        self.opening = None;
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
            Some(Exported::File(path)) => {
                let text = format!("Image enregistrée\u{202f}: {}", path.display());
                self.notices.push(Notice::done(text));
            }
            Some(Exported::Picture(pixels)) => {
                let size = [pixels.width as usize, pixels.height as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba));
                self.notices.push(Notice::done("Image copiée dans le presse-papiers."));
            }
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
                let choice = self.picker.open_table(frame);
                self.open(ctx, choice);
            }
            Action::ShowFile(rank) => self.session.show_file(rank),
            Action::ExportPicture => self.export(|app, map| {
                let suggested = format!("{}.png", app.session.reading().file_name());
                map.save(ctx, app.picker.save_picture(frame, &suggested))
            }),
            Action::CopyPicture => self.export(|_, map| map.copy(ctx)),
            Action::GiveUp => {
                if let Some(job) = self.exporting.take() {
                    job.give_up();
                }
                if let Some(job) = self.opening.take() {
                    job.give_up();
                }
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
            Action::ToggleTerrain => {
                self.terrain.toggle();
                self.prepare_terrain();
            }
            Action::ChooseTiles => self.terrain.choose_source(),
            Action::AllowTiles => {
                self.terrain.allow();
                self.prepare_terrain();
            }
            Action::UseTiles => {
                self.terrain.use_source();
                self.prepare_terrain();
            }
            Action::OpenTileFile => {
                let choice = self.picker.open_tiles(frame);
                self.terrain.open_file(ctx, choice);
            }
            Action::UseTheme(preference) => ctx.set_theme(preference),
            Action::ShowAbout => self.dialog = Some(Dialog::About),
            Action::ShowShortcuts => self.dialog = Some(Dialog::Shortcuts),
            Action::Dismiss => self.dismiss(),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Lays the outlines on the plane of the tiles while the first of them are on their way.
    fn prepare_terrain(&self) {
        let Some(outlines) = self.outlines.clone().filter(|_| self.terrain.is_shown()) else {
            return;
        };
        let document = self.session.document();
        let (level, edition) = (document.level, document.edition);
        std::thread::spawn(move || outlines.on_earth().prepare(level, edition));
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
            menu::menu_ui(ui, &self.session, playing, terrain, &mut self.actions);
        });
        Panel::top("barre")
            .frame(frame.inner_margin(Margin { bottom: 8, ..frame.inner_margin }))
            .show(ui, |ui| {
                bar::bar_ui(ui, &self.session, self.side_panel, terrain, &mut self.actions);
                let reading = self.opening.as_ref().map(|job| job.label);
                let working = self.exporting.as_ref().map(|job| job.label).or(reading);
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
                    import::import_ui(ui, &self.session);
                    ui.add_space(8.0);
                    ui.separator();
                    card::card_ui(ui, &self.session, &mut self.actions);
                });
            });
        // egui names the edge that one drags in English.
        let edge = ui.scope_id().with_salt(egui::IdSalt::new("volet")).with("__resize");
        ui.ctx().accesskit_node_builder(edge, |node| node.set_label("Largeur du volet"));
        let paper = Frame::new().fill(theme::colour(theme.paper));
        CentralPanel::default().frame(paper).show(ui, |ui| match &self.outlines {
            Some(outlines) => {
                let content = MapContent {
                    outlines,
                    session: &self.session,
                    schools: &self.schools,
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
        self.receive_file();
        self.terrain.receive();
        self.play(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut EframeFrame) {
        self.actions.extend(shortcuts::pressed(ui.ctx()));
        self.panels_ui(ui);
        if let Some(dialog) = self.dialog {
            dialog_ui(ui.ctx(), dialog, &mut self.actions);
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
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
