//! The terrain: whether it is shown, on which tiles, and that a person has allowed it.
//!
//! Invariant: no server is called before a person has said yes to that very server, by its name.

mod consent;
mod settings;
mod sources;

use std::path::{Path, PathBuf};

use egui::Context;

pub use settings::TerrainSettings;

use self::sources::SourcesForm;
use super::{
    Action, TerrainRequest,
    job::{Job, Progress},
    picker::{Choice, Picked},
    tiles::{DiskCache, Opening, Pace, TileSource, TileStore, open_archive},
};
use crate::french::NARROW_SPACE;

/// Everything about the terrain that outlives a frame.
pub struct Terrain {
    settings: TerrainSettings,
    store: Option<TileStore>,
    choosing: Option<Job<Picked>>,
    /// The file that was chosen in the dialog, which stays until it is open.
    opening: Option<(PathBuf, Opening)>,
    /// What is remembered has changed in a way that must not be lost.
    unsaved: bool,
    /// Where tiles are kept, if not where the platform keeps such things.
    folder: Option<PathBuf>,
    pace: Pace,
}

/// What is being asked. It lies over the window, which holds it.
pub enum TerrainDialog {
    /// May this server be called?
    Consent,
    /// Which tiles?
    Sources(SourcesForm),
}

impl TerrainDialog {
    /// Shows it; the tiles that are used now come from `source`.
    pub fn ui(&mut self, ctx: &Context, source: &TileSource, actions: &mut Vec<Action>) {
        match self {
            Self::Consent => consent::ui(ctx, source, actions),
            Self::Sources(form) => form.ui(ctx, actions),
        }
    }
}

impl Terrain {
    /// As it was when the program was left.
    pub fn new(settings: Option<TerrainSettings>) -> Self {
        let mut settings = settings.unwrap_or_default();
        settings.shown &= settings.may_be_shown() && !settings.is_doubtful();
        Self {
            settings,
            store: None,
            choosing: None,
            opening: None,
            unsaved: false,
            folder: None,
            pace: Pace::default(),
        }
    }

    /// With another folder for kept tiles and another pace.
    pub fn keep_in(&mut self, folder: PathBuf, pace: Pace) {
        (self.folder, self.pace) = (Some(folder), pace);
        self.store = None;
    }

    /// Why the terrain is not shown as it was, if it is not.
    pub fn told_at_start(&self) -> Option<String> {
        let file = self.settings.is_doubtful().then(|| self.settings.source.label())?;
        Some(format!(
            "Le fond de carte « {file} » n’est pas rouvert{NARROW_SPACE}: la dernière fois, son \
             ouverture n’a pas abouti. La touche T l’ouvre à nouveau."
        ))
    }

    /// Whether what is remembered is to be written at once.
    pub fn take_unsaved(&mut self) -> bool {
        std::mem::take(&mut self.unsaved)
    }

    /// What is remembered.
    pub fn settings(&self) -> &TerrainSettings {
        &self.settings
    }

    /// Whether the terrain takes the place of the map.
    pub fn is_shown(&self) -> bool {
        self.settings.shown
    }

    /// Does what is asked, and opens or closes the dialog for it; `choose` opens the desktop's dialog
    /// for a file of tiles.
    pub fn carry_out(
        &mut self,
        request: TerrainRequest,
        dialog: &mut Option<TerrainDialog>,
        ctx: &Context,
        choose: impl FnOnce() -> Choice,
    ) {
        match request {
            TerrainRequest::Toggle => self.toggle(dialog),
            TerrainRequest::ChooseSource => *dialog = Some(self.choose_source()),
            TerrainRequest::Allow => {
                *dialog = None;
                self.allow();
            }
            TerrainRequest::UseSource => self.use_source(dialog, ctx),
            TerrainRequest::OpenFile => self.open_file(ctx, choose()),
        }
    }

    /// Shows the terrain, once it is allowed, or the map again.
    fn toggle(&mut self, dialog: &mut Option<TerrainDialog>) {
        if self.settings.shown {
            self.settings.shown = false;
        } else {
            self.turn_on(dialog);
        }
    }

    /// The named server may be called from now on.
    fn allow(&mut self) {
        self.settings.agree();
        self.settings.shown = true;
    }

    /// Asks which tiles to use.
    fn choose_source(&self) -> TerrainDialog {
        let form = SourcesForm::of(&self.settings.source, self.settings.last_file());
        TerrainDialog::Sources(form)
    }

    /// Uses the tiles that were chosen, or says what is wrong with them. A file is opened first.
    fn use_source(&mut self, dialog: &mut Option<TerrainDialog>, ctx: &Context) {
        let Some(TerrainDialog::Sources(form)) = dialog else { return };
        let Some(source) = form.checked() else { return };
        if let TileSource::File(path) = source {
            form.wait();
            self.opening = Some((path.clone(), open_archive(&path, ctx)));
            return;
        }
        *dialog = None;
        self.change_source(source);
        self.turn_on(dialog);
    }

    /// Uses the file that was opened meanwhile, or says in the dialog what is wrong with it.
    fn take_opened(&mut self, dialog: &mut Option<TerrainDialog>, ctx: &Context) {
        let Some((path, job)) = &self.opening else { return };
        let opened = match job.progress() {
            Progress::Running => return,
            Progress::Done(opened) => opened.map_err(|error| error.to_string()),
            Progress::Broken(sentence) => Err(sentence),
            Progress::GivenUp => Err(String::new()),
        };
        let path = path.clone();
        self.opening = None;
        let Some(TerrainDialog::Sources(form)) = dialog else { return };
        match opened {
            Ok(archive) => {
                *dialog = None;
                self.settings.source = TileSource::File(path);
                self.settings.doubtful = None;
                self.store = Some(TileStore::of_archive(archive, self.pace, ctx));
                self.turn_on(dialog);
            }
            Err(sentence) => form.refuse(sentence),
        }
    }

    /// Remembers which file is being opened, before it is: if it ends the program, it is not opened
    /// again at the next start.
    fn mark(&mut self) {
        let before = self.settings.doubtful.clone();
        match &self.store {
            None if self.settings.shown => {
                self.settings.doubtful = self.settings.last_file().map(Path::to_owned);
            }
            Some(store) if store.is_open() => self.settings.doubtful = None,
            _ => {}
        }
        self.unsaved |= self.settings.doubtful != before;
    }

    /// Waits for the file of tiles that a person is about to choose.
    fn open_file(&mut self, ctx: &Context, choice: Choice) {
        self.choosing = Some(Job::start("Choix du fond de carte", ctx, move |_| {
            Some(pollster::block_on(choice))
        }));
    }

    /// Takes in the file that was chosen or opened meanwhile, into the dialog that asked for it.
    pub fn receive(&mut self, dialog: &mut Option<TerrainDialog>, ctx: &Context) {
        self.take_chosen(dialog);
        self.take_opened(dialog, ctx);
        self.mark();
    }

    fn take_chosen(&mut self, dialog: &mut Option<TerrainDialog>) {
        let Some(job) = &self.choosing else { return };
        let progress = job.progress();
        if matches!(progress, Progress::Running) {
            return;
        }
        self.choosing = None;
        let Some(TerrainDialog::Sources(form)) = dialog else { return };
        match progress {
            Progress::Done(chosen) => form.choose_file(&chosen),
            Progress::Broken(sentence) => form.refuse(sentence),
            Progress::Running | Progress::GivenUp => {}
        }
    }

    /// The dialog was closed: what was being opened for it is not wanted any more.
    pub fn give_up(&mut self) {
        if let Some((_, job)) = self.opening.take() {
            job.give_up();
        }
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

    fn turn_on(&mut self, dialog: &mut Option<TerrainDialog>) {
        if self.settings.may_be_shown() {
            self.settings.shown = true;
        } else {
            self.settings.shown = false;
            *dialog = Some(TerrainDialog::Consent);
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
mod tests;
