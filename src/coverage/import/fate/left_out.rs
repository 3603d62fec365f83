//! Rows that are left out, and why.

use super::Fate;

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOutReason {
    /// Its place is not known.
    UnknownPlace,
    /// It has a value and names no place.
    NoPlace,
    /// Its code and its name are those of two places.
    CodeAndNameDisagree,
    /// A word that says of what it speaks is not known.
    UnknownWord,
    /// Its date can't be read.
    UnreadableDate,
    /// None of its values can be used: each is told.
    UnusableValue,
    /// It contradicts another row of the same territory.
    Contradiction,
    /// Nothing says whether its school is a lycée or a collège.
    TypeNotTold,
    /// It is no number of a school.
    NoSchoolNumber,
    /// It is the number of a school that no list has.
    NoSuchSchool,
}

/// A row that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: LeftOutReason,
    /// It holds a value, which is lost.
    pub holds_a_value: bool,
}

impl LeftOut {
    /// A row that holds a value.
    pub(in crate::coverage::import) fn with_value(reason: LeftOutReason) -> Fate {
        Fate::LeftOut(Self { reason, holds_a_value: true })
    }
}

impl LeftOutReason {
    /// A word for it that programs may rely on.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownPlace => "lieu_inconnu",
            Self::NoPlace => "sans_lieu",
            Self::CodeAndNameDisagree => "code_et_nom_en_desaccord",
            Self::UnknownWord => "mot_inconnu",
            Self::UnreadableDate => "date_illisible",
            Self::UnusableValue => "valeur_inutilisable",
            Self::Contradiction => "contradiction",
            Self::TypeNotTold => "type_non_dit",
            Self::NoSchoolNumber => "pas_un_uai",
            Self::NoSuchSchool => "uai_dans_aucune_liste",
        }
    }

    /// « son lieu n’est pas connu »: the end of a sentence about a row.
    pub fn label(self) -> &'static str {
        match self {
            Self::UnknownPlace => "lieu inconnu",
            Self::NoPlace => "une valeur sans lieu",
            Self::CodeAndNameDisagree => "le code et le nom sont ceux de deux lieux",
            Self::UnknownWord => "mot inconnu",
            Self::UnreadableDate => "date illisible",
            Self::UnusableValue => "aucune valeur utilisable",
            Self::Contradiction => "en contradiction avec une autre ligne du même lieu",
            Self::TypeNotTold => {
                "rien ne dit si l’établissement est un lycée ou un collège (--type TYPE)"
            }
            Self::NoSchoolNumber => "pas un numéro UAI",
            Self::NoSuchSchool => "UAI absent de la liste des établissements",
        }
    }
}
