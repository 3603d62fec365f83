//! Where a value can be written on an area: the largest upright box of some proportion that lies
//! inside it.
//!
//! Its middle is a pole of inaccessibility, found as V. Agafonkin's *polylabel* (2016) does: squares
//! are halved as long as one of them can hold a better place. Distance is measured by the box
//! itself, though: lengths across are divided by its proportion, and the distance to a border is the
//! larger of those along the two axes.

use std::{
    collections::BinaryHeap,
    rc::Rc,
    sync::{Mutex, PoisonError},
};

use super::plane::{PlanePoint, PlaneRect};

/// An upright box inside an area, in metres of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelRoom {
    /// Its middle.
    pub center: PlanePoint,
    /// Its width; 0 where nothing can be written.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

impl LabelRoom {
    /// Whether a box of this size around the same middle stays inside.
    pub fn holds(&self, width: f32, height: f32) -> bool {
        width <= self.width && height <= self.height
    }
}

/// The rooms of an area that were looked for, by proportion.
#[derive(Debug, Default)]
pub(super) struct LabelRooms(Mutex<Vec<(u32, LabelRoom)>>);

impl LabelRooms {
    /// Proportions are told apart by this much, so that few rooms are looked for.
    const STEPS: f32 = 50.0;
    /// Proportions of the flattest and of the longest box.
    const LEAST: f32 = 0.2;
    const MOST: f32 = 20.0;

    /// The largest box within some polygons (even–odd) that is at least `proportion` times as wide as
    /// high, and hardly more. Looked for once, and kept.
    pub fn room(&self, proportion: f32, polygons: &[Vec<Vec<PlanePoint>>]) -> LabelRoom {
        let step = Self::step(proportion);
        if let Some(room) = self.known(step) {
            return room;
        }
        // Nobody who only wants one that is known waits meanwhile; two who look for the same one
        // find the same.
        let room = largest_room(polygons, f64::from(step as f32 / Self::STEPS));
        if self.known(step).is_none() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push((step, room));
        }
        room
    }

    /// Whether the room of a proportion was looked for.
    pub fn knows(&self, proportion: f32) -> bool {
        self.known(Self::step(proportion)).is_some()
    }

    fn step(proportion: f32) -> u32 {
        (proportion.clamp(Self::LEAST, Self::MOST) * Self::STEPS).ceil() as u32
    }

    fn known(&self, step: u32) -> Option<LabelRoom> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|(other, _)| *other == step).map(|(_, room)| *room)
    }
}

/// A point of the plane whose `x` is divided by the proportion of the box.
type Point = [f64; 2];

/// How much finer than an area its border is looked at while the place is looked for. The box
/// itself is measured against all of it.
const FINENESS: f64 = 400.0;
/// A room that is smaller than the best by this part is as good.
const PRECISION: f64 = 0.01;
/// Squares that are looked at, at most.
const MOST_CELLS: usize = 4_000;

fn largest_room(polygons: &[Vec<Vec<PlanePoint>>], proportion: f64) -> LabelRoom {
    let bounds = PlaneRect::around(polygons.iter().flatten().flatten().copied());
    let nothing = LabelRoom { center: [0.0; 2], width: 0.0, height: 0.0 };
    if bounds.is_nothing() {
        return nothing;
    }
    let exact: Vec<Vec<Point>> = (polygons.iter().flatten())
        .map(|ring| ring.iter().map(|[x, y]| [f64::from(*x) / proportion, f64::from(*y)]).collect())
        .collect();
    let around = Bounds {
        min: [f64::from(bounds.min[0]) / proportion, f64::from(bounds.min[1])],
        size: [f64::from(bounds.width()) / proportion, f64::from(bounds.height())],
    };
    let tolerance = around.size[0].max(around.size[1]) / FINENESS;
    let thinned = exact.iter().map(|ring| thinned(ring, tolerance));
    let center = inmost(&Border::new(thinned, &around), &around);
    let clearance = clearance(&exact, center).max(0.0);
    LabelRoom {
        center: [(center[0] * proportion) as f32, center[1] as f32],
        width: (2.0 * clearance * proportion) as f32,
        height: (2.0 * clearance) as f32,
    }
}

/// Without the points that are hardly away from the one before.
fn thinned(ring: &[Point], tolerance: f64) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in ring {
        let apart = |last: &Point| (point[0] - last[0]).hypot(point[1] - last[1]);
        if kept.last().is_none_or(|last| apart(last) > tolerance) {
            kept.push(*point);
        }
    }
    kept
}

struct Bounds {
    min: Point,
    size: [f64; 2],
}

/// The edges of an area, with a way to tell quickly what is inside.
struct Border {
    edges: Vec<[Point; 2]>,
    /// By bands of one height from the lowest point up: which edges enter each.
    bands: Vec<Vec<u32>>,
    low: f64,
    band: f64,
}

impl Border {
    const BANDS: usize = 128;

    fn new(rings: impl Iterator<Item = Vec<Point>>, bounds: &Bounds) -> Self {
        let (low, band) = (bounds.min[1], bounds.size[1] / Self::BANDS as f64);
        let mut border = Self { edges: vec![], bands: vec![vec![]; Self::BANDS], low, band };
        for ring in rings {
            let Some(mut from) = ring.last().copied() else { continue };
            for to in ring {
                let rank = border.edges.len() as u32;
                for band in border.band(from[1].min(to[1]))..=border.band(from[1].max(to[1])) {
                    border.bands[band].push(rank);
                }
                border.edges.push([from, to]);
                from = to;
            }
        }
        border
    }

    fn band(&self, y: f64) -> usize {
        (((y - self.low) / self.band).max(0.0) as usize).min(Self::BANDS - 1)
    }

    /// By the edges that a ray to the right crosses.
    fn holds(&self, [x, y]: Point) -> bool {
        let crossed = self.bands[self.band(y)].iter().filter(|edge| {
            let [from, to] = self.edges[**edge as usize].map(|[px, py]| [px - x, py - y]);
            crosses_the_ray(from, to)
        });
        crossed.count() % 2 == 1
    }

    /// Half the side of the largest square around a point that none of some edges enters.
    fn nearest(&self, edges: &[u32], [x, y]: Point) -> f64 {
        edges.iter().fold(f64::INFINITY, |nearest, edge| {
            let [from, to] = self.edges[*edge as usize].map(|[px, py]| [px - x, py - y]);
            // Most edges are farther away than the nearest already by their box.
            if gap(from, to) < nearest { nearest.min(reach(from, to)) } else { nearest }
        })
    }

    /// Those of some edges that may lie within a distance of a point.
    fn within(&self, edges: &[u32], distance: f64, [x, y]: Point) -> Rc<[u32]> {
        let near = edges.iter().copied().filter(|edge| {
            let [from, to] = self.edges[*edge as usize].map(|[px, py]| [px - x, py - y]);
            gap(from, to) <= distance
        });
        near.collect()
    }
}

/// Whether an edge crosses the ray from the origin to the right.
fn crosses_the_ray(from: Point, to: Point) -> bool {
    (from[1] > 0.0) != (to[1] > 0.0)
        && from[0] - from[1] * (to[0] - from[0]) / (to[1] - from[1]) > 0.0
}

/// How far the box of an edge is from the origin, at least.
fn gap(from: Point, to: Point) -> f64 {
    let along = |axis: usize| from[axis].min(to[axis]).max(-from[axis].max(to[axis]));
    along(0).max(along(1))
}

/// A square that is looked at.
struct Cell {
    center: Point,
    half: f64,
    clearance: f64,
    /// The edges among which the nearest one to any of its points is.
    edges: Rc<[u32]>,
}

impl Cell {
    fn new(border: &Border, edges: Rc<[u32]>, center: Point, half: f64) -> Self {
        let nearest = border.nearest(&edges, center);
        let clearance = if border.holds(center) { nearest } else { -nearest };
        Self { center, half, clearance, edges }
    }

    /// The most that any point of it can have.
    fn promise(&self) -> f64 {
        self.clearance + self.half
    }

    /// Its four quarters.
    fn quarters(&self, border: &Border) -> [Self; 4] {
        let half = self.half / 2.0;
        // What is the nearest edge to some point of the square is no farther from its middle than
        // the nearest to the middle by more than the side.
        let reach = self.clearance.abs() + 2.0 * self.half;
        let edges = border.within(&self.edges, reach, self.center);
        [[-half, -half], [half, -half], [-half, half], [half, half]].map(|[x, y]| {
            let center = [self.center[0] + x, self.center[1] + y];
            Self::new(border, Rc::clone(&edges), center, half)
        })
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.promise().total_cmp(&other.promise())
    }
}

/// The point with the most room around it.
fn inmost(border: &Border, bounds: &Bounds) -> Point {
    let [width, height] = bounds.size;
    let middle = [bounds.min[0] + width / 2.0, bounds.min[1] + height / 2.0];
    // A long area is cut into squares, but not into any number of them.
    let side = width.min(height).max(width.max(height) / 32.0);
    if side <= 0.0 {
        return middle;
    }
    let count = |length: f64| (length / side).ceil().max(1.0) as usize;
    let edges: Rc<[u32]> = (0..border.edges.len() as u32).collect();
    let mut cells = BinaryHeap::new();
    for column in 0..count(width) {
        for row in 0..count(height) {
            let center = [
                bounds.min[0] + (column as f64 + 0.5) * side,
                bounds.min[1] + (row as f64 + 0.5) * side,
            ];
            cells.push(Cell::new(border, Rc::clone(&edges), center, side / 2.0));
        }
    }
    let mut best = Cell::new(border, edges, middle, 0.0);
    for _ in 0..MOST_CELLS {
        let Some(cell) = cells.pop() else { break };
        if cell.promise() <= best.clearance + PRECISION * best.clearance.abs() {
            break;
        }
        cells.extend(cell.quarters(border));
        if cell.clearance > best.clearance {
            best = cell;
        }
    }
    best.center
}

/// Half the side of the largest square around a point that no border enters; below 0 outside.
fn clearance(rings: &[Vec<Point>], [x, y]: Point) -> f64 {
    let mut nearest = f64::INFINITY;
    let mut inside = false;
    for ring in rings {
        let Some(last) = ring.last() else { continue };
        let mut from = [last[0] - x, last[1] - y];
        for point in ring {
            let to = [point[0] - x, point[1] - y];
            inside ^= crosses_the_ray(from, to);
            if gap(from, to) < nearest {
                nearest = nearest.min(reach(from, to));
            }
            from = to;
        }
    }
    if inside { nearest } else { -nearest }
}

/// Half the side of the smallest square around the origin that an edge reaches.
fn reach([ax, ay]: Point, [bx, by]: Point) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    // The larger of two distances that change evenly is least at an end, where one is none, or
    // where they are equal.
    let turning = [0.0, 1.0, -ax / dx, -ay / dy, (ay - ax) / (dx - dy), -(ax + ay) / (dx + dy)];
    let at = |part: f64| (ax + part * dx).abs().max((ay + part * dy).abs());
    (turning.into_iter().filter(|part| (0.0..=1.0).contains(part)).map(at))
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests;
