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
    static MILLION: [u8; 1_000_000] = [0; 1_000_000];
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
