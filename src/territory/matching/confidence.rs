//! How sure a guess is.

use serde::{Deserialize, Serialize};

/// How sure a guess is, the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// Another reading is nearly as good: to be shown and confirmed.
    Uncertain,
    /// The best reading by far, without proof.
    Likely,
    /// Nothing else fits.
    Sure,
}

impl Confidence {
    /// « sûr », « probable », « à vérifier ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Uncertain => "à vérifier",
            Self::Likely => "probable",
            Self::Sure => "sûr",
        }
    }
}
