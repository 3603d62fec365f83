//! What a filter says that can't be understood, and what can be written instead.

use crate::french::NARROW_SPACE;

/// A part of a filter that is not understood, and left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterProblem {
    /// No column is called so.
    #[error(
        "« {name} » n’est pas une colonne de ce tableau{NARROW_SPACE}: {}colonnes possibles{NARROW_SPACE}: {columns}.",
        meant(suggestion.as_deref())
    )]
    UnknownColumn {
        /// As written.
        name: String,
        /// The column that may be meant.
        suggestion: Option<String>,
        /// All of them.
        columns: String,
    },
    /// A sign with nothing before it.
    #[error(
        "« {part} » ne dit pas quelle colonne comparer{NARROW_SPACE}: écrivez son nom devant, par exemple « {example} »."
    )]
    NoColumn {
        /// As written.
        part: String,
        /// What could be written.
        example: String,
    },
    /// A sign with nothing after it.
    #[error(
        "« {part} » n’est pas fini{NARROW_SPACE}: écrivez une valeur à la suite, par exemple « {example} »."
    )]
    NoValue {
        /// As written.
        part: String,
        /// What could be written.
        example: String,
    },
    /// A number or a day is needed, and something else is there.
    #[error(
        "« {part} » n’est pas compris{NARROW_SPACE}: {needed} est attendu, par exemple « {example} »."
    )]
    WrongValue {
        /// As written.
        part: String,
        /// « un nombre ».
        needed: &'static str,
        /// What could be written.
        example: String,
    },
    /// Words can't be more or less.
    #[error(
        "« {part} » n’est pas compris{NARROW_SPACE}: cette colonne contient des mots, écrivez « {example} »."
    )]
    WordsCompared {
        /// As written.
        part: String,
        /// What could be written.
        example: String,
    },
    /// « sans » or « avec » and no column.
    #[error(
        "« {part} » n’est pas compris{NARROW_SPACE}: après « sans » ou « avec », écrivez « donnée » ou une colonne, parmi {columns}."
    )]
    WithoutWhat {
        /// As written.
        part: String,
        /// All columns.
        columns: String,
    },
    /// A word that says something of schools, in a table of territories.
    #[error(
        "« {word} » se dit d’un établissement{NARROW_SPACE}: pour des territoires, écrivez « {example} »."
    )]
    OfSchools {
        /// As written.
        word: String,
        /// What could be written.
        example: String,
    },
    /// A quote that is not closed.
    #[error(
        "un guillemet n’est pas fermé{NARROW_SPACE}: « {part} » est cherché jusqu’à la fin du filtre."
    )]
    OpenQuote {
        /// What follows it.
        part: String,
    },
    /// A sign or a word that expects another one.
    #[error("« {part} » est seul{NARROW_SPACE}: écrivez un mot à la suite, ou retirez-le.")]
    Alone {
        /// As written.
        part: String,
    },
}

fn meant(suggestion: Option<&str>) -> String {
    suggestion
        .map(|name| format!("vouliez-vous dire « {name} »{NARROW_SPACE}? "))
        .unwrap_or_default()
}
