//! The threads that fetch tiles, and what they are asked to fetch.

use std::{
    collections::HashSet,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use egui::ColorImage;

use super::{TileFault, TileKey};

/// Anything that can be asked for a tile, and takes its time.
pub(super) trait Provider: Send + Sync {
    fn tile(&self, key: TileKey) -> Result<ColorImage, TileFault>;
}

/// What became of a tile.
pub(super) type Fetched = (TileKey, Result<ColorImage, TileFault>);

/// Threads that end when this is dropped, each after the tile it is waiting for.
pub(super) struct Workers {
    shared: Arc<Shared>,
    results: Receiver<Fetched>,
}

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Default)]
struct Queue {
    /// What the last frame needs, the most urgent last.
    wanted: Vec<TileKey>,
    /// Begun, or come and not yet taken in.
    under_way: HashSet<TileKey>,
    closed: bool,
}

impl Workers {
    /// Starts so many threads. The window is woken when a tile is there.
    pub fn start(provider: Arc<dyn Provider>, count: usize, ctx: &egui::Context) -> Self {
        let shared = Arc::new(Shared::default());
        let (sender, results) = channel();
        for _ in 0..count {
            let (shared, provider) = (Arc::clone(&shared), Arc::clone(&provider));
            let (sender, ctx) = (sender.clone(), ctx.clone());
            thread::spawn(move || work(&shared, &*provider, &sender, &ctx));
        }
        Self { shared, results }
    }

    /// Says what is needed now, the most urgent first. What is not needed any more and has not been
    /// begun is forgotten.
    pub fn want(&self, mut wanted: Vec<TileKey>) {
        wanted.reverse();
        self.shared.queue().wanted = wanted;
        self.shared.changed.notify_all();
    }

    /// What came since it was last asked.
    pub fn fetched(&self) -> Vec<Fetched> {
        let fetched: Vec<Fetched> = self.results.try_iter().collect();
        // Not before: a tile that is neither under way nor known would be asked for again.
        let mut queue = self.shared.queue();
        fetched.iter().for_each(|(key, _)| {
            queue.under_way.remove(key);
        });
        fetched
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.shared.queue().closed = true;
        self.shared.changed.notify_all();
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next tile to fetch, as soon as there is one; `None` at the end.
    fn next(&self) -> Option<TileKey> {
        let mut queue = self.queue();
        loop {
            if queue.closed {
                return None;
            }
            while let Some(key) = queue.wanted.pop() {
                if queue.under_way.insert(key) {
                    return Some(key);
                }
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn work(shared: &Shared, provider: &dyn Provider, sender: &Sender<Fetched>, ctx: &egui::Context) {
    while let Some(key) = shared.next() {
        if sender.send((key, provider.tile(key))).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}
