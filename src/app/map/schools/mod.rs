//! Schools as points of the map: placed on its plane, gathered where they are dense, drawn, and
//! found under the pointer.
//!
//! Placing and gathering are done when the schools, the plane or the scale change, placing on a
//! thread of its own; a frame only shifts and scales what came out.

mod paint;
mod speech;

use std::sync::Arc;

use egui::Context;

use super::grounds::Ground;
use crate::{
    app::job::{Job, Progress},
    coverage::{SchoolType, Subject},
    outline::{Plane, PlaneRect},
    scene::{Mark, PlacedSchool, View, gather, gathering_step, place_schools},
};

pub use crate::scene::SchoolPoint;

/// Schools, and what they were placed on.
struct Placed {
    of: Arc<[SchoolPoint]>,
    bounds: PlaneRect,
    schools: Vec<PlacedSchool>,
}

impl Placed {
    fn new(points: &Arc<[SchoolPoint]>, outlines: &Plane) -> Self {
        let schools = place_schools(points, outlines);
        Self { of: Arc::clone(points), bounds: outlines.bounds(), schools }
    }

    /// Whether they are those schools, on that plane.
    fn is_of(&self, points: &Arc<[SchoolPoint]>, outlines: &Plane) -> bool {
        Arc::ptr_eq(&self.of, points) && self.bounds == outlines.bounds()
    }
}

/// The schools that a map shows.
///
/// Points are compared by address: a new `Arc` is a new set of schools, the same one is not looked
/// at again.
#[derive(Clone)]
pub struct SchoolLayer {
    /// The schools.
    pub points: Arc<[SchoolPoint]>,
    /// What a school is called, by its key; asked only for what is pointed at or read aloud.
    pub name: Arc<dyn Fn(u32) -> Option<String> + Send + Sync>,
    /// What they are counted for.
    pub subject: Arc<Subject>,
}

impl Default for SchoolLayer {
    /// No schools.
    fn default() -> Self {
        let subject = Arc::new(Subject::ent(SchoolType::Lycee));
        Self { points: Arc::new([]), name: Arc::new(|_| None), subject }
    }
}

/// What is drawn of some schools, and for what it was worked out.
#[derive(Default)]
pub struct Schools {
    placed: Option<Placed>,
    placing: Option<Job<Placed>>,
    gathered: Option<Gathered>,
}

struct Gathered {
    step: i32,
    marks: Arc<[Mark]>,
}

/// Farthest from a school that it is still pointed at, in points.
const REACH: f32 = 10.0;

impl Schools {
    /// Places the schools of a layer on a plane, on a thread of its own.
    pub fn place(&mut self, ctx: &Context, layer: &SchoolLayer, ground: &Ground) {
        match self.placing.as_ref().map(Job::progress) {
            Some(Progress::Running) => return ctx.request_repaint(),
            Some(Progress::Done(placed)) => self.put(placed),
            // It broke on its thread: where it is, a person learns why.
            Some(Progress::GivenUp | Progress::Broken(_)) => {
                self.put(Placed::new(&layer.points, ground.plane()))
            }
            None => {}
        }
        self.placing = None;
        if !self.holds(layer, ground.plane()) {
            let (points, ground) = (Arc::clone(&layer.points), ground.clone());
            let place = move |_: &_| Some(Placed::new(&points, ground.plane()));
            self.placing = Some(Job::start("Placement des établissements", ctx, place));
            ctx.request_repaint();
        }
    }

    /// Whether schools are being placed.
    pub fn is_placing(&self) -> bool {
        self.placing.is_some()
    }

    fn put(&mut self, placed: Placed) {
        self.placed = Some(placed);
        self.gathered = None;
    }

    /// Whether the schools of a layer stand on a plane; those of none do anywhere.
    fn holds(&self, layer: &SchoolLayer, plane: &Plane) -> bool {
        layer.points.is_empty()
            || self.placed.as_ref().is_some_and(|placed| placed.is_of(&layer.points, plane))
    }

    /// The marks at a scale, on the plane that is shown; none before they are placed there.
    pub fn marks(&mut self, layer: &SchoolLayer, outlines: &Plane, view: &View) -> Arc<[Mark]> {
        if layer.points.is_empty() || !self.holds(layer, outlines) {
            return Arc::new([]);
        }
        let step = gathering_step(view.scale);
        if let Some(gathered) = self.gathered.as_ref().filter(|gathered| gathered.step == step) {
            return Arc::clone(&gathered.marks);
        }
        let points =
            self.placed.as_ref().map(|placed| placed.schools.as_slice()).unwrap_or_default();
        let marks: Arc<[Mark]> = gather(points, step).into();
        self.gathered = Some(Gathered { step, marks: Arc::clone(&marks) });
        marks
    }
}

/// The mark nearest to a place of the screen, within [`REACH`] of a school or on a group.
pub fn mark_at<'a>(marks: &'a [Mark], view: &View, at: [f32; 2]) -> Option<&'a Mark> {
    let distance = |mark: &Mark| {
        let [x, y] = view.page(mark.at);
        (x - at[0]).hypot(y - at[1])
    };
    marks
        .iter()
        .map(|mark| (distance(mark), mark))
        .filter(|(distance, mark)| *distance <= if mark.is_group() { mark.radius() } else { REACH })
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, mark)| mark)
}

pub use paint::{paint_key, paint_marks, ring_ui};
pub use speech::{marks_ui, tooltip_ui};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, LonLat, Outlines};

    fn school(key: u32, lon: f64, lat: f64) -> SchoolPoint {
        SchoolPoint { key, lon, lat, equipped: Some(key.is_multiple_of(2)) }
    }

    fn layer(points: &[SchoolPoint]) -> SchoolLayer {
        SchoolLayer { points: points.into(), ..SchoolLayer::default() }
    }

    /// A view of 1 000 points square, its middle on a point of the plane.
    fn view(outlines: &Plane, lon: f64, lat: f64, metres_per_point: f64) -> View {
        let place = LonLat::from_degrees(lon, lat).unwrap();
        let [x, y] = outlines.points_of(place).next().unwrap();
        let scale = 1.0 / metres_per_point;
        View { scale, origin: [500.0 - x * scale, 500.0 - y * scale] }
    }

    #[test]
    fn the_school_that_is_nearest_within_ten_points_is_pointed_at() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let earth = outlines.on_earth();
        let schools = layer(&[school(1, 5.7245, 45.1885), school(2, 5.7260, 45.1885)]);
        let view = view(earth, 5.7245, 45.1885, 20.0);
        let mut placed = Schools::default();
        placed.put(Placed::new(&schools.points, earth));
        let marks = placed.marks(&schools, earth, &view);
        let at = |x, y| mark_at(&marks, &view, [x, y]).and_then(Mark::school);
        // 0.0015° are 167 m of the plane, 8.3 points.
        assert_eq!(
            [at(500.0, 500.0), at(503.0, 500.0), at(506.0, 500.0)],
            [Some(1), Some(1), Some(2)]
        );
        assert_eq!([at(500.0, 509.0), at(500.0, 511.0)], [Some(1), None]);
    }

    #[test]
    fn marks_are_worked_out_anew_only_when_something_has_changed() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let mut schools = Schools::default();
        let layer = layer(&[school(1, 5.7245, 45.1885)]);
        let near = view(&outlines, 5.7245, 45.1885, 20.0);
        assert!(schools.marks(&layer, &outlines, &near).is_empty(), "they are not placed yet");
        schools.put(Placed::new(&layer.points, &outlines));
        let first = schools.marks(&layer, &outlines, &near);
        let moved = View { origin: [0.0, 0.0], ..near };
        assert!(Arc::ptr_eq(&first, &schools.marks(&layer, &outlines, &moved)));
        let same = SchoolLayer { points: layer.points.to_vec().into(), ..layer.clone() };
        schools.put(Placed::new(&same.points, &outlines));
        assert!(!Arc::ptr_eq(&first, &schools.marks(&same, &outlines, &near)));
        schools.put(Placed::new(&same.points, outlines.on_earth()));
        let on_earth = schools.marks(&same, outlines.on_earth(), &near);
        assert_ne!(on_earth[0].at, first[0].at);
    }
}
