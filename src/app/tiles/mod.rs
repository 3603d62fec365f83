//! Background tiles: where they come from, how they are fetched, and what is kept of them.
//!
//! This is the one part of the program that uses the network, and only once a person has allowed
//! it. Fetching goes on in threads of its own; a frame only asks a [`TileStore`] what is there.
//!
//! Invariant: whatever a server does (nothing, an error, a page instead of an image, thirty
//! megabytes), a frame does not wait, a failed tile is not asked for again at once, and what is
//! kept in memory and on disk is bounded.

mod address;
mod archive;
mod disk_cache;
mod fault;
mod format;
mod mbtiles;
mod picture;
mod pmtiles;
mod server;
mod source;
mod store;
mod workers;

pub use address::{AddressError, TileAddress};
pub use disk_cache::DiskCache;
pub use fault::TileFault;
pub use format::ArchiveError;
pub use server::Pace;
pub use source::TileSource;
pub use store::{Opening, TileStore, TileView, open_archive};

/// A tile of the pyramid that all sources share: at zoom `z`, 2ᶻ × 2ᶻ tiles cover the world, the
/// first at the north-west.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileKey {
    /// Zoom.
    pub z: u8,
    /// Column, from the west.
    pub x: u32,
    /// Row, from the north.
    pub y: u32,
}

impl TileKey {
    /// The tile that holds this one and three others.
    pub fn parent(self) -> Option<Self> {
        Some(Self { z: self.z.checked_sub(1)?, x: self.x / 2, y: self.y / 2 })
    }
}
