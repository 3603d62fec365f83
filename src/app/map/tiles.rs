//! The tiles of a store, as walkers wants them.

use walkers::{Tile, TileId, TilePiece, Tiles, sources::Attribution};

use crate::app::tiles::{TileKey, TileStore};

/// A layer of walkers over a store.
pub struct TileLayer<'a>(pub &'a mut TileStore);

impl Tiles for TileLayer<'_> {
    fn at(&mut self, tile_id: TileId) -> Option<TilePiece> {
        let TileId { x, y, zoom } = tile_id;
        let view = self.0.at(TileKey { z: zoom, x, y })?;
        Some(TilePiece::new(Tile::Raster(view.texture), view.uv))
    }

    /// Written by the map itself, in its foot.
    fn attribution(&self) -> Attribution {
        Attribution { text: "", url: "", logo_light: None, logo_dark: None }
    }

    fn tile_size(&self) -> u32 {
        256
    }
}
