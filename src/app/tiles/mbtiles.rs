//! MBTiles: tiles in an SQLite database. <https://github.com/mapbox/mbtiles-spec>
//!
//! A database is a program: its `tiles` may be a view that never ends. SQLite works within bounds
//! on its time and on its memory, and trusts nothing that the file defines.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, config::DbConfig, limits::Limit,
};

use super::{
    TileKey,
    format::{ArchiveError, ArchiveFault, Format},
};

/// Heaviest tile, in bytes.
const MOST_BYTES: i64 = 2 * 1024 * 1024;
/// Longest text or blob that SQLite makes on its way, in bytes.
const MOST_BYTES_ON_THE_WAY: i32 = 8 * 1024 * 1024;
/// Most memory that SQLite takes, in bytes.
const MOST_MEMORY: i64 = 64 * 1024 * 1024;
/// Longest that it may work at opening a file, or at one tile.
const LONGEST: Duration = Duration::from_secs(2);
/// Steps of its machine after which it is asked whether to go on: some ten microseconds.
const STEPS: i32 = 1_000;
/// The closest zoom that any file has; row numbers stay far from overflowing.
const CLOSEST: u8 = 30;

/// Rows are counted from the south. What is too heavy never leaves the database.
const TILE: &str = "SELECT CASE WHEN length(tile_data) <= ?4 THEN tile_data END \
     FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3";

pub(super) struct MbTiles {
    database: Mutex<Connection>,
    until: Deadline,
    most_zoom: u8,
    attribution: Option<String>,
}

/// When the question under way is given up.
#[derive(Clone)]
struct Deadline(Arc<Mutex<Instant>>);

impl MbTiles {
    pub fn open(path: &Path, name: &str) -> Result<Self, ArchiveError> {
        let until = Deadline::begun();
        let refused = |error: rusqlite::Error| match fault(&error) {
            ArchiveFault::TooMuch => ArchiveError::TooMuch(name.to_owned()),
            ArchiveFault::TooBig | ArchiveFault::Unreadable => {
                ArchiveError::Broken(name.to_owned())
            }
        };
        let database = bounded(path, &until).map_err(refused)?;
        database.prepare(TILE).map_err(refused)?;
        let said = |what: &str| -> Result<Option<String>, rusqlite::Error> {
            let query = "SELECT CAST(value AS TEXT) FROM metadata WHERE name = ?1 LIMIT 1";
            let found = database.query_row(query, [what], |row| row.get(0)).optional();
            match found {
                // Tiles are good without anything said of them, but not when saying it never ends.
                Err(error) if fault(&error) != ArchiveFault::TooMuch => Ok(None),
                found => found.map(Option::flatten),
            }
        };
        if said("format").map_err(refused)?.is_some_and(|kind| kind.eq_ignore_ascii_case("pbf")) {
            return Err(ArchiveError::Vector(name.to_owned()));
        }
        let attribution = said("attribution").map_err(refused)?;
        let told = said("maxzoom").map_err(refused)?.and_then(|zoom| zoom.trim().parse().ok());
        let most_zoom = match told.filter(|zoom| *zoom <= CLOSEST) {
            Some(zoom) => zoom,
            None => closest(&database)
                .map_err(refused)?
                .ok_or_else(|| ArchiveError::Broken(name.to_owned()))?,
        };
        Ok(Self { database: Mutex::new(database), until, most_zoom, attribution })
    }
}

/// Opens a database, to be read within bounds.
fn bounded(path: &Path, until: &Deadline) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut database = Connection::open_with_flags(path, flags)?;
    let until = until.clone();
    database.progress_handler(STEPS, Some(move || until.is_over()))?;
    database.busy_timeout(LONGEST)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    database.set_limit(Limit::SQLITE_LIMIT_LENGTH, MOST_BYTES_ON_THE_WAY)?;
    database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // What a query piles up stays within its memory rather than filling the disk.
    for pragma in [
        "PRAGMA temp_store = MEMORY",
        "PRAGMA mmap_size = 0",
        "PRAGMA cell_size_check = ON",
        &format!("PRAGMA hard_heap_limit = {MOST_MEMORY}"),
    ] {
        database.query_row(pragma, [], |_| Ok(())).optional()?;
    }
    Ok(database)
}

/// The closest zoom that has a tile, looked for zoom by zoom: each is one step in the index that
/// such files have, where their maximum would walk through a view.
fn closest(database: &Connection) -> rusqlite::Result<Option<u8>> {
    let mut query = database.prepare("SELECT 1 FROM tiles WHERE zoom_level = ?1 LIMIT 1")?;
    for zoom in (0..=CLOSEST).rev() {
        if query.exists([zoom])? {
            return Ok(Some(zoom));
        }
    }
    Ok(None)
}

fn fault(error: &rusqlite::Error) -> ArchiveFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::OperationInterrupted | ErrorCode::OutOfMemory) => ArchiveFault::TooMuch,
        Some(ErrorCode::TooBig) => ArchiveFault::TooBig,
        _ => ArchiveFault::Unreadable,
    }
}

impl Deadline {
    fn begun() -> Self {
        Self(Arc::new(Mutex::new(Instant::now() + LONGEST)))
    }

    fn begin(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now() + LONGEST;
    }

    fn is_over(&self) -> bool {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) < Instant::now()
    }
}

impl Format for MbTiles {
    fn bytes(&self, TileKey { z, x, y }: TileKey) -> Result<Option<Vec<u8>>, ArchiveFault> {
        if z > CLOSEST {
            return Ok(None);
        }
        let row = (1i64 << z) - 1 - i64::from(y);
        let database = self.database.lock().unwrap_or_else(PoisonError::into_inner);
        self.until.begin();
        let found: Option<Option<Vec<u8>>> = database
            .prepare(TILE)
            .and_then(|mut query| {
                query.query_row((z, i64::from(x), row, MOST_BYTES), |row| row.get(0)).optional()
            })
            .map_err(|error| fault(&error))?;
        match found {
            None => Ok(None),
            Some(None) => Err(ArchiveFault::TooBig),
            Some(Some(bytes)) => Ok(Some(bytes)),
        }
    }

    fn most_zoom(&self) -> u8 {
        self.most_zoom
    }

    fn attribution(&self) -> Option<String> {
        self.attribution.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(format: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("carte.mbtiles");
        let database = Connection::open(&path).unwrap();
        database
            .execute_batch(&format!(
                "CREATE TABLE metadata (name text, value text);
                 CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer,
                                     tile_data blob);
                 INSERT INTO metadata VALUES ('format', '{format}'), ('attribution', '© moi');
                 INSERT INTO tiles VALUES (3, 4, 5, x'01'), (3, 4, 6, zeroblob(3000000));"
            ))
            .unwrap();
        (folder, path)
    }

    #[test]
    fn rows_are_counted_from_the_south() {
        let (_folder, path) = made("png");
        let archive = MbTiles::open(&path, "carte").unwrap();
        assert_eq!((archive.most_zoom(), archive.attribution().as_deref()), (3, Some("© moi")));
        assert_eq!(archive.bytes(TileKey { z: 3, x: 4, y: 2 }), Ok(Some(vec![1])));
        assert_eq!(archive.bytes(TileKey { z: 3, x: 4, y: 5 }), Ok(None));
    }

    #[test]
    fn a_heavy_tile_stays_where_it_is_and_vector_tiles_are_refused() {
        let (_folder, path) = made("png");
        let archive = MbTiles::open(&path, "carte").unwrap();
        assert_eq!(archive.bytes(TileKey { z: 3, x: 4, y: 1 }), Err(ArchiveFault::TooBig));
        let (_folder, path) = made("pbf");
        let refused = MbTiles::open(&path, "carte").err();
        assert_eq!(refused, Some(ArchiveError::Vector("carte".into())));
    }

    /// A file of a few kilobytes, made by some SQL.
    fn hostile(sql: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("piege.mbtiles");
        let database = Connection::open(&path).unwrap();
        database.execute_batch(sql).unwrap();
        drop(database);
        assert!(std::fs::metadata(&path).unwrap().len() < 30_000);
        (folder, path)
    }

    const ENDLESS: &str = "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS \
         (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
         SELECT -i AS zoom_level, i AS tile_column, i AS tile_row, x'01' AS tile_data FROM n;";
    const PILING_UP: &str = "CREATE VIEW tiles AS WITH RECURSIVE n(i, b) AS \
         (SELECT 1, zeroblob(1000000) UNION SELECT i + 1, randomblob(1000000) FROM n) \
         SELECT -i AS zoom_level, i AS tile_column, i AS tile_row, b AS tile_data FROM n;";

    #[test]
    fn a_view_that_never_ends_is_given_up_in_time() {
        for tiles in [ENDLESS, PILING_UP] {
            let (_folder, path) = hostile(tiles);
            let begun = Instant::now();
            let refused = MbTiles::open(&path, "piege").err();
            assert_eq!(refused, Some(ArchiveError::TooMuch("piege".into())), "{tiles}");
            assert!(begun.elapsed() < 3 * LONGEST, "{:?}", begun.elapsed());
        }
        let about = "CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data); \
             CREATE VIEW metadata AS WITH RECURSIVE n(i) AS \
             (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS name, i AS value FROM n;";
        let (_folder, path) = hostile(about);
        let refused = MbTiles::open(&path, "piege").err();
        assert_eq!(refused, Some(ArchiveError::TooMuch("piege".into())));
    }

    #[test]
    fn a_tile_that_never_comes_is_given_up_in_time() {
        let about = "CREATE TABLE metadata (name text, value text); \
             INSERT INTO metadata VALUES ('maxzoom', '5');";
        for tiles in [ENDLESS, PILING_UP] {
            let (_folder, path) = hostile(&format!("{about}{tiles}"));
            let archive = MbTiles::open(&path, "piege").unwrap();
            let begun = Instant::now();
            // In column and row 1: otherwise SQLite sees that no row can fit.
            let given_up = archive.bytes(TileKey { z: 5, x: 1, y: 30 });
            assert_eq!(given_up, Err(ArchiveFault::TooMuch));
            assert!(begun.elapsed() < 3 * LONGEST, "{:?}", begun.elapsed());
        }
    }

    #[test]
    fn tiles_in_a_view_over_two_tables_are_read_as_ordinary_ones() {
        let (_folder, path) = hostile(
            "CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, \
                               tile_id text);
             CREATE TABLE images (tile_id text, tile_data blob);
             CREATE UNIQUE INDEX place ON map (zoom_level, tile_column, tile_row);
             CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data \
                 FROM map JOIN images USING (tile_id);
             INSERT INTO map VALUES (2, 1, 1, 'a'), (7, 3, 3, 'a');
             INSERT INTO images VALUES ('a', x'02');",
        );
        let archive = MbTiles::open(&path, "carte").unwrap();
        assert_eq!((archive.most_zoom(), archive.attribution()), (7, None));
        assert_eq!(archive.bytes(TileKey { z: 2, x: 1, y: 2 }), Ok(Some(vec![2])));
        assert_eq!(archive.bytes(TileKey { z: 255, x: 1, y: 2 }), Ok(None));
    }
}
