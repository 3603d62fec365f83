//! How far a project has come.

/// The stage (*stade*) of a project, the earliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    EtudePrealable,
    Experimentation,
    Generalisation,
}

impl Stage {
    /// All, the earliest first.
    pub const ALL: [Self; 3] = [Self::EtudePrealable, Self::Experimentation, Self::Generalisation];

    /// « étude préalable ».
    pub fn label(self) -> &'static str {
        match self {
            Self::EtudePrealable => "étude préalable",
            Self::Experimentation => "expérimentation",
            Self::Generalisation => "généralisation",
        }
    }
}
