//! Following the document: the map flies to the place where one is.

use crate::{
    coverage::school::{School, Uai},
    outline::{LonLat, Plane},
    project::Session,
    territory::TerritoryId,
};

use super::camera::Camera;

/// What the map last flew to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    territory: TerritoryId,
    school: Option<Uai>,
}

impl Default for Gone {
    fn default() -> Self {
        Self { territory: TerritoryId::France, school: None }
    }
}

/// Metres of ground a point when a school is looked at.
const SCHOOL_SCALE: f64 = 60.0;

impl Gone {
    /// Flies if the document is elsewhere than before.
    pub fn follow(&mut self, camera: &mut Camera, outlines: &Plane, session: &Session) {
        let place = session.standpoint().place;
        let now = Self { territory: place.territory, school: place.school };
        if now == *self {
            return;
        }
        let to_school = now.school.filter(|_| now.school != self.school);
        let same_place = now.territory == self.territory;
        *self = now;
        let schools = session.dataset().schools();
        match to_school.and_then(|uai| schools.get(uai)).and_then(|school| sight(school, outlines))
        {
            Some((center, scale)) => {
                // Never farther away than one already is.
                camera.fly_to(center, scale.max(camera.sight().1));
            }
            // Closing the card of a school leaves the map as it is.
            None if same_place => {}
            None => match outlines.bounds_of(now.territory) {
                Some(part) => camera.fly_over(part),
                None => camera.fly_home(),
            },
        }
    }
}

fn sight(school: &School, outlines: &Plane) -> Option<([f64; 2], f64)> {
    let [longitude, latitude] = school.position?;
    let sight = outlines.sight_of(LonLat::from_degrees(longitude, latitude)?)?;
    Some((sight.center, 1.0 / (SCHOOL_SCALE * sight.stretch)))
}
