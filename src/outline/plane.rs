//! The composed plane on which everything is drawn.

/// A point of the composed plane, in metres from its origin; `y` grows downward, as on a screen.
///
/// Single precision is exact to 6 cm over the whole plane, which the GPU wants anyway.
pub type PlanePoint = [f32; 2];

/// Lambert-93 coordinates of the plane's origin, near the middle of the mainland.
pub(super) const ORIGIN: [f64; 2] = [570_000.0, 6_578_000.0];

/// An upright rectangle of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneRect {
    /// Smallest x and y: the top left corner.
    pub min: PlanePoint,
    /// Largest x and y: the bottom right corner.
    pub max: PlanePoint,
}

impl PlaneRect {
    /// Holds nothing, and grows by [`Self::extend`].
    pub const NOTHING: Self = Self { min: [f32::INFINITY; 2], max: [f32::NEG_INFINITY; 2] };

    /// The smallest rectangle around some points.
    pub fn around(points: impl IntoIterator<Item = PlanePoint>) -> Self {
        let mut rect = Self::NOTHING;
        points.into_iter().for_each(|point| rect.extend(point));
        rect
    }

    /// Grows to hold a point.
    pub fn extend(&mut self, point: PlanePoint) {
        self.min = [self.min[0].min(point[0]), self.min[1].min(point[1])];
        self.max = [self.max[0].max(point[0]), self.max[1].max(point[1])];
    }

    /// The smallest rectangle that holds both.
    pub fn union(mut self, other: Self) -> Self {
        self.extend(other.min);
        self.extend(other.max);
        self
    }

    /// Whether a point is inside or on the edge.
    pub fn contains(&self, point: PlanePoint) -> bool {
        (0..2).all(|axis| self.min[axis] <= point[axis] && point[axis] <= self.max[axis])
    }

    /// The point inside that is nearest to a point.
    pub fn nearest(&self, point: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| point[axis].clamp(f64::from(self.min[axis]), f64::from(self.max[axis])))
    }

    /// Whether the two share a point.
    pub fn intersects(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.max[axis] && other.min[axis] <= self.max[axis])
    }

    /// Width in metres.
    pub fn width(&self) -> f32 {
        self.max[0] - self.min[0]
    }

    /// Height in metres.
    pub fn height(&self) -> f32 {
        self.max[1] - self.min[1]
    }

    /// The middle.
    pub fn center(&self) -> PlanePoint {
        [(self.min[0] + self.max[0]) / 2.0, (self.min[1] + self.max[1]) / 2.0]
    }

    /// Whether there is nothing in it.
    pub fn is_nothing(&self) -> bool {
        self.min[0] > self.max[0]
    }
}
