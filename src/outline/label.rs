//! Where a value can be written on an area.

use super::plane::{PlanePoint, PlaneRect};

/// A level stretch inside an area, as wide as can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelSpot {
    /// Its middle.
    pub center: PlanePoint,
    /// Its width in metres of the plane.
    pub width: f32,
}

/// Number of level lines that are tried.
const LINES: usize = 25;
/// Part of the widest stretch that is as good.
const WIDE_ENOUGH: f32 = 0.88;

impl LabelSpot {
    /// Among the wide stretches that stay inside on the lines just above and below as well, so that
    /// a line of text has room, the one nearest to the middle.
    pub(super) fn within(polygons: &[Vec<Vec<PlanePoint>>], bounds: PlaneRect) -> Self {
        let step = bounds.height() / (LINES + 1) as f32;
        let rows: Vec<(f32, Vec<[f32; 2]>)> = (1..=LINES)
            .map(|line| bounds.min[1] + line as f32 * step)
            .map(|y| (y, stretches(polygons, y)))
            .collect();
        let mut spots = Vec::new();
        for window in rows.windows(3) {
            let (above, (y, here), below) = (&window[0].1, &window[1], &window[2].1);
            for stretch in here {
                for common in overlaps(*stretch, above).flat_map(|s| overlaps(s, below)) {
                    let center = [(common[0] + common[1]) / 2.0, *y];
                    spots.push(Self { center, width: common[1] - common[0] });
                }
            }
        }
        let middle = bounds.center();
        let off_center =
            |spot: &Self| (spot.center[0] - middle[0]).hypot(spot.center[1] - middle[1]);
        let widest = spots.iter().map(|spot| spot.width).fold(0.0, f32::max);
        spots
            .into_iter()
            .filter(|spot| spot.width >= WIDE_ENOUGH * widest)
            .min_by(|a, b| off_center(a).total_cmp(&off_center(b)))
            .unwrap_or(Self { center: middle, width: 0.0 })
    }
}

/// The parts of a level line that lie inside (even–odd), from left to right.
fn stretches(polygons: &[Vec<Vec<PlanePoint>>], y: f32) -> Vec<[f32; 2]> {
    let mut crossings: Vec<f32> = polygons
        .iter()
        .flatten()
        .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
        .filter(|(a, b)| (a[1] > y) != (b[1] > y))
        .map(|(a, b)| a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]))
        .collect();
    crossings.sort_unstable_by(f32::total_cmp);
    crossings.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
}

/// What a stretch has in common with others.
fn overlaps(stretch: [f32; 2], others: &[[f32; 2]]) -> impl Iterator<Item = [f32; 2]> {
    others
        .iter()
        .map(move |other| [stretch[0].max(other[0]), stretch[1].min(other[1])])
        .filter(|common| common[0] < common[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_where_the_area_is_wide_not_where_its_box_is() {
        // An L whose foot is wide: the middle of its box is outside.
        let l = vec![[0., 0.], [10., 0.], [10., 80.], [100., 80.], [100., 100.], [0., 100.]];
        let polygons = vec![vec![l]];
        let bounds = PlaneRect::around(polygons[0][0].iter().copied());
        let spot = LabelSpot::within(&polygons, bounds);
        assert_eq!(spot.width, 100.0);
        assert!(spot.center[1] > 80.0);
    }

    #[test]
    fn an_area_that_is_thin_everywhere_offers_nothing_wide() {
        let needle = vec![[0., 0.], [2., 0.], [2., 100.], [0., 100.]];
        let bounds = PlaneRect::around(needle.iter().copied());
        assert_eq!(LabelSpot::within(&[vec![needle]], bounds).width, 2.0);
    }
}
