//! The person's own files in the window: opening them, reading them again, those of late.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{
    job::{Job, Progress, UNSEEN},
    jobs::{UnderWay, Work},
    open_file::{OpenedFile, Place, ReadAgain, UNCHANGED, open, read_again, retry},
    own_outlines::ReadOutlines,
    panels::notices::Notice,
    picker::{Choice, Picked},
};
use crate::project::{FileChoice, OwnData, Refused, Session, Unopened};

/// Files that are being read, and those that were opened lately.
#[derive(Default)]
pub struct OwnFiles {
    opening: Option<Job<OpenedFile>>,
    /// What is being opened is joined to what is shown.
    adds: bool,
    reading: Option<(OwnData, Job<ReadAgain>)>,
    /// A table that no map can be drawn from: a person may say what its columns are.
    refused: Option<Box<Refused>>,
    /// What is being opened is what was refused, as it is decided now.
    retries: bool,
    recent: RecentFiles,
    /// Files to be joined to the one that is being opened, once it is.
    waiting: Vec<PathBuf>,
    /// One of the files that came together is on the map.
    begun: bool,
}

/// Files that were opened lately, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentFiles(Vec<PathBuf>);

/// How many are kept.
const MOST_RECENT: usize = 8;

/// What there is to do after looking at the work.
#[derive(Default)]
pub struct News {
    /// What to tell.
    pub notices: Vec<Notice>,
    /// A file is on the map.
    pub opened: bool,
    /// What was chosen is outlines.
    pub outlines: Option<ReadOutlines>,
    /// The desktop has no dialog to choose a file with.
    pub no_dialog: bool,
}

impl OwnFiles {
    /// With the files of earlier days.
    pub fn with_recent(recent: RecentFiles) -> Self {
        Self { recent, ..Self::default() }
    }

    /// Those that were opened lately, the latest first.
    pub fn recent(&self) -> &RecentFiles {
        &self.recent
    }

    /// Starts opening a file; a later one takes its place.
    pub fn open(&mut self, ctx: &egui::Context, path: Choice, added: bool, session: &Session) {
        self.give_up();
        (self.adds, self.retries) = (added, false);
        let shown = session.own_set();
        let place = match (added, shown) {
            (true, Some(set)) => Place::AddedTo(set),
            (_, shown) => Place::Alone(shown),
        };
        self.opening = Some(open(ctx, path, place, session.memory().clone()));
    }

    /// Starts opening a file whose path is known.
    pub fn open_path(&mut self, ctx: &egui::Context, path: PathBuf, session: &Session) {
        let choice = Box::pin(std::future::ready(Picked::Path(path)));
        self.open(ctx, choice, false, session);
    }

    /// Starts opening several files, the later ones joined to the first.
    pub fn open_paths(&mut self, ctx: &egui::Context, paths: Vec<PathBuf>, session: &Session) {
        let mut paths = paths.into_iter();
        if let Some(first) = paths.next() {
            self.open_path(ctx, first, session);
            self.begun = false;
            self.waiting = paths.collect();
        }
    }

    /// Starts opening one of those of late, by its rank.
    pub fn open_recent(&mut self, ctx: &egui::Context, rank: usize, session: &Session) {
        if let Some(path) = self.recent.0.get(rank).cloned() {
            self.open_path(ctx, path, session);
        }
    }

    /// A table that no map can be drawn from, to be looked at.
    pub fn refused(&self) -> Option<&Refused> {
        self.refused.as_deref()
    }

    /// Forgets it.
    pub fn forget_refused(&mut self) {
        self.refused = None;
        if std::mem::take(&mut self.retries) {
            self.give_up();
        }
    }

    /// Decides something about the table that was refused, and tries again to open it.
    pub fn decide_refused(&mut self, ctx: &egui::Context, choice: FileChoice) {
        let Some(refused) = &mut self.refused else { return };
        refused.decide(choice);
        let set = refused.set.clone();
        let source = set.data.files.get(refused.rank());
        let path = source.map(|source| PathBuf::from(&source.origin)).unwrap_or_default();
        self.give_up();
        self.retries = true;
        self.opening = Some(retry(ctx, set, path));
        ctx.request_repaint_after(UNSEEN);
    }

    /// Stops what is under way.
    pub fn give_up(&mut self) {
        self.waiting.clear();
        if let Some(job) = self.opening.take() {
            job.give_up();
        }
    }

    /// What is under way.
    pub fn under_way(&self) -> Option<UnderWay> {
        let of = |label, done| UnderWay { work: Work::File, label, done };
        // A decision is read within a moment, in which the map stays where it is.
        let reading = self.reading.as_ref().map(|(_, job)| job).filter(|job| job.is_long());
        let seen =
            |job: &&Job<OpenedFile>| if self.retries { job.is_long() } else { job.has_begun() };
        let opening = self.opening.as_ref().filter(seen);
        let opening = opening.map(|job| of(job.label, job.done()));
        opening.or(reading.map(|job| of(job.label, job.done())))
    }

    /// Takes what is done, and starts reading what the document asks for.
    pub fn work(&mut self, ctx: &egui::Context, session: &mut Session) -> News {
        let mut news = News::default();
        self.take_opened(session, &mut news);
        if self.opening.is_none() && !self.waiting.is_empty() {
            let rest = self.waiting.split_off(1);
            if let Some(path) = self.waiting.pop() {
                let choice = Box::pin(std::future::ready(Picked::Path(path)));
                self.open(ctx, choice, self.begun, session);
            }
            self.waiting = rest;
        }
        self.take_read(session);
        if self.reading.is_none()
            && let Some(set) = session.to_read()
        {
            self.reading = Some((set.data.clone(), read_again(ctx, set)));
            ctx.request_repaint_after(UNSEEN);
        }
        news
    }

    fn take_opened(&mut self, session: &mut Session, news: &mut News) {
        let Some(job) = &self.opening else { return };
        match job.progress() {
            Progress::Running => return,
            Progress::GivenUp => {}
            Progress::Broken(sentence) => {
                // As one that cannot be read: what was to be joined to it does not join another.
                self.waiting.clear();
                news.notices.push(Notice::warning(format!("{sentence} {UNCHANGED}")));
            }
            Progress::Done(OpenedFile::NoDialog) => news.no_dialog = true,
            Progress::Done(OpenedFile::Several(paths)) => {
                self.waiting = paths;
                self.begun = self.adds;
            }
            Progress::Done(OpenedFile::Read { path, opened: Ok(opened) }) => {
                session.open_own(*opened);
                self.recent.add(path);
                self.refused = None;
                self.begun = true;
                news.opened = true;
            }
            Progress::Done(OpenedFile::Outlines(Ok(read))) => news.outlines = Some(read),
            Progress::Done(OpenedFile::Outlines(Err(sentence))) => {
                news.notices.push(Notice::warning(sentence));
            }
            Progress::Done(OpenedFile::Read { path, opened: Err(unopened) }) => {
                // What was to be joined to it has nothing to be joined to.
                self.waiting.clear();
                self.recent.0.retain(|other| *other != path);
                self.take_refused(unopened, news);
            }
        }
        self.opening = None;
    }

    /// Tells why a file is not opened; above its columns it is told already.
    fn take_refused(&mut self, unopened: Unopened, news: &mut News) {
        let Unopened { sentence, refused } = unopened;
        let notice = Notice::warning(sentence);
        let notice = if refused.is_some() { notice.with_preview() } else { notice };
        self.refused = refused.or(self.refused.take());
        if !self.retries {
            news.notices.push(notice);
        }
    }

    fn take_read(&mut self, session: &mut Session) {
        let Some((data, job)) = &self.reading else { return };
        match job.progress() {
            Progress::Running => return,
            Progress::GivenUp => {}
            // Unless it is told as failed, it would be begun anew in every frame.
            Progress::Broken(sentence) => session.take_read(data, Err(sentence.into())),
            Progress::Done(ReadAgain { data, opened }) => session.take_read(&data, opened),
        }
        self.reading = None;
    }
}

impl RecentFiles {
    /// The files, the latest first.
    pub fn paths(&self) -> &[PathBuf] {
        &self.0
    }

    fn add(&mut self, path: PathBuf) {
        // A path on the command line may be relative, and the next day begins elsewhere.
        let path = std::path::absolute(&path).unwrap_or(path);
        self.0.retain(|other| *other != path);
        self.0.insert(0, path);
        self.0.truncate(MOST_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_latest_file_comes_first_and_the_oldest_goes() {
        let mut recent = RecentFiles::default();
        for number in 0..=MOST_RECENT {
            recent.add(PathBuf::from(format!("/a/{number}.csv")));
        }
        recent.add(PathBuf::from("/a/3.csv"));
        assert_eq!(recent.paths()[0], Path::new("/a/3.csv"));
        assert_eq!(recent.paths().len(), MOST_RECENT);
        assert!(!recent.paths().contains(&PathBuf::from("/a/0.csv")));
    }
}
