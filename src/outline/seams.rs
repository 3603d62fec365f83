//! Whether outlines fit together: no ground is covered twice, and neighbours follow one line.
//!
//! Merging and simplifying rest on borders that neighbours share vertex by vertex. Where they do,
//! a point beside a border lies in one outline or in none, and where a border has one outline
//! only, there is no other nearby. Both are looked at on both sides of some thousands of points that
//! are strewn evenly along all borders.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{
    ground::Ground,
    notice::OutlineNotice,
    strip::{Shape, Way, metres_between},
};

/// About so many points are looked at.
const SAMPLES: f64 = 4_000.0;

/// How far beside a border one looks for ground that is covered twice, in metres: less could not be
/// seen.
const DEEP: f64 = 300.0;

/// How far beside it lies what touches it, in metres.
const BESIDE: f64 = 2.0;

/// A gap between neighbours is narrower, in metres; what is wider is a sound.
const GAP: f64 = 300.0;

/// Below this part of all borders between neighbours, what faces another coast is a river's mouth.
const WORTH_TELLING: f64 = 0.005;

/// What there is to tell of how outlines fit together.
pub(super) fn look_along_seams(ground: &Ground) -> Vec<OutlineNotice> {
    let shapes = ground.shapes();
    let found: Vec<Finding> =
        samples(ground).par_iter().map(|sample| sample.look(ground, shapes)).collect();
    let sum = |of: fn(&Finding) -> bool| -> f64 {
        found.iter().filter(|one| of(one)).map(|one| one.metres).sum()
    };
    // What two neighbours draw apart is met on both of its lines.
    let unshared = sum(|one| one.is_unshared) / 2.0;
    let share = unshared / (unshared + sum(|one| one.is_shared)).max(1.0);
    let mut notices = Vec::new();
    let named = |faces: BTreeSet<usize>| -> Vec<String> {
        let codes: BTreeSet<_> = faces.iter().filter_map(|face| ground.codes.get(*face)).collect();
        codes.into_iter().map(ToString::to_string).collect()
    };
    let overlapping: BTreeSet<usize> =
        found.iter().flat_map(|one| one.overlapping.iter().copied()).collect();
    if !overlapping.is_empty() {
        notices.push(OutlineNotice::Overlapping { codes: named(overlapping) });
    }
    if share > WORTH_TELLING {
        let mut met: BTreeMap<usize, usize> = BTreeMap::new();
        for face in found.iter().filter(|one| one.is_unshared).flat_map(|one| &one.faces) {
            *met.entry(*face).or_default() += 1;
        }
        // What is met once may be the mouth of a river.
        let most = met.values().copied().max().unwrap_or_default();
        met.retain(|_, times| *times > 1 || most == 1);
        let codes = named(met.into_keys().collect());
        let percent = (share * 100.0).round().clamp(1.0, 100.0) as u8;
        notices.push(OutlineNotice::Unshared { percent, codes });
    }
    notices
}

/// A point of a border.
struct Sample {
    arc: usize,
    edge: Way,
    /// What part of the border it stands for.
    metres: f64,
    /// Far enough from where its arc ends: there its neighbour begins.
    is_inner: bool,
}

/// What is so at a point of a border.
struct Finding {
    metres: f64,
    is_shared: bool,
    is_unshared: bool,
    /// The outlines of the border.
    faces: Vec<usize>,
    /// The outlines that cover the ground beside it twice, or inside out.
    overlapping: Vec<usize>,
}

fn samples(ground: &Ground) -> Vec<Sample> {
    let arcs = &ground.topology.arcs;
    let degrees = |arc: usize| -> Vec<[f64; 2]> {
        arcs[arc].iter().map(|point| [point.longitude(), point.latitude()]).collect()
    };
    let lengths: Vec<f64> = (0..arcs.len())
        .into_par_iter()
        .map(|arc| degrees(arc).windows(2).map(|pair| metres_between(pair[0], pair[1])).sum())
        .collect();
    let spacing = (lengths.iter().sum::<f64>() / SAMPLES).max(1.0);
    let each = (arcs.len() as f64) <= SAMPLES;
    let mut samples = Vec::new();
    for (arc, length) in lengths.iter().enumerate() {
        let wanted = (length / spacing).round().max(if each { 1.0 } else { 0.0 });
        if wanted < 1.0 {
            continue;
        }
        let step = length / wanted;
        let points = degrees(arc);
        let is_closed = points.first() == points.last();
        let (mut walked, mut next) = (0.0, step / 2.0);
        for pair in points.windows(2) {
            walked += metres_between(pair[0], pair[1]);
            let mut metres = 0.0;
            while walked >= next {
                next += step;
                metres += step;
            }
            if metres > 0.0 {
                let is_inner = is_closed || (walked > 2.0 * GAP && length - walked > 2.0 * GAP);
                let edge = Way { from: pair[0], to: pair[1] };
                samples.push(Sample { arc, edge, metres, is_inner });
            }
        }
    }
    samples
}

impl Sample {
    fn look(&self, ground: &Ground, shapes: &[Shape]) -> Finding {
        let faces: Vec<usize> =
            ground.sides[self.arc].iter().flatten().map(|face| *face as usize).collect();
        let covered = |place: [f64; 2]| -> Vec<(usize, i32)> {
            let turns = shapes.iter().enumerate().map(|(face, shape)| (face, shape.turns(place)));
            turns.filter(|(_, turns)| *turns != 0).collect()
        };
        let is_amiss = |there: &Vec<(usize, i32)>| {
            let inside_out = there.iter().any(|(_, turns)| *turns < 0);
            inside_out || there.iter().map(|(_, turns)| turns).sum::<i32>() > 1
        };
        let deep = [-DEEP, DEEP].map(|metres| covered(self.edge.beside(metres)));
        let amiss = deep.into_iter().filter(is_amiss).flatten();
        let overlapping = amiss.map(|(face, _)| face).collect();
        let is_shared = faces.len() > 1;
        // The one outline of the border lies to its left or to its right; the other side is free.
        let crowded = || {
            let beside = [-BESIDE, BESIDE].map(|metres| covered(self.edge.beside(metres)));
            beside.iter().any(|there| there.iter().any(|(face, _)| !faces.contains(face)))
        };
        let is_unshared =
            !is_shared && (crowded() || (self.is_inner && self.faces_a_gap(&faces, shapes)));
        Finding { metres: self.metres, is_shared, is_unshared, faces, overlapping }
    }

    /// Whether another outline begins close by, with nothing between.
    fn faces_a_gap(&self, own: &[usize], shapes: &[Shape]) -> bool {
        let here = self.edge.middle();
        let others = shapes.iter().enumerate().filter(|(face, _)| !own.contains(face));
        let near = others.filter_map(|(_, shape)| shape.nearest(here, GAP));
        let nearest = near.min_by(|(one, _), (other, _)| one.total_cmp(other));
        nearest.is_some_and(|(_, there)| {
            let between = [(here[0] + there[0]) / 2.0, (here[1] + there[1]) / 2.0];
            shapes.iter().all(|shape| shape.turns(between) == 0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{
        DEPARTEMENTS_GEOJSON, departements::read_departements, lonlat::LonLat, whereabouts::Coded,
    };

    fn embedded() -> Vec<Coded> {
        read_departements(DEPARTEMENTS_GEOJSON).unwrap().0
    }

    /// With some départements moved by so many degrees to the east.
    fn moved(is_moved: impl Fn(&str) -> bool, degrees: f64) -> Vec<Coded> {
        let mut outlines = embedded();
        for (code, rings) in &mut outlines {
            if is_moved(code.as_str()) {
                rings.iter_mut().flatten().for_each(|point| {
                    let (x, y) = (point.longitude() + degrees, point.latitude());
                    *point = LonLat::from_degrees(x, y).unwrap();
                });
            }
        }
        outlines
    }

    fn told(outlines: &[Coded]) -> (Vec<String>, Option<(u8, Vec<String>)>) {
        let (mut overlapping, mut unshared) = (vec![], None);
        for notice in look_along_seams(&Ground::new(outlines, String::new())) {
            match notice {
                OutlineNotice::Overlapping { codes } => overlapping = codes,
                OutlineNotice::Unshared { percent, codes } => unshared = Some((percent, codes)),
                other => panic!("{other:?}"),
            }
        }
        (overlapping, unshared)
    }

    #[test]
    fn outlines_that_fit_have_nothing_to_tell() {
        assert_eq!(told(&embedded()), (vec![], None));
    }

    #[test]
    fn neighbours_that_share_no_vertex_are_told_with_their_share() {
        // One centimetre: nothing overlaps that could be seen.
        let (overlapping, unshared) = told(&moved(|code| code < "48", 1e-7));
        assert_eq!(overlapping, [""; 0]);
        let (percent, codes) = unshared.unwrap();
        assert!((10..50).contains(&percent), "{percent}");
        assert!(codes.contains(&"42".into()) && codes.contains(&"69".into()), "{codes:?}");
        let (percent, codes) = told(&moved(|code| code == "23", 1e-7)).1.unwrap();
        let around = ["03", "18", "19", "23", "36", "63", "87"];
        assert!((1..=3).contains(&percent) && codes.len() > 3, "{percent}, {codes:?}");
        assert!(codes.iter().all(|code| around.contains(&code.as_str())), "{codes:?}");
    }

    #[test]
    fn a_departement_beside_its_place_overlaps_its_neighbours() {
        let (overlapping, unshared) = told(&moved(|code| code == "23", 0.05));
        for code in ["23", "63", "03"] {
            assert!(overlapping.contains(&code.into()), "{code}: {overlapping:?}");
        }
        assert!(!overlapping.contains(&"33".into()));
        assert!(unshared.is_some());
    }

    #[test]
    fn an_outline_that_is_another_one_too_overlaps_it() {
        let mut outlines = embedded();
        let rings = outlines.iter().find(|(code, _)| code.as_str() == "92").unwrap().1.clone();
        outlines.iter_mut().find(|(code, _)| code.as_str() == "75").unwrap().1 = rings;
        let (overlapping, _) = told(&outlines);
        assert_eq!(overlapping, ["75", "92"]);
    }
}
