//! Why a file is not a table.

/// A file that can't be read as a table. The sentence says what happened, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The file holds nothing but blanks.
    #[error(
        "Le fichier est vide. Choisissez un fichier qui contient une ligne d’en-tête et des données."
    )]
    Empty,
    /// A byte sequence that UTF-8 does not know, on `line`.
    #[error(
        "Le fichier n’est pas en UTF-8 : la ligne {line} contient des caractères illisibles. \
         Enregistrez-le au format « CSV UTF-8 » puis rouvrez-le."
    )]
    NotUtf8 { line: u32 },
    /// The first line holds no name, or only numbers.
    #[error(
        "La ligne {line} devrait nommer les colonnes, mais elle ne contient {found}. \
         Ajoutez une ligne d’en-tête au-dessus des données."
    )]
    NoHeader { line: u32, found: HeaderFound },
    /// A row whose cells can't be told apart.
    #[error(
        "La ligne {line} est illisible : un guillemet droit (\") y ouvre une cellule et n’est \
         jamais refermé. Fermez-le ou supprimez-le, puis rouvrez le fichier."
    )]
    UnreadableRow { line: u32 },
}

/// What stands where a header should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderFound {
    Blanks,
    Numbers,
}

impl std::fmt::Display for HeaderFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Blanks => "aucun nom",
            Self::Numbers => "que des nombres",
        })
    }
}
