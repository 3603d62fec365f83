//! What a territory covers on a plane.

use super::{composition::FrameId, detail::Detail, plane::PlaneRect, planes::Plane};
use crate::territory::{Edition, Level, Registry, TerritoryId};

/// Room around a territory, as a part of its size.
const ROOM: f32 = 0.04;

impl Plane {
    /// What a territory covers, with a little room around; `None` for France, which is everything.
    pub fn bounds_of(&self, id: TerritoryId) -> Option<PlaneRect> {
        if id == TerritoryId::France {
            return None;
        }
        let territory = Registry::official().get(id)?;
        let detail = Detail::all().next().unwrap_or(Detail::FULL);
        let layer = self.layer(Level::Departement, Edition::Since2016, detail);
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline::{DEPARTEMENTS_GEOJSON, Outlines},
        territory::Code,
    };

    #[test]
    fn a_region_covers_its_departements_and_france_is_everything() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let code = |text| Code::new(text).unwrap();
        let region = TerritoryId::Region(Edition::Since2016, code("11"));
        let ile_de_france = outlines.bounds_of(region).unwrap();
        let paris = outlines.bounds_of(TerritoryId::Departement(code("75"))).unwrap();
        assert!(ile_de_france.contains(paris.center()), "on the mainland, not in the zoom");
        // Île-de-France is about 150 km wide.
        assert!((120e3..190e3).contains(&ile_de_france.width()), "{}", ile_de_france.width());
        assert_eq!(outlines.bounds_of(TerritoryId::France), None);
    }
}
