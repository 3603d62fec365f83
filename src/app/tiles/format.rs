//! What the readers of both formats of files have in common.

use super::TileKey;
use crate::french::NARROW_SPACE;

/// Why a file of tiles cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// It cannot be opened.
    #[error(
        "Impossible de lire « {0} »{NARROW_SPACE}: le fichier n’existe pas ou n’est pas accessible."
    )]
    Unreadable(String),
    /// It is neither of the two formats.
    #[error("« {0} » n’est ni un fichier PMTiles ni un fichier MBTiles.")]
    UnknownFormat(String),
    /// It begins well and goes on badly.
    #[error("« {0} » est endommagé ou incomplet.")]
    Broken(String),
    /// Reading it would take more time or memory than any map is worth.
    #[error(
        "« {0} » demande bien plus de temps ou de mémoire qu’un fond de carte{NARROW_SPACE}: il est mal \
         construit, ou fait pour nuire. Choisissez-en un autre."
    )]
    TooMuch(String),
    /// It holds drawings to be styled, not images.
    #[error(
        "« {0} » contient des tuiles vectorielles{NARROW_SPACE}: il faut un fichier de tuiles en images \
         (PNG, JPEG ou WebP)."
    )]
    Vector(String),
}

/// What a reader of one format gives.
pub(super) trait Format: Send + Sync {
    /// The bytes of a tile; `None` where there is none.
    fn bytes(&self, key: TileKey) -> Result<Option<Vec<u8>>, ArchiveFault>;
    /// Closest zoom.
    fn most_zoom(&self) -> u8;
    /// Whom its tiles are from, in its own words.
    fn attribution(&self) -> Option<String>;
}

/// A tile that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArchiveFault {
    TooBig,
    /// It would take more time or memory than a tile is worth.
    TooMuch,
    Unreadable,
}
