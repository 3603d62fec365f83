//! Levels of detail.

/// How finely outlines are drawn. Points that move a border by less than the tolerance are left
/// out, on the plane as composed, so that a magnified inset is drawn as finely as the mainland.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Detail(usize);

impl Detail {
    /// Tolerances in metres of the plane, the coarsest first. The last keeps every point.
    const TOLERANCES: [f32; 6] = [1000.0, 600.0, 300.0, 120.0, 40.0, 0.0];

    /// Number of levels.
    pub const COUNT: usize = Self::TOLERANCES.len();

    /// Every point of the file.
    pub const FULL: Self = Self(Self::COUNT - 1);

    /// All levels, the coarsest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    /// The coarsest level whose error stays below eight tenths of a pixel.
    pub fn for_scale(metres_per_pixel: f32) -> Self {
        let fits = |tolerance: &f32| *tolerance <= 0.8 * metres_per_pixel;
        Self(Self::TOLERANCES.iter().position(fits).unwrap_or(Self::COUNT - 1))
    }

    /// Rank, 0 for the coarsest.
    pub fn rank(self) -> usize {
        self.0
    }

    /// Tolerance in metres of the plane.
    pub fn tolerance(self) -> f32 {
        Self::TOLERANCES[self.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closer_one_looks_the_finer_it_gets() {
        let scales = [10_000.0, 1_000.0, 500.0, 200.0, 70.0, 10.0];
        let ranks = scales.map(|scale| Detail::for_scale(scale).rank());
        assert_eq!(ranks, [0, 1, 2, 3, 4, 5]);
        assert_eq!(Detail::for_scale(0.1), Detail::FULL);
    }
}
