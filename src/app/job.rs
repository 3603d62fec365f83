//! Work on a thread of its own, that the window can look at and give up.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{disk::crash, french::NARROW_SPACE};

/// Work under way.
pub struct Job<T> {
    /// What it is, for the person who waits: « Enregistrement de l’image ».
    pub label: &'static str,
    receiver: Receiver<thread::Result<Option<T>>>,
    given_up: Arc<AtomicBool>,
    done: Arc<AtomicU32>,
    /// What it works on was chosen: until then it waits for a person.
    begun: Arc<AtomicBool>,
    started: Instant,
}

/// How long work goes on unseen: shorter work would only flash.
pub const UNSEEN: Duration = Duration::from_millis(300);

/// How work learns that nobody waits for it any more, and tells how far it is.
#[derive(Clone)]
pub struct GivenUp {
    given_up: Arc<AtomicBool>,
    done: Arc<AtomicU32>,
    begun: Arc<AtomicBool>,
    ctx: egui::Context,
}

/// What [`Job`] counts its progress in.
const THOUSANDTHS: f32 = 1000.0;

impl GivenUp {
    /// Whether to stop at the next occasion.
    pub fn is_so(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }

    /// Tells that what to work on was chosen: from now on the window shows that it is under way.
    pub fn begin(&self) {
        self.begun.store(true, Ordering::Relaxed);
        self.ctx.request_repaint();
    }

    /// Tells which part of the work is done, from 0 to 1; perhaps from several threads and out of
    /// order.
    pub fn tell(&self, done: f32) {
        let done = (done.clamp(0.0, 1.0) * THOUSANDTHS) as u32;
        if self.done.fetch_max(done, Ordering::Relaxed) < done {
            self.ctx.request_repaint();
        }
    }
}

/// What has become of a job.
pub enum Progress<T> {
    /// It goes on.
    Running,
    /// It is done.
    Done(T),
    /// It was given up.
    GivenUp,
    /// It broke, which is a defect of the program: a whole sentence.
    Broken(String),
}

impl<T: Send + 'static> Job<T> {
    /// Starts some work; `None` means that it was given up. The window is woken at its end, whichever
    /// it is.
    pub fn start(
        label: &'static str,
        ctx: &egui::Context,
        work: impl FnOnce(&GivenUp) -> Option<T> + Send + 'static,
    ) -> Self {
        Self::spawn(label, ctx, true, work)
    }

    /// The same for work that waits for a choice first: it is seen once it [`begin`](GivenUp::begin)s.
    pub fn start_asking(
        label: &'static str,
        ctx: &egui::Context,
        work: impl FnOnce(&GivenUp) -> Option<T> + Send + 'static,
    ) -> Self {
        Self::spawn(label, ctx, false, work)
    }

    fn spawn(
        label: &'static str,
        ctx: &egui::Context,
        begun: bool,
        work: impl FnOnce(&GivenUp) -> Option<T> + Send + 'static,
    ) -> Self {
        let (sender, receiver) = channel();
        let given_up = Arc::new(AtomicBool::new(false));
        let done = Arc::new(AtomicU32::new(0));
        let begun = Arc::new(AtomicBool::new(begun));
        let ctx = ctx.clone();
        let seen = GivenUp {
            given_up: Arc::clone(&given_up),
            done: Arc::clone(&done),
            begun: Arc::clone(&begun),
            ctx: ctx.clone(),
        };
        thread::spawn(move || {
            // Nothing of what broke is used again: what it worked on is dropped with it.
            let result = catch_unwind(AssertUnwindSafe(|| work(&seen)));
            // The window may have been closed meanwhile; nobody is left to tell.
            let _ = sender.send(result);
            ctx.request_repaint();
        });
        Self { label, receiver, given_up, done, begun, started: Instant::now() }
    }

    /// Looks whether it is done.
    pub fn progress(&self) -> Progress<T> {
        match self.receiver.try_recv() {
            Ok(Ok(Some(result))) => Progress::Done(result),
            Ok(Ok(None)) | Err(TryRecvError::Disconnected) => Progress::GivenUp,
            Ok(Err(_)) => Progress::Broken(defect(self.label)),
            Err(TryRecvError::Empty) => Progress::Running,
        }
    }

    /// Whether it has gone on for longer than a glance.
    pub fn is_long(&self) -> bool {
        self.started.elapsed() >= UNSEEN
    }

    /// Whether it works rather than waits for a choice.
    pub fn has_begun(&self) -> bool {
        self.begun.load(Ordering::Relaxed)
    }

    /// Which part is done, from 0 to 1; `None` while that cannot be said.
    pub fn done(&self) -> Option<f32> {
        let done = self.done.load(Ordering::Relaxed);
        (done > 0).then_some(done as f32 / THOUSANDTHS)
    }

    /// Asks it to stop at the next occasion.
    pub fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }
}

/// That some work broke, and where it is written how.
pub fn defect(label: &str) -> String {
    let report = crash::report_path().map_or_else(
        || "Signalez-le.".to_owned(),
        |path| format!("Joignez à un signalement le rapport « {} ».", path.display()),
    );
    format!("{label} impossible{NARROW_SPACE}: c’est un défaut du programme. {report}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn ended(job: &Job<u8>) -> Progress<u8> {
        for _ in 0..1_000 {
            match job.progress() {
                Progress::Running => thread::sleep(Duration::from_millis(2)),
                ended => return ended,
            }
        }
        panic!("it never ends");
    }

    #[test]
    fn work_that_breaks_is_told_and_wakes_the_window() {
        let ctx = egui::Context::default();
        let job = Job::start("Lecture du fichier", &ctx, |_| panic!("a defect of a test"));
        let Progress::Broken(sentence) = ended(&job) else { panic!("it did not break") };
        let start = "Lecture du fichier impossible\u{202f}: c’est un défaut du programme. ";
        assert!(sentence.starts_with(start), "{sentence}");
        for _ in 0..500 {
            if ctx.has_requested_repaint() {
                return;
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("the window sleeps on");
    }

    #[test]
    fn work_that_is_given_up_is_no_defect() {
        let ctx = egui::Context::default();
        let job = Job::start("Lecture du fichier", &ctx, |_| None);
        assert!(matches!(ended(&job), Progress::GivenUp));
        let job = Job::start("Lecture du fichier", &ctx, |_| Some(7));
        assert!(matches!(ended(&job), Progress::Done(7)));
    }
}
