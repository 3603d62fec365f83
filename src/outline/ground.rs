//! What is the same on every plane: the borders of the départements, as they lie on earth.

use std::sync::OnceLock;

use super::{
    lonlat::LonLat,
    strip::{Shape, Way},
    topology::{ArcRef, Topology},
};
use crate::territory::Code;

/// Borders between départements, each once.
pub(super) struct Ground {
    /// A face for each département.
    pub topology: Topology,
    /// The département of each face, in the order of their codes.
    pub codes: Vec<Code>,
    /// The faces on both sides of each arc.
    pub sides: Vec<[Option<u32>; 2]>,
    /// Whom it is from.
    pub credit: String,
    shapes: OnceLock<Vec<Shape>>,
}

impl Ground {
    /// From the rings of each département.
    pub fn new(outlines: &[(Code, Vec<Vec<LonLat>>)], credit: String) -> Self {
        let topology = Topology::build(outlines.iter().map(|(_, rings)| rings.as_slice()));
        let codes = outlines.iter().map(|(code, _)| *code).collect();
        let mut sides = vec![[None; 2]; topology.arcs.len()];
        for (face, rings) in (0..).zip(&topology.faces) {
            for arc in rings.iter().flatten() {
                sides[arc.arc as usize][usize::from(arc.reversed)] = Some(face);
            }
        }
        Self { topology, codes, sides, credit, shapes: OnceLock::new() }
    }

    /// The outline of each face, in degrees. Made on first use and kept, on one core: others that
    /// wait for it may be all there are.
    pub fn shapes(&self) -> &[Shape] {
        let make = || (0..self.codes.len()).map(|face| Shape::new(self.ways(face))).collect();
        self.shapes.get_or_init(make)
    }

    /// Whether [`Self::shapes`] are made.
    pub fn has_shapes(&self) -> bool {
        self.shapes.get().is_some()
    }

    /// The département in which a place lies, as longitude and latitude in degrees.
    pub fn departement_at(&self, place: [f64; 2]) -> Option<Code> {
        let face = self.shapes().iter().position(|shape| shape.turns(place) != 0)?;
        self.codes.get(face).copied()
    }

    /// The edges around a face, in degrees.
    fn ways(&self, face: usize) -> Vec<Way> {
        let arcs = self.topology.faces.get(face).into_iter().flatten().flatten();
        arcs.flat_map(|arc| self.ways_along(*arc)).collect()
    }

    fn ways_along(&self, arc: ArcRef) -> Vec<Way> {
        let degrees = |point: &LonLat| [point.longitude(), point.latitude()];
        let points = &self.topology.arcs[arc.arc as usize];
        let ways = points.windows(2).map(|pair| {
            let [from, to] = [degrees(&pair[0]), degrees(&pair[1])];
            if arc.reversed { Way { from: to, to: from } } else { Way { from, to } }
        });
        ways.collect()
    }
}
