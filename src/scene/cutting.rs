//! Rings and lines cut at the edges of a rectangle of the page.

use super::geometry::Rect;

type Point = [f32; 2];

/// The part of a ring within `clip`. What lies outside becomes edges along the rectangle, so that
/// several rings cut alike still fill the same by the even–odd rule.
///
/// I. E. Sutherland and G. W. Hodgman, *Reentrant polygon clipping*, 1974: one edge after another.
pub fn cut_ring(ring: &[Point], clip: Rect) -> Vec<Point> {
    let mut ring = ring.to_vec();
    for edge in Edge::of(clip) {
        let Some(mut before) = ring.last().copied() else { break };
        let mut kept = Vec::with_capacity(ring.len());
        for point in ring {
            if edge.holds(before) != edge.holds(point) {
                kept.push(edge.crossing(before, point));
            }
            if edge.holds(point) {
                kept.push(point);
            }
            before = point;
        }
        ring = kept;
    }
    ring
}

/// The parts of a line within `clip`, in order.
pub fn cut_line(line: &[Point], clip: Rect) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    let mut end = None;
    for pair in line.windows(2) {
        let Some([from, to]) = cut_segment([pair[0], pair[1]], clip) else {
            end = None;
            continue;
        };
        match parts.last_mut() {
            Some(part) if end == Some(from) => part.push(to),
            _ => parts.push(vec![from, to]),
        }
        end = (to == pair[1]).then_some(to);
    }
    parts
}

/// The part of a segment within `clip`.
pub fn cut_segment([mut from, mut to]: [Point; 2], clip: Rect) -> Option<[Point; 2]> {
    for edge in Edge::of(clip) {
        match (edge.holds(from), edge.holds(to)) {
            (true, true) => {}
            (true, false) => to = edge.crossing(from, to),
            (false, true) => from = edge.crossing(from, to),
            (false, false) => return None,
        }
    }
    Some([from, to])
}

/// One edge of a rectangle.
struct Edge {
    axis: usize,
    at: f32,
    /// The rectangle lies after it.
    is_first: bool,
}

impl Edge {
    fn of(rect: Rect) -> [Self; 4] {
        let edge = |axis, at, is_first| Self { axis, at, is_first };
        [
            edge(0, rect.x, true),
            edge(0, rect.right(), false),
            edge(1, rect.y, true),
            edge(1, rect.bottom(), false),
        ]
    }

    fn holds(&self, point: Point) -> bool {
        if self.is_first { point[self.axis] >= self.at } else { point[self.axis] <= self.at }
    }

    /// Where a segment from one side to the other meets it.
    fn crossing(&self, from: Point, to: Point) -> Point {
        let part = (self.at - from[self.axis]) / (to[self.axis] - from[self.axis]);
        let mut point = [0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis]));
        point[self.axis] = self.at;
        point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIP: Rect = Rect { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };

    #[test]
    fn what_lies_within_is_left_as_it_is_and_what_lies_outside_goes() {
        let inside = [[1., 1.], [9., 1.], [5., 9.]];
        assert_eq!(cut_ring(&inside, CLIP), inside);
        assert_eq!(cut_line(&inside, CLIP), [inside]);
        let outside = [[11., 1.], [19., 1.], [15., 9.]];
        assert!(cut_ring(&outside, CLIP).is_empty() && cut_line(&outside, CLIP).is_empty());
    }

    #[test]
    fn a_ring_is_cut_to_the_ground_that_it_shares_with_the_rectangle() {
        let ring = [[5., 5.], [25., 5.], [25., 15.], [5., 15.]];
        let cut = cut_ring(&ring, CLIP);
        let doubled: f32 = (cut.iter().zip(cut.iter().cycle().skip(1)))
            .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
            .sum();
        assert_eq!(doubled.abs() / 2.0, 25.0);
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_lines() {
        let line = [[2., 2.], [8., 2.], [20., 2.], [20., 8.], [8., 8.], [2., 8.]];
        let parts = cut_line(&line, CLIP);
        assert_eq!(
            parts,
            [vec![[2., 2.], [8., 2.], [10., 2.]], vec![[10., 8.], [8., 8.], [2., 8.]],]
        );
        assert_eq!(cut_line(&[[-5., 5.], [15., 5.]], CLIP), [[[0., 5.], [10., 5.]]]);
    }
}
