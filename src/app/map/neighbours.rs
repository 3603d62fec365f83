//! From a territory to the next one in a direction, for the arrow keys.

use crate::{outline::Layer, project::Place, territory::TerritoryId};

/// A direction of the plane, x to the right and y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Direction(pub [f32; 2]);

/// How much more a step aside costs than one ahead: right of Centre-Val de Loire lies
/// Bourgogne-Franche-Comté, though Île-de-France is nearer.
const ASIDE: f32 = 3.0;
/// How far aside of its direction a territory may lie, for a step ahead.
const WIDEST: f32 = 2.0;

/// The next territory of a place in a direction, by the middles of their extents: one that shares a
/// border, else the nearest; `None` when nothing lies there.
pub fn next(
    layer: &Layer,
    place: &Place,
    from: TerritoryId,
    direction: Direction,
) -> Option<TerritoryId> {
    let here = layer.areas.iter().find(|area| area.territory == from)?.bounds.center();
    let cost = |center: [f32; 2]| {
        let away = [center[0] - here[0], center[1] - here[1]];
        let ahead = away[0] * direction.0[0] + away[1] * direction.0[1];
        let aside = (away[0] * direction.0[1] - away[1] * direction.0[0]).abs();
        (ahead > 0.0 && aside <= ahead * WIDEST).then_some(ahead + ASIDE * aside)
    };
    let beside: Vec<TerritoryId> = layer
        .borders
        .iter()
        .filter(|border| border.sides.contains(&Some(from)))
        .flat_map(|border| border.sides.into_iter().flatten())
        .collect();
    let is_other = |id: TerritoryId| id != from && place.holds(id);
    nearest(layer, |id| is_other(id) && beside.contains(&id), cost)
        .or_else(|| nearest(layer, is_other, cost))
}

/// The territory of a place that is nearest to a point.
pub fn first(layer: &Layer, place: &Place, point: [f32; 2]) -> Option<TerritoryId> {
    let distance = |center: [f32; 2]| Some((center[0] - point[0]).hypot(center[1] - point[1]));
    nearest(layer, |id| place.holds(id), distance)
}

/// The cheapest of some territories, each by the first area that it has: the zoom on Paris repeats
/// some.
fn nearest(
    layer: &Layer,
    is_wanted: impl Fn(TerritoryId) -> bool,
    cost: impl Fn([f32; 2]) -> Option<f32>,
) -> Option<TerritoryId> {
    let mut best: Option<(f32, TerritoryId)> = None;
    let mut seen = Vec::new();
    for area in &layer.areas {
        let id = area.territory;
        if seen.contains(&id) || !is_wanted(id) {
            continue;
        }
        seen.push(id);
        if let Some(cost) = cost(area.bounds.center())
            && best.is_none_or(|(least, _)| cost < least)
        {
            best = Some((cost, id));
        }
    }
    best.map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline::{DEPARTEMENTS_GEOJSON, Detail, Outlines},
        territory::{Code, Edition, Level},
    };

    fn departement(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    #[test]
    fn arrows_lead_to_the_neighbours() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let layer = outlines.layer(Level::Departement, Edition::Since2016, Detail::FULL);
        let (west, east) = (Direction([-1.0, 0.0]), Direction([1.0, 0.0]));
        let (north, south) = (Direction([0.0, -1.0]), Direction([0.0, 1.0]));
        for (from, direction, neighbours) in [
            ("38", east, &["73", "05"][..]),
            ("35", west, &["22", "56"]),
            ("67", south, &["68"]),
            ("59", west, &["62"]),
            ("66", north, &["11"]),
            ("2B", south, &["2A"]),
            ("58", south, &["03"]),
        ] {
            let found = next(&layer, &Place::default(), departement(from), direction).unwrap();
            let known = neighbours.iter().any(|code| found == departement(code));
            assert!(known, "{from} {direction:?}: {found:?}");
        }
    }

    #[test]
    fn arrows_stay_in_the_place() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let layer = outlines.layer(Level::Departement, Edition::Since2016, Detail::FULL);
        let bretagne = TerritoryId::Region(Edition::Since2016, Code::new("53").unwrap());
        let place = Place { territory: bretagne, ..Place::default() };
        let mut at = departement("35");
        for _ in 0..6 {
            at = next(&layer, &place, at, Direction([1.0, 0.0])).unwrap_or(at);
            assert!(place.holds(at), "{at:?}");
        }
    }
}
