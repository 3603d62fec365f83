//! How an area is filled: a colour, lines over it.

use super::{Hatch, Tint};

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The colour of a value; `None` for a gap.
    pub colour: Option<Tint>,
    /// Lines over it.
    pub hatch: Option<Hatch>,
}
