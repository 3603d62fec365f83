//! What was repaired while reading a table.

/// A row that was read with a repair, as a French sentence through `Display`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableNotice {
    /// Cells are missing at the end of a row; they were taken as empty.
    #[error(
        "Ligne {line} : {found} au lieu de {expected} ; celles qui manquent sont lues comme vides.",
        found = cells(*found), expected = expected
    )]
    TooFewCells { line: u32, found: usize, expected: usize },
    /// Cells stand beyond the last column; they were left out.
    #[error(
        "Ligne {line} : {found} au lieu de {expected} ; ce qui dépasse est laissé de côté, à \
         partir de « {first} ».",
        found = cells(*found), expected = expected
    )]
    TooManyCells { line: u32, found: usize, expected: usize, first: String },
}

impl TableNotice {
    /// The line of the file that it speaks of.
    pub fn line(&self) -> u32 {
        match self {
            Self::TooFewCells { line, .. } | Self::TooManyCells { line, .. } => *line,
        }
    }
}

fn cells(count: usize) -> String {
    crate::french::counted(count, "cellule", "cellules")
}
