//! Rows that are understood, and not counted here.

use crate::french::{counted, plural};

/// Why a row that is understood is not counted here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotCountedHere {
    /// A school or a figure of another kind than lycées and collèges.
    OtherType,
    /// Some of the schools, beside figures of all.
    OtherSubset,
    /// A closed school.
    Closed,
    /// An agricultural lycée.
    Agricultural,
    /// A school of another ministry.
    OtherMinistry,
    /// A place that the atlas has no outline of.
    Outside,
    /// The same row again.
    Repeated,
}

impl NotCountedHere {
    /// A word for it that programs may rely on.
    pub fn code(self) -> &'static str {
        match self {
            Self::OtherType => "autre_type",
            Self::OtherSubset => "autre_champ",
            Self::Closed => "ferme",
            Self::Agricultural => "agricole",
            Self::OtherMinistry => "autre_ministere",
            Self::Outside => "sans_contour",
            Self::Repeated => "repetition",
        }
    }

    /// « 2 lycées agricoles, non comptés sauf demande ».
    pub fn told(self, rows: usize) -> String {
        let (one, many) = match self {
            Self::OtherType => (
                "ligne parle d’un autre type que les lycées et les collèges",
                "lignes parlent d’autres types que les lycées et les collèges",
            ),
            Self::OtherSubset => (
                "ligne parle d’autres établissements que ceux de la carte",
                "lignes parlent d’autres établissements que ceux de la carte",
            ),
            Self::Closed => ("établissement est fermé", "établissements sont fermés"),
            Self::Agricultural => ("lycée est agricole", "lycées sont agricoles"),
            Self::OtherMinistry => (
                "établissement dépend d’un autre ministère",
                "établissements dépendent d’un autre ministère",
            ),
            Self::Outside => {
                ("ligne est d’un lieu sans contour", "lignes sont de lieux sans contour")
            }
            Self::Repeated => (
                "ligne répète une autre à l’identique",
                "lignes en répètent d’autres à l’identique",
            ),
        };
        let end = match self {
            Self::Closed | Self::OtherMinistry => {
                plural(rows, "n’est pas compté", "ne sont pas comptés")
            }
            Self::Agricultural => {
                plural(rows, "n’est compté que sur demande", "ne sont comptés que sur demande")
            }
            Self::OtherType | Self::OtherSubset | Self::Outside | Self::Repeated => {
                plural(rows, "n’est pas comptée", "ne sont pas comptées")
            }
        };
        format!("{} et {end}.", counted(rows, one, many))
    }
}
