//! Values of a file that are not joined to a territory or a school, and why.

use std::fmt;

use crate::{
    french::{NARROW_SPACE, integer},
    territory::{Registry, TerritoryId, matching::Candidate},
};

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
    /// It is a name beside the code of another territory.
    CodeOfAnother {
        /// The territory of the code.
        code: TerritoryId,
        /// That of the name, where it is one of the same level.
        named: Option<TerritoryId>,
        /// Both cells, as the value that a person pairs.
        cells: String,
    },
    /// It is no word of a level.
    NoLevel,
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
    /// A word for it that programs may rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Suggested(_) => "suggestion",
            Self::Ambiguous(_) => "ambigu",
            Self::OtherLevel(_) => "autre_echelon",
            Self::Outside(_) => "sans_contour",
            Self::CodeOfAnother { .. } => "code_d_un_autre",
            Self::NoLevel => "pas_un_echelon",
            Self::NoNumber => "pas_un_uai",
            Self::NoSuchSchool => "uai_dans_aucune_liste",
            Self::Empty => "vide",
            Self::Unknown => "inconnu",
        }
    }
}

impl Unmatched {
    /// « ligne 5 », « 3 lignes, à partir de la ligne 5 ».
    pub(super) fn rows_told(&self) -> String {
        match self.rows {
            1 => format!("ligne {}", self.line),
            rows => format!("{} lignes, à partir de la ligne {}", integer(rows as i64), self.line),
        }
    }
}

impl fmt::Display for Unmatched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "« {} » ({}){NARROW_SPACE}: {}", self.value, self.rows_told(), self.why)
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
            Self::CodeOfAnother { code, .. } => {
                write!(
                    f,
                    "le code est celui de « {} », et ni l’un ni l’autre n’est cru",
                    named(*code)
                )
            }
            Self::NoLevel => f.write_str("pas un échelon (France, région, académie, département)"),
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
