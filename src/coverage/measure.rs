//! What is measured.

use serde::{Deserialize, Serialize};

/// Whether schools have an ENT or people use it. The two are never mixed on one map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// The school has an ENT.
    Deploye,
    /// People use it.
    Usage,
}

impl Measure {
    /// Both, in the order of a control.
    pub const ALL: [Self; 2] = [Self::Deploye, Self::Usage];

    /// « déployé ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Deploye => "déployé",
            Self::Usage => "usage",
        }
    }
}
