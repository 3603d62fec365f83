//! What the program recognised in a file, and why.

use std::fmt;

use super::{
    encoding::{Encoding, EncodingReason},
    format::Format,
    header::HeaderReason,
    separator::{Separator, SeparatorReason},
};
use crate::french::counted;

/// What the program made of a file, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    pub format: Format,
    /// Of a text.
    pub encoding: Option<Encoding>,
    /// Of a text.
    pub separator: Option<Separator>,
    /// All sheets of a workbook that hold something, in its order.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The line that names the columns, from 1; `None` where none does, as in JSON.
    pub header_row: Option<u32>,
    /// Each choice with its reason.
    pub reasons: Vec<RecognisedForm>,
}

/// A choice and its reason, as a French sentence through `Display`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecognisedForm {
    Encoding { encoding: Encoding, why: EncodingReason },
    Separator { separator: Separator, why: SeparatorReason },
    Sheet { name: String, why: SheetReason },
    Header { line: Option<u32>, why: HeaderReason },
    Records { whence: Whence, count: usize, are_features: bool },
}

/// Why a sheet of a workbook was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetReason {
    /// By a person.
    Chosen,
    /// It is the only one that holds something.
    Only,
    /// It holds more cells than any other.
    Fullest,
}

/// Where the records of a JSON file stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// In an array, perhaps under a name.
    Array(Option<String>),
    /// One after another.
    Sequence,
    /// In columns: each name with all its cells.
    Columns,
    /// In rows of cells, below or beside their names.
    Rows,
    /// Each under its key.
    Keys,
}

impl RecognisedForm {
    /// A word for programs: « encodage », « separateur », « feuille », « en-tete »,
    /// « enregistrements ».
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encoding { .. } => "encodage",
            Self::Separator { .. } => "separateur",
            Self::Sheet { .. } => "feuille",
            Self::Header { .. } => "en-tete",
            Self::Records { .. } => "enregistrements",
        }
    }
}

impl fmt::Display for RecognisedForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding { encoding, why } => write!(f, "Encodage\u{202f}: {encoding}. {why}"),
            Self::Separator { why: SeparatorReason::OneColumn, .. } => {
                write!(f, "Séparateur\u{202f}: aucun. {}", SeparatorReason::OneColumn)
            }
            Self::Separator { separator, why } => {
                write!(f, "Séparateur\u{202f}: {separator}. {why}")
            }
            Self::Sheet { name, why } => write!(f, "Feuille\u{202f}: « {name} ». {why}"),
            Self::Header { line: Some(line), why } => {
                write!(f, "En-tête\u{202f}: ligne {line}. {why}")
            }
            Self::Header { line: None, why } => write!(f, "En-tête\u{202f}: aucun. {why}"),
            Self::Records { whence, count, are_features } => {
                let (one, many) = match are_features {
                    true => ("entité", "entités"),
                    false => ("enregistrement", "enregistrements"),
                };
                let records = counted(*count, one, many);
                match whence {
                    Whence::Array(Some(name)) => {
                        write!(f, "« {name} » est un tableau JSON de {records}.")
                    }
                    Whence::Array(None) => {
                        write!(f, "Le fichier est un tableau JSON de {records}.")
                    }
                    Whence::Columns => {
                        write!(f, "Le fichier est écrit par colonnes\u{202f}: {records}.")
                    }
                    Whence::Rows => {
                        write!(
                            f,
                            "Le fichier est écrit par lignes, sous leurs noms\u{202f}: {records}."
                        )
                    }
                    Whence::Keys => {
                        write!(f, "Le fichier est écrit par clés\u{202f}: {records}.")
                    }
                    Whence::Sequence => {
                        write!(f, "Le fichier est une suite d’objets JSON\u{202f}: {records}.")
                    }
                }
            }
        }
    }
}

impl fmt::Display for SheetReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chosen => "Elle est choisie à la main.",
            Self::Only => "C’est la seule feuille remplie du classeur.",
            Self::Fullest => "C’est la feuille qui contient le plus de cellules.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_named_before_its_reason() {
        let said = |one: RecognisedForm| one.to_string().replace('\u{202f}', " ");
        let why = SeparatorReason::Cuts { columns: 3 };
        let separator = Separator::Semicolon;
        assert_eq!(
            said(RecognisedForm::Separator { separator, why }),
            "Séparateur : point-virgule. Il coupe la plupart des lignes en 3 cellules."
        );
        let why = SeparatorReason::OneColumn;
        assert!(
            said(RecognisedForm::Separator { separator, why }).starts_with("Séparateur : aucun.")
        );
        let header = RecognisedForm::Header { line: Some(4), why: HeaderReason::Chosen };
        assert_eq!(said(header), "En-tête : ligne 4. Elle est choisie à la main.");
        let whence = Whence::Array(None);
        let records = RecognisedForm::Records { whence, count: 1, are_features: true };
        assert_eq!(said(records), "Le fichier est un tableau JSON de 1 entité.");
    }
}
