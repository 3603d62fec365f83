//! What was done with a file, told to the person who brought it.

use std::fmt;

use super::ColumnMeaning;
use crate::{
    coverage::CoverageNotice,
    french::{NARROW_SPACE, counted, integer},
    territory::{
        Registry, TerritoryId,
        matching::{Candidate, RepairReport},
    },
};

/// The report of an import. Nothing is dropped that it does not tell.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportReport {
    /// Each column with its meaning and the reasons for it, in the order of the file.
    pub columns: Vec<(String, ColumnMeaning)>,
    /// What was recognised or assumed, in sentences.
    pub recognised: Vec<String>,
    /// What was repaired, by kind.
    pub repaired: Vec<RepairReport>,
    /// Values that are not joined to a territory of the map.
    pub unmatched: Vec<Unmatched>,
    /// What looks wrong, in sentences.
    pub doubts: Vec<String>,
    /// What was left out of single rows.
    pub notices: Vec<CoverageNotice>,
    /// Rows of the file.
    pub rows: usize,
    /// Rows that are joined to a territory.
    pub joined: usize,
    /// Territories that have a row.
    pub territories: usize,
    /// Some territories have several values, of which one counts.
    pub repeats: bool,
    /// It is a list of equipped schools that names none in some places: whether these have none is
    /// for a person to say.
    pub leaves_out: bool,
}

/// A value that is not joined.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmatched {
    /// As the file has it.
    pub value: String,
    /// Rows that have it.
    pub rows: usize,
    /// Line of the first of them.
    pub line: u32,
    /// Why it is not joined.
    pub why: NotJoined,
}

/// Why a value is not joined.
#[derive(Clone, Debug, PartialEq)]
pub enum NotJoined {
    /// It may be one of these, the likeliest first.
    Suggested(Vec<Candidate>),
    /// It is one of these, and does not say which.
    Ambiguous(Vec<TerritoryId>),
    /// It is a territory of another level: a sub-total.
    OtherLevel(TerritoryId),
    /// It is known, and has no outline here.
    Outside(&'static str),
    /// It is no number of a school.
    NoNumber,
    /// It is the number of a school that no list has.
    NoSuchSchool,
    /// Nothing is in the cell.
    Empty,
    /// Nothing that is known.
    Unknown,
}

impl NotJoined {
    /// Whether a row was lost that the file meant for the map: sub-totals, places without an
    /// outline and empty cells were not.
    pub fn is_a_loss(&self) -> bool {
        matches!(
            self,
            Self::Suggested(_)
                | Self::Ambiguous(_)
                | Self::Unknown
                | Self::NoNumber
                | Self::NoSuchSchool
        )
    }
}

impl ImportReport {
    /// Whether every row that was meant for the map is on it.
    pub fn is_complete(&self) -> bool {
        self.unmatched.iter().all(|unmatched| !unmatched.why.is_a_loss())
    }

    /// « 101 lignes sur 101 rapprochées, 101 territoires. »
    pub fn summary(&self) -> String {
        format!(
            "{} sur {} {}, {}.",
            counted(self.joined, "ligne", "lignes"),
            integer(self.rows as i64),
            if self.joined < 2 { "rapprochée" } else { "rapprochées" },
            counted(self.territories, "territoire", "territoires"),
        )
    }
}

impl fmt::Display for Unmatched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = match self.rows {
            1 => format!("ligne {}", self.line),
            rows => format!("{} lignes, à partir de la ligne {}", integer(rows as i64), self.line),
        };
        write!(f, "« {} » ({rows}){NARROW_SPACE}: {}", self.value, self.why)
    }
}

impl fmt::Display for NotJoined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Suggested(candidates) => {
                let names: Vec<String> = candidates
                    .iter()
                    .take(3)
                    .map(|candidate| format!("{} ({})", named(candidate.id), candidate.why))
                    .collect();
                write!(f, "peut-être {}", names.join(", "))
            }
            Self::Ambiguous(candidates) => {
                let names: Vec<String> = candidates.iter().take(4).map(|id| named(*id)).collect();
                write!(f, "{}, sans pouvoir choisir", names.join(" ou "))
            }
            Self::OtherLevel(TerritoryId::France) => f.write_str("un total, un autre échelon"),
            Self::OtherLevel(id) => {
                write!(f, "{} {}, un autre échelon", id.level().singular(), named(*id))
            }
            Self::Outside(name) => write!(f, "{name}, sans contour dans l’atlas"),
            Self::NoNumber => f.write_str("pas un numéro UAI (sept chiffres et une lettre)"),
            Self::NoSuchSchool => f.write_str("dans aucune liste d’établissements"),
            Self::Empty => f.write_str("cellule vide"),
            Self::Unknown => f.write_str("territoire inconnu"),
        }
    }
}

fn named(id: TerritoryId) -> String {
    Registry::official().get(id).map_or_else(String::new, |territory| territory.name.clone())
}
