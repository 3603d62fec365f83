//! The line around a territory that is pointed at or selected.
//!
//! A coast has many corners that are finer than the line is wide. A painter that draws each to a
//! point makes spikes of them, so the line comes in smooth pieces, with the corners where they meet:
//! there a painter draws a disc as wide as the line.

use super::{cutting::cut_line, geometry::Rect, view::View};
use crate::outline::PlanePoint;

/// A line in smooth pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Highlight {
    /// Pieces without a sharp turn, each of at least two points.
    pub pieces: Vec<Vec<[f32; 2]>>,
    /// Where pieces meet or end at a corner.
    pub corners: Vec<[f32; 2]>,
}

/// Points of a line are at least this far apart, and rings that are no larger are left out.
const FINEST: f32 = 0.75;
/// Cosine of the sharpest turn within a piece: 40°, at which even a pointed join hardly juts out.
const SMOOTH: f32 = 0.766;

/// The line around some polygons of the plane, as far as it can be seen in `clip` or comes near.
pub fn highlight(polygons: &[Vec<Vec<PlanePoint>>], view: &View, clip: Rect) -> Highlight {
    let room = clip.grown(8.0);
    let mut found = Highlight::default();
    for ring in polygons.iter().flatten() {
        let ring = thinned(ring.iter().map(|point| view.page(*point)));
        let Some(line) = closed(ring) else { continue };
        for part in cut_line(&line, room) {
            found.add(&part);
        }
    }
    found
}

impl Highlight {
    /// Adds a line, broken at its sharp turns. Both its ends are corners too: those of a closed
    /// line, and those where it leaves the view.
    fn add(&mut self, line: &[[f32; 2]]) {
        self.corners.extend(line.first());
        let mut piece: Vec<[f32; 2]> = Vec::new();
        for (rank, point) in line.iter().enumerate() {
            piece.push(*point);
            let next = line.get(rank + 1);
            let turns =
                rank > 0 && next.is_some_and(|next| is_sharp(line[rank - 1], *point, *next));
            if turns {
                self.corners.push(*point);
                self.pieces.push(std::mem::replace(&mut piece, vec![*point]));
            }
        }
        self.corners.extend(line.last());
        self.pieces.push(piece);
    }
}

fn is_sharp(before: [f32; 2], at: [f32; 2], after: [f32; 2]) -> bool {
    let (one, other) =
        ([at[0] - before[0], at[1] - before[1]], [after[0] - at[0], after[1] - at[1]]);
    let lengths = one[0].hypot(one[1]) * other[0].hypot(other[1]);
    one[0] * other[0] + one[1] * other[1] < SMOOTH * lengths
}

/// The points that are not too near to the one before.
fn thinned(points: impl Iterator<Item = [f32; 2]>) -> Vec<[f32; 2]> {
    let mut kept: Vec<[f32; 2]> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| apart(*last, point) >= FINEST) {
            kept.push(point);
        }
    }
    kept
}

/// A ring as a line that ends where it begins; nothing if it is too small to be seen.
fn closed(mut ring: Vec<[f32; 2]>) -> Option<Vec<[f32; 2]>> {
    let first = *ring.first()?;
    while ring.len() > 1 && ring.last().is_some_and(|last| apart(*last, first) < FINEST) {
        ring.pop();
    }
    ring.push(first);
    (ring.len() > 2).then_some(ring)
}

fn apart(one: [f32; 2], other: [f32; 2]) -> f32 {
    (one[0] - other[0]).hypot(one[1] - other[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: View = View { scale: 1.0, origin: [0.0, 0.0] };
    const CLIP: Rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 100.0 };

    fn around(ring: &[PlanePoint]) -> Highlight {
        highlight(&[vec![ring.to_vec()]], &VIEW, CLIP)
    }

    #[test]
    fn a_square_is_four_pieces_that_meet_in_corners() {
        let found = around(&[[10., 10.], [50., 10.], [50., 50.], [10., 50.]]);
        assert_eq!(found.pieces.len(), 4);
        assert!(found.pieces.iter().all(|piece| piece.len() == 2));
        assert!(found.corners.contains(&[50., 50.]) && found.corners.contains(&[10., 10.]));
    }

    #[test]
    fn what_is_finer_than_a_pixel_is_left_out() {
        assert_eq!(around(&[[10., 10.], [10.3, 10.], [10.2, 10.4]]), Highlight::default());
        let found = around(&[[10., 10.], [10.2, 10.], [50., 10.], [50., 50.], [10., 10.1]]);
        assert!(found.pieces.iter().flatten().all(|[x, _]| *x == 10.0 || *x == 50.0));
    }

    #[test]
    fn nothing_runs_on_out_of_sight() {
        let found = around(&[[-5e6, -5e6], [5e6, -5e6], [5e6, 50.], [-5e6, 50.]]);
        let points: Vec<_> = found.pieces.iter().flatten().collect();
        assert!(!points.is_empty());
        assert!(points.iter().all(|[x, y]| (-8.0..=108.0).contains(x) && *y == 50.0), "{points:?}");
    }
}
