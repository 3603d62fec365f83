//! How many rows of a file have each kind of fate.

use std::fmt;

use crate::french::{NARROW_SPACE, counted};

/// How many rows have each kind of fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FateCounts {
    /// On the map.
    pub on_map: usize,
    /// Totals, compared.
    pub totals: usize,
    /// Titles and notes.
    pub notes: usize,
    /// Known, and not counted here.
    pub not_counted: usize,
    /// Left out.
    pub left_out: usize,
}

impl FateCounts {
    /// All rows.
    pub fn rows(self) -> usize {
        self.on_map + self.totals + self.notes + self.not_counted + self.left_out
    }
}

impl fmt::Display for FateCounts {
    /// « 102 lignes : 101 sur la carte, 1 total vérifié ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.on_map, "sur la carte", "sur la carte"),
            (self.totals, "total vérifié", "totaux vérifiés"),
            (self.notes, "titre ou note", "titres ou notes"),
            (self.not_counted, "connue mais non comptée ici", "connues mais non comptées ici"),
            (self.left_out, "laissée de côté", "laissées de côté"),
        ];
        let told: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| counted(count, one, many))
            .collect();
        write!(f, "{}", counted(self.rows(), "ligne", "lignes"))?;
        if told.is_empty() { Ok(()) } else { write!(f, "{NARROW_SPACE}: {}", told.join(", ")) }
    }
}
