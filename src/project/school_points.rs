//! The schools of the data as points, on the map of the window and on a page.

use super::Place;
use crate::{
    coverage::{Dataset, SchoolType, school::School},
    scene::SchoolPoint,
    territory::TerritoryId,
};

/// The schools of a type in a place that are counted and say where they stand, by their rank in the
/// data.
pub fn school_points(
    dataset: &Dataset,
    school_type: SchoolType,
    place: &Place,
) -> Vec<SchoolPoint> {
    let perimeter = dataset.perimeter();
    let inside = |school: &School| {
        place.territory == TerritoryId::France
            || school.departement.is_some_and(|code| place.holds(TerritoryId::Departement(code)))
    };
    dataset
        .schools()
        .schools()
        .iter()
        .enumerate()
        .filter(|(_, school)| school.school_type() == Some(school_type))
        .filter(|(_, school)| perimeter.holds(school) && inside(school))
        .filter_map(|(rank, school)| {
            let [lon, lat] = school.position?;
            let key = u32::try_from(rank).ok()?;
            Some(SchoolPoint { key, lon, lat, equipped: school.equipped() })
        })
        .collect()
}
