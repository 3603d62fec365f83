//! Work on a thread of its own, that the window can look at and give up.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
};

/// Work under way.
pub struct Job<T> {
    /// What it is, for the person who waits: « Enregistrement de l’image ».
    pub label: &'static str,
    receiver: Receiver<T>,
    given_up: Arc<AtomicBool>,
}

/// How work learns that nobody waits for it any more.
#[derive(Clone)]
pub struct GivenUp(Arc<AtomicBool>);

impl GivenUp {
    /// Whether to stop at the next occasion.
    pub fn is_so(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What has become of a job.
pub enum Progress<T> {
    /// It goes on.
    Running,
    /// It is done.
    Done(T),
    /// It ended without a result: it was given up, or it broke.
    Ended,
}

impl<T: Send + 'static> Job<T> {
    /// Starts some work; `None` means that it was given up. The window is woken at its end.
    pub fn start(
        label: &'static str,
        ctx: &egui::Context,
        work: impl FnOnce(&GivenUp) -> Option<T> + Send + 'static,
    ) -> Self {
        let (sender, receiver) = channel();
        let given_up = Arc::new(AtomicBool::new(false));
        let seen = GivenUp(Arc::clone(&given_up));
        let ctx = ctx.clone();
        thread::spawn(move || {
            if let Some(result) = work(&seen) {
                // The window may have been closed meanwhile; nobody is left to tell.
                let _ = sender.send(result);
            }
            drop(sender);
            ctx.request_repaint();
        });
        Self { label, receiver, given_up }
    }

    /// Looks whether it is done.
    pub fn progress(&self) -> Progress<T> {
        match self.receiver.try_recv() {
            Ok(result) => Progress::Done(result),
            Err(TryRecvError::Empty) => Progress::Running,
            Err(TryRecvError::Disconnected) => Progress::Ended,
        }
    }

    /// Asks it to stop at the next occasion.
    pub fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }
}
