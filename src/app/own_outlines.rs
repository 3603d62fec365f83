//! The outlines of the window: those that were read, those that are being read, and which of them
//! the map is drawn on.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc::TryRecvError},
    time::Duration,
};

use super::{
    job::{Job, Progress, defect},
    jobs::{UnderWay, Work},
    loading::Loading,
    panels::notices::Notice,
    picker::{Choice, Picked},
};
use crate::{
    disk::{self, DiskError},
    french::NARROW_SPACE,
    outline::{OutlineFiles, OutlineSource, Outlines},
    project::{Command, Session},
};

/// Outlines that were read, and what was noticed about them.
pub struct ReadOutlines {
    source: OutlineSource,
    outlines: Arc<Outlines>,
    notices: Vec<String>,
}

/// What came of asking for outlines.
pub enum Asked {
    /// The desktop has no dialog to choose a file with.
    NoDialog,
    /// They were read, or a whole sentence says why not.
    Read(Result<ReadOutlines, String>),
}

/// Those of the window.
pub struct OwnOutlines {
    /// All that were read, each with where it is from: going back to them takes no time.
    shelf: Vec<(OutlineSource, Arc<Outlines>)>,
    /// What the map is drawn on.
    shown: Option<OutlineSource>,
    loading: Option<Loading>,
    /// What is being loaded is to be shown, whatever the document asked for before.
    shows_loaded: bool,
    /// What a person chose.
    opening: Option<Job<Asked>>,
    /// What the document asks for, as after undoing.
    reading: Option<(OutlineSource, Job<Asked>)>,
    /// What the command line asked for, which is of this day alone.
    given: Option<OutlineSource>,
    /// What was chosen on an earlier day.
    remembered: Option<PathBuf>,
}

/// What there is to do after looking at the work.
#[derive(Default)]
pub struct OutlineNews {
    /// What to tell.
    pub notices: Vec<Notice>,
    /// The map is drawn on these from now on.
    pub shown: Option<Arc<Outlines>>,
    /// The desktop has no dialog to choose a file with.
    pub no_dialog: bool,
}

/// What a person who meets an error would ask next.
const UNCHANGED: &str = "La carte reste comme elle était.";
const EMBEDDED: &str = "Les contours du programme sont utilisés.";

impl OwnOutlines {
    /// Begins with outlines that are being read, and with what was chosen on an earlier day; tells
    /// which of them the map is to be drawn on.
    pub fn new(loading: Loading, remembered: Option<PathBuf>) -> (Self, OutlineSource) {
        let is_given = *loading.source() != OutlineSource::Embedded;
        let given = is_given.then(|| loading.source().clone());
        let wanted = match (&given, &remembered) {
            (Some(given), _) => given.clone(),
            (None, Some(path)) => OutlineSource::Own(path.clone()),
            (None, None) => OutlineSource::Embedded,
        };
        let loading = Some(loading);
        let (opening, reading, shown) = (None, None, None);
        let own = Self {
            shelf: vec![],
            shown,
            loading,
            // Those of the program may come after those that were chosen before.
            shows_loaded: false,
            opening,
            reading,
            given,
            remembered,
        };
        (own, wanted)
    }

    /// Reads others, and shows them when they are there.
    pub fn load(&mut self, loading: Loading) {
        self.loading = Some(loading);
        self.shows_loaded = true;
    }

    /// Starts opening what a person chooses; a later choice takes its place.
    pub fn open(&mut self, ctx: &egui::Context, choice: Choice) {
        self.give_up();
        self.opening = Some(Job::start_asking("Lecture des contours", ctx, move |given_up| {
            match pollster::block_on(choice) {
                Picked::Path(path) => {
                    given_up.begin();
                    Some(Asked::Read(read_outlines(&path)))
                }
                Picked::Nothing | Picked::Paths(_) => None,
                Picked::NoDialog => Some(Asked::NoDialog),
            }
        }));
    }

    /// Stops what is under way.
    pub fn give_up(&mut self) {
        if let Some(job) = self.opening.take() {
            job.give_up();
        }
    }

    /// What is under way.
    pub fn under_way(&self) -> Option<UnderWay> {
        let job = self.opening.as_ref().filter(|job| job.has_begun() && job.is_long())?;
        Some(UnderWay { work: Work::Outlines, label: job.label, done: job.done() })
    }

    /// Whether outlines are still being read.
    pub fn is_loading(&self) -> bool {
        self.loading.is_some() || self.reading.is_some() || self.opening.is_some()
    }

    /// What to remember for another day.
    pub fn to_remember(&self, session: &Session) -> Option<PathBuf> {
        match &session.document().outlines {
            source if Some(source) == self.given.as_ref() => self.remembered.clone(),
            OutlineSource::Own(path) if !path.as_os_str().is_empty() => Some(path.clone()),
            _ => None,
        }
    }

    /// Takes what is done, and starts reading what the document asks for.
    pub fn work(&mut self, ctx: &egui::Context, session: &mut Session) -> OutlineNews {
        let mut news = OutlineNews::default();
        self.take_loaded(ctx, session, &mut news);
        self.take_opened(session, &mut news);
        self.take_read(session, &mut news);
        let wanted = &session.document().outlines;
        if self.shown.as_ref() == Some(wanted) {
            return news;
        }
        if let Some((_, outlines)) = self.shelf.iter().find(|(source, _)| source == wanted) {
            self.shown = Some(wanted.clone());
            news.shown = Some(Arc::clone(outlines));
        } else if self.reading.as_ref().is_none_or(|(source, _)| source != wanted)
            && self.loading.as_ref().is_none_or(|loading| loading.source() != wanted)
        {
            let source = wanted.clone();
            let job = Job::start("Lecture des contours", ctx, move |_| {
                Some(Asked::Read(read_source(&source)))
            });
            self.reading = Some((wanted.clone(), job));
        }
        news
    }

    /// Draws on outlines that a person chose.
    pub fn show(&mut self, read: ReadOutlines, session: &mut Session) -> Vec<Notice> {
        let source = read.source.clone();
        let notices = self.put(read);
        session.apply(Command::UseOutlines(source));
        notices
    }

    /// Keeps outlines.
    fn put(&mut self, read: ReadOutlines) -> Vec<Notice> {
        let ReadOutlines { source, outlines, notices } = read;
        // The same file may have changed since it was last read.
        self.shelf.retain(|(other, _)| *other != source);
        self.shown = self.shown.take().filter(|shown| *shown != source);
        self.shelf.push((source, outlines));
        notices.into_iter().map(Notice::warning).collect()
    }

    fn take_loaded(&mut self, ctx: &egui::Context, session: &mut Session, news: &mut OutlineNews) {
        let Some(loading) = &self.loading else { return };
        let source = loading.source().clone();
        match loading.try_recv() {
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(Duration::from_millis(5));
                return;
            }
            Ok(Ok((outlines, notices))) => {
                let read = ReadOutlines { source, outlines, notices };
                let told =
                    if self.shows_loaded { self.show(read, session) } else { self.put(read) };
                news.notices.extend(told);
            }
            Ok(Err(error)) => self.fail(&source, &error.to_string(), session, news),
            Err(TryRecvError::Disconnected) => {
                self.fail(&source, &defect("Lecture des contours"), session, news);
            }
        }
        self.loading = None;
    }

    fn take_opened(&mut self, session: &mut Session, news: &mut OutlineNews) {
        let Some(job) = &self.opening else { return };
        match job.progress() {
            Progress::Running => return,
            Progress::GivenUp => {}
            Progress::Broken(sentence) => {
                news.notices.push(Notice::warning(format!("{sentence} {UNCHANGED}")));
            }
            Progress::Done(Asked::NoDialog) => news.no_dialog = true,
            Progress::Done(Asked::Read(Ok(read))) => news.notices.extend(self.show(read, session)),
            Progress::Done(Asked::Read(Err(sentence))) => {
                news.notices.push(Notice::warning(format!("{sentence} {UNCHANGED}")));
            }
        }
        self.opening = None;
    }

    fn take_read(&mut self, session: &mut Session, news: &mut OutlineNews) {
        let Some((source, job)) = &self.reading else { return };
        let source = source.clone();
        match job.progress() {
            Progress::Running => return,
            Progress::Done(Asked::Read(Ok(read))) => news.notices.extend(self.put(read)),
            Progress::Broken(sentence) | Progress::Done(Asked::Read(Err(sentence))) => {
                self.fail(&source, &sentence, session, news);
            }
            Progress::GivenUp | Progress::Done(Asked::NoDialog) => {}
        }
        self.reading = None;
    }

    /// Tells why outlines are not to be had, and draws on others if the document asks for them.
    fn fail(
        &mut self,
        source: &OutlineSource,
        sentence: &str,
        session: &mut Session,
        news: &mut OutlineNews,
    ) {
        let is_first = self.shown.is_none();
        let instead = if is_first { EMBEDDED } else { UNCHANGED };
        if session.document().outlines == *source && *source != OutlineSource::Embedded {
            session.fall_back_on(self.shown.clone().unwrap_or_default());
        }
        news.notices.push(Notice::warning(format!("{sentence} {instead}")));
    }
}

/// Reads a person's own outlines: a file, or the files of a folder.
///
/// # Errors
/// A sentence that says which file and why.
pub fn read_outlines(path: &Path) -> Result<ReadOutlines, String> {
    // A path on the command line may be relative, and the next day begins elsewhere.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    read_source(&OutlineSource::Own(path))
}

fn read_source(source: &OutlineSource) -> Result<ReadOutlines, String> {
    let files = match source {
        OutlineSource::Embedded => OutlineFiles::embedded(),
        OutlineSource::Own(path) => {
            OutlineFiles::gather(path, disk::read, DiskError::is_missing)
                .map_err(|error| format!("Contours non ouverts{NARROW_SPACE}: {error}"))?
        }
    };
    let (outlines, notices) = files.open().map_err(|error| error.to_string())?;
    // The map asks for this before anything else.
    outlines.get_ready();
    Ok(ReadOutlines { source: source.clone(), outlines: Arc::new(outlines), notices })
}
