//! What a frame sees of the tiles: those that are there, in the graphics card's memory.

use std::{
    collections::HashMap,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use egui::{ColorImage, Context, Rect, TextureHandle, TextureOptions, pos2};

use super::{
    ArchiveError, DiskCache, Pace, TileFault, TileKey, TileSource,
    archive::Archive,
    server::Server,
    source::file_name,
    workers::{Provider, Workers},
};
use crate::app::job::{Job, Progress};

/// Most tiles in memory: 256 KB each, three screens of 4K.
const MOST_TILES: usize = 512;
/// How many zooms above a tile a larger one may stand in for it.
const MOST_DOUBLINGS: u8 = 6;

/// The tiles of one source.
pub struct TileStore {
    feed: Feed,
    ctx: Context,
    pace: Pace,
    most_zoom: u8,
    attribution: String,
    slots: HashMap<TileKey, Slot>,
    frame: u64,
    seen: Seen,
}

/// Where tiles come from.
enum Feed {
    /// A file that is being opened, on a thread of its own.
    Opening(Opening, String),
    /// A file that could not be opened: its tiles all fail.
    Closed(Workers),
    Open(Workers),
}

/// A file of tiles that is being opened.
pub type Opening = Job<Result<Archive, ArchiveError>>;

/// Opens a file of tiles on a thread of its own.
pub fn open_archive(path: &Path, ctx: &Context) -> Opening {
    let path = path.to_owned();
    Job::start("Ouverture du fond de carte", ctx, move |_| Some(Archive::open(&path)))
}

/// What is known of a tile.
enum Slot {
    Here { texture: TextureHandle, used: u64 },
    Failed { fault: TileFault, failures: u32, until: Instant },
}

/// What the frame under way has met.
#[derive(Default)]
struct Seen {
    wanted: Vec<TileKey>,
    shown: bool,
    fault: Option<TileFault>,
    retry: Option<Instant>,
}

/// A tile, or the part of a larger one that stands in for it.
pub struct TileView {
    /// The image.
    pub texture: TextureHandle,
    /// Which part of it, from 0 to 1.
    pub uv: Rect,
}

/// A file that could not be opened has no tiles, and says so.
struct Nothing(TileFault);

impl Provider for Nothing {
    fn tile(&self, _key: TileKey) -> Result<ColorImage, TileFault> {
        Err(self.0.clone())
    }
}

fn closed(fault: TileFault, ctx: &Context) -> Feed {
    Feed::Closed(Workers::start(Arc::new(Nothing(fault)), 1, ctx))
}

impl TileStore {
    /// Opens a source; a file is opened on a thread of its own. Nothing is fetched before a frame
    /// asks.
    pub fn open(source: &TileSource, cache: Option<DiskCache>, pace: Pace, ctx: &Context) -> Self {
        let feed = match (source, source.address()) {
            (TileSource::File(path), _) => Feed::Opening(open_archive(path, ctx), file_name(path)),
            (_, Some(address)) => {
                let server = Arc::new(Server::new(address, cache, pace));
                Feed::Open(Workers::start(server, pace.at_once, ctx))
            }
            (_, None) => closed(TileFault::NotCovered, ctx),
        };
        let mut store = Self::fed(feed, pace, ctx);
        store.most_zoom = source.most_zoom();
        store.attribution = source.attribution().unwrap_or_default();
        store
    }

    /// Shows the tiles of a file that is open already.
    pub fn of_archive(archive: Archive, pace: Pace, ctx: &Context) -> Self {
        let mut store = Self::fed(closed(TileFault::NotCovered, ctx), pace, ctx);
        store.take(archive);
        store
    }

    fn fed(feed: Feed, pace: Pace, ctx: &Context) -> Self {
        Self {
            feed,
            ctx: ctx.clone(),
            pace,
            most_zoom: 0,
            attribution: String::new(),
            slots: HashMap::new(),
            frame: 0,
            seen: Seen::default(),
        }
    }

    fn take(&mut self, archive: Archive) {
        (self.most_zoom, self.attribution) = (archive.most_zoom(), archive.attribution());
        self.feed = Feed::Open(Workers::start(Arc::new(archive), 1, &self.ctx));
    }

    /// Whether its tiles can be had, as far as is known: a file may turn out to hold none.
    pub fn is_open(&self) -> bool {
        matches!(self.feed, Feed::Open(_))
    }

    /// Takes the file that was opened meanwhile.
    fn look_at_file(&mut self) {
        let Feed::Opening(job, file) = &self.feed else { return };
        let opened = match job.progress() {
            Progress::Running => return,
            Progress::Done(opened) => opened.ok(),
            Progress::GivenUp | Progress::Broken(_) => None,
        };
        let fault = TileFault::Unreadable { file: file.clone() };
        match opened {
            Some(archive) => self.take(archive),
            None => self.feed = closed(fault, &self.ctx),
        }
    }

    fn workers(&self) -> Option<&Workers> {
        match &self.feed {
            Feed::Opening(..) => None,
            Feed::Closed(workers) | Feed::Open(workers) => Some(workers),
        }
    }

    /// Whom the tiles are from.
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// Takes in what has come, before the tiles of a frame are asked for.
    pub fn begin_frame(&mut self) {
        self.frame += 1;
        self.seen = Seen::default();
        self.look_at_file();
        for (key, result) in self.workers().map(Workers::fetched).unwrap_or_default() {
            let slot = match result {
                Ok(picture) => self.here(picture),
                Err(fault) => self.failed(key, fault),
            };
            self.slots.insert(key, slot);
        }
    }

    /// A tile to draw now. One that is not there is asked for, and a larger one stands in.
    pub fn at(&mut self, key: TileKey) -> Option<TileView> {
        self.workers()?;
        let mut key = key;
        let mut part = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        for doubling in 0..=MOST_DOUBLINGS + key.z.saturating_sub(self.most_zoom) {
            if key.z <= self.most_zoom {
                if let Some(texture) = self.here_at(key) {
                    self.seen.shown = true;
                    return Some(TileView { texture, uv: part });
                }
                // A larger tile is only asked for where there is none of the right size.
                let first = doubling == 0 || key.z == self.most_zoom;
                self.ask(key, first);
            }
            part = within_parent(key, part);
            key = key.parent()?;
        }
        None
    }

    /// Passes on what was asked for, and forgets what has not been seen for long.
    pub fn end_frame(&mut self) {
        let wanted = std::mem::take(&mut self.seen.wanted);
        if let Some(workers) = self.workers() {
            workers.want(from_the_middle(wanted));
        }
        if let Some(retry) = self.seen.retry {
            let wait = retry.saturating_duration_since(Instant::now());
            self.ctx.request_repaint_after(wait + Duration::from_millis(20));
        }
        if self.slots.len() > MOST_TILES {
            self.forget();
        }
    }

    /// Why the last frame lacks tiles, if it does.
    pub fn fault(&self) -> Option<&TileFault> {
        let fault = self.seen.fault.as_ref()?;
        // Tiles end somewhere: that needs no words while some are in sight.
        (*fault != TileFault::NotCovered || !self.seen.shown).then_some(fault)
    }

    fn here(&self, picture: ColorImage) -> Slot {
        let texture = self.ctx.load_texture("tuile", picture, TextureOptions::LINEAR);
        Slot::Here { texture, used: self.frame }
    }

    fn failed(&self, key: TileKey, fault: TileFault) -> Slot {
        let before = match self.slots.get(&key) {
            Some(Slot::Failed { failures, .. }) => *failures,
            _ => 0,
        };
        let failures = before + 1;
        Slot::Failed { fault, failures, until: Instant::now() + self.pace.pause_after(failures) }
    }

    fn here_at(&mut self, key: TileKey) -> Option<TextureHandle> {
        match self.slots.get_mut(&key) {
            Some(Slot::Here { texture, used }) => {
                *used = self.frame;
                Some(texture.clone())
            }
            _ => None,
        }
    }

    /// Asks for a tile of the right size, or for a larger one where that one does not exist.
    fn ask(&mut self, key: TileKey, right_size: bool) {
        let Some(Slot::Failed { fault, until, .. }) = self.slots.get(&key) else {
            if right_size {
                self.want(key);
            }
            return;
        };
        let (fault, until) = (fault.clone(), *until);
        if fault == TileFault::NotCovered
            && let Some(parent) = key.parent()
            && !self.slots.contains_key(&parent)
        {
            self.want(parent);
        }
        // What fails is told until it succeeds, also while it is tried again.
        if self.seen.fault.as_ref().is_none_or(|known| *known == TileFault::NotCovered) {
            self.seen.fault = Some(fault);
        }
        if Instant::now() < until {
            self.seen.retry = Some(self.seen.retry.map_or(until, |other| other.min(until)));
        } else if right_size {
            self.want(key);
        }
    }

    fn want(&mut self, key: TileKey) {
        if !self.seen.wanted.contains(&key) {
            self.seen.wanted.push(key);
        }
    }

    fn forget(&mut self) {
        let frame = self.frame;
        let mut ages: Vec<(u64, TileKey)> = (self.slots.iter())
            .filter_map(|(key, slot)| match slot {
                Slot::Here { used, .. } => (*used < frame).then_some((*used, *key)),
                Slot::Failed { until, .. } => (*until < Instant::now()).then_some((0, *key)),
            })
            .collect();
        ages.sort_unstable();
        let too_many = self.slots.len().saturating_sub(MOST_TILES / 4 * 3);
        for (_, key) in ages.into_iter().take(too_many) {
            self.slots.remove(&key);
        }
    }
}

/// The part of the parent's image that a part of a tile takes.
fn within_parent(key: TileKey, part: Rect) -> Rect {
    let corner = egui::vec2((key.x % 2) as f32, (key.y % 2) as f32);
    let half = |point: egui::Pos2| ((point.to_vec2() + corner) / 2.0).to_pos2();
    Rect::from_min_max(half(part.min), half(part.max))
}

/// The tiles in the middle first: that is where one looks.
fn from_the_middle(mut keys: Vec<TileKey>) -> Vec<TileKey> {
    let count = keys.len().max(1) as f64;
    // Larger tiles stand in for several: they come before.
    let place = |key: &TileKey| {
        let tiles = f64::from(key.z).exp2();
        [f64::from(key.x) / tiles, f64::from(key.y) / tiles]
    };
    let sum = keys.iter().map(place).fold([0.0; 2], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
    let middle = sum.map(|total| total / count);
    let distance = |key: &TileKey| {
        let at = place(key);
        (at[0] - middle[0]).hypot(at[1] - middle[1])
    };
    keys.sort_by(|a, b| a.z.cmp(&b.z).then(distance(a).total_cmp(&distance(b))));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_of_a_quarter_stands_in_two_zooms_deeper() {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let key = TileKey { z: 5, x: 17, y: 10 };
        let quarter = within_parent(key, whole);
        assert_eq!(quarter, Rect::from_min_max(pos2(0.5, 0.0), pos2(1.0, 0.5)));
        let sixteenth = within_parent(key.parent().unwrap(), quarter);
        assert_eq!(sixteenth, Rect::from_min_max(pos2(0.25, 0.5), pos2(0.5, 0.75)));
    }

    #[test]
    fn what_is_in_the_middle_is_asked_for_first() {
        let keys = (0..5).map(|x| TileKey { z: 4, x, y: 3 }).collect();
        let order: Vec<u32> = from_the_middle(keys).iter().map(|key| key.x).collect();
        assert_eq!((order[0], order.len()), (2, 5));
    }
}
