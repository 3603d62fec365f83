//! Tiles from a file: PMTiles or MBTiles, told apart by their first bytes.

use std::{fs::File, io::Read, path::Path};

use egui::ColorImage;

use super::{
    TileFault, TileKey,
    format::{ArchiveError, ArchiveFault, Format},
    mbtiles::MbTiles,
    picture::decode,
    pmtiles::PmTiles,
    source::file_name,
    workers::Provider,
};
use crate::french::NARROW_SPACE;

/// An open file of tiles.
pub struct Archive {
    name: String,
    format: Box<dyn Format>,
}

impl Archive {
    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be read, or holds something else than images.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        let name = file_name(path);
        let mut start = [0; 16];
        let unreadable = |_| ArchiveError::Unreadable(name.clone());
        // A pipe that nobody writes to would be waited for without end.
        if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(ArchiveError::UnknownFormat(name));
        }
        let mut file = File::open(path).map_err(unreadable)?;
        if file.read_exact(&mut start).is_err() {
            return Err(ArchiveError::UnknownFormat(name));
        }
        let format: Box<dyn Format> = if start.starts_with(b"PMTiles") {
            Box::new(PmTiles::open(file, &name)?)
        } else if start.starts_with(b"SQLite format 3\0") {
            Box::new(MbTiles::open(path, &name)?)
        } else {
            return Err(ArchiveError::UnknownFormat(name));
        };
        Ok(Self { name, format })
    }

    pub fn most_zoom(&self) -> u8 {
        self.format.most_zoom()
    }

    pub fn attribution(&self) -> String {
        let words = self.format.attribution().map(|text| without_markup(&text));
        let words = words.filter(|words| !words.is_empty());
        format!("Fond{NARROW_SPACE}: {}", words.as_deref().unwrap_or(&self.name))
    }
}

impl Provider for Archive {
    fn tile(&self, key: TileKey) -> Result<ColorImage, TileFault> {
        let origin = || format!("le fichier « {} »", self.name);
        match self.format.bytes(key) {
            Ok(Some(bytes)) => {
                decode(&bytes).ok_or_else(|| TileFault::NotAnImage { origin: origin() })
            }
            Ok(None) => Err(TileFault::NotCovered),
            Err(ArchiveFault::TooBig) => Err(TileFault::TooBig { origin: origin() }),
            Err(ArchiveFault::TooMuch | ArchiveFault::Unreadable) => {
                Err(TileFault::Unreadable { file: self.name.clone() })
            }
        }
    }
}

/// Attributions are written for web pages.
fn without_markup(text: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if inside => {}
            _ => words.push(letter),
        }
    }
    let words = words.replace("&copy;", "©").replace("&amp;", "&").replace("&nbsp;", " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribution_is_read_without_its_links() {
        let text = "<a href=\"https://a.org/\">&copy; OpenStreetMap</a>\n contributors";
        assert_eq!(without_markup(text), "© OpenStreetMap contributors");
    }

    #[test]
    fn files_that_are_no_tiles_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let open = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            Archive::open(&path).err()
        };
        let unknown = |name: &str| Some(ArchiveError::UnknownFormat(name.into()));
        let broken = |name: &str| Some(ArchiveError::Broken(name.into()));
        assert_eq!(open("vide.pmtiles", b""), unknown("vide.pmtiles"));
        assert_eq!(
            open("page.mbtiles", b"<html><body>Bonjour</body></html>"),
            unknown("page.mbtiles")
        );
        assert_eq!(
            open("court.pmtiles", b"PMTiles\x03 et puis plus rien du tout"),
            broken("court.pmtiles")
        );
        assert_eq!(
            open("court.mbtiles", b"SQLite format 3\0 et puis rien"),
            broken("court.mbtiles")
        );
        let missing = Archive::open(&folder.path().join("absent.pmtiles")).err();
        assert_eq!(missing, Some(ArchiveError::Unreadable("absent.pmtiles".into())));
    }
}
