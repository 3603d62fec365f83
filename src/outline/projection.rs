//! From longitude and latitude to metres and back: Lambert-93, the UTM zones of the overseas
//! départements, and the Web Mercator of background tiles.

use super::lonlat::LonLat;

/// A legal projection of a part of France, or that of background tiles. All but the last use the GRS80 ellipsoid; the geodetic systems
/// (RGF93, RGAF09, RGFG95, RGR92, RGM04) agree with WGS 84 to better than what outlines show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Projection {
    /// EPSG:2154, mainland and Corsica.
    Lambert93,
    /// EPSG:5490, Guadeloupe and Martinique.
    Utm20North,
    /// EPSG:2972, Guyane.
    Utm22North,
    /// EPSG:2975, La Réunion.
    Utm40South,
    /// EPSG:4471, Mayotte.
    Utm38South,
    /// EPSG:3857, the one projection of background tiles, for the whole world.
    WebMercator,
}

impl Projection {
    /// Easting and northing, in metres.
    pub fn project(self, point: LonLat) -> [f64; 2] {
        self.metres([point.longitude(), point.latitude()])
    }

    /// Longitude and latitude of an easting and a northing; `None` where this projection reaches
    /// no place on earth.
    ///
    /// Newton's method on the way there, which needs no second set of series and cannot disagree
    /// with the first.
    pub fn unproject(self, metres: [f64; 2]) -> Option<LonLat> {
        const MOST_STEPS: usize = 30;
        const CLOSE_ENOUGH: f64 = 1e-3;
        const STEP: f64 = 1e-5;
        let mut place = self.somewhere();
        for _ in 0..MOST_STEPS {
            let [x, y] = self.metres(place);
            let miss = [metres[0] - x, metres[1] - y];
            if miss[0].hypot(miss[1]) < CLOSE_ENOUGH {
                return LonLat::from_degrees(place[0], place[1]);
            }
            let east = self.metres([place[0] + STEP, place[1]]);
            let north = self.metres([place[0], place[1] + STEP]);
            let [a, b] = [(east[0] - x) / STEP, (north[0] - x) / STEP];
            let [c, d] = [(east[1] - y) / STEP, (north[1] - y) / STEP];
            let determinant = a * d - b * c;
            place[0] += (d * miss[0] - b * miss[1]) / determinant;
            place[1] += (a * miss[1] - c * miss[0]) / determinant;
            // The projections are defined short of the poles.
            place = [place[0].clamp(-180.0, 180.0), place[1].clamp(-89.0, 89.0)];
        }
        None
    }

    fn metres(self, [longitude, latitude]: [f64; 2]) -> [f64; 2] {
        let (longitude, latitude) = (longitude.to_radians(), latitude.to_radians());
        match self {
            Self::Lambert93 => lambert93(longitude, latitude),
            Self::Utm20North => utm(longitude, latitude, 20, 0.0),
            Self::Utm22North => utm(longitude, latitude, 22, 0.0),
            Self::Utm40South => utm(longitude, latitude, 40, 10_000_000.0),
            Self::Utm38South => utm(longitude, latitude, 38, 10_000_000.0),
            Self::WebMercator => [MAJOR_AXIS * longitude, MAJOR_AXIS * latitude.tan().asinh()],
        }
    }

    /// A place in the middle of where the projection is used, in degrees.
    fn somewhere(self) -> [f64; 2] {
        match self {
            Self::Lambert93 => [3.0, 46.5],
            Self::Utm20North => [-61.3, 15.5],
            Self::Utm22North => [-53.0, 4.0],
            Self::Utm40South => [55.5, -21.1],
            Self::Utm38South => [45.2, -12.8],
            Self::WebMercator => [0.0, 0.0],
        }
    }
}

/// Semi-major axis of GRS80, in metres.
pub(super) const MAJOR_AXIS: f64 = 6_378_137.0;
/// Flattening of GRS80.
const FLATTENING: f64 = 1.0 / 298.257_222_101;

/// Lambert conformal conic with two standard parallels (44° and 49°), origin 46.5° N 3° E.
/// Constants and formula: IGN, *Projection cartographique conique conforme de Lambert*, NTG 71.
fn lambert93(longitude: f64, latitude: f64) -> [f64; 2] {
    const N: f64 = 0.725_607_765_053_267;
    const C: f64 = 11_754_255.426_096;
    const POLE_X: f64 = 700_000.0;
    const POLE_Y: f64 = 12_655_612.049_876;
    let eccentricity = (FLATTENING * (2.0 - FLATTENING)).sqrt();
    let sine = latitude.sin();
    let isometric = sine.atanh() - eccentricity * (eccentricity * sine).atanh();
    let radius = C * (-N * isometric).exp();
    let angle = N * (longitude - 3f64.to_radians());
    [POLE_X + radius * angle.sin(), POLE_Y - radius * angle.cos()]
}

/// Transverse Mercator by Krüger's series to the third order, exact to a millimetre in a zone.
/// Source: C. F. F. Karney, *Transverse Mercator with an accuracy of a few nanometers*, 2011.
fn utm(longitude: f64, latitude: f64, zone: u8, false_northing: f64) -> [f64; 2] {
    const SCALE: f64 = 0.9996;
    let central = (f64::from(zone) * 6.0 - 183.0).to_radians();
    let n = FLATTENING / (2.0 - FLATTENING);
    let radius = MAJOR_AXIS / (1.0 + n) * (1.0 + n * n / 4.0 + n.powi(4) / 64.0);
    let alpha = [
        n / 2.0 - 2.0 * n * n / 3.0 + 5.0 * n.powi(3) / 16.0,
        13.0 * n * n / 48.0 - 3.0 * n.powi(3) / 5.0,
        61.0 * n.powi(3) / 240.0,
    ];
    let squeeze = 2.0 * n.sqrt() / (1.0 + n);
    let sine = latitude.sin();
    let tangent = (sine.atanh() - squeeze * (squeeze * sine).atanh()).sinh();
    let delta = longitude - central;
    let xi = tangent.atan2(delta.cos());
    let eta = (delta.sin() / (1.0 + tangent * tangent).sqrt()).atanh();
    let (mut east, mut north) = (eta, xi);
    for (order, coefficient) in (1..).zip(alpha) {
        let twice = 2.0 * f64::from(order);
        east += coefficient * (twice * xi).cos() * (twice * eta).sinh();
        north += coefficient * (twice * xi).sin() * (twice * eta).cosh();
    }
    [500_000.0 + SCALE * radius * east, false_northing + SCALE * radius * north]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values by PROJ 9 (pyproj), an independent program.
    #[test]
    fn projections_agree_with_proj_to_the_centimetre() {
        for (projection, longitude, latitude, expected) in [
            (Projection::Lambert93, 2.3522, 48.8566, [652469.0227, 6862035.2594]),
            (Projection::Lambert93, -5.1, 48.4, [101516.4276, 6841801.8064]),
            (Projection::Lambert93, 9.2, 42.15, [1212902.2568, 6136779.1046]),
            (Projection::Lambert93, 3.0, 46.5, [700000.0, 6600000.0]),
            (Projection::Utm20North, -61.5, 16.2, [660342.3124, 1791644.1315]),
            (Projection::Utm20North, -61.0, 14.6, [715447.8753, 1615033.1189]),
            (Projection::Utm22North, -52.3, 4.9, [355855.4384, 541750.1636]),
            (Projection::Utm40South, 55.5, -21.1, [344197.5754, 7666050.7110]),
            (Projection::Utm38South, 45.2, -12.8, [521705.5480, 8584972.9625]),
            // By the published formula of EPSG:3857, worked out with other tools.
            (Projection::WebMercator, 2.3522, 48.8566, [261845.7062, 6250564.3495]),
            (Projection::WebMercator, 55.5, -21.1, [6178231.7390, -2403806.5216]),
        ] {
            let [x, y] = projection.project(LonLat::from_degrees(longitude, latitude).unwrap());
            let [expected_x, expected_y] = expected;
            assert!((x - expected_x).abs() < 0.01, "{projection:?} {longitude}: x {x}");
            assert!((y - expected_y).abs() < 0.01, "{projection:?} {longitude}: y {y}");
            let back = projection.unproject(expected).unwrap();
            assert!((back.longitude() - longitude).abs() < 2e-7, "{projection:?} {back:?}");
            assert!((back.latitude() - latitude).abs() < 2e-7, "{projection:?} {back:?}");
        }
    }

    #[test]
    fn what_lies_beyond_the_earth_is_no_place() {
        assert_eq!(Projection::WebMercator.unproject([1e9, 0.0]), None);
        assert_eq!(Projection::Lambert93.unproject([f64::NAN, 0.0]), None);
    }
}
