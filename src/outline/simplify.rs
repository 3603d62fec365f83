//! Simplifying arcs: how much each point matters.
//!
//! M. Visvalingam and J. D. Whyatt, *Line generalisation by repeated elimination of points*, The
//! Cartographic Journal 30 (1), 1993. A point's weight is the area of the triangle that its removal
//! cuts off, made monotone, so that keeping all points above a threshold gives the same line as
//! eliminating them one by one. Arcs are weighed once; every level of detail is then a filter, and
//! neighbours never drift apart since they share the arc.

use std::{cmp::Reverse, collections::BinaryHeap};

/// The weight of each point of a line, in squared units of its coordinates.
///
/// Both ends weigh infinitely much. A closed line also keeps its two weightiest inner points, so
/// that a small island stays a triangle rather than vanishing.
pub(super) fn weights(points: &[[f64; 2]]) -> Vec<f32> {
    let mut weights = vec![f32::INFINITY; points.len()];
    let Some(last) = points.len().checked_sub(1).filter(|last| *last > 1) else {
        return weights;
    };
    let mut before: Vec<usize> = (0..points.len()).map(|i| i.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..points.len()).map(|i| i + 1).collect();
    let mut current = vec![f64::INFINITY; points.len()];
    let mut heap = BinaryHeap::with_capacity(points.len());
    for index in 1..last {
        current[index] = triangle(points[index - 1], points[index], points[index + 1]);
        heap.push(Reverse((Area(current[index]), index)));
    }
    let mut floor = 0.0f64;
    let mut order = Vec::with_capacity(points.len());
    while let Some(Reverse((Area(area), index))) = heap.pop() {
        if area != current[index] {
            continue; // An older entry of a point whose neighbours have changed since.
        }
        floor = floor.max(area);
        weights[index] = floor as f32;
        order.push(index);
        current[index] = f64::NAN;
        let (left, right) = (before[index], after[index]);
        after[left] = right;
        before[right] = left;
        for neighbour in [left, right] {
            if (1..last).contains(&neighbour) {
                let (left, right) = (before[neighbour], after[neighbour]);
                current[neighbour] = triangle(points[left], points[neighbour], points[right]);
                heap.push(Reverse((Area(current[neighbour]), neighbour)));
            }
        }
    }
    if points[0] == points[last] {
        order.iter().rev().take(2).for_each(|index| weights[*index] = f32::INFINITY);
    }
    weights
}

/// An area as a heap key; never NaN.
#[derive(PartialEq)]
struct Area(f64);

impl Eq for Area {}

impl PartialOrd for Area {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Area {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn triangle(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_always_stay() {
        let weights = weights(&[[0., 0.], [1., 0.1], [2., 0.]]);
        assert_eq!(weights[0], f32::INFINITY);
        assert_eq!(weights[2], f32::INFINITY);
        assert!((weights[1] - 0.1).abs() < 1e-6);
    }

    #[test]
    fn a_point_on_a_straight_line_weighs_nothing() {
        assert_eq!(weights(&[[0., 0.], [1., 0.], [2., 0.], [3., 3.]])[1], 0.0);
    }

    #[test]
    fn weights_grow_with_the_order_of_elimination() {
        let zigzag = [[0., 0.], [1., 0.2], [2., -0.1], [3., 4.], [4., 0.], [5., 0.3], [6., 0.]];
        let weights = weights(&zigzag);
        let peak = weights[3];
        assert!(weights[1..6].iter().all(|weight| *weight <= peak));
    }

    #[test]
    fn a_closed_line_keeps_a_triangle() {
        let octagon: Vec<[f64; 2]> = (0..=8)
            .map(|i| f64::from(i % 8) * std::f64::consts::FRAC_PI_4)
            .map(|angle| [angle.cos(), angle.sin()])
            .collect();
        let kept = weights(&octagon).iter().filter(|weight| weight.is_infinite()).count();
        assert_eq!(kept, 4, "three corners and the repeated one");
    }
}
