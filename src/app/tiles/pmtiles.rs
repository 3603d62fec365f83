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
mod tests {
    use std::io::Write;

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

    /// So many zeros, compressed a thousandfold: a million of them, over and over.
    fn folded(megabytes: usize) -> Vec<u8> {
        const MILLION: [u8; 1_000_000] = [0; 1_000_000];
        let mut once = Vec::with_capacity(10_000);
        flate2::Compress::new(flate2::Compression::best(), false)
            .compress_vec(&MILLION, &mut once, flate2::FlushCompress::Full)
            .unwrap();
        let (mut million, mut sum) = (flate2::Crc::new(), flate2::Crc::new());
        million.update(&MILLION);
        (0..megabytes).for_each(|_| sum.combine(&million));
        let header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
        // A last block of nothing, then what all weighs.
        let end = [&[3, 0][..], &sum.sum().to_le_bytes(), &sum.amount().to_le_bytes()].concat();
        [&header[..], &once.repeat(megabytes), &end].concat()
    }

    #[test]
    fn what_is_folded_here_unfolds_to_all_of_it() {
        let mut unfolded = Vec::new();
        GzDecoder::new(&*folded(3)).read_to_end(&mut unfolded).unwrap();
        assert!(unfolded == [0; 3_000_000]);
    }

    /// A file whose root, saying of itself and tiles are given as they are, in gzip.
    fn hostile(root: &[u8], about: &[u8], tiles: &[u8]) -> (tempfile::TempDir, File) {
        let mut bytes = b"PMTiles\x03".to_vec();
        let (root_at, about_at) = (127, 127 + root.len());
        let tiles_at = about_at + about.len();
        let [none, tiles_length] = [0, tiles.len()];
        for number in
            [root_at, root.len(), about_at, about.len(), tiles_at, none, tiles_at, tiles_length]
        {
            bytes.extend((number as u64).to_le_bytes());
        }
        bytes.extend([0; 24]);
        // Clustered, both in gzip, PNG, zooms 0 to 5.
        bytes.extend([1, 2, 2, 2, 0, 5]);
        bytes.resize(127, 0);
        bytes.extend([root, about, tiles].concat());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("piege.pmtiles");
        std::fs::write(&path, bytes).unwrap();
        (folder, File::open(path).unwrap())
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut folded = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        folded.write_all(bytes).unwrap();
        folded.finish().unwrap()
    }

    #[test]
    fn an_index_that_unfolds_to_many_times_its_size_is_refused() {
        let (_folder, file) = hostile(&folded(12), b"", b"");
        let refused = PmTiles::open(file, "piege").err();
        assert_eq!(refused, Some(ArchiveError::TooMuch("piege".into())));
    }

    #[test]
    fn what_a_file_says_of_itself_and_its_tiles_unfold_within_bounds_or_not_at_all() {
        let heavy = folded(2_000);
        assert!(heavy.len() < 2_100_000, "{} bytes unfold to two gigabytes", heavy.len());
        let length = heavy.len();
        // One tile, of the zoom 0, at the start of the tiles.
        let mut root = vec![1, 0, 1];
        let mut rest = length;
        while rest >= 0x80 {
            root.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        root.extend([rest as u8, 1]);
        let (_folder, file) = hostile(&gzip(&root), &heavy, &heavy);
        let begun = std::time::Instant::now();
        let archive = PmTiles::open(file, "piege").unwrap();
        assert_eq!(archive.attribution(), None);
        assert_eq!(archive.bytes(TileKey { z: 0, x: 0, y: 0 }), Err(ArchiveFault::TooBig));
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }

    #[test]
    fn what_is_kept_of_an_index_is_bounded() {
        // 100 000 entries: their number, then four bytes and more for each.
        let count = 100_000;
        let mut part: Vec<u8> = vec![0xa0, 0x8d, 0x06];
        part.extend([[1; 100_000], [1; 100_000], [1; 100_000]].concat());
        part.push(1);
        part.resize(part.len() + count - 1, 0);
        let mut kept = Kept::default();
        for offset in 0..40 {
            kept.keep(
                offset,
                Directory::try_from(BackendResponse::new(part.clone().into()).bytes).unwrap(),
            );
            assert!(kept.weight <= MOST_KEPT && kept.parts.contains_key(&offset));
        }
        assert!(kept.parts.len() < 40);
    }
}
