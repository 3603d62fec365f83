//! What a map shows in a frame.

use std::sync::Arc;

use crate::{app::tiles::TileStore, outline::Outlines, project::Session, territory::TerritoryId};

/// Everything that the map is given from frame to frame.
pub struct MapContent<'a> {
    /// The outlines, as they were read.
    pub outlines: &'a Arc<Outlines>,
    /// What is chosen, and the values.
    pub session: &'a Session,
    /// Territories that another panel points at.
    pub pointed: &'a [TerritoryId],
    /// The territories that a filter keeps; `None` where nothing is filtered.
    pub kept: Option<&'a [TerritoryId]>,
    /// The territory whose card another panel shows.
    pub told: Option<TerritoryId>,
    /// The tiles of the terrain; `None` shows the composed map.
    pub tiles: Option<&'a mut TileStore>,
}
