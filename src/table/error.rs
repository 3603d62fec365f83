//! Why a file is not a table.

use super::format::Format;
use crate::french::integer;

/// A file that can't be read as a table. The sentence says what happened, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The file holds nothing but blanks.
    #[error(
        "Le fichier est vide. Choisissez un fichier qui contient une ligne d’en-tête et des \
         données."
    )]
    Empty,
    /// There are names of columns and nothing below.
    #[error(
        "La ligne {line} nomme les colonnes, mais aucune ligne de données ne la suit. Choisissez \
         un fichier qui en contient, ou une autre ligne d’en-tête."
    )]
    NoRows { line: u32 },
    /// Another kind of file, perhaps under a wrong name.
    #[error(
        "Ce fichier est {kind}, pas un tableau. Choisissez un fichier CSV, XLSX, XLS, ODS, JSON \
         ou GeoJSON."
    )]
    NotATable { kind: &'static str },
    /// Something that may well hold a table, in a form that has to be changed first.
    #[error("Ce fichier est {kind}, qui ne se lit pas directement. {remedy}")]
    Convertible { kind: &'static str, remedy: &'static str },
    /// No known kind of file, and no text.
    #[error(
        "Ce fichier n’est pas du texte et son format n’est pas reconnu. Choisissez un fichier \
         CSV, XLSX, XLS, ODS, JSON ou GeoJSON."
    )]
    Binary,
    /// What a spreadsheet leaves beside a file while it has it open.
    #[error(
        "« {name} » n’est pas un tableau, mais la marque d’un fichier ouvert dans un tableur. \
         Choisissez « {of} », après l’y avoir enregistré."
    )]
    LockFile { name: String, of: String },
    /// A workbook that only its password opens.
    #[error(
        "« {name} » est protégé par un mot de passe\u{202f}: ouvrez-le dans votre tableur et \
         enregistrez-le sans mot de passe."
    )]
    Protected { name: String },
    /// A workbook, or a JSON text, that breaks off or breaks the rules of its format.
    #[error(
        "Ce fichier ({format}) est endommagé ou incomplet{place} Enregistrez-le à nouveau \
         depuis le logiciel qui l’a produit, puis rouvrez-le."
    )]
    Damaged { format: Format, place: Place },
    /// More than the program is ready to hold.
    #[error(
        "Le fichier est trop volumineux\u{202f}: {what}. Gardez-en les lignes et les colonnes \
         utiles, puis rouvrez-le."
    )]
    TooLarge { what: TooLarge },
    /// The sheet that was asked for is not there.
    #[error(
        "Le classeur ne contient pas de feuille « {sheet} ». Choisissez l’une de celles qu’il \
         contient\u{202f}: {found}."
    )]
    NoSuchSheet { sheet: String, found: String },
    /// No sheet holds anything.
    #[error(
        "Le classeur ne contient aucune donnée. Choisissez-en un dont une feuille est remplie."
    )]
    EmptyWorkbook,
    /// All that the sheet holds is hidden.
    #[error(
        "Toutes les lignes de la feuille « {sheet} » sont masquées. Affichez dans votre tableur celles \
         qui comptent, enregistrez le classeur, puis rouvrez-le."
    )]
    HiddenSheet { sheet: String },
    /// JSON without an array of records.
    #[error(
        "Ce fichier JSON ne contient pas de tableau. Il en faut un dont chaque élément est un \
         enregistrement, par exemple\u{202f}: [{{\"code\": \"01\", \"taux\": 91.5}}]."
    )]
    NoRecords,
    /// The person changed their mind.
    #[error("La lecture du fichier a été interrompue.")]
    Cancelled,
}

/// Where a file breaks, if that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Unknown,
    /// Line and column of a text, from 1.
    At {
        line: usize,
        column: usize,
    },
    Sheet(String),
    /// Its end is missing, as it is while another program still writes it.
    CutShort,
}

/// With the full stop behind it.
impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown => f.write_str("."),
            Self::At { line, column } => write!(f, ", à la ligne {line}, colonne {column}."),
            Self::Sheet(name) => write!(f, ", dans la feuille « {name} »."),
            Self::CutShort => f.write_str(
                ", car il s’arrête avant sa fin\u{202f}: est-il en cours d’enregistrement ou de \
                 téléchargement\u{202f}?",
            ),
        }
    }
}

/// Which limit a file passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// Bytes of the file.
    Bytes(usize),
    /// Bytes of a workbook once decompressed, at least.
    Decompressed(u64),
    /// Columns in one row.
    Columns { line: u32, found: usize },
    /// Cells of a sheet, at least.
    Cells(usize),
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let megabytes = |bytes: u64| integer((bytes / 1_000_000) as i64);
        match self {
            Self::Bytes(bytes) => write!(f, "il pèse {} Mo", megabytes(*bytes as u64)),
            Self::Decompressed(bytes) => {
                write!(f, "décompressé, il dépasse {} Mo", megabytes(*bytes))
            }
            Self::Columns { line, found } => {
                write!(f, "la ligne {line} compte {} colonnes", integer(*found as i64))
            }
            Self::Cells(cells) => write!(f, "il dépasse {} cellules", integer(*cells as i64)),
        }
    }
}
