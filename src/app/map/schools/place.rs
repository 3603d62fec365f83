//! Schools on the plane that is shown.

use std::sync::Arc;

use rayon::prelude::*;

use super::SchoolPoint;
use crate::outline::{LonLat, Plane, PlaneRect};

/// A school on the plane. One of the petite couronne is there twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedSchool {
    pub key: u32,
    pub at: [f64; 2],
    pub equipped: Option<bool>,
}

/// Schools, and what they were placed on.
pub struct Placed {
    of: Arc<[SchoolPoint]>,
    bounds: PlaneRect,
    schools: Vec<PlacedSchool>,
}

impl Placed {
    /// Places schools. One without coordinates, or with coordinates outside France, stands nowhere.
    pub fn new(points: &Arc<[SchoolPoint]>, outlines: &Plane) -> Self {
        let places = |point: &SchoolPoint| {
            let SchoolPoint { key, lon, lat, equipped } = *point;
            let place = LonLat::from_degrees(lon, lat);
            let at = place.into_iter().flat_map(|place| outlines.points_of(place));
            at.map(|at| PlacedSchool { key, at, equipped }).collect::<Vec<_>>()
        };
        let schools = points.par_iter().flat_map_iter(places).collect();
        Self { of: Arc::clone(points), bounds: outlines.bounds(), schools }
    }

    /// Whether they are those schools, on that plane.
    pub fn is_of(&self, points: &Arc<[SchoolPoint]>, outlines: &Plane) -> bool {
        Arc::ptr_eq(&self.of, points) && self.bounds == outlines.bounds()
    }

    pub fn points(&self) -> &[PlacedSchool] {
        &self.schools
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, Outlines};

    #[test]
    fn nonsense_stands_nowhere_and_the_petite_couronne_twice() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let places = [
            (0.0, 0.0),
            (f64::NAN, f64::NAN),
            (652_469.0, 6_862_035.0),
            (2.3469, 48.8466),
            (55.45, -20.95),
        ];
        let points: Arc<[SchoolPoint]> = (0..)
            .zip(places)
            .map(|(key, (lon, lat))| SchoolPoint { key, lon, lat, equipped: None })
            .collect();
        let keys = |outlines: &Plane| -> Vec<u32> {
            Placed::new(&points, outlines).points().iter().map(|school| school.key).collect()
        };
        assert_eq!(keys(&outlines), [3, 3, 4]);
        assert_eq!(keys(outlines.on_earth()), [3, 4]);
    }
}
