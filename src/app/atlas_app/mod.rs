//! The application: its state, and the one place where actions are carried out.

mod carry_out;
mod layout;
mod previewing;
mod receive;

use std::sync::Arc;

use eframe::{Frame as EframeFrame, Storage};
use egui::Ui;

use super::{
    Action, PathPurpose,
    export_picture::Exported,
    focus::FocusKeeper,
    interface_size::InterfaceSize,
    job::Job,
    jobs::Jobs,
    loading::Loading,
    map::MapPanel,
    overlay::Overlay,
    own_files::OwnFiles,
    own_outlines::OwnOutlines,
    page::PagePanel,
    panels::{
        notices::{Notice, Notices},
        preview::PreviewPanel,
        side::SidePanel,
        table::TablePanel,
    },
    picker::{FilePicker, NativePicker},
    places::Places,
    playback::Playback,
    school_points::SchoolPoints,
    shortcuts,
    terrain::{Terrain, TerrainDialog},
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
    own_outlines: OwnOutlines,
    notices: Notices,
    exporting: Jobs<PathPurpose, Exported>,
    /// A file that is being shown outside of the program.
    showing: Option<Job<Result<(), String>>>,
    files: OwnFiles,
    picker: Box<dyn FilePicker>,
    map: MapPanel,
    school_points: SchoolPoints,
    playback: Playback,
    playback_started: bool,
    side_panel: bool,
    side: SidePanel,
    terrain: Terrain,
    /// What lies over everything and has the keyboard.
    overlay: Option<Overlay>,
    focus: FocusKeeper,
    /// What the last dialog of the desktop was asked for.
    asked_for: PathPurpose,
    /// The page of the report, in the place of the map where it is open.
    page: PagePanel,
    places: Places,
    preview: PreviewPanel,
    table: TablePanel,
    table_shown: bool,
    interface_size: InterfaceSize,
    /// What the window is called.
    window_title: String,
    actions: Vec<Action>,
}

const SIDE_PANEL_KEY: &str = "volet";
const TABLE_KEY: &str = "tableau";
const SIZE_KEY: &str = "taille de l’interface";
const TERRAIN_KEY: &str = "terrain";
const RECENT_KEY: &str = "fichiers récents";
const MEMORY_KEY: &str = "choix par en-tête";
const OUTLINES_KEY: &str = "contours";

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
        let loading = Loading::start(files);
        Self::opening(context, document, loading)
    }

    /// Shows a document on outlines that are being read.
    pub fn opening(
        context: &eframe::CreationContext<'_>,
        document: Document,
        loading: Loading,
    ) -> Self {
        super::install_look(&context.egui_ctx);
        let side_panel = stored(context, SIDE_PANEL_KEY).unwrap_or(true);
        let recent = stored(context, RECENT_KEY).unwrap_or_default();
        let memory = stored(context, MEMORY_KEY).unwrap_or_default();
        let terrain = Terrain::new(stored(context, TERRAIN_KEY));
        let remembered = stored(context, OUTLINES_KEY).flatten();
        let (own_outlines, outlines) = OwnOutlines::new(loading, remembered);
        let document = Document { outlines, ..document };
        let mut notices = Notices::default();
        notices.extend(terrain.told_at_start().map(Notice::warning));
        Self {
            session: Session::with_memory(document, memory),
            outlines: None,
            own_outlines,
            notices,
            exporting: Jobs::default(),
            showing: None,
            files: OwnFiles::with_recent(recent),
            picker: Box::<NativePicker>::default(),
            map: MapPanel::default(),
            school_points: SchoolPoints::default(),
            playback: Playback::default(),
            playback_started: false,
            side_panel,
            side: SidePanel::default(),
            terrain,
            overlay: None,
            focus: FocusKeeper::default(),
            asked_for: PathPurpose::Open,
            page: PagePanel::default(),
            places: Places::default(),
            preview: PreviewPanel::default(),
            table: TablePanel::default(),
            table_shown: stored(context, TABLE_KEY).unwrap_or(false),
            interface_size: InterfaceSize::with(stored(context, SIZE_KEY).flatten()),
            window_title: String::new(),
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

    /// Reads files of one's own, joined, and shows them when they are there.
    pub fn open_paths(&mut self, ctx: &egui::Context, paths: Vec<std::path::PathBuf>) {
        self.files.open_paths(ctx, paths, &self.session);
    }

    /// Reads a file of one's own, and shows it when it is there.
    pub fn open_path(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        self.files.open_path(ctx, path, &self.session);
    }

    /// Says that an earlier session met a defect, and where it is written how.
    pub fn tell_defect(&mut self, report: std::path::PathBuf) {
        let text = format!(
            "La dernière fois, le programme a rencontré un défaut. Joignez à un signalement le \
             rapport « {} ».",
            report.display()
        );
        self.notices.push(Notice::warning(text).about(report));
    }

    /// Whether outlines are still being read, or laid out to be shown.
    pub fn is_loading(&self) -> bool {
        self.own_outlines.is_loading()
            || self.map.is_preparing()
            || self.side.is_preparing()
            || self.page.is_preparing()
    }

    /// The document at work.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Shows other outlines; if they cannot be used, the map stays as it is and a notice says why.
    pub fn open_outlines(&mut self, files: OutlineFiles) {
        self.own_outlines.load(Loading::start(files));
    }

    /// Calls the window what the map is called.
    fn name_window(&mut self, ctx: &egui::Context) {
        let title = self.session.reading().name.window_title();
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }

    /// Lends the terrain its dialog, if that is what lies over everything, and room for another.
    fn with_terrain_dialog(&mut self, work: impl FnOnce(&mut Terrain, &mut Option<TerrainDialog>)) {
        let (mut dialog, other) = match self.overlay.take() {
            Some(Overlay::Terrain(dialog)) => (Some(dialog), None),
            other => (None, other),
        };
        work(&mut self.terrain, &mut dialog);
        self.overlay = dialog.map(Overlay::Terrain).or(other);
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
}

/// An assistive tool calls the window what the desktop does.
fn name_frame(ctx: &egui::Context, title: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
}

/// The buttons at the side of a mouse go back and forward, as in a browser.
fn side_buttons(ctx: &egui::Context) -> Option<Action> {
    ctx.input(|input| {
        let clicked = |button| input.pointer.button_clicked(button);
        if clicked(egui::PointerButton::Extra1) {
            Some(Action::Back)
        } else {
            clicked(egui::PointerButton::Extra2).then_some(Action::Forward)
        }
    })
}

impl eframe::App for AtlasApp {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut EframeFrame) {
        self.receive_outlines(ctx);
        self.receive_exports(ctx);
        self.receive_shown();
        self.receive_drops(ctx);
        self.receive_files(ctx);
        self.places.follow(ctx, &self.session);
        self.with_terrain_dialog(|terrain, dialog| terrain.receive(dialog, ctx));
        if self.terrain.take_unsaved()
            && let Some(storage) = frame.storage_mut()
        {
            eframe::set_value(storage, TERRAIN_KEY, self.terrain.settings());
            storage.flush();
        }
        self.play(ctx);
        self.name_window(ctx);
        self.interface_size.follow(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut EframeFrame) {
        let ctx = &ui.ctx().clone();
        name_frame(ctx, &self.window_title);
        let covered = self.overlay.is_some();
        self.focus.begin(ctx, covered);
        if !covered {
            let (typing, no_escape) = (self.focus.is_typing(ctx), self.focus.has_taken_escape());
            self.actions.extend(shortcuts::pressed(ctx, typing, no_escape));
            self.actions.extend(side_buttons(ctx));
        }
        self.panels_ui(ui);
        self.overlay_ui(ctx);
        self.focus.end(ctx, covered);
        for action in std::mem::take(&mut self.actions) {
            self.carry_out(ui.ctx(), frame, action);
            ui.ctx().request_repaint();
        }
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        eframe::set_value(storage, SIDE_PANEL_KEY, &self.side_panel);
        eframe::set_value(storage, TABLE_KEY, &self.table_shown);
        eframe::set_value(storage, SIZE_KEY, &self.interface_size.chosen());
        eframe::set_value(storage, TERRAIN_KEY, self.terrain.settings());
        eframe::set_value(storage, RECENT_KEY, self.files.recent());
        eframe::set_value(storage, MEMORY_KEY, self.session.memory());
        let outlines = self.own_outlines.to_remember(&self.session);
        eframe::set_value(storage, OUTLINES_KEY, &outlines);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
