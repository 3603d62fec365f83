//! Background tiles, from servers that behave and servers that do not, and from files. No network:
//! servers listen on the loopback address.

#[path = "tiles/server.rs"]
mod server;

use std::{
    fs::File,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use atlas_ent::app::{DiskCache, Pace, TileAddress, TileFault, TileKey, TileSource, TileStore};
use egui::Context;
use server::{Reply, TileServer, closed_port, png};

const KEY: TileKey = TileKey { z: 6, x: 32, y: 22 };

/// Short enough for a test; a pause that outlives it.
const PACE: Pace = Pace {
    timeout: Duration::from_millis(600),
    pause: Duration::from_secs(60),
    at_once: 6,
    fresh: Duration::from_secs(3600),
};

/// A window that shows some tiles, frame by frame.
struct Looking {
    ctx: Context,
    store: TileStore,
}

impl Looking {
    fn at(source: &TileSource, cache: Option<&Path>, pace: Pace) -> Self {
        let ctx = Context::default();
        let cache = cache.map(|folder| DiskCache::within(folder.to_owned()));
        let store = TileStore::open(source, cache, pace, &ctx);
        Self { ctx, store }
    }

    fn at_server(server: &TileServer) -> Self {
        Self::at(&source(&server.address()), None, PACE)
    }

    /// One frame; how many of the tiles are there, at their right size or not.
    fn frame(&mut self, keys: &[TileKey]) -> usize {
        let started = Instant::now();
        let mut shown = 0;
        let store = &mut self.store;
        let mut output = self.ctx.run_ui(egui::RawInput::default(), |_| {
            store.begin_frame();
            shown = keys.iter().filter(|key| store.at(**key).is_some()).count();
            store.end_frame();
        });
        output.textures_delta.clear();
        assert!(started.elapsed() < Duration::from_millis(500), "a frame waited");
        shown
    }

    /// Frames until all tiles are there, or as long as it may take.
    #[track_caller]
    fn until_shown(&mut self, keys: &[TileKey]) {
        self.until(|looking| looking.frame(keys) == keys.len());
    }

    /// Frames until a fault is told.
    #[track_caller]
    fn until_fault(&mut self, keys: &[TileKey]) -> TileFault {
        let mut found = None;
        self.until(|looking| {
            looking.frame(keys);
            found = looking.store.fault().cloned();
            found.is_some()
        });
        found.unwrap_or(TileFault::NotCovered)
    }

    #[track_caller]
    fn until(&mut self, mut enough: impl FnMut(&mut Self) -> bool) {
        let end = Instant::now() + Duration::from_secs(20);
        while !enough(self) {
            assert!(Instant::now() < end, "not within twenty seconds: {:?}", self.store.fault());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Looks on for a while.
    fn go_on(&mut self, keys: &[TileKey], seconds: f32) {
        let end = Instant::now() + Duration::from_secs_f32(seconds);
        while Instant::now() < end {
            self.frame(keys);
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn source(address: &str) -> TileSource {
    match TileAddress::parse(address) {
        Ok(address) => TileSource::Server(address),
        Err(error) => panic!("{error}"),
    }
}

/// A screen of tiles.
fn screen() -> Vec<TileKey> {
    (0..5).flat_map(|x| (0..4).map(move |y| TileKey { z: 8, x: 120 + x, y: 85 + y })).collect()
}

#[test]
fn tiles_come_at_most_six_at_once_and_the_program_says_who_it_is() {
    let server = TileServer::always(Reply::Png);
    let mut looking = Looking::at_server(&server);
    looking.until_shown(&screen());
    assert_eq!(looking.store.fault(), None);
    assert_eq!(server.requests(), 20, "each tile is asked for once");
    assert!(server.most_at_once() <= 6, "{} at once", server.most_at_once());
    assert!(server.knows_who_asks());
}

#[test]
fn a_refusing_machine_is_told_in_one_line_and_not_stormed() {
    let port = closed_port();
    let address = format!("http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}");
    let mut looking = Looking::at(&source(&address), None, PACE);
    let fault = looking.until_fault(&screen());
    assert_eq!(fault, TileFault::NoAnswer { server: format!("127.0.0.1:{port}") });
}

#[test]
fn a_server_that_hangs_up_is_left_alone_after_six_tiles() {
    let server = TileServer::always(Reply::Nothing);
    let mut looking = Looking::at_server(&server);
    looking.until_fault(&screen());
    looking.go_on(&screen(), 1.5);
    // Six at once, and those that were begun before the sixth came back.
    assert!(server.requests() <= 12, "{} requests for 20 tiles", server.requests());
}

#[test]
fn after_a_pause_a_server_that_recovered_is_asked_again() {
    let broken = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let seen = std::sync::Arc::clone(&broken);
    let server = TileServer::answering(move |_| {
        let broken = seen.load(std::sync::atomic::Ordering::SeqCst);
        if broken { Reply::Status(503) } else { Reply::Png }
    });
    let pace = Pace { pause: Duration::from_millis(150), ..PACE };
    let mut looking = Looking::at(&source(&server.address()), None, pace);
    let fault = looking.until_fault(&[KEY]);
    assert_eq!(fault, TileFault::OutOfOrder { server: server.name(), status: 503 });
    broken.store(false, std::sync::atomic::Ordering::SeqCst);
    looking.until_shown(&[KEY]);
    assert_eq!(looking.store.fault(), None);
}

#[test]
fn a_slow_server_holds_no_frame_up_and_is_given_up() {
    let server = TileServer::always(Reply::Slow);
    let mut looking = Looking::at_server(&server);
    let fault = looking.until_fault(&[KEY]);
    assert_eq!(fault, TileFault::NoAnswer { server: server.name() });
}

#[test]
fn a_page_instead_of_an_image_is_told_apart() {
    for reply in [Reply::Page, Reply::FalseImage] {
        let folder = tempfile::tempdir().expect("a folder");
        let server = TileServer::always(reply);
        let mut looking = Looking::at(&source(&server.address()), Some(folder.path()), PACE);
        let fault = looking.until_fault(&[KEY]);
        let origin = format!("le serveur {}", server.name());
        assert_eq!(fault, TileFault::NotAnImage { origin }, "{reply:?}");
        let kept = std::fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(kept, 0, "a page was kept as a tile");
    }
}

#[test]
fn refusals_are_told_with_their_code() {
    let server = TileServer::always(Reply::Status(403));
    let fault = Looking::at_server(&server).until_fault(&[KEY]);
    assert_eq!(fault, TileFault::Refused { server: server.name(), status: 403 });
}

#[test]
fn a_server_that_sends_elsewhere_is_not_followed_there() {
    let other = TileServer::always(Reply::Png);
    let server = TileServer::always(Reply::Elsewhere(other.port()));
    let fault = Looking::at_server(&server).until_fault(&[KEY]);
    assert_eq!(fault, TileFault::NotAnImage { origin: format!("le serveur {}", server.name()) });
    assert_eq!(other.requests(), 0, "a server that nobody has allowed was called");
}

#[test]
fn thirty_megabytes_are_not_taken() {
    let server = TileServer::always(Reply::Huge);
    let fault = Looking::at_server(&server).until_fault(&[KEY]);
    assert_eq!(fault, TileFault::TooBig { origin: format!("le serveur {}", server.name()) });
}

#[test]
fn where_there_is_no_tile_a_larger_one_stands_in_and_nothing_is_said() {
    let server = TileServer::answering(|path| {
        if path.starts_with("/5/") { Reply::Png } else { Reply::Status(404) }
    });
    let mut looking = Looking::at_server(&server);
    looking.until_shown(&[KEY]);
    assert_eq!(looking.store.fault(), None, "a tile is in sight");
    let nowhere = TileServer::always(Reply::Status(404));
    let fault = Looking::at_server(&nowhere).until_fault(&[KEY]);
    assert_eq!(fault, TileFault::NotCovered);
}

#[test]
fn a_failed_tile_is_not_asked_for_again_at_once() {
    let server = TileServer::always(Reply::Page);
    let mut looking = Looking::at_server(&server);
    looking.until_fault(&[KEY]);
    looking.go_on(&[KEY], 0.5);
    assert_eq!(server.requests(), 1);
}

#[test]
fn what_has_left_the_screen_is_not_fetched_any_more() {
    let server = TileServer::answering(|_| {
        thread::sleep(Duration::from_millis(200));
        Reply::Png
    });
    let pace = Pace { at_once: 1, ..PACE };
    let mut looking = Looking::at(&source(&server.address()), None, pace);
    looking.frame(&screen());
    looking.until(|_| server.requests() == 1);
    looking.until_shown(&[KEY]);
    assert_eq!(server.requests(), 2, "one that was begun, then the one that is looked at");
}

#[test]
fn without_a_network_what_was_looked_at_before_is_still_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let up = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let seen = std::sync::Arc::clone(&up);
    let server = TileServer::answering(move |_| {
        let up = seen.load(std::sync::atomic::Ordering::SeqCst);
        if up { Reply::Png } else { Reply::Nothing }
    });
    let address = source(&server.address());
    Looking::at(&address, Some(folder.path()), PACE).until_shown(&[KEY]);
    assert_eq!(server.requests(), 1);
    let mut later = Looking::at(&address, Some(folder.path()), PACE);
    later.until_shown(&[KEY]);
    assert_eq!(server.requests(), 1, "the kept tile is fresh");
    // Too old to be as good as a new one, and still better than none.
    up.store(false, std::sync::atomic::Ordering::SeqCst);
    let pace = Pace { fresh: Duration::ZERO, ..PACE };
    Looking::at(&address, Some(folder.path()), pace).until_shown(&[KEY]);
    assert_eq!(server.requests(), 2, "a new one was asked for first");
}

#[test]
fn a_pmtiles_file_is_read_without_any_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fond.pmtiles");
    let mut writer = pmtiles::PmTilesWriter::new(pmtiles::TileType::Png)
        .max_zoom(6)
        .metadata("{\"attribution\":\"<a href='x'>© Terrain de jeu</a>\"}")
        .create(File::create(&path).expect("a file"))
        .expect("a writer");
    let place = pmtiles::TileCoord::new(KEY.z, KEY.x, KEY.y).expect("a place");
    writer.add_tile(place, &png()).expect("a tile");
    writer.finalize().expect("a whole file");
    reads_a_file(path);
}

#[test]
fn an_mbtiles_file_is_read_without_any_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fond.mbtiles");
    let database = rusqlite::Connection::open(&path).expect("a database");
    database
        .execute_batch(
            "CREATE TABLE metadata (name text, value text);
             CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer,
                                 tile_data blob);
             INSERT INTO metadata VALUES ('attribution', '© Terrain de jeu');",
        )
        .expect("its tables");
    // 64 rows at zoom 6, counted from the south.
    database.execute("INSERT INTO tiles VALUES (6, 32, 41, ?1)", [png()]).expect("a tile");
    drop(database);
    reads_a_file(path);
}

fn reads_a_file(path: PathBuf) {
    let mut looking = Looking::at(&TileSource::File(path), None, PACE);
    looking.until_shown(&[KEY]);
    assert_eq!(looking.store.attribution(), "Fond\u{202f}: © Terrain de jeu");
    // Closer than the file goes, its last tile is magnified.
    let closer = TileKey { z: 9, x: KEY.x * 8 + 5, y: KEY.y * 8 + 3 };
    looking.until_shown(&[closer]);
    assert_eq!(looking.store.fault(), None);
    let elsewhere = TileKey { x: 3, ..KEY };
    assert_eq!(looking.until_fault(&[elsewhere]), TileFault::NotCovered);
}

#[test]
fn a_file_that_has_gone_is_told() {
    let mut looking = Looking::at(&TileSource::File("nulle-part/fond.pmtiles".into()), None, PACE);
    let fault = looking.until_fault(&[KEY]);
    assert_eq!(fault, TileFault::Unreadable { file: "fond.pmtiles".into() });
}

/// A small database whose tiles never end, whichever way they are asked for.
fn endless(folder: &Path) -> PathBuf {
    let path = folder.join("piege.mbtiles");
    let made = rusqlite::Connection::open(&path).and_then(|database| {
        database.execute_batch(
            "CREATE TABLE metadata (name text, value text);
             INSERT INTO metadata VALUES ('format', 'png');
             CREATE VIEW tiles AS WITH RECURSIVE n(i) AS
                 (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                 SELECT -i AS zoom_level, i AS tile_column, i AS tile_row, x'01' AS tile_data FROM n;",
        )
    });
    match made {
        Ok(()) => path,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn no_frame_waits_for_a_file_that_never_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = TileSource::File(endless(folder.path()));
    let begun = Instant::now();
    let mut looking = Looking::at(&source, None, PACE);
    assert!(begun.elapsed() < Duration::from_millis(100), "opening does not wait either");
    assert_eq!(looking.frame(&[KEY]), 0);
    let fault = looking.until_fault(&[KEY]);
    assert_eq!(fault, TileFault::Unreadable { file: "piege.mbtiles".into() });
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
}
