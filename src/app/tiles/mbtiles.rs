//! MBTiles: tiles in an SQLite database. <https://github.com/mapbox/mbtiles-spec>

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::{
    TileKey,
    archive::{ArchiveError, ArchiveFault, Format},
};

/// Heaviest tile, in bytes.
const MOST_BYTES: i64 = 2 * 1024 * 1024;

pub(super) struct MbTiles {
    database: Mutex<Connection>,
    most_zoom: u8,
    attribution: Option<String>,
}

impl MbTiles {
    pub fn open(path: &Path, name: &str) -> Result<Self, ArchiveError> {
        let broken = |_| ArchiveError::Broken(name.to_owned());
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let database = Connection::open_with_flags(path, flags).map_err(broken)?;
        let most_zoom: Option<u8> = database
            .query_row("SELECT max(zoom_level) FROM tiles", [], |row| row.get(0))
            .map_err(broken)?;
        let said = |what: &str| -> Option<String> {
            let query = "SELECT value FROM metadata WHERE name = ?1";
            database.query_row(query, [what], |row| row.get(0)).optional().ok().flatten()
        };
        if said("format").is_some_and(|format| format.eq_ignore_ascii_case("pbf")) {
            return Err(ArchiveError::Vector(name.to_owned()));
        }
        let attribution = said("attribution");
        let most_zoom = most_zoom.ok_or_else(|| ArchiveError::Broken(name.to_owned()))?;
        Ok(Self { database: Mutex::new(database), most_zoom, attribution })
    }
}

impl Format for MbTiles {
    fn bytes(&self, TileKey { z, x, y }: TileKey) -> Result<Option<Vec<u8>>, ArchiveFault> {
        // Rows are counted from the south. What is too heavy never leaves the database.
        const QUERY: &str = "SELECT CASE WHEN length(tile_data) <= ?4 THEN tile_data END \
             FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3";
        let row = (1i64 << z) - 1 - i64::from(y);
        let database = self.database.lock().unwrap_or_else(PoisonError::into_inner);
        let found: Option<Option<Vec<u8>>> = database
            .prepare(QUERY)
            .and_then(|mut query| {
                query.query_row((z, i64::from(x), row, MOST_BYTES), |row| row.get(0)).optional()
            })
            .map_err(|_| ArchiveFault::Unreadable)?;
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
}
