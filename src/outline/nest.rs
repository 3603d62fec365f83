//! Which holes lie in which rings.

use super::plane::PlanePoint;

/// A ring as it is drawn.
pub(super) struct Ring {
    pub points: Vec<PlanePoint>,
    /// Twice the signed area of all its points, before any was left out: what tells an outer ring,
    /// positive, from a hole.
    pub exact_area: f64,
}

/// Puts each hole into the smallest outer ring around it.
pub(super) fn nest(rings: Vec<Ring>) -> Vec<Vec<Vec<PlanePoint>>> {
    let (outers, holes): (Vec<Ring>, Vec<Ring>) =
        rings.into_iter().partition(|ring| ring.exact_area > 0.0);
    let mut polygons: Vec<(f64, Vec<Vec<PlanePoint>>)> =
        outers.into_iter().map(|ring| (ring.exact_area, vec![ring.points])).collect();
    for hole in holes {
        let around = polygons
            .iter_mut()
            .filter(|(_, polygon)| lies_within(&hole.points, &polygon[0]))
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        if let Some((_, polygon)) = around {
            polygon.push(hole.points);
        }
    }
    polygons.into_iter().map(|(_, polygon)| polygon).collect()
}

/// Whether a ring that crosses no other lies within one. It may touch it: a vertex of its own, and
/// the ring begins anywhere, so that most of its edges decide.
fn lies_within(inner: &[PlanePoint], outer: &[PlanePoint]) -> bool {
    let middle = |(a, b): (&PlanePoint, &PlanePoint)| [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
    let edges = inner.iter().zip(inner.iter().cycle().skip(1));
    edges.filter(|edge| crosses_odd(outer, middle(*edge))).count() * 2 > inner.len()
}

/// Whether a ray to the right of `point` crosses the ring an odd number of times.
pub(super) fn crosses_odd(ring: &[PlanePoint], [x, y]: PlanePoint) -> bool {
    let crosses = |a: PlanePoint, b: PlanePoint| {
        (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    };
    ring.iter().zip(ring.iter().cycle().skip(1)).filter(|(a, b)| crosses(**a, **b)).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many rings stay of a square with a hole, which begin at these of their vertices.
    fn nested(outer: &[PlanePoint], hole: &[PlanePoint], turn: [usize; 2]) -> usize {
        let ring = |points: &[PlanePoint], turn: usize, exact_area| {
            let turned = points.iter().cycle().skip(turn).take(points.len());
            Ring { points: turned.copied().collect(), exact_area }
        };
        let rings = vec![ring(outer, turn[0], 16.0), ring(hole, turn[1], -1.0)];
        nest(rings).iter().map(Vec::len).sum()
    }

    #[test]
    fn a_hole_that_touches_its_ring_at_one_vertex_stays_one_wherever_the_rings_begin() {
        let outer = [[0.0, 0.0], [2.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]];
        for hole in [
            [[2.0, 0.0], [3.0, 1.0], [1.0, 1.0]],
            [[0.0, 4.0], [1.0, 2.0], [2.0, 3.0]],
            [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0]],
        ] {
            for turns in 0..15 {
                assert_eq!(nested(&outer, &hole, [turns / 3, turns % 3]), 2, "{hole:?}, {turns}");
            }
        }
    }
}
