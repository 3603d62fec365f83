//! All that painting a picture will ask for, made before its first frame.

use rayon::prelude::*;

use super::{
    labels::proportion_of,
    map::{MapPicture, PaintedArea},
};
use crate::outline::Area;

impl MapPicture {
    /// Makes the triangles of its areas and looks for the room of its values, whatever the scale:
    /// work for a thread of its own.
    pub fn prepare(&self) {
        self.layer.areas.par_iter().for_each(|area| {
            area.mesh();
        });
        // Each territory speaks from its inmost point, whatever the detail.
        self.exact.areas.par_iter().for_each(|area| {
            area.inmost();
        });
        self.valued().par_iter().for_each(|(area, proportion)| {
            area.label_room(*proportion);
        });
    }

    /// Whether all of it is made: then a frame only has to transform.
    pub fn is_prepared(&self) -> bool {
        self.layer.areas.iter().all(Area::has_mesh)
            && self.exact.areas.iter().all(Area::has_inmost)
            && self.valued().iter().all(|(area, proportion)| area.has_label_room(*proportion))
    }

    /// The areas that a value may be written on, with the proportion of its room.
    fn valued(&self) -> Vec<(&Area, f32)> {
        let room = |(area, painted): (_, &PaintedArea)| {
            painted.figure.as_ref().map(|figure| (area, proportion_of(figure)))
        };
        self.exact.areas.iter().zip(&self.areas).filter_map(room).collect()
    }
}
