//! Lycées and collèges.

use serde::{Deserialize, Serialize};

/// The kind of school counted. A map shows one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SchoolType {
    /// Upper secondary, run by the région.
    Lycee,
    /// Lower secondary, run by the département.
    College,
}

impl SchoolType {
    /// Both, in the order of a control.
    pub const ALL: [Self; 2] = [Self::Lycee, Self::College];

    /// « lycées ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Lycee => "lycées",
            Self::College => "collèges",
        }
    }

    /// « lycée ».
    pub fn singular(self) -> &'static str {
        match self {
            Self::Lycee => "lycée",
            Self::College => "collège",
        }
    }
}

/// Which school types an observation speaks of: one, or both without telling them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SchoolTypes {
    One(SchoolType),
    /// « lycée et collège »: true of each, and its counts can't be split.
    Both,
}

impl SchoolTypes {
    /// Whether the observation counts for `school_type`.
    pub fn contains(self, school_type: SchoolType) -> bool {
        match self {
            Self::One(one) => one == school_type,
            Self::Both => true,
        }
    }

    /// « lycées », « lycées et collèges ».
    pub fn label(self) -> &'static str {
        match self {
            Self::One(one) => one.label(),
            Self::Both => "lycées et collèges",
        }
    }
}
