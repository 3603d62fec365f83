//! Dissolving: the outline of several faces together, by cancelling the arcs between them.
//!
//! Exact, without any tolerance, since neighbours refer to the same arc in opposite directions:
//! what is left over once those pairs are gone is the border of the whole.

use std::collections::BTreeMap;

use super::{
    lonlat::LonLat,
    topology::{ArcRef, Topology},
};

/// The closed chains of arcs around `faces`, outer borders and holes alike, in a stable order.
pub(super) fn dissolve(topology: &Topology, faces: &[usize]) -> Vec<Vec<ArcRef>> {
    let mut arcs: Vec<ArcRef> =
        faces.iter().flat_map(|face| topology.faces[*face].iter().flatten().copied()).collect();
    arcs.sort_unstable();
    let borders: Vec<ArcRef> =
        arcs.iter().copied().filter(|arc| arcs.binary_search(&arc.flipped()).is_err()).collect();
    match faces {
        // Its rings as they are, unless it was put together from parts that touch.
        [face] if borders.len() == arcs.len() => topology.faces[*face].clone(),
        _ => join_ends(topology, &borders),
    }
}

/// Chains arcs end to start until each chain is closed.
fn join_ends(topology: &Topology, arcs: &[ArcRef]) -> Vec<Vec<ArcRef>> {
    let mut by_start: BTreeMap<LonLat, Vec<ArcRef>> = BTreeMap::new();
    for arc in arcs.iter().rev() {
        by_start.entry(topology.start(*arc)).or_default().push(*arc);
    }
    let mut rings = Vec::new();
    for first in arcs {
        let Some(start) = take(&mut by_start, topology.start(*first), Some(*first)) else {
            continue;
        };
        let mut ring = vec![start];
        let mut end = topology.end(start);
        while end != topology.start(start) {
            // Borders of whole faces always close; a missing arc could only come from a face that
            // was not closed, which reading has refused.
            let Some(next) = take(&mut by_start, end, None) else { break };
            end = topology.end(next);
            ring.push(next);
        }
        rings.push(ring);
    }
    rings
}

/// Takes an arc that starts at `point`: the `wanted` one, or any.
fn take(
    by_start: &mut BTreeMap<LonLat, Vec<ArcRef>>,
    point: LonLat,
    wanted: Option<ArcRef>,
) -> Option<ArcRef> {
    let arcs = by_start.get_mut(&point)?;
    let index = match wanted {
        Some(wanted) => arcs.iter().position(|arc| *arc == wanted)?,
        None => arcs.len().checked_sub(1)?,
    };
    Some(arcs.remove(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64) -> Vec<Vec<LonLat>> {
        let corner = |dx, dy| LonLat::from_degrees(x + dx, y + dy).unwrap();
        vec![vec![corner(0., 0.), corner(1., 0.), corner(1., 1.), corner(0., 1.)]]
    }

    fn topology(faces: &[Vec<Vec<LonLat>>]) -> Topology {
        Topology::build(faces.iter().map(Vec::as_slice))
    }

    #[test]
    fn two_neighbours_become_one_ring_without_their_border() {
        let made = topology(&[square(0., 0.), square(1., 0.)]);
        let rings = dissolve(&made, &[0, 1]);
        assert_eq!(rings.len(), 1);
        assert_eq!(rings[0].len(), 2, "the left arc and the right arc");
    }

    #[test]
    fn a_ring_of_squares_keeps_the_hole_in_its_middle() {
        let around =
            [(0., 0.), (1., 0.), (2., 0.), (2., 1.), (2., 2.), (1., 2.), (0., 2.), (0., 1.)];
        let faces: Vec<_> = around.iter().map(|(x, y)| square(*x, *y)).collect();
        let made = topology(&faces);
        let all: Vec<usize> = (0..8).collect();
        assert_eq!(dissolve(&made, &all).len(), 2);
    }

    #[test]
    fn faces_that_do_not_touch_stay_apart() {
        let made = topology(&[square(0., 0.), square(5., 0.)]);
        assert_eq!(dissolve(&made, &[0, 1]).len(), 2);
    }
}
