//! The two planes as projections of walkers.

use walkers::{Pixels, Position, Projection};

use crate::outline::pyramid;

/// A walkers `Position` holds plane coordinates, in metres; projecting is shifting and scaling.
/// Longitude and latitude live only in the outlines' own projections, so that a point in an inset
/// needs no inverse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneProjection {
    /// What walkers counts its pixels from.
    corner: [f64; 2],
    /// Points a metre at zoom 0.
    points_per_metre: f64,
}

impl PlaneProjection {
    /// The composed plane. At zoom 10 a point is about a kilometre.
    pub fn composed() -> Self {
        Self { corner: [0.0, 0.0], points_per_metre: 1e-6 }
    }

    /// The plane of background tiles: at zoom 0 the world is one tile of 256 points.
    pub fn tiled() -> Self {
        let pyramid = pyramid();
        Self { corner: pyramid.corner, points_per_metre: 256.0 / pyramid.width }
    }

    /// Points a metre of the plane, at a zoom of walkers.
    pub fn scale(&self, zoom: f64) -> f64 {
        self.points_per_metre * zoom.exp2()
    }

    /// The zoom of walkers at which a metre of the plane is so many points.
    pub fn zoom(&self, scale: f64) -> f64 {
        (scale / self.points_per_metre).log2()
    }
}

impl Projection for PlaneProjection {
    fn project(&self, position: Position, zoom: f64) -> Pixels {
        let [x, y] = self.corner;
        (position - Position::new(x, y)) * self.scale(zoom)
    }

    fn unproject(&self, pixels: Pixels, zoom: f64) -> Position {
        let [x, y] = self.corner;
        pixels / self.scale(zoom) + Position::new(x, y)
    }

    fn scale_pixel_per_meter(&self, _position: Position, zoom: f64) -> f64 {
        self.scale(zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, LonLat, Outlines};

    #[test]
    fn a_position_comes_back_from_the_screen() {
        for projection in [PlaneProjection::composed(), PlaneProjection::tiled()] {
            let position = Position::new(123_456.0, -98_765.0);
            let pixels = projection.project(position, 11.3);
            let back = projection.unproject(pixels, 11.3);
            assert!((back.x() - position.x()).abs() < 1e-6);
            assert!((back.y() - position.y()).abs() < 1e-6);
            assert!((projection.zoom(projection.scale(9.7)) - 9.7).abs() < 1e-9);
        }
    }

    /// Expected pixels by walkers' own Mercator, which lays tiles out.
    #[test]
    fn outlines_lie_where_walkers_lays_the_tiles_of_their_place() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        for (longitude, latitude) in [(2.3469, 48.8466), (55.45, -20.95), (-61.0, 14.6)] {
            let place = LonLat::from_degrees(longitude, latitude).unwrap();
            let [x, y] = outlines.on_earth().points_of(place).next().unwrap();
            let ours = PlaneProjection::tiled().project(Position::new(x, y), 15.0);
            let theirs =
                walkers::MercatorProjection.project(walkers::lon_lat(longitude, latitude), 15.0);
            assert!((ours.x() - theirs.x()).abs() < 0.05, "{ours:?} {theirs:?}");
            assert!((ours.y() - theirs.y()).abs() < 0.05, "{ours:?} {theirs:?}");
        }
    }
}
