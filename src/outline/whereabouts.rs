//! Where on earth each département lies and how large it is: what tells its outline from another's,
//! from a speck, and degrees from anything else.

use super::{
    error::OutlineError,
    extents::{Extent, extents},
    lonlat::LonLat,
    notice::OutlineNotice,
};
use crate::territory::Code;

/// An outline with its code.
pub(super) type Coded = (Code, Vec<Vec<LonLat>>);

/// How far beyond its département an outline may reach, in degrees: some draw the waters of the
/// coast too, which are 22 km wide.
const BEYOND: f64 = 0.5;

/// Which part of the box of one lies within the box of the other, at least.
const SAME_BOX: f64 = 0.5;

/// An outline that covers less of its département is that of something else.
const SPECK: f64 = 0.1;

/// An outline that covers less of its département lacks a part of it.
const MOST_OF_IT: f64 = 0.5;

/// Those that lie where their départements do, and are about as large. A vertex beyond is of another
/// place, or of none.
///
/// # Errors
/// When none does.
pub(super) fn in_place(
    known: Vec<Coded>,
    notices: &mut Vec<OutlineNotice>,
) -> Result<Vec<Coded>, OutlineError> {
    let Some(first) = known.first().map(|(code, _)| code.to_string()) else { return Ok(known) };
    let swapped = known.iter().filter(|one| lies_near(one, true)).count();
    let (there, elsewhere): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|one| lies_near(one, false) && has_the_box(one));
    if swapped > there.len() {
        return Err(OutlineError::Swapped { code: first });
    }
    if there.is_empty() {
        return Err(OutlineError::OutOfPlace { code: first });
    }
    let (there, specks): (Vec<_>, Vec<_>) = there.into_iter().partition(|one| part(one) >= SPECK);
    if there.is_empty() {
        return Err(OutlineError::TooSmall { code: first });
    }
    let partial: Vec<String> = codes(there.iter().filter(|one| part(one) < MOST_OF_IT));
    for (codes, notice) in [
        (codes(&elsewhere), (|codes| OutlineNotice::OutOfPlace { codes }) as fn(_) -> _),
        (codes(&specks), |codes| OutlineNotice::TooSmall { codes }),
        (partial, |codes| OutlineNotice::Partial { codes }),
    ] {
        if !codes.is_empty() {
            notices.push(notice(codes));
        }
    }
    Ok(there)
}

/// Whether a place, as longitude and latitude in degrees, may be of a département.
pub(super) fn is_near(departement: Code, [longitude, latitude]: [f64; 2]) -> bool {
    extent(departement).is_some_and(|Extent { bounds: [west, south, east, north], .. }| {
        (west - BEYOND..=east + BEYOND).contains(&longitude)
            && (south - BEYOND..=north + BEYOND).contains(&latitude)
    })
}

fn codes<'a>(outlines: impl IntoIterator<Item = &'a Coded>) -> Vec<String> {
    outlines.into_iter().map(|(code, _)| code.to_string()).collect()
}

fn extent(departement: Code) -> Option<Extent> {
    extents().find(|extent| extent.code == departement.as_str())
}

/// Whether every vertex is near its département, its latitude and longitude exchanged or not.
fn lies_near((code, rings): &Coded, exchanged: bool) -> bool {
    rings.iter().flatten().all(|point| {
        let [x, y] = [point.longitude(), point.latitude()];
        is_near(*code, if exchanged { [y, x] } else { [x, y] })
    })
}

/// Whether its box is about that of its département.
fn has_the_box((code, rings): &Coded) -> bool {
    let (Some(extent), (bounds, _)) = (extent(*code), measured(rings)) else { return false };
    let area =
        |[west, south, east, north]: [f64; 4]| (east - west).max(0.0) * (north - south).max(0.0);
    let both = [
        bounds[0].max(extent.bounds[0]),
        bounds[1].max(extent.bounds[1]),
        bounds[2].min(extent.bounds[2]),
        bounds[3].min(extent.bounds[3]),
    ];
    area(both) >= SAME_BOX * area(bounds).min(area(extent.bounds))
}

/// Which part of its département it covers; 1 is all of it.
fn part((code, rings): &Coded) -> f64 {
    extent(*code).map_or(0.0, |extent| measured(rings).1 / extent.km2)
}

/// Degrees west, south, east and north of some rings, and the square kilometres that they enclose
/// on a sphere, holes taken away.
pub(super) fn measured(rings: &[Vec<LonLat>]) -> ([f64; 4], f64) {
    const EARTH_RADIUS_KM: f64 = 6_371.007;
    let nowhere = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    let bounds = rings.iter().flatten().fold(nowhere, |[west, south, east, north], point| {
        let (x, y) = (point.longitude(), point.latitude());
        [west.min(x), south.min(y), east.max(x), north.max(y)]
    });
    let strip = |a: &LonLat, b: &LonLat| {
        let width = (b.longitude() - a.longitude()).to_radians();
        let height = a.latitude().to_radians().sin() + b.latitude().to_radians().sin();
        width * height / 2.0
    };
    let of_ring = |ring: &Vec<LonLat>| -> f64 {
        ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| strip(a, b)).sum()
    };
    // Counterclockwise rings run west along their north.
    let area: f64 = -rings.iter().map(of_ring).sum::<f64>();
    (bounds, area * EARTH_RADIUS_KM * EARTH_RADIUS_KM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, departements::read_departements};

    #[test]
    fn the_table_is_that_of_the_embedded_outlines() {
        let (outlines, notices) = read_departements(DEPARTEMENTS_GEOJSON).unwrap();
        assert_eq!(notices, []);
        assert_eq!(outlines.len(), extents().count());
        for ((code, rings), extent) in outlines.iter().zip(extents()) {
            assert_eq!(code.as_str(), extent.code);
            let (bounds, km2) = measured(rings);
            let out = [
                bounds[0] - extent.bounds[0],
                bounds[1] - extent.bounds[1],
                extent.bounds[2] - bounds[2],
                extent.bounds[3] - bounds[3],
            ];
            assert!(out.iter().all(|out| (-1e-9..0.010_001).contains(out)), "{code}: {out:?}");
            assert!((km2 - extent.km2).abs() <= 0.51, "{code}: {km2} km²");
        }
    }

    #[test]
    fn swapped_places_are_no_places_of_theirs() {
        let finistere = Code::new("29").unwrap();
        assert!(!is_near(finistere, [48.1, -4.2]) && is_near(finistere, [-4.2, 48.1]));
    }

    #[test]
    fn the_outline_of_another_departement_is_told_from_the_right_one() {
        let (outlines, _) = read_departements(DEPARTEMENTS_GEOJSON).unwrap();
        for (own, other) in [("01", "38"), ("29", "56"), ("77", "75"), ("971", "972"), ("2A", "2B")]
        {
            let rings = outlines.iter().find(|(code, _)| code.as_str() == other).unwrap().1.clone();
            let code = Code::new(own).unwrap();
            let mut notices = vec![];
            let read = in_place(vec![(code, rings)], &mut notices);
            assert!(read.is_err() || !notices.is_empty(), "{other} as {own}");
        }
    }
}
