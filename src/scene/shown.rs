//! What of a map lies on the page, in page units: fills, hatches and borders, cut at its edges, so
//! that no painter has to look for it.

use super::{
    cutting::{cut_line, cut_ring, cut_segment},
    geometry::Stroke,
    hatching::{hatch_lines_within, hatch_origin},
    ink::HatchInk,
    map::{BorderLine, PaintedArea},
    nodes::MapNode,
};
use crate::outline::{Area, BorderKind, PlanePoint, PlaneRect};

/// How far beyond the edge of a map a shape still counts as whole: what is fitted to the map
/// touches its edge.
const TOLERANCE: f32 = 0.01;

/// The lines of one hatch, and their ink.
pub type HatchLines = (HatchInk, Vec<[[f32; 2]; 2]>);

/// The borders of one kind.
#[derive(Clone, Debug)]
pub struct BorderLines {
    /// What each of the lines is drawn with: all of them with the first, then all with the next.
    pub strokes: Vec<Stroke>,
    /// Their points.
    pub lines: Vec<Vec<[f32; 2]>>,
}

impl MapNode {
    /// The areas of which some may be seen.
    pub fn areas(&self) -> impl Iterator<Item = (&Area, &PaintedArea)> {
        let shown = self.view.plane_rect(self.clip);
        (self.picture.layer.areas.iter().zip(&self.picture.areas))
            .filter(move |(area, _)| area.bounds.intersects(&shown))
    }

    /// The rings of an area (even–odd) as far as they can be seen; none of an area that only comes
    /// near.
    pub fn rings(&self, area: &Area) -> Vec<Vec<[f32; 2]>> {
        let rings = area.polygons.iter().flatten().map(|ring| self.on_page(ring));
        if self.is_whole(area.bounds) {
            return rings.collect();
        }
        rings.map(|ring| cut_ring(&ring, self.clip)).filter(|ring| ring.len() > 2).collect()
    }

    /// The lines of every hatch, over all areas that have it.
    pub fn hatches(&self) -> Vec<HatchLines> {
        let mut by_hatch: Vec<HatchLines> = Vec::new();
        for (area, painted) in self.areas() {
            let Some(ink) = painted.ink.hatch else { continue };
            let rings: Vec<Vec<[f32; 2]>> =
                area.polygons.iter().flatten().map(|ring| self.on_page(ring)).collect();
            let origin = hatch_origin(&self.view, &ink.hatch);
            let mut lines = hatch_lines_within(&rings, &ink.hatch, origin, self.clip);
            if !self.is_whole(area.bounds) {
                lines = lines.into_iter().filter_map(|line| cut_segment(line, self.clip)).collect();
            }
            match by_hatch.iter_mut().find(|(known, _)| *known == ink) {
                Some((_, known)) => known.extend(lines),
                None => by_hatch.push((ink, lines)),
            }
        }
        by_hatch
    }

    /// The borders as far as they can be seen, the lowest first.
    pub fn borders(&self) -> Vec<BorderLines> {
        [BorderKind::Inner, BorderKind::Region, BorderKind::Outer]
            .map(|kind| {
                let BorderLine { stroke, casing } = self.picture.strokes.of(kind);
                let strokes = casing.into_iter().chain([stroke]).collect();
                BorderLines { strokes, lines: self.lines_of(kind) }
            })
            .into_iter()
            .filter(|borders| !borders.lines.is_empty())
            .collect()
    }

    fn lines_of(&self, kind: BorderKind) -> Vec<Vec<[f32; 2]>> {
        let shown = self.view.plane_rect(self.clip);
        (self.picture.layer.borders.iter())
            .filter(|border| border.kind == kind && border.bounds.intersects(&shown))
            .flat_map(|border| {
                let line = self.on_page(&border.points);
                if self.is_whole(border.bounds) { vec![line] } else { cut_line(&line, self.clip) }
            })
            .collect()
    }

    /// Whether all of it lies on the map, so that nothing has to be cut.
    fn is_whole(&self, bounds: PlaneRect) -> bool {
        self.clip.grown(TOLERANCE).holds(&self.view.page_rect(bounds))
    }

    fn on_page(&self, points: &[PlanePoint]) -> Vec<[f32; 2]> {
        points.iter().map(|point| self.view.page(*point)).collect()
    }
}
