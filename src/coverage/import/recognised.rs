//! What was recognised of a file, as its report tells it.

use std::fmt;

use crate::french::NARROW_SPACE;

/// What was recognised of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// What.
    pub kind: RecognisedKind,
    /// As the report says it: « département, colonne « code » ».
    pub text: String,
}

/// What is recognised of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecognisedKind {
    /// Rows are territories, schools, or numbers of schools.
    Rows,
    /// The level of its territories.
    Level,
    /// Why it is that level.
    LevelReason,
    /// The borders of its régions or académies.
    Edition,
    /// Its columns of figures.
    Figures,
    /// Percent or fractions.
    Scale,
    /// What stands before decimals.
    Decimals,
    /// Where dates come from.
    Date,
    /// Where the type of schools comes from.
    SchoolType,
    /// The column that says which schools are equipped.
    Equipment,
    /// The kinds of schools.
    Kinds,
    /// Numbers found in another list.
    Joined,
}

/// What is told of the date of a file that gives none.
pub const UNDATED: &str = "non indiquée dans le fichier";

impl Recognised {
    pub(super) fn new(kind: RecognisedKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

impl RecognisedKind {
    /// « Échelon ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Rows => "Lignes",
            Self::Level | Self::LevelReason => "Échelon",
            Self::Edition => "Découpage",
            Self::Figures => "Valeurs",
            Self::Scale => "Échelle",
            Self::Decimals => "Décimales",
            Self::Date => "Date",
            Self::SchoolType => "Type",
            Self::Equipment => "Équipement",
            Self::Kinds => "Établissements",
            Self::Joined => "Rapprochement",
        }
    }
}

impl fmt::Display for Recognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{NARROW_SPACE}: {}", self.kind.label(), self.text)
    }
}
