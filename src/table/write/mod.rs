//! Tables that are saved: a [`Sheet`] to the bytes of a CSV file or a workbook, or to a text for
//! the clipboard.
//!
//! What is written here is read back by [`read`](super::read) to the same values.

mod sheet;
mod text;
mod xlsx;

pub use sheet::{Cell, Column, ColumnKind, Sheet};
pub use text::{to_csv, to_text};
pub use xlsx::to_xlsx;

use std::path::Path;

use crate::french::{NARROW_SPACE, integer};

/// A file format for tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetFormat {
    /// Text, as the French Excel writes and opens it.
    Csv,
    /// A workbook.
    Xlsx,
}

impl SheetFormat {
    /// Both, in the order of a dialog.
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// The format that the extension of a file asks for, in capitals or not.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// « csv », « xlsx ».
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Why a table can't be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A sheet ends before the table does.
    #[error(
        "le tableau a {} lignes et un classeur en contient au plus {}{NARROW_SPACE}: \
         enregistrez-le en CSV.",
        integer(*.0 as i64), integer(xlsx::MOST_ROWS as i64)
    )]
    TooManyRows(usize),
    /// The same, across.
    #[error(
        "le tableau a {} colonnes et un classeur en contient au plus {}{NARROW_SPACE}: \
         enregistrez-le en CSV.",
        integer(*.0 as i64), integer(xlsx::MOST_COLUMNS as i64)
    )]
    TooManyColumns(usize),
    /// The workbook could not be put together.
    #[error("le classeur n’a pas pu être composé{NARROW_SPACE}: enregistrez le tableau en CSV.")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// The bytes of a file of this format.
///
/// # Errors
/// When a workbook can't hold the table; a CSV file always can.
pub fn to_bytes(sheet: &Sheet, format: SheetFormat) -> Result<Vec<u8>, WriteError> {
    match format {
        SheetFormat::Csv => Ok(to_csv(sheet)),
        SheetFormat::Xlsx => to_xlsx(sheet),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_chooses_the_format() {
        let format = |name: &str| SheetFormat::of_path(Path::new(name));
        assert_eq!(format("a/b.CSV"), Some(SheetFormat::Csv));
        assert_eq!(format("tableau.v2.xlsx"), Some(SheetFormat::Xlsx));
        assert_eq!(format("tableau.xls"), None);
        assert_eq!(format("csv"), None);
    }
}
