//! The arcs of the ground in metres, each in the projection of its part of France.

use rayon::prelude::*;

use super::{composition::Frame, ground::Ground, simplify::weights};

/// An arc in the projection of its part of France.
pub(super) struct ProjectedArc {
    /// Easting and northing, in metres.
    pub points: Vec<[f64; 2]>,
    /// Weight of each point, in square metres.
    pub weights: Vec<f32>,
}

/// Every arc, in the projection of the first of some parts that shows it.
pub(super) fn project(ground: &Ground, parts: &[Frame]) -> Vec<ProjectedArc> {
    let projection = |sides: &[Option<u32>; 2]| {
        let code = sides.iter().flatten().next().map(|face| ground.codes[*face as usize]);
        let frame = parts.iter().find(|frame| code.is_some_and(|code| frame.shows(code)));
        frame.unwrap_or(&parts[0]).projection
    };
    (ground.topology.arcs.par_iter().zip(&ground.sides))
        .map(|(points, sides)| {
            let projection = projection(sides);
            let points: Vec<_> = points.iter().map(|p| projection.project(*p)).collect();
            let weights = weights(&points);
            ProjectedArc { points, weights }
        })
        .collect()
}
