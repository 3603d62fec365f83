//! What stands on a page.

use serde::{Deserialize, Serialize};

use crate::scene::geometry::Rect;

/// A part of a page, which is shown or not, and which an editor takes hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// What the map shows.
    Title,
    /// Type, level, date.
    Subtitle,
    /// The map, or the maps.
    Map,
    /// Its insets, each at its stated scale.
    Insets,
    /// Classes, with their counts.
    Legend,
    /// How the values are spread.
    Histogram,
    /// How long a distance is on the ground.
    ScaleBar,
    /// Where north is.
    North,
    /// Where a place lies in France.
    Locator,
    /// « Champ : … », which schools are counted.
    Scope,
    /// How to read one territory.
    Note,
    /// How many territories have no value, and why.
    Missing,
    /// « Lecture supposée : … ».
    Supposed,
    /// Where data and outlines come from.
    Sources,
    /// Name and logo of who publishes the page.
    Institution,
}

/// A block where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedBlock {
    /// Which.
    pub block: Block,
    /// Its place, in page units.
    pub rect: Rect,
}

impl Block {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 15] = [
        Self::Title,
        Self::Subtitle,
        Self::Map,
        Self::Insets,
        Self::Legend,
        Self::Histogram,
        Self::ScaleBar,
        Self::North,
        Self::Locator,
        Self::Scope,
        Self::Note,
        Self::Missing,
        Self::Supposed,
        Self::Sources,
        Self::Institution,
    ];

    /// « Note de lecture ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "Titre",
            Self::Subtitle => "Sous-titre",
            Self::Map => "Carte",
            Self::Insets => "Cartons",
            Self::Legend => "Légende",
            Self::Histogram => "Histogramme",
            Self::ScaleBar => "Échelle",
            Self::North => "Flèche du nord",
            Self::Locator => "Carte de situation",
            Self::Scope => "Champ",
            Self::Note => "Note de lecture",
            Self::Missing => "Territoires sans donnée",
            Self::Supposed => "Lecture supposée",
            Self::Sources => "Sources",
            Self::Institution => "Institution",
        }
    }

    /// What its group is called within a drawing: « note ».
    pub fn id(self) -> &'static str {
        match self {
            Self::Title => "titre",
            Self::Subtitle => "sous-titre",
            Self::Map => "carte",
            Self::Insets => "cartons",
            Self::Legend => "legende",
            Self::Histogram => "histogramme",
            Self::ScaleBar => "echelle",
            Self::North => "nord",
            Self::Locator => "situation",
            Self::Scope => "champ",
            Self::Note => "note",
            Self::Missing => "sans-donnee",
            Self::Supposed => "lecture-supposee",
            Self::Sources => "sources",
            Self::Institution => "institution",
        }
    }

    /// Whether it is a text that a person can write otherwise.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Subtitle
                | Self::Scope
                | Self::Note
                | Self::Missing
                | Self::Supposed
                | Self::Sources
        )
    }
}
