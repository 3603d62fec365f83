//! What is remembered of the terrain when the program is left.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::app::tiles::TileSource;

/// The choices of a person about the terrain. They are the window's, not the document's: two
/// windows on the same document may differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TerrainSettings {
    /// The terrain takes the place of the map.
    pub shown: bool,
    /// Where its tiles come from.
    pub source: TileSource,
    /// The servers that may be called.
    pub agreed: BTreeSet<String>,
    /// A file that was being opened, or could not be: it is not opened again unasked.
    pub doubtful: Option<PathBuf>,
}

impl TerrainSettings {
    /// Whether the terrain can be shown without asking: its server is allowed, or it has none.
    pub fn may_be_shown(&self) -> bool {
        self.source.server().is_none_or(|server| self.agreed.contains(&server))
    }

    /// Whether its file was being opened when the program was last left, or could not be.
    pub fn is_doubtful(&self) -> bool {
        self.doubtful.is_some() && self.doubtful.as_deref() == self.last_file()
    }

    /// Allows the server of the chosen source.
    pub fn agree(&mut self) {
        self.agreed.extend(self.source.server());
    }

    /// The file that is used, if one is.
    pub fn last_file(&self) -> Option<&Path> {
        match &self.source {
            TileSource::File(path) => Some(path),
            _ => None,
        }
    }
}
