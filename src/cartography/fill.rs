//! How an area is filled: a colour, lines over it.

use super::{Colour, Hatch};

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The colour of a value; `None` for a gap.
    pub colour: Option<Colour>,
    /// Lines over it.
    pub hatch: Option<Hatch>,
}
