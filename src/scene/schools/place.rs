//! Schools on a plane.

use rayon::prelude::*;

use crate::outline::{LonLat, Plane};

/// A school with its place on earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SchoolPoint {
    /// Whatever its owner knows it by.
    pub key: u32,
    /// Longitude in degrees, east positive. What is no place in France is not drawn.
    pub lon: f64,
    /// Latitude in degrees, north positive.
    pub lat: f64,
    /// Whether it has what is counted; `None` when nobody knows.
    pub equipped: Option<bool>,
}

/// A school on the plane. One of the petite couronne is there twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedSchool {
    /// That of its point.
    pub key: u32,
    /// Where, on the plane.
    pub at: [f64; 2],
    /// Whether it has what is counted; `None` when nobody knows.
    pub equipped: Option<bool>,
}

/// Places schools. One without coordinates, or with coordinates outside France, stands nowhere.
pub fn place_schools(points: &[SchoolPoint], outlines: &Plane) -> Vec<PlacedSchool> {
    let places = |point: &SchoolPoint| {
        let SchoolPoint { key, lon, lat, equipped } = *point;
        let place = LonLat::from_degrees(lon, lat);
        let at = place.into_iter().flat_map(|place| outlines.points_of(place));
        at.map(|at| PlacedSchool { key, at, equipped }).collect::<Vec<_>>()
    };
    points.par_iter().flat_map_iter(places).collect()
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
        let points: Vec<SchoolPoint> = (0..)
            .zip(places)
            .map(|(key, (lon, lat))| SchoolPoint { key, lon, lat, equipped: None })
            .collect();
        let keys = |outlines: &Plane| -> Vec<u32> {
            place_schools(&points, outlines).iter().map(|school| school.key).collect()
        };
        assert_eq!(keys(&outlines), [3, 3, 4]);
        assert_eq!(keys(outlines.on_earth()), [3, 4]);
    }
}
