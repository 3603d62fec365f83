//! What a page shows besides its words.

use std::sync::Arc;

use super::spec::{PageFormat, PageSpec};
use crate::{
    cartography::Legend,
    outline::{Detail, Frame, Layer, PlaneRect},
    scene::{map::MapPicture, schools::PlacedSchool},
    territory::TerritoryId,
};

/// What a page shows besides its words.
pub struct PageContent<'a> {
    /// Its maps, one at least: all of the same part of the plane.
    pub maps: Vec<PageMap>,
    /// What they cover on the plane.
    pub bounds: PlaneRect,
    /// How many metres of the plane a metre of ground is drawn as in its middle.
    pub stretch: f64,
    /// Where north is in its middle, in degrees clockwise from straight up.
    pub north: f64,
    /// Its insets.
    pub frames: &'a [Frame],
    /// The explanation of all maps.
    pub legend: Legend,
    /// Where the place lies, unless it is all of France.
    pub locator: Option<Locator>,
    /// Its schools, where they are shown one by one.
    pub points: Option<PagePoints>,
}

/// A map of a page.
pub struct PageMap {
    /// What is drawn.
    pub picture: Arc<MapPicture>,
    /// What stands above it, where there are several: « 31 octobre 2011 ».
    pub caption: String,
    /// What it shows, in words.
    pub alternative: String,
}

/// A small map on which a place is marked.
pub struct Locator {
    /// All that there is around it.
    pub land: Arc<Layer>,
    /// Territories of another layer, among which the place is.
    pub places: Arc<Layer>,
    /// Which of them.
    pub place: TerritoryId,
    /// What the land covers on the plane.
    pub bounds: PlaneRect,
    /// The boxes of its insets.
    pub frames: Vec<Frame>,
    /// What the place covers.
    pub place_bounds: PlaneRect,
    /// What it shows, in words.
    pub alternative: String,
}

/// Schools as points.
pub struct PagePoints {
    /// Where they stand on the plane.
    pub schools: Vec<PlacedSchool>,
    /// What is said of one that has what is counted, of one that has not, of one of which nobody
    /// knows.
    pub words: [String; 3],
}

/// Width of the column of the legend beside a map on a web page, and what parts the two.
pub(super) const LEGEND_WIDTH: f32 = 262.0;
pub(super) const GUTTER: f32 = 24.0;
/// Margin of a web page.
pub(super) const WEB_MARGIN: f32 = 32.0;

impl PageContent<'_> {
    /// How finely the maps of a page are drawn that is `width` pixels wide: a fraction of a pixel, and
    /// of a page unit, since a drawing may be looked at from near whatever its width.
    pub fn detail(bounds: PlaneRect, spec: &PageSpec, maps: usize, width: u32) -> Detail {
        const FRACTION: f32 = 0.18;
        let page = spec.format.size().0;
        // As wide as a map may become.
        let map = match spec.format {
            PageFormat::Web if maps < 2 => page - 2.0 * WEB_MARGIN - LEGEND_WIDTH - GUTTER,
            _ if maps > 3 => page / 6.0,
            _ => page,
        };
        let unit = bounds.width() / map;
        let pixel = unit * page / width.max(1) as f32;
        Detail::for_scale(FRACTION * unit.min(pixel))
    }
}
