//! A plane on which the ground is laid: everything that is drawn of it, and what lies under a point.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::{
    arcs::{ProjectedArc, project},
    composition::{Frame, FrameId, frames},
    detail::Detail,
    ground::Ground,
    index::Index,
    layer::Layer,
    plane::{PlanePoint, PlaneRect},
};
use crate::territory::{Edition, Level, Registry, TerritoryId};

/// The ground on one plane: the composed one, or that of background tiles.
pub struct Plane {
    pub(super) ground: Arc<Ground>,
    arcs: Vec<ProjectedArc>,
    frames: Vec<Frame>,
    layers: Vec<OnceLock<Arc<Layer>>>,
    index: OnceLock<Index>,
    bounds: OnceLock<PlaneRect>,
    home: OnceLock<PlaneRect>,
}

impl Plane {
    /// Lays the ground out in some parts.
    pub(super) fn new(ground: Arc<Ground>, parts: &[Frame]) -> Self {
        let filled = |frame: &&Frame| ground.codes.iter().any(|code| frame.shows(*code));
        Self {
            arcs: project(&ground, parts),
            frames: parts.iter().filter(filled).copied().collect(),
            layers: (0..6 * Detail::COUNT).map(|_| OnceLock::new()).collect(),
            index: OnceLock::new(),
            bounds: OnceLock::new(),
            home: OnceLock::new(),
            ground,
        }
    }

    /// Whom the outlines are from, as it is to be shown wherever they are: « Contours : IGN, … ».
    pub fn credit(&self) -> &str {
        &self.ground.credit
    }

    /// How many metres of the plane a metre of ground is drawn as around a point, in the part of
    /// France that the point shows.
    pub fn stretch_at(&self, point: [f64; 2]) -> f64 {
        let narrow = point.map(|metres| metres as f32);
        let boxed = |frame: &&Frame| frame.rect.is_some_and(|rect| rect.contains(narrow));
        let Some(frame) = self.frames.iter().find(boxed).or(self.frames.first()) else {
            return 1.0;
        };
        frame.place(point).map_or(f64::from(frame.magnification), |place| frame.stretch(place))
    }

    /// The areas and borders of a level. Built on first use and kept.
    pub fn layer(&self, level: Level, edition: Edition, detail: Detail) -> Arc<Layer> {
        let build = || {
            Arc::new(Layer::build(&self.ground, &self.arcs, level, edition, detail, &self.frames))
        };
        Arc::clone(self.kept_layer(level, edition, detail).get_or_init(build))
    }

    /// The same if it is built already: nobody waits for it, not even while another thread builds
    /// it.
    pub fn layer_at_hand(
        &self,
        level: Level,
        edition: Edition,
        detail: Detail,
    ) -> Option<Arc<Layer>> {
        self.kept_layer(level, edition, detail).get().map(Arc::clone)
    }

    fn kept_layer(&self, level: Level, edition: Edition, detail: Detail) -> &OnceLock<Arc<Layer>> {
        let row = match (level, edition) {
            (Level::Region, Edition::Before2016) => 0,
            (Level::Region, Edition::Since2016) => 1,
            (Level::Academie, Edition::Before2016) => 2,
            (Level::Academie, Edition::Since2016) => 3,
            (Level::Departement | Level::France, Edition::Before2016) => 4,
            (Level::Departement | Level::France, Edition::Since2016) => 5,
        };
        &self.layers[row * Detail::COUNT + detail.rank()]
    }

    /// The territory of a level under a point of the plane.
    pub fn territory_at(
        &self,
        point: PlanePoint,
        level: Level,
        edition: Edition,
    ) -> Option<TerritoryId> {
        let departements = self.layer(Level::Departement, Edition::Since2016, Detail::FULL);
        let index = self.index.get_or_init(|| Index::build(&departements));
        let code = index.at(&departements, &self.frames, point)?;
        Registry::official().container(code, level, edition).map(|territory| territory.id)
    }

    /// The parts of the composition that these outlines fill, the mainland first.
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// Everything there is to show, boxes included.
    pub fn bounds(&self) -> PlaneRect {
        *self.bounds.get_or_init(|| self.measure())
    }

    fn measure(&self) -> PlaneRect {
        let layer = self.coarsest();
        let areas = layer.areas.iter().map(|area| area.bounds);
        let boxes = self.frames.iter().filter_map(|frame| frame.rect);
        areas.chain(boxes).fold(PlaneRect::NOTHING, PlaneRect::union)
    }

    /// What a map that nobody has moved shows: everything, or the mainland where overseas is too far
    /// away to be seen with it.
    pub fn home(&self) -> PlaneRect {
        *self.home.get_or_init(|| {
            if !self.is_on_earth() {
                return self.bounds();
            }
            let layer = self.coarsest();
            let near = layer.areas.iter().filter(|area| {
                let code = area.territory.code();
                code.is_some_and(|code| frames()[0].shows(code))
            });
            let home = near.map(|area| area.bounds).fold(PlaneRect::NOTHING, PlaneRect::union);
            if home.is_nothing() { self.bounds() } else { home }
        })
    }

    fn is_on_earth(&self) -> bool {
        self.frames.iter().any(|frame| frame.id == FrameId::World)
    }

    fn coarsest(&self) -> Arc<Layer> {
        let detail = Detail::all().next().unwrap_or(Detail::FULL);
        self.layer(Level::Departement, Edition::Since2016, detail)
    }

    /// Makes, on this thread, what every question about a place or about the whole plane rests on.
    pub fn get_ready(&self) {
        self.bounds();
        self.home();
        self.territory_at([0.0, 0.0], Level::Departement, Edition::Since2016);
        self.ground.shapes();
    }

    /// Whether it is made: then bounds and places are told at once.
    pub fn is_ready(&self) -> bool {
        self.home.get().is_some()
            && self.bounds.get().is_some()
            && self.index.get().is_some()
            && self.ground.has_shapes()
    }

    /// Builds, on this thread, a level at every detail, with its triangles.
    pub fn prepare_details(&self, level: Level, edition: Edition) {
        Detail::all().for_each(|detail| fill(&self.layer(level, edition, detail)));
    }

    /// Builds, on this thread, the layers of every level and edition at one detail, with their
    /// triangles, and those with every point, in which values are placed.
    pub fn prepare_levels(&self, detail: Detail) {
        for level in [Level::Region, Level::Departement, Level::Academie] {
            for edition in Edition::ALL {
                self.layer(level, edition, Detail::FULL);
                fill(&self.layer(level, edition, detail));
            }
        }
    }
}

fn fill(layer: &Layer) {
    layer.areas.par_iter().for_each(|area| {
        area.mesh();
    });
}
