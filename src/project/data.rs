//! Where the figures of a document come from.

use serde::{Deserialize, Serialize};

use super::OwnData;
use crate::coverage::Embedded;

/// The data of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Data {
    /// What the program carries.
    Embedded(Embedded),
    /// A person's own files.
    Own(OwnData),
}

impl Data {
    /// Whether the figures are invented.
    pub fn fictitious(&self) -> bool {
        matches!(self, Self::Embedded(embedded) if embedded.fictitious())
    }

    /// Which of the embedded files, if one.
    pub fn embedded(&self) -> Option<Embedded> {
        match self {
            Self::Embedded(embedded) => Some(*embedded),
            Self::Own(_) => None,
        }
    }

    /// Whether it is the same embedded file or the same files, perhaps read another way.
    pub fn is_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Own(own), Self::Own(others)) => {
                own.files.len() == others.files.len()
                    && own.files.iter().zip(&others.files).all(|(a, b)| a.is_the_same(b))
            }
            _ => self == other,
        }
    }

    /// The files, if they are a person's own.
    pub fn own(&self) -> Option<&OwnData> {
        match self {
            Self::Own(own) => Some(own),
            Self::Embedded(_) => None,
        }
    }
}

impl From<Embedded> for Data {
    fn from(embedded: Embedded) -> Self {
        Self::Embedded(embedded)
    }
}
