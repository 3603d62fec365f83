//! PMTiles: tiles in one file with an index. <https://github.com/protomaps/PMTiles>
//!
//! A few bytes of gzip unfold to a thousand times as many. What is compressed is weighed before the
//! reader gets to see it, and what would weigh too much is refused.

use std::{
    collections::HashMap,
    fs::File,
    future::Future,
    io::{self, ErrorKind, Read, Seek, SeekFrom},
    sync::{Mutex, PoisonError},
};

use flate2::bufread::GzDecoder;
use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, DirEntry, Directory, DirectoryCache,
    PmtError, PmtResult, TileCoord, TileId, TileType,
};

use super::{
    TileKey,
    format::{ArchiveError, ArchiveFault, Format},
};

/// Most bytes of a tile, of a part of the index, or of what a file says of itself: as they are read,
/// and as they unfold.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Most bytes of the index that are kept.
const MOST_KEPT: usize = 32 * 1024 * 1024;

pub(super) struct PmTiles {
    reader: AsyncPmTilesReader<Blocking, Index>,
    attribution: Option<String>,
}

impl PmTiles {
    pub fn open(file: File, name: &str) -> Result<Self, ArchiveError> {
        let source = Blocking(Mutex::new(file));
        let opened = AsyncPmTilesReader::try_from_cached_source(source, Index::default());
        let reader = pollster::block_on(opened).map_err(|error| match fault(&error) {
            ArchiveFault::TooBig | ArchiveFault::TooMuch => ArchiveError::TooMuch(name.to_owned()),
            ArchiveFault::Unreadable => ArchiveError::Broken(name.to_owned()),
        })?;
        if matches!(reader.get_header().tile_type, TileType::Mvt) {
            return Err(ArchiveError::Vector(name.to_owned()));
        }
        // What a file says of itself may be missing or broken; its tiles are good all the same.
        let about = pollster::block_on(reader.get_metadata()).unwrap_or_default();
        let about: serde_json::Value = serde_json::from_str(&about).unwrap_or_default();
        let attribution = about.get("attribution").and_then(|text| text.as_str());
        let attribution = attribution.map(str::to_owned);
        Ok(Self { reader, attribution })
    }
}

impl Format for PmTiles {
    fn bytes(&self, TileKey { z, x, y }: TileKey) -> Result<Option<Vec<u8>>, ArchiveFault> {
        let Ok(place) = TileCoord::new(z, x, y) else { return Ok(None) };
        match pollster::block_on(self.reader.get_tile_decompressed(place)) {
            Ok(bytes) => Ok(bytes.map(|bytes| bytes.to_vec())),
            Err(error) => Err(fault(&error)),
        }
    }

    fn most_zoom(&self) -> u8 {
        self.reader.get_header().max_zoom
    }

    fn attribution(&self) -> Option<String> {
        self.attribution.clone()
    }
}

/// Reads a file piece by piece, on the thread that asks. Mapping it into memory instead would end
/// the program when somebody shortens the file.
struct Blocking(Mutex<File>);

impl AsyncBackend for Blocking {
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        if length > MOST_BYTES {
            return Err(io::Error::from(ErrorKind::FileTooLarge).into());
        }
        let mut bytes = Vec::with_capacity(length);
        {
            let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(offset))?;
            (&mut *file).take(length as u64).read_to_end(&mut bytes)?;
        }
        weigh(if offset == 0 { root_of(&bytes) } else { &bytes })?;
        Ok(BackendResponse::new(bytes.into()))
    }
}

/// The first bytes of a file hold its header and, where the header says, the root of its index.
fn root_of(start: &[u8]) -> &[u8] {
    let number = |at: usize| -> Option<usize> {
        let bytes = start.get(at..at + 8)?.try_into().ok()?;
        usize::try_from(u64::from_le_bytes(bytes)).ok()
    };
    let (offset, length) = (number(8).unwrap_or(0), number(16).unwrap_or(0));
    start.get(offset..offset.saturating_add(length)).unwrap_or_default()
}

/// Refuses what unfolds into more than it may; what is not compressed weighs what it weighs, and
/// what is broken is found so by its reader.
fn weigh(bytes: &[u8]) -> io::Result<()> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(());
    }
    let mut unfolded = GzDecoder::new(bytes).take(MOST_BYTES as u64 + 1);
    match io::copy(&mut unfolded, &mut io::sink()) {
        Ok(weight) if weight > MOST_BYTES as u64 => Err(ErrorKind::FileTooLarge.into()),
        _ => Ok(()),
    }
}

fn fault(error: &PmtError) -> ArchiveFault {
    match error {
        PmtError::Reading(error) if error.kind() == ErrorKind::FileTooLarge => ArchiveFault::TooBig,
        _ => ArchiveFault::Unreadable,
    }
}

/// The parts of the index that were read, by where they stand; all are forgotten when they weigh too
/// much, and the next are those that are looked at.
#[derive(Default)]
struct Index(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    parts: HashMap<u64, Directory>,
    weight: usize,
}

impl DirectoryCache for Index {
    async fn get_dir_entry_or_insert(
        &self,
        offset: u64,
        tile_id: TileId,
        fetcher: impl Future<Output = PmtResult<Directory>> + Send,
    ) -> PmtResult<Option<DirEntry>> {
        let known = || {
            let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            kept.parts.get(&offset).map(|part| part.find_tile_id(tile_id).copied())
        };
        if let Some(found) = known() {
            return Ok(found);
        }
        let part = fetcher.await?;
        let found = part.find_tile_id(tile_id).copied();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.keep(offset, part);
        Ok(found)
    }
}

impl Kept {
    fn keep(&mut self, offset: u64, part: Directory) {
        let weight = part.get_approx_byte_size();
        if self.weight + weight > MOST_KEPT {
            *self = Self::default();
        }
        self.weight += weight;
        self.parts.insert(offset, part);
    }
}

#[cfg(test)]
mod tests;
