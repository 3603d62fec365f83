//! PMTiles: tiles in one file with an index. <https://github.com/protomaps/PMTiles>

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    sync::{Mutex, PoisonError},
};

use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, HashMapCache, PmtError, PmtResult,
    TileCoord, TileType,
};

use super::{
    TileKey,
    archive::{ArchiveError, ArchiveFault, Format},
};

/// Most bytes read in one go: a tile, or a part of the index.
const MOST_BYTES: usize = 8 * 1024 * 1024;

pub(super) struct PmTiles {
    reader: AsyncPmTilesReader<Blocking, HashMapCache>,
    attribution: Option<String>,
}

impl PmTiles {
    pub fn open(file: File, name: &str) -> Result<Self, ArchiveError> {
        let broken = |_| ArchiveError::Broken(name.to_owned());
        let source = Blocking(Mutex::new(file));
        let opened = AsyncPmTilesReader::try_from_cached_source(source, HashMapCache::default());
        let reader = pollster::block_on(opened).map_err(broken)?;
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
            Err(PmtError::Reading(error)) if error.kind() == std::io::ErrorKind::FileTooLarge => {
                Err(ArchiveFault::TooBig)
            }
            Err(_) => Err(ArchiveFault::Unreadable),
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
            return Err(std::io::Error::from(std::io::ErrorKind::FileTooLarge).into());
        }
        let mut bytes = Vec::with_capacity(length);
        {
            let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(offset))?;
            (&mut *file).take(length as u64).read_to_end(&mut bytes)?;
        }
        Ok(BackendResponse::new(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pmtiles::PmTilesWriter;

    fn made(kind: TileType) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("carte.pmtiles");
        let mut writer = PmTilesWriter::new(kind)
            .max_zoom(5)
            .metadata("{\"attribution\":\"© moi\"}")
            .create(File::create(&path).unwrap())
            .unwrap();
        writer.add_tile(TileCoord::new(5, 16, 11).unwrap(), b"une image").unwrap();
        writer.finalize().unwrap();
        (folder, path)
    }

    #[test]
    fn tiles_and_what_the_file_says_of_itself_are_read() {
        let (_folder, path) = made(TileType::Png);
        let archive = PmTiles::open(File::open(path).unwrap(), "carte").unwrap();
        assert_eq!((archive.most_zoom(), archive.attribution().as_deref()), (5, Some("© moi")));
        let there = archive.bytes(TileKey { z: 5, x: 16, y: 11 });
        assert_eq!(there, Ok(Some(b"une image".to_vec())));
        assert_eq!(archive.bytes(TileKey { z: 5, x: 16, y: 12 }), Ok(None));
        assert_eq!(archive.bytes(TileKey { z: 5, x: 99, y: 12 }), Ok(None));
    }

    #[test]
    fn vector_tiles_are_refused() {
        let (_folder, path) = made(TileType::Mvt);
        let refused = PmTiles::open(File::open(path).unwrap(), "carte").err();
        assert_eq!(refused, Some(ArchiveError::Vector("carte".into())));
    }
}
