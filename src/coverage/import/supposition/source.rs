//! Where a supposed date or type of schools was read.

use std::fmt;

/// Where the date of a file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateSource {
    /// In a title above the table.
    Title(String),
    /// In the name of its sheet.
    Sheet(String),
    /// In the name of the file.
    FileName(String),
}

/// What the type of schools is supposed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeSource {
    /// Régions run lycées and départements run collèges.
    Level,
    /// The name of the file.
    FileName(String),
    /// A title above the table.
    Title(String),
    /// The name of its sheet.
    Sheet(String),
}

impl TypeSource {
    /// The words that say it; none where it is the level.
    pub fn text(&self) -> &str {
        match self {
            Self::Level => "",
            Self::FileName(text) | Self::Title(text) | Self::Sheet(text) => text,
        }
    }
}

impl fmt::Display for DateSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(title) => write!(f, "d’après le titre « {title} »"),
            Self::Sheet(sheet) => write!(f, "d’après la feuille « {sheet} »"),
            Self::FileName(name) => write!(f, "d’après le nom du fichier « {name} »"),
        }
    }
}

impl fmt::Display for TypeSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Level => f.write_str("d’après l’échelon"),
            Self::FileName(name) => write!(f, "d’après le nom du fichier « {name} »"),
            Self::Sheet(sheet) => write!(f, "d’après la feuille « {sheet} »"),
            Self::Title(title) => write!(f, "d’après le titre « {title} »"),
        }
    }
}
