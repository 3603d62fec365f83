//! A layer: the areas and borders of one level, in one edition, at one level of detail.

use std::sync::OnceLock;

use geo::{LineString, Polygon, TriangulateEarcut};

use super::{
    arcs::ProjectedArc,
    composition::{Frame, FrameId},
    detail::Detail,
    dissolve::dissolve,
    ground::Ground,
    label::{LabelRoom, LabelRooms},
    nest::{Ring, crosses_odd, nest},
    plane::{PlanePoint, PlaneRect},
    topology::ArcRef,
};
use crate::territory::{Code, Edition, Level, Registry, TerritoryId};

/// Everything needed to draw one level. Areas cover each other nowhere within a frame.
#[derive(Debug)]
pub struct Layer {
    /// Level shown.
    pub level: Level,
    /// Edition shown.
    pub edition: Edition,
    /// Areas, frame by frame; within a frame in the order of the registry.
    pub areas: Vec<Area>,
    /// Borders, each once per frame.
    pub borders: Vec<Border>,
}

/// The part of a territory that lies in one frame.
#[derive(Debug)]
pub struct Area {
    /// Which territory.
    pub territory: TerritoryId,
    /// Which part of the composition.
    pub frame: FrameId,
    /// Polygons, each its outer ring first and then its holes; no point repeated.
    pub polygons: Vec<Vec<Vec<PlanePoint>>>,
    /// The smallest rectangle around it.
    pub bounds: PlaneRect,
    mesh: OnceLock<Mesh>,
    label_rooms: LabelRooms,
}

/// Triangles that fill an area.
#[derive(Debug, Default)]
pub struct Mesh {
    /// Corners.
    pub vertices: Vec<PlanePoint>,
    /// Three indices into `vertices` a triangle.
    pub indices: Vec<u32>,
}

/// A stretch of border between two junctions.
#[derive(Clone, Debug)]
pub struct Border {
    /// What it separates.
    pub kind: BorderKind,
    /// Which part of the composition.
    pub frame: FrameId,
    /// The territories on its two sides, within its frame.
    pub sides: [Option<TerritoryId>; 2],
    /// Its points, in order; the last is the first on an island.
    pub points: Vec<PlanePoint>,
    /// The smallest rectangle around it.
    pub bounds: PlaneRect,
}

/// What a border separates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BorderKind {
    /// Two territories of the level.
    Inner,
    /// Two territories that also belong to different régions, where the level is the département.
    Region,
    /// A territory and what is not shown: the sea, a neighbouring country.
    Outer,
}

/// About how many times as wide as high a value is.
const VALUE: f32 = 2.5;

impl Layer {
    /// What of it lies in some parts of the composition.
    pub fn part(&self, is_kept: impl Fn(FrameId) -> bool) -> Self {
        let areas = self.areas.iter().filter(|area| is_kept(area.frame)).map(Area::copied);
        let borders = self.borders.iter().filter(|border| is_kept(border.frame)).cloned();
        let (areas, borders) = (areas.collect(), borders.collect());
        Self { level: self.level, edition: self.edition, areas, borders }
    }
}

impl Area {
    /// The same, of which nothing is worked out yet.
    fn copied(&self) -> Self {
        Self {
            polygons: self.polygons.clone(),
            mesh: OnceLock::new(),
            label_rooms: LabelRooms::default(),
            ..*self
        }
    }

    /// Its triangles, made on first use and kept.
    pub fn mesh(&self) -> &Mesh {
        self.mesh.get_or_init(|| Mesh::filling(&self.polygons))
    }

    /// Where a label can be written that is `proportion` times as wide as high: looked for on first
    /// use and kept.
    pub fn label_room(&self, proportion: f32) -> LabelRoom {
        self.label_rooms.room(proportion, &self.polygons)
    }

    /// Whether its triangles are made.
    pub fn has_mesh(&self) -> bool {
        self.mesh.get().is_some()
    }

    /// Whether [`Self::label_room`] is told at once.
    pub fn has_label_room(&self, proportion: f32) -> bool {
        self.label_rooms.knows(proportion)
    }

    /// A point well inside, where a value would be written.
    pub fn inmost(&self) -> PlanePoint {
        self.label_room(VALUE).center
    }

    /// Whether [`Self::inmost`] is told at once.
    pub fn has_inmost(&self) -> bool {
        self.has_label_room(VALUE)
    }

    /// Whether a point lies inside, by the even–odd rule.
    pub fn contains(&self, point: PlanePoint) -> bool {
        self.bounds.contains(point)
            && self.polygons.iter().flatten().filter(|ring| crosses_odd(ring, point)).count() % 2
                == 1
    }
}

impl Mesh {
    /// Ear clipping, polygon by polygon.
    fn filling(polygons: &[Vec<Vec<PlanePoint>>]) -> Self {
        let mut mesh = Self::default();
        for rings in polygons {
            let Some(polygon) = polygon(rings) else { continue };
            let raw = polygon.earcut_triangles_raw();
            let base = mesh.vertices.len() as u32;
            mesh.vertices.extend(raw.vertices.iter().map(|v| [v[0] as f32, v[1] as f32]));
            mesh.indices.extend(raw.triangle_indices.iter().map(|i| base + *i as u32));
        }
        mesh
    }
}

/// The rings of one polygon, as the geometry library wants them.
fn polygon(rings: &[Vec<PlanePoint>]) -> Option<Polygon> {
    let line = |ring: &Vec<PlanePoint>| {
        let points = ring.iter().map(|[x, y]| (f64::from(*x), f64::from(*y)));
        LineString::from(points.collect::<Vec<_>>())
    };
    let (outer, holes) = rings.split_first()?;
    Some(Polygon::new(line(outer), holes.iter().map(line).collect()))
}

impl Layer {
    pub(super) fn build(
        ground: &Ground,
        arcs: &[ProjectedArc],
        level: Level,
        edition: Edition,
        detail: Detail,
        frames: &[Frame],
    ) -> Self {
        let mut layer = Self { level, edition, areas: vec![], borders: vec![] };
        let registry = Registry::official();
        for frame in frames {
            let owner = owners(ground, registry, level, edition, frame);
            let shown = FrameArcs::new(ground, arcs, frame, detail, &owner);
            for territory in registry.territories(level, edition) {
                let faces: Vec<usize> =
                    (0..owner.len()).filter(|face| owner[*face] == Some(territory.id)).collect();
                layer.areas.extend(shown.area(territory.id, &faces));
            }
            layer.borders.extend(shown.borders(registry, level, edition, &owner));
        }
        layer
    }
}

/// For each face, the territory of the level that it belongs to; `None` where the frame does not
/// show it.
fn owners(
    ground: &Ground,
    registry: &Registry,
    level: Level,
    edition: Edition,
    frame: &Frame,
) -> Vec<Option<TerritoryId>> {
    let owner = |code: &Code| {
        let shown = frame.shows(*code);
        shown.then(|| registry.container(*code, level, edition).map(|t| t.id)).flatten()
    };
    ground.codes.iter().map(owner).collect()
}

/// The arcs that a frame shows, simplified and on the plane.
struct FrameArcs<'a> {
    ground: &'a Ground,
    exact: &'a [ProjectedArc],
    frame: &'a Frame,
    /// By arc; empty where the frame does not show it.
    points: Vec<Vec<PlanePoint>>,
}

impl<'a> FrameArcs<'a> {
    fn new(
        ground: &'a Ground,
        exact: &'a [ProjectedArc],
        frame: &'a Frame,
        detail: Detail,
        owner: &[Option<TerritoryId>],
    ) -> Self {
        let tolerance = detail.tolerance() / frame.magnification;
        let least_weight = tolerance * tolerance;
        let points = (exact.iter().zip(&ground.sides))
            .map(|(arc, sides)| {
                let shown = sides.iter().flatten().any(|face| owner[*face as usize].is_some());
                if !shown {
                    return vec![];
                }
                (arc.points.iter().zip(&arc.weights))
                    .filter(|(_, weight)| **weight >= least_weight)
                    .map(|(point, _)| frame.to_plane(*point))
                    .collect()
            })
            .collect();
        Self { ground, exact, frame, points }
    }

    fn area(&self, territory: TerritoryId, faces: &[usize]) -> Option<Area> {
        if faces.is_empty() {
            return None;
        }
        let rings = dissolve(&self.ground.topology, faces)
            .iter()
            .map(|refs| Ring { points: self.ring(refs), exact_area: exact_area(self.exact, refs) })
            .filter(|ring| ring.points.len() > 2)
            .collect();
        let polygons = nest(rings);
        let bounds = PlaneRect::around(polygons.iter().flatten().flatten().copied());
        let (mesh, label_rooms) = (OnceLock::new(), LabelRooms::default());
        Some(Area { territory, frame: self.frame.id, polygons, bounds, mesh, label_rooms })
    }

    fn ring(&self, refs: &[ArcRef]) -> Vec<PlanePoint> {
        let mut ring = Vec::new();
        for arc in refs {
            let points = &self.points[arc.arc as usize];
            let Some(last) = points.len().checked_sub(1) else { continue };
            // The last point of an arc is the first of the next.
            if arc.reversed {
                ring.extend(points[1..].iter().rev());
            } else {
                ring.extend(&points[..last]);
            }
        }
        ring
    }

    fn borders(
        &self,
        registry: &Registry,
        level: Level,
        edition: Edition,
        owner: &[Option<TerritoryId>],
    ) -> Vec<Border> {
        let region = |face: u32| {
            let code = self.ground.codes[face as usize];
            registry.container(code, Level::Region, edition).map(|territory| territory.id)
        };
        (self.points.iter().zip(&self.ground.sides))
            .filter(|(points, _)| !points.is_empty())
            .filter_map(|(points, faces)| {
                let sides = faces.map(|face| face.and_then(|face| owner[face as usize]));
                let kind = match (sides, faces) {
                    ([Some(one), Some(other)], _) if one == other => return None,
                    ([Some(_), Some(_)], [Some(one), Some(other)])
                        if level == Level::Departement && region(*one) != region(*other) =>
                    {
                        BorderKind::Region
                    }
                    ([Some(_), Some(_)], _) => BorderKind::Inner,
                    _ => BorderKind::Outer,
                };
                let bounds = PlaneRect::around(points.iter().copied());
                Some(Border { kind, frame: self.frame.id, sides, points: points.clone(), bounds })
            })
            .collect()
    }
}

/// Twice the signed area of the exact ring, in square metres of the ground; positive
/// counterclockwise, northing up.
fn exact_area(arcs: &[ProjectedArc], refs: &[ArcRef]) -> f64 {
    let of_arc = |arc: &ArcRef| {
        let points = &arcs[arc.arc as usize].points;
        let cross = |pair: &[[f64; 2]]| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1];
        let area: f64 = points.windows(2).map(cross).sum();
        if arc.reversed { -area } else { area }
    };
    refs.iter().map(of_arc).sum()
}
