//! Why a column has its meaning, or has none.

use std::fmt;

use super::Meaning;
use crate::french::{NARROW_SPACE, capitalised};

/// One reason, as a French sentence through `Display`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnReason {
    /// The whole name is a synonym.
    NameIsKnown(String),
    /// The name holds a synonym.
    NameHolds {
        /// The name.
        header: String,
        /// The words that are the synonym.
        words: String,
    },
    /// The words of the name speak of figures of this kind.
    NameSays(String),
    /// A column of the national lists that nothing here needs.
    KnownAndUnused,
    /// What the values are.
    Values(&'static str),
    /// Another meaning than the name's, and what the values are.
    Rather(Meaning, &'static str),
    /// The meaning of the name, and what the values are instead.
    Refuted(Meaning, &'static str),
    /// The name speaks of something else, by this word.
    SomethingElse(String),
    /// The name speaks of some of the schools only, or of others, by this word.
    SomeSchools(String),
    /// The map shows this column, which speaks of others of the schools.
    OfOtherSchools(String),
    /// The name speaks of a change or an aim, by this word.
    NoState(String),
    /// Neither the name nor the values are known.
    NotUnderstood,
    /// A column of levels tells it row by row.
    LevelRowByRow,
    /// No value is a territory.
    NoTerritory,
    /// Why its values are territories of this level.
    Territories(String),
    /// Another column has this meaning, and has it better or first.
    TakenBy {
        /// The name of that column.
        header: String,
        /// The meaning.
        meaning: Meaning,
    },
    /// One of several columns, one for each date or type.
    OneOfSeveral,
    /// A row is a school.
    OneRowASchool,
    /// The name is a date, and what the values are.
    NameIsADate(&'static str),
    /// Its dates end with those of another column, by this name, and say more of them.
    SpanOf(String),
    /// A person said so.
    Chosen,
    /// A person gave this meaning to another column.
    GivenElsewhere,
}

impl fmt::Display for ColumnReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameIsKnown(header) => write!(f, "Le nom « {header} » est connu."),
            Self::NameHolds { header, words } => {
                write!(f, "Le nom « {header} » contient « {words} ».")
            }
            Self::NameSays(header) => write!(f, "Le nom « {header} » le dit."),
            Self::KnownAndUnused => f.write_str("Colonne connue, sans usage ici."),
            Self::Values(values) => write!(f, "{}.", capitalised(values)),
            Self::Rather(meaning, values) => {
                write!(f, "{} plutôt{NARROW_SPACE}: {values}.", meaning.label())
            }
            Self::Refuted(meaning, values) => {
                write!(f, "{} écarté{NARROW_SPACE}: {values}.", meaning.label())
            }
            Self::SomethingElse(word) => write!(
                f,
                "Le nom dit autre chose que l’équipement en ENT{NARROW_SPACE}: « {word} »."
            ),
            Self::SomeSchools(word) => write!(
                f,
                "Le nom ne parle pas de l’ensemble des lycées ou des collèges{NARROW_SPACE}: \
                 « {word} »."
            ),
            Self::OfOtherSchools(header) => write!(
                f,
                "La carte montre la colonne « {header} », qui compte d’autres établissements."
            ),
            Self::NoState(word) => write!(
                f,
                "Un écart entre deux dates, un objectif ou un projet, pas une situation{NARROW_SPACE}: \
                 « {word} »."
            ),
            Self::NotUnderstood => {
                f.write_str("Ni le nom ni les valeurs de la colonne ne sont connus.")
            }
            Self::LevelRowByRow => f.write_str("L’échelon est dit ligne par ligne."),
            Self::NoTerritory => f.write_str("Les valeurs ne désignent pas de territoires."),
            Self::Territories(why) => f.write_str(why),
            Self::TakenBy { header, meaning } => write!(
                f,
                "La colonne « {header} » a déjà ce sens{NARROW_SPACE}: {}.",
                meaning.label()
            ),
            Self::OneOfSeveral => f.write_str("Une colonne par date, par type ou par secteur."),
            Self::OneRowASchool => f.write_str("Une ligne par établissement."),
            Self::NameIsADate(values) => write!(
                f,
                "Le nom est une date, et les valeurs sont {values}{NARROW_SPACE}: à vérifier."
            ),
            Self::SpanOf(header) => {
                write!(f, "Ses périodes finissent aux dates de « {header} ».")
            }
            Self::Chosen => f.write_str("Choisi à la main."),
            Self::GivenElsewhere => f.write_str("Ce sens est donné à une autre colonne."),
        }
    }
}
