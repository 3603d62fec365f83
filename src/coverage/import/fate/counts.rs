//! How many rows of a file have each kind of fate.

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

/// What came of comparing totals with their rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TotalsChecked {
    /// They are the sum of their rows.
    pub verified: usize,
    /// They are not.
    pub differing: usize,
}

impl FateCounts {
    /// « 102 lignes : 101 sur la carte, 1 total vérifié ». A total whose parts are not all there is
    /// none that was verified.
    pub fn told(self, checked: TotalsChecked) -> String {
        self.told_with("sur la carte", checked)
    }

    /// The same, while a person has still to say what the rows mean: none is drawn.
    pub fn told_before_an_answer(self, checked: TotalsChecked) -> String {
        self.told_with("en attente d’une réponse", checked)
    }

    fn told_with(self, on_map: &str, checked: TotalsChecked) -> String {
        let TotalsChecked { verified, differing } = checked;
        let alone = self.totals.saturating_sub(verified + differing);
        let counts = [
            (self.on_map, on_map, on_map),
            (verified, "total vérifié", "totaux vérifiés"),
            (differing, "total qui diffère de ses lignes", "totaux qui diffèrent de leurs lignes"),
            (alone, "total sans comparaison", "totaux sans comparaison"),
            (self.notes, "titre ou note", "titres ou notes"),
            (self.not_counted, "connue mais non comptée ici", "connues mais non comptées ici"),
            (self.left_out, "laissée de côté", "laissées de côté"),
        ];
        let told: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| counted(count, one, many))
            .collect();
        let rows = counted(self.rows(), "ligne", "lignes");
        match told.is_empty() {
            true => rows,
            false => format!("{rows}{NARROW_SPACE}: {}", told.join(", ")),
        }
    }
}
