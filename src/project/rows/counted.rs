//! Whether a school is counted on the map, and why not.

use crate::coverage::school::{Perimeter, School};

/// Whether a school is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// It is.
    Yes,
    /// It is neither a lycée nor a collège: a section of one, for instance.
    OtherKind,
    /// It is closed.
    Closed,
    /// It lies in no département of the atlas.
    OffTheMap,
    /// Schools of its sector or its ministry are not counted.
    OutsidePerimeter,
}

impl Counted {
    /// The first reason that keeps a school from being counted.
    pub fn of(school: &School, perimeter: Perimeter) -> Self {
        if school.kind.is_none() {
            Self::OtherKind
        } else if school.closed {
            Self::Closed
        } else if school.departement.is_none() {
            Self::OffTheMap
        } else if !perimeter.holds(school) {
            Self::OutsidePerimeter
        } else {
            Self::Yes
        }
    }

    /// « compté », « fermé ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "compté",
            Self::OtherKind => "ni lycée ni collège",
            Self::Closed => "fermé",
            Self::OffTheMap => "hors de la carte",
            Self::OutsidePerimeter => "hors périmètre",
        }
    }
}
