//! A place on earth, exactly.

/// A longitude and a latitude in whole 10⁻⁷ degrees (about 1 cm).
///
/// Whole numbers make "the same vertex" exact, on which shared borders rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LonLat([i32; 2]);

impl LonLat {
    const UNITS_PER_DEGREE: f64 = 1e7;

    /// From degrees; `None` outside ±180° and ±90°, or when not a number.
    pub fn from_degrees(longitude: f64, latitude: f64) -> Option<Self> {
        let inside = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        inside.then(|| {
            let units = |degrees: f64| (degrees * Self::UNITS_PER_DEGREE).round() as i32;
            Self([units(longitude), units(latitude)])
        })
    }

    /// Longitude in degrees, east positive.
    pub fn longitude(self) -> f64 {
        f64::from(self.0[0]) / Self::UNITS_PER_DEGREE
    }

    /// Latitude in degrees, north positive.
    pub fn latitude(self) -> f64 {
        f64::from(self.0[1]) / Self::UNITS_PER_DEGREE
    }

    /// Longitude and latitude in whole units.
    pub(super) fn units(self) -> [i32; 2] {
        self.0
    }
}
