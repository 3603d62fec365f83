//! Hatches as lines: the strokes that fill an area, cut at its borders.
//!
//! Every painter draws these lines rather than a repeated tile, so that a hatch is equally crisp on
//! a screen, in print and in an editable file. Lines are numbered from a fixed origin, so that they
//! run on from one territory into the next and follow the map when it is moved.

use std::collections::BTreeMap;

use super::{geometry::Rect, view::View};
use crate::cartography::{Angle, Hatch};

/// The lines of a hatch within some rings (even–odd), in the unit of the rings.
///
/// `origin` is a point that a line passes half a spacing away from.
pub fn hatch_lines(rings: &[Vec<[f32; 2]>], hatch: &Hatch, origin: [f32; 2]) -> Vec<[[f32; 2]; 2]> {
    let everything = Rect::new(-1e9, -1e9, 2e9, 2e9);
    hatch_lines_within(rings, hatch, origin, everything)
}

/// The same, of what can be seen in `clip` and not much more: looked at from very near, a territory
/// has a million lines and a window a hundred.
pub fn hatch_lines_within(
    rings: &[Vec<[f32; 2]>],
    hatch: &Hatch,
    origin: [f32; 2],
    clip: Rect,
) -> Vec<[[f32; 2]; 2]> {
    let diagonal = std::f32::consts::FRAC_1_SQRT_2;
    let directions: &[[f32; 2]] = match hatch.angle {
        Angle::Rising => &[[diagonal, -diagonal]],
        Angle::Falling => &[[diagonal, diagonal]],
        Angle::Crossed => &[[diagonal, -diagonal], [diagonal, diagonal]],
        Angle::Horizontal => &[[1.0, 0.0]],
        Angle::Vertical => &[[0.0, 1.0]],
    };
    directions
        .iter()
        .flat_map(|direction| parallel_lines(rings, *direction, hatch.spacing, origin, clip))
        .collect()
}

/// A point that hatches are numbered from: it moves with the map, and stays near the page, where
/// single precision is fine, however closely one looks.
pub fn hatch_origin(view: &View, hatch: &Hatch) -> [f32; 2] {
    // A shift by this leaves the lines where they are.
    let period = match hatch.angle {
        Angle::Horizontal | Angle::Vertical => f64::from(hatch.spacing),
        Angle::Rising | Angle::Falling | Angle::Crossed => {
            f64::from(hatch.spacing) * std::f64::consts::SQRT_2
        }
    };
    view.origin.map(|length| length.rem_euclid(period) as f32)
}

/// Lines along `direction` (a unit vector), `spacing` apart.
fn parallel_lines(
    rings: &[Vec<[f32; 2]>],
    direction: [f32; 2],
    spacing: f32,
    origin: [f32; 2],
    clip: Rect,
) -> Vec<[[f32; 2]; 2]> {
    let [dx, dy] = direction;
    // Along the line, and across it in spacings.
    let turned = |[x, y]: [f32; 2]| {
        let (x, y) = (x - origin[0], y - origin[1]);
        (x * dx + y * dy, (y * dx - x * dy) / spacing - 0.5)
    };
    let corners: Vec<(f32, f32)> = clip.corners().into_iter().map(turned).collect();
    let span = |part: fn(&(f32, f32)) -> f32| {
        let parts = || corners.iter().map(part);
        (parts().fold(f32::MAX, f32::min), parts().fold(f32::MIN, f32::max))
    };
    let ((left, right), (top, bottom)) = (span(|corner| corner.0), span(|corner| corner.1));
    let (top, bottom) = (top.floor(), bottom.ceil());
    let mut crossings: BTreeMap<i32, Vec<f32>> = BTreeMap::new();
    for ring in rings {
        let Some(last) = ring.last() else { continue };
        let (mut along, mut across) = turned(*last);
        for point in ring {
            let (next_along, next_across) = turned(*point);
            let first = across.min(next_across).ceil().max(top);
            let end = across.max(next_across).ceil().min(bottom);
            for line in first as i32..end as i32 {
                let part = (line as f32 - across) / (next_across - across);
                crossings.entry(line).or_default().push(along + part * (next_along - along));
            }
            (along, across) = (next_along, next_across);
        }
    }
    let mut lines = Vec::new();
    for (line, mut crossed) in crossings {
        crossed.sort_unstable_by(f32::total_cmp);
        let across = (line as f32 + 0.5) * spacing;
        let back = |along: f32| {
            [origin[0] + along * dx - across * dy, origin[1] + along * dy + across * dx]
        };
        let seen = crossed.chunks_exact(2).map(|pair| [pair[0].max(left), pair[1].min(right)]);
        lines.extend(seen.filter(|[from, to]| from < to).map(|[from, to]| [back(from), back(to)]));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cartography::HatchTone;

    const SQUARE: [[f32; 2]; 4] = [[0., 0.], [10., 0.], [10., 10.], [0., 10.]];

    fn lines(rings: &[Vec<[f32; 2]>], angle: Angle) -> Vec<[[f32; 2]; 2]> {
        let hatch = Hatch { angle, spacing: 2.0, width: 1.0, tone: HatchTone::Gap };
        hatch_lines(rings, &hatch, [0.0, 0.0])
    }

    #[test]
    fn a_square_holds_five_level_lines_from_edge_to_edge() {
        let found = lines(&[SQUARE.to_vec()], Angle::Horizontal);
        let heights: Vec<f32> = found.iter().map(|line| line[0][1]).collect();
        assert_eq!(heights, [1., 3., 5., 7., 9.]);
        assert!(found.iter().all(|[from, to]| from[0] == 0.0 && to[0] == 10.0));
    }

    #[test]
    fn lines_stop_at_a_hole() {
        let hole = vec![[4., 4.], [6., 4.], [6., 6.], [4., 6.]];
        let found = lines(&[SQUARE.to_vec(), hole], Angle::Vertical);
        let middle: Vec<_> = found.iter().filter(|line| line[0][0] == 5.0).collect();
        assert_eq!(middle, [&[[5., 0.], [5., 4.]], &[[5., 6.], [5., 10.]]]);
    }

    #[test]
    fn only_what_can_be_seen_is_hatched_and_it_is_hatched_alike() {
        let hatch =
            Hatch { angle: Angle::Horizontal, spacing: 2.0, width: 1.0, tone: HatchTone::Gap };
        let clip = Rect::new(2.0, 2.5, 5.0, 3.0);
        let found = hatch_lines_within(&[SQUARE.to_vec()], &hatch, [0.0, 0.0], clip);
        assert!(found.iter().all(|[from, to]| from[0] == 2.0 && to[0] == 7.0), "{found:?}");
        let heights: Vec<f32> = found.iter().map(|line| line[0][1]).collect();
        assert!(heights.contains(&3.0) && heights.contains(&5.0) && heights.len() <= 3);
    }

    #[test]
    fn rising_lines_rise_to_the_right_and_crossed_ones_do_both() {
        let [from, to] = lines(&[SQUARE.to_vec()], Angle::Rising)[0];
        assert!((to[0] - from[0]) * (to[1] - from[1]) < 0.0, "y points down");
        let count = |angle| lines(&[SQUARE.to_vec()], angle).len();
        assert_eq!(count(Angle::Crossed), count(Angle::Rising) + count(Angle::Falling));
    }
}
