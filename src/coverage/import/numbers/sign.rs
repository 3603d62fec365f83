//! A comma or a point before decimals.

use serde::{Deserialize, Serialize};

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DecimalSign {
    Comma,
    Point,
}

impl DecimalSign {
    pub(super) fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Comma => "une virgule",
            Self::Point => "un point",
        }
    }
}
