//! Tiles kept on disk: what was looked at once is there again, even without a network.
//!
//! Bounded: when it grows too large, what was used longest ago goes first, by the time of its file.

use std::{
    collections::HashMap,
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use crate::disk;

/// Most bytes that tiles may take on disk.
const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// Bytes at the head of a file: when its tile was fetched, in seconds since 1970. The time of the
/// file itself says when it was last used.
const STAMP: usize = 8;

/// A folder of tiles. A folder that cannot be written keeps nothing, and that is all.
pub struct DiskCache {
    folder: PathBuf,
    most_bytes: u64,
    held: Mutex<Option<Held>>,
}

/// What is in the folder.
#[derive(Default)]
struct Held {
    bytes: u64,
    files: HashMap<PathBuf, (u64, SystemTime)>,
}

/// A tile as it was kept.
pub struct Kept {
    pub bytes: Vec<u8>,
    /// How long ago it was fetched.
    pub age: Duration,
}

impl DiskCache {
    /// In the platform's folder for what can be fetched again; `None` where there is none.
    pub fn of_this_person() -> Option<Self> {
        dirs::cache_dir().map(|folder| Self::within(folder.join("atlas-ent").join("tuiles")))
    }

    /// In a folder of one's own.
    pub fn within(folder: PathBuf) -> Self {
        Self::bounded(folder, MOST_BYTES)
    }

    /// In a folder, up to so many bytes.
    pub fn bounded(folder: PathBuf, most_bytes: u64) -> Self {
        Self { folder, most_bytes, held: Mutex::new(None) }
    }

    pub(super) fn get(&self, name: &Path) -> Option<Kept> {
        let path = self.folder.join(name);
        let mut bytes = disk::read(&path).ok()?;
        let stamp = bytes.get(..STAMP)?.try_into().ok()?;
        let fetched = UNIX_EPOCH + Duration::from_secs(u64::from_le_bytes(stamp));
        let now = SystemTime::now();
        // Only marks it as used; a tile that cannot be marked goes a little earlier.
        let _ = File::options().write(true).open(&path).and_then(|file| file.set_modified(now));
        if let Some(held) = self.held().as_mut()
            && let Some((_, used)) = held.files.get_mut(&path)
        {
            *used = now;
        }
        let age = now.duration_since(fetched).unwrap_or(Duration::MAX);
        Some(Kept { bytes: bytes.split_off(STAMP), age })
    }

    pub(super) fn put(&self, name: &Path, tile: &[u8]) {
        let path = self.folder.join(name);
        let now = SystemTime::now();
        let seconds = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let mut bytes = seconds.to_le_bytes().to_vec();
        bytes.extend(tile);
        let parent = path.parent().unwrap_or(&self.folder);
        if fs::create_dir_all(parent).is_err() || disk::write(&path, &bytes).is_err() {
            return;
        }
        let mut guard = self.held();
        let held = guard.get_or_insert_with(|| Held::of(&self.folder));
        let size = bytes.len() as u64;
        let before = held.files.insert(path, (size, now)).map_or(0, |(size, _)| size);
        held.bytes = (held.bytes + size).saturating_sub(before);
        if held.bytes > self.most_bytes {
            held.shrink_to(self.most_bytes / 10 * 9);
        }
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    /// Looks through the folder, once.
    fn of(folder: &Path) -> Self {
        let mut held = Self::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let Ok(facts) = entry.metadata() else { continue };
                if facts.is_dir() {
                    folders.push(entry.path());
                } else {
                    let used = facts.modified().unwrap_or(UNIX_EPOCH);
                    held.bytes += facts.len();
                    held.files.insert(entry.path(), (facts.len(), used));
                }
            }
        }
        held
    }

    fn shrink_to(&mut self, bytes: u64) {
        let mut oldest: Vec<(SystemTime, PathBuf, u64)> =
            self.files.iter().map(|(path, (size, used))| (*used, path.clone(), *size)).collect();
        oldest.sort_unstable();
        for (_, path, size) in oldest {
            if self.bytes <= bytes {
                return;
            }
            // What is already gone weighs nothing either.
            let _ = fs::remove_file(&path);
            self.files.remove(&path);
            self.bytes = self.bytes.saturating_sub(size);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size_of(folder: &Path) -> u64 {
        Held::of(folder).bytes
    }

    #[test]
    fn a_tile_that_was_kept_is_there_again_and_knows_its_age() {
        let folder = tempfile::tempdir().unwrap();
        let cache = DiskCache::within(folder.path().into());
        cache.put(Path::new("a/1-2-3"), b"tuile");
        let later = DiskCache::within(folder.path().into());
        let kept = later.get(Path::new("a/1-2-3")).unwrap();
        assert_eq!(kept.bytes, b"tuile");
        assert!(kept.age < Duration::from_secs(60));
        assert!(later.get(Path::new("a/1-2-4")).is_none());
    }

    #[test]
    fn the_folder_never_outgrows_its_bound_and_what_was_used_last_stays() {
        let folder = tempfile::tempdir().unwrap();
        let tile = vec![0; 1_000];
        let cache = DiskCache::bounded(folder.path().into(), 20_000);
        for number in 0..60 {
            cache.put(Path::new(&format!("a/{number}")), &tile);
            assert!(size_of(folder.path()) <= 20_000);
            assert!(cache.get(Path::new("a/0")).is_some(), "used after each, gone at {number}");
        }
        assert!(cache.get(Path::new("a/1")).is_none());
        assert!(cache.get(Path::new("a/59")).is_some());
    }

    #[test]
    fn what_an_earlier_run_left_counts() {
        let folder = tempfile::tempdir().unwrap();
        DiskCache::within(folder.path().into()).put(Path::new("a/old"), &[0; 50_000]);
        let cache = DiskCache::bounded(folder.path().into(), 20_000);
        cache.put(Path::new("a/new"), &[0; 1_000]);
        assert!(cache.get(Path::new("a/old")).is_none());
        assert!(cache.get(Path::new("a/new")).is_some());
    }

    #[test]
    fn a_truncated_file_is_no_tile() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("broken"), b"123").unwrap();
        assert!(DiskCache::within(folder.path().into()).get(Path::new("broken")).is_none());
    }
}
