//! From a place on earth to the planes that show it, and back.

use super::{composition::Frame, lonlat::LonLat, plane::PlaneRect, planes::Plane};
use crate::territory::Code;

/// Where one looks on a plane, and how many of its metres a metre of ground is drawn as there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// The point of the plane.
    pub center: [f64; 2],
    /// Metres of the plane a metre of ground.
    pub stretch: f64,
}

impl Plane {
    /// The points of this plane that show a place: none outside France, two in the petite couronne
    /// of the composed plane, which has a zoom of its own.
    pub fn points_of(&self, place: LonLat) -> impl Iterator<Item = [f64; 2]> {
        let code = self.departement_near(place);
        let shows = move |frame: &&Frame| code.is_some_and(|code| frame.shows(code));
        self.frames().iter().filter(shows).map(move |frame| lay(frame, place))
    }

    /// The département that a place lies in, or at the shore of which it lies: outlines are drawn
    /// more simply than a harbour is.
    pub fn departement_near(&self, place: LonLat) -> Option<Code> {
        // Two kilometres at the latitude of the mainland, three at the equator.
        const SHORE: f64 = 0.027;
        let [x, y] = [place.longitude(), place.latitude()];
        let north = SHORE * y.to_radians().cos();
        let diagonal = std::f64::consts::FRAC_1_SQRT_2;
        [
            [0.0, 0.0],
            [1.0, 0.0],
            [-1.0, 0.0],
            [0.0, 1.0],
            [0.0, -1.0],
            [diagonal, diagonal],
            [-diagonal, diagonal],
            [diagonal, -diagonal],
            [-diagonal, -diagonal],
        ]
        .into_iter()
        .find_map(|[dx, dy]| self.ground.departement_at([x + dx * SHORE, y + dy * north]))
    }

    /// The place that a point of this plane shows, and how it is drawn there. In an inset that is
    /// the inset's place, anywhere else the mainland's, sea included.
    pub fn place_at(&self, point: [f64; 2]) -> Option<(LonLat, f64)> {
        let within = |rect: PlaneRect| rect.contains(point.map(|metres| metres as f32));
        let inset = self.frames().iter().find(|frame| frame.rect.is_some_and(within));
        let frame = inset.or_else(|| self.frames().iter().find(|frame| frame.rect.is_none()))?;
        let place = frame.place(point)?;
        Some((place, frame.stretch(place)))
    }

    /// Where north is at a point of this plane, in degrees clockwise from straight up; nothing where
    /// it shows no place.
    pub fn north_at(&self, point: [f64; 2]) -> Option<f64> {
        const STEP: f64 = 0.01;
        let within = |rect: PlaneRect| rect.contains(point.map(|metres| metres as f32));
        let inset = self.frames().iter().find(|frame| frame.rect.is_some_and(within));
        let frame = inset.or_else(|| self.frames().iter().find(|frame| frame.rect.is_none()))?;
        let place = frame.place(point)?;
        let north = LonLat::from_degrees(place.longitude(), place.latitude() + STEP)?;
        let ([x, y], [to_x, to_y]) = (lay(frame, place), lay(frame, north));
        Some((to_x - x).atan2(y - to_y).to_degrees())
    }

    /// Where this plane shows a place, or what is nearest to it when it is far from France.
    pub fn sight_of(&self, place: LonLat) -> Option<Sight> {
        let code = self.departement_near(place);
        let frame = (self.frames().iter())
            .find(|frame| code.is_some_and(|code| frame.shows(code)))
            .or_else(|| nearest(self.frames(), place))?;
        let center = lay(frame, place);
        let center = frame.rect.map_or(center, |rect| rect.nearest(center));
        Some(Sight { center, stretch: frame.stretch(place) })
    }
}

fn lay(frame: &Frame, place: LonLat) -> [f64; 2] {
    frame.to_exact_plane(frame.projection.project(place))
}

/// The part whose middle is nearest to a place on a globe.
fn nearest(parts: &[Frame], place: LonLat) -> Option<&Frame> {
    let direction = |place: LonLat| {
        let (longitude, latitude) = (place.longitude().to_radians(), place.latitude().to_radians());
        let flat = latitude.cos();
        [flat * longitude.cos(), flat * longitude.sin(), latitude.sin()]
    };
    let wanted = direction(place);
    let closeness = |frame: &Frame| {
        let middle = match frame.rect {
            Some(rect) => frame.place(rect.center().map(f64::from)),
            None => frame.place([0.0, 0.0]),
        };
        middle.map_or(f64::NEG_INFINITY, |middle| {
            direction(middle).iter().zip(wanted).map(|(a, b)| a * b).sum()
        })
    };
    // The first of equals: the zoom on Paris comes after the mainland.
    parts.iter().rev().max_by(|a, b| closeness(a).total_cmp(&closeness(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline::{DEPARTEMENTS_GEOJSON, FrameId, Outlines},
        territory::{Edition, Level},
    };

    fn france() -> Outlines {
        Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0
    }

    fn place(longitude: f64, latitude: f64) -> LonLat {
        LonLat::from_degrees(longitude, latitude).unwrap()
    }

    /// The convergence of Lambert-93 is (longitude − 3°) · 0.725 6077 650 (sine of 46° 31′ and its
    /// constant), eastern longitudes clockwise from the grid's north being to the left of up.
    #[test]
    fn north_is_where_the_projection_has_it() {
        let outlines = france();
        for (longitude, latitude) in [(3.0, 46.5), (-4.0, 48.2), (7.5, 48.5), (9.0, 42.0)] {
            let point = outlines.points_of(place(longitude, latitude)).next().unwrap();
            let north = outlines.north_at(point).unwrap();
            let wanted = -(longitude - 3.0) * 0.725_607_765;
            assert!((north - wanted).abs() < 0.01, "{longitude}: {north} {wanted}");
        }
        let reunion = outlines.points_of(place(55.5, -21.1)).next().unwrap();
        assert!(outlines.north_at(reunion).unwrap().abs() < 1.0);
    }

    fn metres_apart(one: LonLat, other: LonLat) -> f64 {
        let across = one.latitude().to_radians().cos() * (one.longitude() - other.longitude());
        across.hypot(one.latitude() - other.latitude()) * 111_195.0
    }

    #[test]
    fn a_school_stands_in_its_inset_and_in_the_petite_couronne_twice() {
        let composed = france();
        let frames_of = |longitude, latitude| -> Vec<FrameId> {
            composed
                .points_of(place(longitude, latitude))
                .map(|point| {
                    let point = point.map(|metres| metres as f32);
                    let inside = |frame: &&Frame| frame.rect.is_some_and(|r| r.contains(point));
                    composed.frames().iter().find(inside).map_or(FrameId::Mainland, |f| f.id)
                })
                .collect()
        };
        assert_eq!(frames_of(5.7245, 45.1885), [FrameId::Mainland], "Grenoble");
        assert_eq!(frames_of(2.3469, 48.8466), [FrameId::Mainland, FrameId::Paris], "Paris");
        assert_eq!(frames_of(55.45, -20.88), [FrameId::Reunion], "Saint-Denis");
        assert_eq!(frames_of(-52.33, 4.92), [FrameId::Guyane], "Cayenne");
        assert_eq!(frames_of(45.22, -12.78), [FrameId::Mayotte], "Mamoudzou");
        assert_eq!(frames_of(2.13, 48.80), [FrameId::Mainland], "Versailles is not in the zoom");
    }

    #[test]
    fn what_lies_outside_france_stands_nowhere() {
        let composed = france();
        for (longitude, latitude, what) in [
            (0.0, 0.0, "the Gulf of Guinea"),
            (-0.1276, 51.5072, "London"),
            (48.8566, 2.3522, "Paris with its coordinates exchanged"),
            (-4.0, 46.0, "the Atlantic"),
            (7.6869, 45.0703, "Turin"),
        ] {
            assert_eq!(composed.points_of(place(longitude, latitude)).count(), 0, "{what}");
            assert_eq!(composed.on_earth().points_of(place(longitude, latitude)).count(), 0);
        }
        assert_eq!(LonLat::from_degrees(f64::NAN, 45.0), None);
    }

    #[test]
    fn a_school_at_the_shore_is_not_lost() {
        // Lycée Ozanne in Brest and a collège on the island of Sein, at 30 m from the water.
        let composed = france();
        for (longitude, latitude) in [(-4.4861, 48.3904), (-4.8514, 48.0381)] {
            assert_eq!(composed.points_of(place(longitude, latitude)).count(), 1);
        }
    }

    #[test]
    fn looking_from_one_plane_to_the_other_and_back_keeps_place_and_scale() {
        let composed = france();
        let earth = composed.on_earth();
        for (longitude, latitude) in [(5.7245, 45.1885), (9.15, 42.3), (55.45, -20.95)] {
            let there = place(longitude, latitude);
            let sight = composed.sight_of(there).unwrap();
            let (seen, stretch) = composed.place_at(sight.center).unwrap();
            assert!(metres_apart(seen, there) < 0.1, "{seen:?}");
            assert!((stretch - sight.stretch).abs() < 1e-6);
            let sight = earth.sight_of(seen).unwrap();
            let (back, stretch) = earth.place_at(sight.center).unwrap();
            assert!(metres_apart(back, there) < 0.1, "{back:?}");
            assert!((stretch - 1.0 / latitude.to_radians().cos()).abs() < 1e-3);
        }
    }

    #[test]
    fn a_place_at_sea_is_seen_from_the_nearest_part() {
        let composed = france();
        let frame_at = |longitude, latitude| {
            let sight = composed.sight_of(place(longitude, latitude)).unwrap();
            let center = sight.center.map(|metres| metres as f32);
            let inside = |frame: &&Frame| frame.rect.is_some_and(|rect| rect.contains(center));
            composed.frames().iter().find(inside).map(|frame| frame.id)
        };
        assert_eq!(frame_at(54.0, -21.5), Some(FrameId::Reunion));
        assert_eq!(frame_at(-60.5, 14.0), Some(FrameId::Martinique));
        assert_eq!(frame_at(-3.5, 46.5), None, "the bay of Biscay is beside the mainland");
    }

    #[test]
    fn on_earth_the_mainland_is_home_and_overseas_can_be_reached() {
        let composed = france();
        let earth = composed.on_earth();
        assert_eq!(composed.home(), composed.bounds());
        let [width, whole] = [earth.home(), earth.bounds()].map(|rect| rect.width() / 1000.0);
        // From Ouessant to Bastia, and from Guadeloupe to La Réunion: degrees × 111,319 m.
        assert!((width - 14.70 * 111.319).abs() < 20.0, "{width} km");
        assert!((whole - 117.65 * 111.319).abs() < 20.0, "{whole} km");
        let grenoble = earth.points_of(place(5.7245, 45.1885)).next().unwrap();
        let found = earth.territory_at(
            grenoble.map(|metres| metres as f32),
            Level::Departement,
            Edition::Since2016,
        );
        assert_eq!(found.and_then(|id| id.code()).map(|code| code.to_string()), Some("38".into()));
    }
}
