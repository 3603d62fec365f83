//! Which département lies under a point.

use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::{composition::Frame, layer::Layer, plane::PlanePoint};
use crate::territory::{Code, TerritoryId};

/// A spatial index over the areas of a layer of départements.
pub(super) struct Index {
    tree: RTree<GeomWithData<Rectangle<PlanePoint>, usize>>,
}

impl Index {
    pub fn build(departements: &Layer) -> Self {
        let boxes = departements.areas.iter().enumerate().map(|(index, area)| {
            GeomWithData::new(Rectangle::from_corners(area.bounds.min, area.bounds.max), index)
        });
        Self { tree: RTree::bulk_load(boxes.collect()) }
    }

    /// The département whose area holds `point`; anywhere in the box of an overseas département,
    /// that département, since an island of a few pixels is hard to hit.
    pub fn at(&self, departements: &Layer, frames: &[Frame], point: PlanePoint) -> Option<Code> {
        let area = self
            .tree
            .locate_in_envelope_intersecting(&AABB::from_point(point))
            .map(|entry| &departements.areas[entry.data])
            .find(|area| area.contains(point));
        match area.map(|area| area.territory) {
            Some(TerritoryId::Departement(code)) => Some(code),
            _ => frames
                .iter()
                .find(|frame| frame.rect.is_some_and(|rect| rect.contains(point)))
                .and_then(Frame::only_departement)
                .and_then(|code| Code::new(code).ok())
                .filter(|code| {
                    departements
                        .areas
                        .iter()
                        .any(|a| a.territory == TerritoryId::Departement(*code))
                }),
        }
    }
}
