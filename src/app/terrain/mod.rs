//! The terrain: whether it is shown, on which tiles, and that a person has allowed it.
//!
//! Invariant: no server is called before a person has said yes to that very server, by its name.

mod consent;
mod settings;
mod sources;

use std::path::PathBuf;

use egui::Context;

pub use settings::TerrainSettings;

use self::sources::SourcesForm;
use super::{
    Action, TerrainRequest,
    job::{Job, Progress},
    picker::{Choice, Picked},
    tiles::{DiskCache, Pace, TileSource, TileStore},
};

/// Everything about the terrain that outlives a frame.
pub struct Terrain {
    settings: TerrainSettings,
    store: Option<TileStore>,
    dialog: Option<TerrainDialog>,
    choosing: Option<Job<Picked>>,
    /// Where tiles are kept, if not where the platform keeps such things.
    folder: Option<PathBuf>,
    pace: Pace,
}

/// What is being asked.
enum TerrainDialog {
    /// May this server be called?
    Consent,
    /// Which tiles?
    Sources(SourcesForm),
}

impl Terrain {
    /// As it was when the program was left.
    pub fn new(settings: Option<TerrainSettings>) -> Self {
        let mut settings = settings.unwrap_or_default();
        settings.shown &= settings.may_be_shown();
        Self {
            settings,
            store: None,
            dialog: None,
            choosing: None,
            folder: None,
            pace: Pace::default(),
        }
    }

    /// With another folder for kept tiles and another pace.
    pub fn keep_in(&mut self, folder: PathBuf, pace: Pace) {
        (self.folder, self.pace) = (Some(folder), pace);
        self.store = None;
    }

    /// What is remembered.
    pub fn settings(&self) -> &TerrainSettings {
        &self.settings
    }

    /// Whether the terrain takes the place of the map.
    pub fn is_shown(&self) -> bool {
        self.settings.shown
    }

    /// Does what is asked; `choose` opens the desktop's dialog for a file of tiles.
    pub fn carry_out(
        &mut self,
        request: TerrainRequest,
        ctx: &Context,
        choose: impl FnOnce() -> Choice,
    ) {
        match request {
            TerrainRequest::Toggle => self.toggle(),
            TerrainRequest::ChooseSource => self.choose_source(),
            TerrainRequest::Allow => self.allow(),
            TerrainRequest::UseSource => self.use_source(),
            TerrainRequest::OpenFile => self.open_file(ctx, choose()),
        }
    }

    /// Shows the terrain, once it is allowed, or the map again.
    fn toggle(&mut self) {
        if self.settings.shown {
            self.settings.shown = false;
        } else {
            self.turn_on();
        }
    }

    /// The named server may be called from now on.
    fn allow(&mut self) {
        self.dialog = None;
        self.settings.agree();
        self.settings.shown = true;
    }

    /// Asks which tiles to use.
    fn choose_source(&mut self) {
        let form = SourcesForm::of(&self.settings.source, self.settings.last_file());
        self.dialog = Some(TerrainDialog::Sources(form));
    }

    /// Uses the tiles that were chosen, or says what is wrong with them.
    fn use_source(&mut self) {
        let Some(TerrainDialog::Sources(form)) = &mut self.dialog else { return };
        let Some(source) = form.checked() else { return };
        self.dialog = None;
        self.change_source(source);
        self.turn_on();
    }

    /// Waits for the file of tiles that a person is about to choose.
    fn open_file(&mut self, ctx: &Context, choice: Choice) {
        self.choosing = Some(Job::start("Choix du fond de carte", ctx, move |_| {
            Some(pollster::block_on(choice))
        }));
    }

    /// Takes in the file that was chosen meanwhile.
    pub fn receive(&mut self) {
        let Some(job) = &self.choosing else { return };
        let chosen = match job.progress() {
            Progress::Running => return,
            Progress::Ended => Picked::Nothing,
            Progress::Done(chosen) => chosen,
        };
        self.choosing = None;
        if let Some(TerrainDialog::Sources(form)) = &mut self.dialog {
            form.choose_file(&chosen);
        }
    }

    /// Closes the dialog; false when there is none.
    pub fn dismiss(&mut self) -> bool {
        self.dialog.take().is_some()
    }

    /// The tiles to draw now; `None` when the map is shown instead.
    pub fn tiles(&mut self, ctx: &Context) -> Option<&mut TileStore> {
        if !self.settings.shown {
            return None;
        }
        let Self { store, settings, folder, pace, .. } = self;
        let open = || {
            let cache = match folder {
                Some(folder) => Some(DiskCache::within(folder.clone())),
                None => DiskCache::of_this_person(),
            };
            TileStore::open(&settings.source, cache, *pace, ctx)
        };
        Some(store.get_or_insert_with(open))
    }

    /// Shows the dialog that is open.
    pub fn dialog_ui(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        match &mut self.dialog {
            None => {}
            Some(TerrainDialog::Consent) => consent::dialog_ui(ctx, &self.settings.source, actions),
            Some(TerrainDialog::Sources(form)) => form.dialog_ui(ctx, actions),
        }
    }

    fn turn_on(&mut self) {
        if self.settings.may_be_shown() {
            self.settings.shown = true;
        } else {
            self.settings.shown = false;
            self.dialog = Some(TerrainDialog::Consent);
        }
    }

    fn change_source(&mut self, source: TileSource) {
        if source != self.settings.source {
            self.settings.source = source;
            self.store = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tiles::TileAddress;

    #[test]
    fn nothing_is_shown_before_the_server_is_allowed_and_then_never_asked_again() {
        let mut terrain = Terrain::new(None);
        let ctx = Context::default();
        terrain.toggle();
        assert!(!terrain.is_shown() && terrain.tiles(&ctx).is_none());
        assert!(matches!(terrain.dialog, Some(TerrainDialog::Consent)));
        terrain.allow();
        assert!(terrain.is_shown() && terrain.dialog.is_none());
        terrain.toggle();
        terrain.toggle();
        assert!(terrain.is_shown() && terrain.dialog.is_none());
        let again = Terrain::new(Some(terrain.settings().clone()));
        assert!(again.is_shown());
    }

    #[test]
    fn another_server_is_asked_about_anew() {
        let mut terrain = Terrain::new(None);
        terrain.toggle();
        terrain.allow();
        let address = TileAddress::parse("https://a.fr/{z}/{x}/{y}").unwrap();
        terrain.change_source(TileSource::Server(address));
        terrain.turn_on();
        assert!(!terrain.is_shown(), "its tiles would be fetched");
        assert!(terrain.dismiss());
        terrain.change_source(TileSource::PlanIgn);
        terrain.turn_on();
        assert!(terrain.is_shown());
    }

    #[test]
    fn remembered_settings_do_not_allow_what_was_never_allowed() {
        let settings = TerrainSettings { shown: true, ..TerrainSettings::default() };
        assert!(!Terrain::new(Some(settings)).is_shown());
    }

    #[test]
    fn a_file_needs_no_permission() {
        let mut terrain = Terrain::new(None);
        terrain.change_source(TileSource::File("fond.pmtiles".into()));
        terrain.toggle();
        assert!(terrain.is_shown());
    }
}
