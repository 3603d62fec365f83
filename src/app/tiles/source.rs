//! Where tiles come from.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::TileAddress;

/// A source of tiles, as a person chooses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TileSource {
    /// The national map of the IGN, from the Géoplateforme.
    #[default]
    PlanIgn,
    /// OpenStreetMap's own server.
    OpenStreetMap,
    /// Another server.
    Server(TileAddress),
    /// A PMTiles or MBTiles file: no network.
    File(PathBuf),
}

/// WMTS as a query, open and without a key, in the tile matrix of everybody else (« PM »).
const PLAN_IGN: &str = "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0\
     &LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png\
     &TILEMATRIXSET=PM&TILEMATRIX={z}&TILECOL={x}&TILEROW={y}";
const OPEN_STREET_MAP: &str = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

impl TileSource {
    /// Its name.
    pub fn label(&self) -> String {
        match self {
            Self::PlanIgn => "Plan IGN".to_owned(),
            Self::OpenStreetMap => "OpenStreetMap".to_owned(),
            Self::Server(address) => address.server().to_owned(),
            Self::File(path) => file_name(path),
        }
    }

    /// The address of its tiles; `None` for a file.
    pub fn address(&self) -> Option<TileAddress> {
        match self {
            Self::PlanIgn => TileAddress::parse(PLAN_IGN).ok(),
            Self::OpenStreetMap => TileAddress::parse(OPEN_STREET_MAP).ok(),
            Self::Server(address) => Some(address.clone()),
            Self::File(_) => None,
        }
    }

    /// The server that would be called; `None` when nothing leaves the machine.
    pub fn server(&self) -> Option<String> {
        self.address().map(|address| address.server().to_owned())
    }

    /// Whom its tiles are from, as its licence wants it said; a file says it itself.
    pub fn attribution(&self) -> Option<String> {
        match self {
            Self::PlanIgn => Some("Fond\u{202f}: © IGN, Plan IGN, Géoplateforme".to_owned()),
            Self::OpenStreetMap => {
                Some("Fond\u{202f}: © les contributeurs d’OpenStreetMap (ODbL)".to_owned())
            }
            Self::Server(address) => Some(format!("Fond\u{202f}: {}", address.server())),
            Self::File(_) => None,
        }
    }

    /// The closest zoom there is. Looking closer magnifies it.
    pub fn most_zoom(&self) -> u8 {
        19
    }
}

/// The name of a file without its folder.
pub fn file_name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tiles::TileKey;

    #[test]
    fn the_known_servers_are_asked_as_they_document() {
        let key = TileKey { z: 12, x: 2074, y: 1409 };
        let address = |source: TileSource| source.address().map(|address| address.of(key));
        assert_eq!(
            address(TileSource::OpenStreetMap).as_deref(),
            Some("https://tile.openstreetmap.org/12/2074/1409.png")
        );
        let ign = address(TileSource::PlanIgn).unwrap();
        assert!(ign.starts_with("https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION"));
        assert!(ign.ends_with("&TILEMATRIX=12&TILECOL=2074&TILEROW=1409"), "{ign}");
    }

    #[test]
    fn only_a_file_calls_no_server() {
        assert_eq!(TileSource::PlanIgn.server().as_deref(), Some("data.geopf.fr"));
        assert_eq!(TileSource::OpenStreetMap.server().as_deref(), Some("tile.openstreetmap.org"));
        assert_eq!(TileSource::File("a/b.pmtiles".into()).server(), None);
        assert_eq!(TileSource::File("a/b.pmtiles".into()).label(), "b.pmtiles");
    }
}
