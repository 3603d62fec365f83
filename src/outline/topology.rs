//! Shared arcs: every border between two faces exists once.
//!
//! An *arc* is a stretch of border between two junctions, points where more than two edges meet.
//! Both neighbours refer to the same arc, one of them backwards. The method is that of TopoJSON
//! (M. Bostock, *How to infer topology*, 2013), made exact by whole-number vertices.

use rustc_hash::FxHashMap;

use super::lonlat::LonLat;

/// An arc as a ring follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ArcRef {
    /// Index into [`Topology::arcs`].
    pub arc: u32,
    /// Followed from its last point to its first.
    pub reversed: bool,
}

impl ArcRef {
    /// The same arc the other way.
    pub fn flipped(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }
}

/// Faces whose rings share arcs.
#[derive(Debug, Default)]
pub(super) struct Topology {
    /// The points of each arc, both ends included. A border without junction (an island, an
    /// enclave) is one arc that ends where it starts.
    pub arcs: Vec<Vec<LonLat>>,
    /// For each face, its rings; each ring is a closed chain of arcs.
    pub faces: Vec<Vec<Vec<ArcRef>>>,
}

impl Topology {
    /// Finds the arcs of some faces, each given as rings whose last point is not repeated.
    /// Neighbours share an arc where they share vertices, exactly.
    pub fn build<'a>(faces: impl Iterator<Item = &'a [Vec<LonLat>]> + Clone) -> Self {
        let junctions = Junctions::find(faces.clone().flatten());
        let mut topology = Self::default();
        let mut by_first_edge = FxHashMap::default();
        for rings in faces {
            let face = rings
                .iter()
                .map(|ring| topology.chain(ring, &junctions, &mut by_first_edge))
                .collect();
            topology.faces.push(face);
        }
        topology
    }

    /// Where an arc begins, as followed.
    pub fn start(&self, arc: ArcRef) -> LonLat {
        let points = &self.arcs[arc.arc as usize];
        if arc.reversed { points[points.len() - 1] } else { points[0] }
    }

    /// Where an arc ends, as followed.
    pub fn end(&self, arc: ArcRef) -> LonLat {
        self.start(arc.flipped())
    }

    /// Cuts a ring at its junctions, and reuses the arcs that a neighbour already made.
    fn chain(
        &mut self,
        ring: &[LonLat],
        junctions: &Junctions,
        by_first_edge: &mut FxHashMap<(LonLat, LonLat), ArcRef>,
    ) -> Vec<ArcRef> {
        // A ring starts at its smallest junction, or without one at its smallest vertex: wherever the
        // file starts it, two faces with the same ring (an enclave and the hole around it) find the
        // same start, and the same outlines make the same arcs.
        let smallest = |only_junctions: bool| {
            let wanted = |index: &usize| !only_junctions || junctions.contains(ring[*index]);
            (0..ring.len()).filter(wanted).min_by_key(|index| ring[*index])
        };
        let first = smallest(true);
        let start = first.or_else(|| smallest(false)).unwrap_or_default();
        let mut refs = Vec::new();
        let mut arc = vec![ring[start]];
        for point in ring[start + 1..].iter().chain(&ring[..=start]) {
            arc.push(*point);
            if junctions.contains(*point) {
                refs.push(self.share(std::mem::replace(&mut arc, vec![*point]), by_first_edge));
            }
        }
        if first.is_none() {
            refs.push(self.share(arc, by_first_edge));
        }
        refs
    }

    /// The arc with these points, in whichever direction it exists already.
    fn share(
        &mut self,
        points: Vec<LonLat>,
        by_first_edge: &mut FxHashMap<(LonLat, LonLat), ArcRef>,
    ) -> ArcRef {
        // Between junctions every point has two edges, so the first edge tells the whole arc.
        let edge = (points[0], points[1]);
        if let Some(known) = by_first_edge.get(&edge) {
            return *known;
        }
        let back = (points[points.len() - 1], points[points.len() - 2]);
        let new = ArcRef { arc: self.arcs.len() as u32, reversed: false };
        by_first_edge.insert(edge, new);
        by_first_edge.insert(back, new.flipped());
        self.arcs.push(points);
        new
    }
}

/// The points where more than two edges meet.
struct Junctions(FxHashMap<LonLat, Neighbours>);

struct Neighbours {
    pair: [LonLat; 2],
    is_junction: bool,
}

impl Junctions {
    fn find<'a>(rings: impl Iterator<Item = &'a Vec<LonLat>> + Clone) -> Self {
        let capacity = rings.clone().map(Vec::len).sum();
        let mut points: FxHashMap<LonLat, Neighbours> =
            FxHashMap::with_capacity_and_hasher(capacity, Default::default());
        for ring in rings {
            let mut previous = ring[ring.len() - 1];
            for (index, point) in ring.iter().enumerate() {
                let next = ring[(index + 1) % ring.len()];
                let mut pair = [previous, next];
                pair.sort_unstable();
                points
                    .entry(*point)
                    .and_modify(|known| known.is_junction |= known.pair != pair)
                    .or_insert(Neighbours { pair, is_junction: false });
                previous = *point;
            }
        }
        Self(points)
    }

    fn contains(&self, point: LonLat) -> bool {
        self.0.get(&point).is_some_and(|neighbours| neighbours.is_junction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|(x, y)| LonLat::from_degrees(*x, *y).unwrap()).collect()
    }

    fn topology(faces: &[Vec<Vec<LonLat>>]) -> Topology {
        Topology::build(faces.iter().map(Vec::as_slice))
    }

    #[test]
    fn two_squares_side_by_side_share_one_arc() {
        let left = ring(&[(0., 0.), (1., 0.), (1., 1.), (0., 1.)]);
        let right = ring(&[(1., 0.), (2., 0.), (2., 1.), (1., 1.)]);
        let made = topology(&[vec![left], vec![right]]);
        assert_eq!(made.arcs.len(), 3);
        let [left, right] = [&made.faces[0][0], &made.faces[1][0]];
        let shared: Vec<_> = left.iter().filter(|arc| right.contains(&arc.flipped())).collect();
        assert_eq!(shared.len(), 1);
    }

    #[test]
    fn an_enclave_and_the_hole_around_it_share_one_closed_arc() {
        let outer = ring(&[(0., 0.), (3., 0.), (3., 3.), (0., 3.)]);
        let hole = ring(&[(2., 1.), (1., 1.), (1., 2.), (2., 2.)]);
        let enclave = ring(&[(2., 2.), (1., 2.), (1., 1.), (2., 1.)]);
        let made = topology(&[vec![outer, hole], vec![enclave]]);
        assert_eq!(made.arcs.len(), 2);
        assert_eq!(made.faces[0][1][0].flipped(), made.faces[1][0][0]);
    }

    #[test]
    fn an_island_is_one_arc_that_ends_where_it_starts() {
        let made = topology(&[vec![ring(&[(1., 1.), (0., 0.), (1., 0.)])]]);
        let only = made.faces[0][0][0];
        assert_eq!((made.arcs.len(), made.start(only)), (1, made.end(only)));
        assert_eq!(made.arcs[0].len(), 4);
    }
}
