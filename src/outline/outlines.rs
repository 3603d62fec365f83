//! The outlines of France, ready to be drawn at any level, edition and detail.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::{
    composition::{Frame, FrameId, frames, world},
    departements::read_departements,
    detail::Detail,
    error::OutlineError,
    ground::Ground,
    index::Index,
    layer::Layer,
    notice::OutlineNotice,
    plane::{PlanePoint, PlaneRect},
    seams::look_along_seams,
    simplify::weights,
    topology::Topology,
};
use crate::territory::{Code, Edition, Level, Registry, TerritoryId};

/// The outlines of the départements on a plane, and everything that follows from them.
///
/// They are read onto the composed plane; [`Self::on_earth`] gives the same arcs on the plane of
/// background tiles.
pub struct Outlines {
    ground: Arc<Ground>,
    arcs: Vec<ProjectedArc>,
    frames: Vec<Frame>,
    layers: Vec<OnceLock<Arc<Layer>>>,
    index: OnceLock<Index>,
    bounds: OnceLock<PlaneRect>,
    home: OnceLock<PlaneRect>,
    on_earth: OnceLock<Box<Outlines>>,
    credit: String,
}

/// An arc in the projection of its part of France.
pub(super) struct ProjectedArc {
    /// Easting and northing, in metres.
    pub points: Vec<[f64; 2]>,
    /// Weight of each point, in square metres.
    pub weights: Vec<f32>,
}

impl Outlines {
    /// Reads the départements from GeoJSON.
    ///
    /// # Errors
    /// When the file cannot be used at all. What is left out is noticed, as are départements without
    /// an outline, and outlines that don't fit together.
    pub fn read(departements: &[u8]) -> Result<(Self, Vec<OutlineNotice>), OutlineError> {
        let (outlines, mut notices) = read_departements(departements)?;
        let ground = Ground::new(&outlines);
        notices.extend(look_along_seams(&ground));
        Ok((Self::projected(Arc::new(ground), &frames()), notices))
    }

    /// Reads outlines that are known to be whole, as those of the program are.
    ///
    /// # Errors
    /// When the file cannot be used at all.
    pub fn read_trusted(departements: &[u8]) -> Result<Self, OutlineError> {
        let (outlines, _) = read_departements(departements)?;
        Ok(Self::projected(Arc::new(Ground::new(&outlines)), &frames()))
    }

    /// The same, with whom they are from.
    #[must_use]
    pub fn credited(self, credit: String) -> Self {
        Self { credit, on_earth: OnceLock::new(), ..self }
    }

    /// Whom they are from, as it is to be shown wherever they are: « Contours : IGN, … ».
    pub fn credit(&self) -> &str {
        &self.credit
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
        let row = match (level, edition) {
            (Level::Region, Edition::Before2016) => 0,
            (Level::Region, Edition::Since2016) => 1,
            (Level::Academie, Edition::Before2016) => 2,
            (Level::Academie, Edition::Since2016) => 3,
            (Level::Departement | Level::France, Edition::Before2016) => 4,
            (Level::Departement | Level::France, Edition::Since2016) => 5,
        };
        let build = || Arc::new(Layer::build(self, level, edition, detail, &self.frames));
        Arc::clone(self.layers[row * Detail::COUNT + detail.rank()].get_or_init(build))
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

    /// The same outlines on the plane of background tiles, everything where it lies on earth. Made
    /// on first use and kept.
    pub fn on_earth(&self) -> &Self {
        if self.is_on_earth() {
            return self;
        }
        self.on_earth.get_or_init(|| {
            let there = Self::projected(Arc::clone(&self.ground), &[world()]);
            Box::new(there.credited(self.credit.clone()))
        })
    }

    fn is_on_earth(&self) -> bool {
        self.frames.iter().any(|frame| frame.id == FrameId::World)
    }

    fn coarsest(&self) -> Arc<Layer> {
        let detail = Detail::all().next().unwrap_or(Detail::FULL);
        self.layer(Level::Departement, Edition::Since2016, detail)
    }

    /// Builds, on this thread, what looking around a level will need: every detail with its
    /// triangles, and the index of [`Self::territory_at`].
    pub fn prepare(&self, level: Level, edition: Edition) {
        for detail in Detail::all() {
            self.layer(level, edition, detail).areas.par_iter().for_each(|area| {
                area.mesh();
            });
        }
        self.territory_at([0.0, 0.0], level, edition);
    }

    pub(super) fn topology(&self) -> &Topology {
        &self.ground.topology
    }

    /// The département of each face.
    pub(super) fn codes(&self) -> &[Code] {
        &self.ground.codes
    }

    pub(super) fn arcs(&self) -> &[ProjectedArc] {
        &self.arcs
    }

    /// The faces on both sides of each arc.
    pub(super) fn sides(&self) -> &[[Option<u32>; 2]] {
        &self.ground.sides
    }

    /// Lays the arcs on a plane of some parts.
    fn projected(ground: Arc<Ground>, parts: &[Frame]) -> Self {
        let Ground { topology, codes, sides } = &*ground;
        let projection = |sides: &[Option<u32>; 2]| {
            let code = sides.iter().flatten().next().map(|face| codes[*face as usize]);
            let frame = parts.iter().find(|frame| code.is_some_and(|code| frame.shows(code)));
            frame.unwrap_or(&parts[0]).projection
        };
        let arcs = (topology.arcs.par_iter().zip(sides))
            .map(|(points, sides)| {
                let projection = projection(sides);
                let points: Vec<_> = points.iter().map(|p| projection.project(*p)).collect();
                let weights = weights(&points);
                ProjectedArc { points, weights }
            })
            .collect();
        let filled = |frame: &&Frame| codes.iter().any(|code| frame.shows(*code));
        Self {
            frames: parts.iter().filter(filled).copied().collect(),
            layers: (0..6 * Detail::COUNT).map(|_| OnceLock::new()).collect(),
            index: OnceLock::new(),
            bounds: OnceLock::new(),
            home: OnceLock::new(),
            on_earth: OnceLock::new(),
            credit: String::new(),
            arcs,
            ground,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Area, BorderKind, DEPARTEMENTS_GEOJSON, FrameId, REGIONS_GEOJSON};

    fn france() -> Outlines {
        Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0
    }

    fn code(text: &str) -> Code {
        Code::new(text).unwrap()
    }

    fn area(layer: &Layer, id: TerritoryId, frame: FrameId) -> &Area {
        layer.areas.iter().find(|area| area.territory == id && area.frame == frame).unwrap()
    }

    /// Square kilometres of the triangles, at the true scale of the frame.
    fn surface(area: &Area) -> f64 {
        let magnification =
            f64::from(frames().iter().find(|f| f.id == area.frame).unwrap().magnification);
        let mesh = area.mesh();
        let corner = |index: u32| mesh.vertices[index as usize].map(f64::from);
        let doubled: f64 = mesh
            .indices
            .chunks(3)
            .map(|t| {
                let [a, b, c] = [corner(t[0]), corner(t[1]), corner(t[2])];
                ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs()
            })
            .sum();
        doubled / 2.0 / 1e6 / magnification.powi(2)
    }

    /// Expected surfaces by Shapely over PROJ coordinates, two independent programs.
    #[test]
    fn surfaces_are_those_of_another_program() {
        let layer = france().layer(Level::Departement, Edition::Since2016, Detail::FULL);
        for (departement, frame, expected) in [
            ("33", FrameId::Mainland, 10_367.738),
            ("75", FrameId::Mainland, 105.240_9),
            ("75", FrameId::Paris, 105.240_9),
            ("2A", FrameId::Mainland, 4_034.659),
            ("84", FrameId::Mainland, 3_577.835),
            ("974", FrameId::Reunion, 2_502.894),
            ("973", FrameId::Guyane, 83_201.208),
        ] {
            let found = surface(area(&layer, TerritoryId::Departement(code(departement)), frame));
            assert!((found / expected - 1.0).abs() < 1e-4, "{departement}: {found} km²");
        }
    }

    #[test]
    fn a_merged_region_has_the_surface_of_its_departements() {
        let layer = france().layer(Level::Region, Edition::Before2016, Detail::FULL);
        let rhone_alpes = TerritoryId::Region(Edition::Before2016, code("82"));
        let found = surface(area(&layer, rhone_alpes, FrameId::Mainland));
        assert!((found / 44_666.033 - 1.0).abs() < 1e-4, "{found} km²");
    }

    #[test]
    fn neighbours_share_their_border_at_every_detail() {
        let outlines = france();
        for detail in Detail::all() {
            let layer = outlines.layer(Level::Departement, Edition::Since2016, detail);
            let corners = |departement: &str| -> Vec<PlanePoint> {
                let id = TerritoryId::Departement(code(departement));
                let area = area(&layer, id, FrameId::Mainland);
                area.polygons.iter().flatten().flatten().copied().collect()
            };
            let (isere, savoie) = (corners("38"), corners("73"));
            let border = layer
                .borders
                .iter()
                .find(|border| {
                    let mut sides = border.sides;
                    sides.sort();
                    sides == ["38", "73"].map(|c| Some(TerritoryId::Departement(code(c))))
                })
                .unwrap();
            assert!(border.points.len() > 1);
            assert!(border.points.iter().all(|p| isere.contains(p) && savoie.contains(p)));
        }
    }

    #[test]
    fn a_point_is_found_in_its_territory_and_in_every_inset() {
        let outlines = france();
        let at = |frame: FrameId, longitude, latitude| {
            let frame = frames().into_iter().find(|f| f.id == frame).unwrap();
            let point = crate::outline::LonLat::from_degrees(longitude, latitude).unwrap();
            let plane = frame.to_plane(frame.projection.project(point));
            outlines.territory_at(plane, Level::Departement, Edition::Since2016)
        };
        let departement = |text| Some(TerritoryId::Departement(code(text)));
        assert_eq!(at(FrameId::Mainland, 5.7245, 45.1885), departement("38"), "Grenoble");
        assert_eq!(at(FrameId::Mainland, 2.3522, 48.8566), departement("75"), "Paris");
        assert_eq!(at(FrameId::Paris, 2.3522, 48.8566), departement("75"), "Paris, zoom");
        assert_eq!(at(FrameId::Mainland, 4.9903, 44.3843), departement("84"), "enclave of Valréas");
        assert_eq!(at(FrameId::Mainland, 1.98, 42.465), None, "Llívia is Spanish");
        assert_eq!(at(FrameId::Reunion, 55.45, -20.88), departement("974"));
        assert_eq!(at(FrameId::Mayotte, 45.0, -12.6), departement("976"), "the sea in its box");
        assert_eq!(at(FrameId::Mainland, -4.0, 46.0), None, "the Atlantic");
    }

    #[test]
    fn departements_show_the_borders_of_their_regions() {
        let layer = france().layer(Level::Departement, Edition::Before2016, Detail::FULL);
        let count = |kind| layer.borders.iter().filter(|b| b.kind == kind).count();
        assert!(count(BorderKind::Region) > 50);
        assert!(count(BorderKind::Inner) > count(BorderKind::Region));
    }

    #[test]
    fn regions_in_the_place_of_departements_are_recognised() {
        let error = Outlines::read(REGIONS_GEOJSON).err().unwrap();
        assert_eq!(
            error,
            OutlineError::WrongLevel { expected: Level::Departement, found: Level::Region }
        );
    }

    #[test]
    fn a_file_of_one_departement_is_used_and_what_is_missing_is_said() {
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Polygon",
             "coordinates":[[[5,46],[5.5,46],[5.5,46.5],[5,46]]]}},
            {"type":"Feature","properties":{"code":"ZZ"},"geometry":{"type":"Polygon",
             "coordinates":[[[6,46],[6.5,46],[6.5,46.5],[6,46]]]}}]}"#;
        let (outlines, notices) = Outlines::read(text.as_bytes()).unwrap();
        assert_eq!(outlines.codes(), [code("01")]);
        assert_eq!(notices[0], OutlineNotice::UnknownCodes { codes: vec!["ZZ".into()] });
        assert_eq!(notices[1], OutlineNotice::Partial { codes: vec!["01".into()] });
        assert!(matches!(&notices[2], OutlineNotice::Missing { codes } if codes.len() == 100));
        assert_eq!(outlines.frames().len(), 1, "no empty box is drawn");
    }
}
