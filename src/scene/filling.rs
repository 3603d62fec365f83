//! The inside of closed lines as triangles, for painters that have no better.

use geo::{LineString, Polygon, TriangulateEarcut};

/// Triangles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Triangles {
    /// Their corners.
    pub corners: Vec<[f32; 2]>,
    /// Three places in `corners` a triangle.
    pub indices: Vec<u32>,
}

type Ring = Vec<[f32; 2]>;

/// What some rings, which do not cross each other, hold by the even–odd rule.
pub fn filling(rings: &[Ring]) -> Triangles {
    let rings: Vec<&Ring> = rings.iter().filter(|ring| ring.len() > 2).collect();
    let holders = |rank: usize| {
        let at = rings[rank][0];
        (0..rings.len()).filter(move |other| *other != rank).filter({
            let rings = &rings;
            move |other| surrounds(rings[*other], at)
        })
    };
    let depths: Vec<usize> = (0..rings.len()).map(|rank| holders(rank).count()).collect();
    let mut found = Triangles::default();
    for outer in (0..rings.len()).filter(|rank| depths[*rank].is_multiple_of(2)) {
        let is_hole = |rank: &usize| {
            depths[*rank] == depths[outer] + 1 && holders(*rank).any(|holder| holder == outer)
        };
        let holes = (0..rings.len()).filter(is_hole).map(|rank| line(rings[rank])).collect();
        let raw = Polygon::new(line(rings[outer]), holes).earcut_triangles_raw();
        let base = found.corners.len() as u32;
        found.corners.extend(raw.vertices.iter().map(|corner| corner.map(|at| at as f32)));
        found.indices.extend(raw.triangle_indices.iter().map(|index| base + *index as u32));
    }
    found
}

fn line(ring: &Ring) -> LineString {
    LineString::from(ring.iter().map(|at| at.map(f64::from)).collect::<Vec<[f64; 2]>>())
}

/// Whether a ring goes around a point.
fn surrounds(ring: &Ring, [x, y]: [f32; 2]) -> bool {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    let crosses = |([ax, ay], [bx, by]): &(&[f32; 2], &[f32; 2])| {
        (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
    };
    edges.filter(crosses).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(at: f32, side: f32) -> Ring {
        vec![[at, at], [at + side, at], [at + side, at + side], [at, at + side]]
    }

    fn area(found: &Triangles) -> f32 {
        let corner = |index: &u32| found.corners[*index as usize];
        let triangles = found.indices.chunks_exact(3).map(|triangle| {
            let [a, b, c] = [0, 1, 2].map(|rank| corner(&triangle[rank]));
            ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
        });
        triangles.sum()
    }

    #[test]
    fn holes_stay_empty_and_islands_in_them_are_filled() {
        let rings = [square(0.0, 10.0), square(2.0, 6.0), square(4.0, 2.0), square(20.0, 3.0)];
        assert_eq!(area(&filling(&rings)), 100.0 - 36.0 + 4.0 + 9.0);
        let arrow = vec![[0.0, 10.0], [5.0, 0.0], [10.0, 10.0], [5.0, 7.0]];
        assert_eq!(area(&filling(&[arrow])), 35.0);
    }

    #[test]
    fn what_has_no_inside_gives_nothing() {
        assert_eq!(filling(&[]), Triangles::default());
        let bare = filling(&[vec![], vec![[1.0, 1.0]], vec![[0.0, 0.0], [1.0, 1.0]]]);
        assert_eq!(bare, Triangles::default());
    }
}
