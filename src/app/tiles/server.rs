//! Tiles from a server: what it may take, what it may send, and when it is left alone.

use std::{
    hash::{Hash, Hasher},
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use egui::ColorImage;
use rustc_hash::FxHasher;
use ureq::{Agent, Error};

use super::{DiskCache, TileAddress, TileFault, TileKey, picture::decode, workers::Provider};

/// Heaviest tile, in bytes.
const MOST_BYTES: u64 = 2 * 1024 * 1024;
/// Longest pause between two attempts.
pub const LONGEST_PAUSE: Duration = Duration::from_secs(600);
/// Who asks, as servers of tiles want to be told.
const USER_AGENT: &str =
    concat!("atlas-ent/", env!("CARGO_PKG_VERSION"), " (application de bureau)");

/// How hard a server may be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Longest wait for a tile.
    pub timeout: Duration,
    /// First pause after a failure; it doubles with each.
    pub pause: Duration,
    /// Most tiles asked for at once.
    pub at_once: usize,
    /// How long a kept tile is as good as a new one.
    pub fresh: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            pause: Duration::from_secs(30),
            at_once: 6,
            // OpenStreetMap asks for a week at the least.
            fresh: Duration::from_secs(7 * 24 * 3600),
        }
    }
}

impl Pace {
    /// The pause after so many failures.
    pub fn pause_after(&self, failures: u32) -> Duration {
        let doublings = failures.saturating_sub(1).min(16);
        self.pause.saturating_mul(1 << doublings).min(LONGEST_PAUSE)
    }
}

/// A server of tiles, and what was kept of it on disk.
pub(super) struct Server {
    address: TileAddress,
    agent: Agent,
    cache: Option<DiskCache>,
    pace: Pace,
    trouble: Mutex<Trouble>,
}

/// Failures that concern the server as a whole, one after the other.
#[derive(Default)]
struct Trouble {
    in_a_row: usize,
    pauses: u32,
    paused: Option<(Instant, TileFault)>,
}

impl Server {
    pub fn new(address: TileAddress, cache: Option<DiskCache>, pace: Pace) -> Self {
        let mut config = Agent::config_builder()
            .timeout_global(Some(pace.timeout))
            .http_status_as_error(false)
            // Elsewhere is another server, which nobody has allowed.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(USER_AGENT)
            .accept("image/png,image/jpeg,image/webp")
            .max_idle_connections_per_host(pace.at_once);
        // No proxy stands between a machine and itself.
        if ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| address.server().starts_with(own)) {
            config = config.proxy(None);
        }
        let agent = config.build().new_agent();
        Self { address, agent, cache, pace, trouble: Mutex::default() }
    }

    fn fetch(&self, key: TileKey) -> Result<(Vec<u8>, ColorImage), TileFault> {
        let server = || self.address.server().to_owned();
        let origin = || format!("le serveur {}", self.address.server());
        let fault = |error: Error| match error {
            Error::BodyExceedsLimit(_) => TileFault::TooBig { origin: origin() },
            _ => TileFault::NoAnswer { server: server() },
        };
        let mut response = self.agent.get(self.address.of(key)).call().map_err(fault)?;
        match response.status().as_u16() {
            200 => {}
            204 | 404 | 410 => return Err(TileFault::NotCovered),
            300..=399 => return Err(TileFault::NotAnImage { origin: origin() }),
            status @ (400..=499) => return Err(TileFault::Refused { server: server(), status }),
            status => return Err(TileFault::OutOfOrder { server: server(), status }),
        }
        let body = response.body_mut();
        if !body.mime_type().is_some_and(|kind| kind.starts_with("image/")) {
            return Err(TileFault::NotAnImage { origin: origin() });
        }
        if body.content_length().is_some_and(|length| length > MOST_BYTES) {
            return Err(TileFault::TooBig { origin: origin() });
        }
        let bytes = body.with_config().limit(MOST_BYTES).read_to_vec().map_err(fault)?;
        let picture = decode(&bytes).ok_or_else(|| TileFault::NotAnImage { origin: origin() })?;
        Ok((bytes, picture))
    }

    /// Each server has a folder of its own, named so that an address leaves no trace in it.
    fn kept_as(&self, TileKey { z, x, y }: TileKey) -> PathBuf {
        let mut hasher = FxHasher::default();
        self.address.as_str().hash(&mut hasher);
        PathBuf::from(format!("{:016x}", hasher.finish())).join(format!("{z}-{x}-{y}"))
    }

    fn paused(&self) -> Option<TileFault> {
        let trouble = self.trouble();
        let (until, fault) = trouble.paused.as_ref()?;
        (Instant::now() < *until).then(|| fault.clone())
    }

    /// After as many failures in a row as tiles are asked for at once, the server is left alone.
    fn note(&self, failure: Option<&TileFault>) {
        let mut trouble = self.trouble();
        match failure.filter(|fault| fault.concerns_all()) {
            Some(fault) => {
                trouble.in_a_row += 1;
                if trouble.in_a_row >= self.pace.at_once {
                    trouble.in_a_row = 0;
                    trouble.pauses += 1;
                    let until = Instant::now() + self.pace.pause_after(trouble.pauses);
                    trouble.paused = Some((until, fault.clone()));
                }
            }
            None => *trouble = Trouble::default(),
        }
    }

    fn trouble(&self) -> MutexGuard<'_, Trouble> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Provider for Server {
    fn tile(&self, key: TileKey) -> Result<ColorImage, TileFault> {
        let name = self.kept_as(key);
        let kept = self.cache.as_ref().and_then(|cache| cache.get(&name));
        if let Some(kept) = kept.as_ref().filter(|kept| kept.age < self.pace.fresh)
            && let Some(picture) = decode(&kept.bytes)
        {
            return Ok(picture);
        }
        let fetched = match self.paused() {
            Some(fault) => Err(fault),
            None => {
                let fetched = self.fetch(key);
                self.note(fetched.as_ref().err());
                fetched
            }
        };
        match fetched {
            Ok((bytes, picture)) => {
                if let Some(cache) = &self.cache {
                    cache.put(&name, &bytes);
                }
                Ok(picture)
            }
            // An old tile is better than none.
            Err(fault) => kept.and_then(|kept| decode(&kept.bytes)).ok_or(fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_doubles_with_each_failure_up_to_ten_minutes() {
        let pace = Pace::default();
        let seconds = [1, 2, 3, 4, 5, 6, 60].map(|failures| pace.pause_after(failures).as_secs());
        assert_eq!(seconds, [30, 60, 120, 240, 480, 600, 600]);
    }

    #[test]
    fn two_servers_keep_their_tiles_apart_and_the_name_tells_no_address() {
        let name = |text: &str| {
            let address = TileAddress::parse(text).unwrap();
            Server::new(address, None, Pace::default()).kept_as(TileKey { z: 1, x: 0, y: 1 })
        };
        let (one, other) =
            (name("https://a.fr/{z}/{x}/{y}?cle=1"), name("https://a.fr/{z}/{x}/{y}?cle=2"));
        assert_ne!(one, other);
        assert!(one.ends_with("1-0-1") && !one.to_string_lossy().contains("cle"));
    }
}
