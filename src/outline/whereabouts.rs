//! Where on earth each département lies, roughly: what tells outlines in degrees from others.

use super::{
    composition::FrameId,
    error::{OutlineError, OutlineNotice},
    geojson::{Feature, LonLat},
};
use crate::territory::Code;

/// Those that lie where their départements do. A vertex beyond is of another place, or of none.
pub(super) fn in_place(
    known: Vec<(Code, Feature)>,
    notices: &mut Vec<OutlineNotice>,
) -> Result<Vec<(Code, Feature)>, OutlineError> {
    let all = |(code, feature): &(Code, Feature), is_there: fn(Code, LonLat) -> bool| {
        feature.rings.iter().flatten().all(|point| is_there(*code, *point))
    };
    let first = known[0].1.code.clone();
    let swapped = known.iter().filter(|one| all(one, may_lie_in_when_swapped)).count();
    let (there, elsewhere): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|one| all(one, may_lie_in));
    if swapped > there.len() {
        return Err(OutlineError::Swapped { code: first });
    }
    if there.is_empty() {
        return Err(OutlineError::OutOfPlace { code: first });
    }
    if !elsewhere.is_empty() {
        let codes = elsewhere.into_iter().map(|(code, _)| code.to_string()).collect();
        notices.push(OutlineNotice::OutOfPlace { codes });
    }
    Ok(there)
}

/// Degrees west, south, east and north of a part of France, with some sea around.
fn bounds(part: Option<FrameId>) -> [f64; 4] {
    match part {
        Some(FrameId::Guadeloupe) => [-62.5, 15.0, -60.2, 17.2],
        Some(FrameId::Martinique) => [-62.0, 13.8, -60.2, 15.5],
        Some(FrameId::Guyane) => [-55.5, 1.5, -50.5, 6.8],
        Some(FrameId::Reunion) => [54.5, -22.0, 56.5, -20.2],
        Some(FrameId::Mayotte) => [44.3, -13.7, 46.0, -12.0],
        // Mainland and Corsica.
        _ => [-6.5, 40.8, 10.5, 51.7],
    }
}

/// Whether a point may be of a département.
fn may_lie_in(departement: Code, point: LonLat) -> bool {
    is_within(departement, point.longitude(), point.latitude())
}

/// Whether it may, with its latitude for its longitude.
fn may_lie_in_when_swapped(departement: Code, point: LonLat) -> bool {
    is_within(departement, point.latitude(), point.longitude())
}

fn is_within(departement: Code, longitude: f64, latitude: f64) -> bool {
    let [west, south, east, north] = bounds(FrameId::overseas(departement));
    (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, geojson::parse};

    #[test]
    fn every_point_of_the_embedded_outlines_lies_where_its_departement_does() {
        for feature in parse(DEPARTEMENTS_GEOJSON).unwrap().0 {
            let code = Code::new(&feature.code).unwrap();
            let mut points = feature.rings.iter().flatten();
            assert!(points.all(|point| may_lie_in(code, *point)), "{code}");
        }
    }

    #[test]
    fn swapped_places_are_no_places_of_theirs() {
        let point = LonLat::from_degrees(48.1, -4.2).unwrap();
        let finistere = Code::new("29").unwrap();
        assert!(!may_lie_in(finistere, point) && may_lie_in_when_swapped(finistere, point));
    }
}
