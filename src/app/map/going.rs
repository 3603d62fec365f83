//! Following the document: the map flies to the place where one is.

use crate::{
    coverage::school::{School, Uai},
    outline::{Detail, FrameId, LonLat, Outlines, PlaneRect},
    project::Session,
    territory::{Edition, Level, Registry, TerritoryId},
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
/// Room around a place, as a part of its size.
const ROOM: f32 = 0.04;

impl Gone {
    /// Flies if the document is elsewhere than before.
    pub fn follow(&mut self, camera: &mut Camera, outlines: &Outlines, session: &Session) {
        let place = session.document().place;
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
            None => match bounds(outlines, now.territory) {
                Some(part) => camera.fly_over(part),
                None => camera.fly_home(),
            },
        }
    }
}

fn sight(school: &School, outlines: &Outlines) -> Option<([f64; 2], f64)> {
    let [longitude, latitude] = school.position?;
    let sight = outlines.sight_of(LonLat::from_degrees(longitude, latitude)?)?;
    Some((sight.center, 1.0 / (SCHOOL_SCALE * sight.stretch)))
}

/// What a territory covers; `None` for France.
fn bounds(outlines: &Outlines, id: TerritoryId) -> Option<PlaneRect> {
    if id == TerritoryId::France {
        return None;
    }
    let territory = Registry::official().get(id)?;
    let detail = Detail::all().next().unwrap_or(Detail::FULL);
    let layer = outlines.layer(Level::Departement, Edition::Since2016, detail);
    let inside = layer.areas.iter().filter(|area| {
        // The zoom on Paris shows again what lies on the mainland.
        area.frame != FrameId::Paris
            && area.territory.code().is_some_and(|code| territory.departements.contains(&code))
    });
    let mut all = inside.map(|area| area.bounds).reduce(PlaneRect::union)?;
    let (wide, high) = (all.width() * ROOM, all.height() * ROOM);
    all.extend([all.min[0] - wide, all.min[1] - high]);
    all.extend([all.max[0] + wide, all.max[1] + high]);
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{outline::DEPARTEMENTS_GEOJSON, territory::Code};

    #[test]
    fn a_region_covers_its_departements_and_france_is_everything() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let region = |code| TerritoryId::Region(Edition::Since2016, Code::new(code).unwrap());
        let departement = |code| TerritoryId::Departement(Code::new(code).unwrap());
        let ile_de_france = bounds(&outlines, region("11")).unwrap();
        let paris = bounds(&outlines, departement("75")).unwrap();
        assert!(ile_de_france.contains(paris.center()), "on the mainland, not in the zoom");
        // Île-de-France is about 150 km wide.
        assert!((120e3..190e3).contains(&ile_de_france.width()), "{}", ile_de_france.width());
        assert_eq!(bounds(&outlines, TerritoryId::France), None);
    }
}
