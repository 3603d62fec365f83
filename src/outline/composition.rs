//! The composed plane: mainland and Corsica, the five overseas départements as insets at the left,
//! Paris and its neighbours as a zoom at the top right.
//!
//! Everything lies in one plane, so that pan, zoom, hover, click and export need to know nothing of
//! insets. Distances are true on the mainland; an inset is magnified by a stated factor.
//!
//! Background tiles know one plane only, Web Mercator: there the whole world is one part.

use super::{
    lonlat::LonLat,
    plane::{ORIGIN, PlanePoint, PlaneRect},
    projection::{MAJOR_AXIS, Projection},
};
use crate::territory::Code;

/// A part of the composition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrameId {
    /// Mainland and Corsica.
    Mainland,
    /// Inset of département 971.
    Guadeloupe,
    /// Inset of département 972.
    Martinique,
    /// Inset of département 973.
    Guyane,
    /// Inset of département 974.
    Reunion,
    /// Inset of département 976.
    Mayotte,
    /// Zoom on départements 75, 92, 93 and 94, which the mainland shows too.
    Paris,
    /// All of France where it lies on earth, the one part of the plane of background tiles.
    World,
}

/// How a part of France is laid on the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Which part.
    pub id: FrameId,
    /// What stands in its box, or beside it; empty for the mainland, which has none.
    pub title: &'static str,
    /// Its legal projection.
    pub projection: Projection,
    /// How many times larger than the mainland it is drawn.
    pub magnification: f32,
    /// Its box; `None` for the mainland.
    pub rect: Option<PlaneRect>,
    /// Easting and northing, in metres, of what comes to lie at `center_plane`.
    center: [f64; 2],
    center_plane: PlanePoint,
}

impl Frame {
    /// From easting and northing in this part's projection to the plane.
    pub fn to_plane(&self, metres: [f64; 2]) -> PlanePoint {
        self.to_exact_plane(metres).map(|metres| metres as f32)
    }

    /// The same to a fraction of a millimetre, for what is looked at from very near.
    pub fn to_exact_plane(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let magnification = f64::from(self.magnification);
        [
            f64::from(self.center_plane[0]) + (x - self.center[0]) * magnification,
            f64::from(self.center_plane[1]) - (y - self.center[1]) * magnification,
        ]
    }

    /// The place on earth that this part shows at a point of the plane.
    pub fn place(&self, [x, y]: [f64; 2]) -> Option<LonLat> {
        let magnification = f64::from(self.magnification);
        self.projection.unproject([
            self.center[0] + (x - f64::from(self.center_plane[0])) / magnification,
            self.center[1] - (y - f64::from(self.center_plane[1])) / magnification,
        ])
    }

    /// How many metres of the plane a metre of ground is drawn as, around a place.
    pub fn stretch(&self, place: LonLat) -> f64 {
        let projected = match self.projection {
            Projection::WebMercator => 1.0 / place.latitude().to_radians().cos(),
            _ => 1.0,
        };
        f64::from(self.magnification) * projected
    }

    /// Whether this part shows a département.
    pub fn shows(&self, departement: Code) -> bool {
        let overseas = FrameId::overseas(departement);
        match self.id {
            FrameId::Mainland => overseas.is_none(),
            FrameId::Paris => matches!(departement.as_str(), "75" | "92" | "93" | "94"),
            FrameId::World => true,
            inset => overseas == Some(inset),
        }
    }

    /// The only département of this part, where there is only one.
    pub fn only_departement(&self) -> Option<&'static str> {
        match self.id {
            FrameId::Guadeloupe => Some("971"),
            FrameId::Martinique => Some("972"),
            FrameId::Guyane => Some("973"),
            FrameId::Reunion => Some("974"),
            FrameId::Mayotte => Some("976"),
            FrameId::Mainland | FrameId::Paris | FrameId::World => None,
        }
    }
}

impl FrameId {
    /// The inset of an overseas département.
    pub(super) fn overseas(departement: Code) -> Option<FrameId> {
        match departement.as_str() {
            "971" => Some(FrameId::Guadeloupe),
            "972" => Some(FrameId::Martinique),
            "973" => Some(FrameId::Guyane),
            "974" => Some(FrameId::Reunion),
            "976" => Some(FrameId::Mayotte),
            _ => None,
        }
    }
}

/// All parts, the mainland first: what lies over it comes later.
pub fn frames() -> [Frame; 7] {
    use Projection::{Utm20North, Utm22North, Utm38South, Utm40South};
    [
        Frame {
            id: FrameId::Mainland,
            title: "",
            projection: Projection::Lambert93,
            magnification: 1.0,
            rect: None,
            center: ORIGIN,
            center_plane: [0.0, 0.0],
        },
        inset(FrameId::Guadeloupe, "Guadeloupe", Utm20North, 1.5, 0, [670_000.0, 1_788_500.0]),
        inset(FrameId::Martinique, "Martinique", Utm20North, 2.0, 1, [713_500.0, 1_619_000.0]),
        inset(FrameId::Guyane, "Guyane", Utm22North, 0.3, 2, [265_000.0, 435_000.0]),
        inset(FrameId::Reunion, "La Réunion", Utm40South, 2.0, 3, [347_000.0, 7_662_500.0]),
        inset(FrameId::Mayotte, "Mayotte", Utm38South, 3.0, 4, [517_000.0, 8_583_000.0]),
        boxed(
            FrameId::Paris,
            "Paris et petite couronne",
            Projection::Lambert93,
            3.5,
            [RIGHT - BOX_WIDTH, TOP],
            [654_500.0, 6_861_000.0],
        ),
    ]
}

/// The one part of the plane of background tiles. Its origin is that of the composed plane, so that
/// the mainland, where one looks most, keeps the finest precision.
pub(super) fn world() -> Frame {
    let (projection, middle) = (Projection::WebMercator, Projection::Lambert93.unproject(ORIGIN));
    Frame {
        id: FrameId::World,
        title: "",
        projection,
        magnification: 1.0,
        rect: None,
        center: middle.map_or([0.0, 0.0], |middle| projection.project(middle)),
        center_plane: [0.0, 0.0],
    }
}

/// Where the pyramid of background tiles lies on their plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pyramid {
    /// Its north-west corner.
    pub corner: [f64; 2],
    /// Its width and its height, in metres of the plane.
    pub width: f64,
}

/// The square that tiles cover at every zoom.
pub fn pyramid() -> Pyramid {
    let half = std::f64::consts::PI * MAJOR_AXIS;
    Pyramid { corner: world().to_exact_plane([-half, half]), width: 2.0 * half }
}

/// Edges of the composition: the mainland's own at the top, the right and the bottom (Lambert-93
/// 7 111, 1 243 and 6 046 km), and room for a column of boxes at the left of Finistère.
const TOP: f32 = -533_000.0;
const RIGHT: f32 = 673_000.0;
const BOTTOM: f32 = 532_000.0;
const LEFT: f32 = -680_000.0;

const BOX_WIDTH: f32 = 182_000.0;
const BOX_HEIGHT: f32 = 196_000.0;
const BOX_GAP: f32 = (BOTTOM - TOP - 5.0 * BOX_HEIGHT) / 4.0;

/// How far below the middle of its box a part is centred, since the title takes more room than the
/// scale.
const TITLE_SHIFT: f32 = 5_000.0;

/// An overseas département in the column at the left, `row` boxes from the top.
fn inset(
    id: FrameId,
    title: &'static str,
    projection: Projection,
    magnification: f32,
    row: u8,
    center: [f64; 2],
) -> Frame {
    let top = TOP + f32::from(row) * (BOX_HEIGHT + BOX_GAP);
    boxed(id, title, projection, magnification, [LEFT, top], center)
}

fn boxed(
    id: FrameId,
    title: &'static str,
    projection: Projection,
    magnification: f32,
    [left, top]: PlanePoint,
    center: [f64; 2],
) -> Frame {
    let rect = PlaneRect { min: [left, top], max: [left + BOX_WIDTH, top + BOX_HEIGHT] };
    let [x, y] = rect.center();
    Frame {
        id,
        title,
        projection,
        magnification,
        rect: Some(rect),
        center,
        center_plane: [x, y + TITLE_SHIFT],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, Outlines};

    #[test]
    fn every_departement_is_shown_once_and_the_petite_couronne_twice() {
        for territory in crate::territory::Registry::official()
            .territories(crate::territory::Level::Departement, crate::territory::Edition::Since2016)
        {
            let code = territory.departements[0];
            let shown = frames().iter().filter(|frame| frame.shows(code)).count();
            let expected = if ["75", "92", "93", "94"].contains(&code.as_str()) { 2 } else { 1 };
            assert_eq!(shown, expected, "{code}");
        }
    }

    #[test]
    fn boxes_do_not_overlap_and_stay_inside() {
        let boxes: Vec<PlaneRect> = frames().iter().filter_map(|frame| frame.rect).collect();
        let all = PlaneRect { min: [LEFT, TOP], max: [RIGHT, BOTTOM] };
        for (index, one) in boxes.iter().enumerate() {
            assert!(all.contains(one.min) && all.contains(one.max));
            assert!(boxes[index + 1..].iter().all(|other| !one.intersects(other)));
        }
    }

    /// Degrees of a place, and metres of ground of an arc of longitude of 0.1° there, on the GRS 80
    /// ellipsoid (PROJ 9, `Geod(ellps="GRS80").inv`).
    const GROUND: [(&str, [f64; 2], f64); 7] = [
        ("Bourges", [2.40, 47.08], 7_594.2),
        ("Ajaccio", [8.74, 41.93], 8_294.1),
        ("Guadeloupe", [-61.55, 16.25], 10_690.0),
        ("Martinique", [-61.02, 14.65], 10_772.3),
        ("Guyane", [-53.10, 4.00], 11_105.0),
        ("La Réunion", [55.53, -21.13], 10_388.0),
        ("Mayotte", [45.15, -12.82], 10_856.2),
    ];

    #[test]
    fn a_metre_of_ground_is_drawn_as_long_as_it_is_said_in_every_part() {
        let (outlines, _) = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap();
        for (place, [longitude, latitude], ground) in GROUND {
            let at = |longitude| LonLat::from_degrees(longitude, latitude).unwrap();
            for outlines in [&outlines, outlines.on_earth()] {
                let frame = (outlines.frames().iter())
                    .find(|frame| frame.title == place)
                    .unwrap_or(&outlines.frames()[0]);
                let [west, east] = [longitude - 0.05, longitude + 0.05]
                    .map(|longitude| frame.to_exact_plane(frame.projection.project(at(longitude))));
                let drawn = (east[0] - west[0]).hypot(east[1] - west[1]);
                let middle = [(west[0] + east[0]) / 2.0, (west[1] + east[1]) / 2.0];
                let told = drawn / outlines.stretch_at(middle);
                let off = (told / ground - 1.0).abs();
                assert!(off < 0.01, "{place}: {told} m drawn for {ground} m of ground");
            }
        }
    }
}
