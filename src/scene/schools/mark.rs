//! What is drawn for schools: one of them, or a group.

/// A mark on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where, on the plane.
    pub at: [f64; 2],
    /// Which schools, in the order of their keys.
    pub schools: Vec<u32>,
    /// How many of them have an ENT.
    pub equipped: usize,
    /// Of how many it is known.
    pub known: usize,
}

/// Most schools that stand side by side; more are drawn as one mark with their number.
pub const MOST_APART: usize = 3;

/// Radius of a school, in points.
pub const SCHOOL_RADIUS: f32 = 4.5;

impl Mark {
    /// The school that it stands for, if it is one.
    pub fn school(&self) -> Option<u32> {
        match self.schools.as_slice() {
            [school] => Some(*school),
            _ => None,
        }
    }

    /// Whether it stands for several schools.
    pub fn is_group(&self) -> bool {
        self.schools.len() > 1
    }

    /// How large it is drawn, in points.
    pub fn radius(&self) -> f32 {
        if self.is_group() {
            // Room for its number, and a little more for a larger one.
            7.0 + 4.0 * (self.schools.len() as f32).log10().max(0.6)
        } else {
            SCHOOL_RADIUS
        }
    }

    /// Which part of those that are known have an ENT.
    pub fn share(&self) -> Option<f32> {
        (self.known > 0).then(|| self.equipped as f32 / self.known as f32)
    }
}
