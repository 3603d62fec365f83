//! The composed plane as a projection of walkers.

use walkers::{Pixels, Position, Projection};

/// A walkers `Position` holds plane coordinates, in metres; projecting is scaling. Longitude and
/// latitude live only in the outlines' own projections, so that a point in an inset needs no
/// inverse.
pub struct PlaneProjection;

/// Points a metre at zoom 0. At zoom 10 a point is about a kilometre.
const POINTS_PER_METRE: f64 = 1e-6;

/// Points a metre of the plane, at a zoom of walkers.
pub fn scale(zoom: f64) -> f64 {
    POINTS_PER_METRE * zoom.exp2()
}

/// The zoom of walkers at which a metre of the plane is so many points.
pub fn zoom(scale: f64) -> f64 {
    (scale / POINTS_PER_METRE).log2()
}

impl Projection for PlaneProjection {
    fn project(&self, position: Position, zoom: f64) -> Pixels {
        position * scale(zoom)
    }

    fn unproject(&self, pixels: Pixels, zoom: f64) -> Position {
        pixels / scale(zoom)
    }

    fn scale_pixel_per_meter(&self, _position: Position, zoom: f64) -> f64 {
        scale(zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_comes_back_from_the_screen() {
        let position = Position::new(123_456.0, -98_765.0);
        let pixels = PlaneProjection.project(position, 11.3);
        let back = PlaneProjection.unproject(pixels, 11.3);
        assert!((back.x() - position.x()).abs() < 1e-6 && (back.y() - position.y()).abs() < 1e-6);
        assert!((zoom(scale(9.7)) - 9.7).abs() < 1e-9);
    }
}
