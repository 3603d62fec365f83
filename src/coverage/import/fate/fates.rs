//! The fates of all rows of a file.

use std::collections::BTreeMap;

use super::{Fate, FateCounts, LeftOutReason, NotCountedHere};

/// The fates of the rows of a file, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    rows: Vec<(u32, Fate)>,
}

impl Fates {
    /// From the line and the fate of each row.
    pub fn new(rows: Vec<(u32, Fate)>) -> Self {
        Self { rows }
    }

    /// Each row with its line.
    pub fn rows(&self) -> &[(u32, Fate)] {
        &self.rows
    }

    /// One more row: a note that stands below the table.
    pub(in crate::coverage::import) fn push(&mut self, line: u32, fate: Fate) {
        self.rows.push((line, fate));
    }

    /// Changes the fate of the rows that stand on a line.
    pub(in crate::coverage::import) fn set(&mut self, line: u32, fate: &Fate) {
        let found = self.rows.partition_point(|(other, _)| *other < line);
        let in_order = self.rows.get(found).is_some_and(|(other, _)| *other == line);
        let rank = if in_order {
            Some(found)
        } else {
            self.rows.iter().position(|(other, _)| *other == line)
        };
        if let Some((_, old)) = rank.and_then(|rank| self.rows.get_mut(rank)) {
            *old = fate.clone();
        }
    }

    /// Changes the fate of the rows on lines of which another is known.
    pub(in crate::coverage::import) fn replace(&mut self, fate_of: impl Fn(u32) -> Option<Fate>) {
        for (line, fate) in &mut self.rows {
            if let Some(other) = fate_of(*line) {
                *fate = other;
            }
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows have each kind of fate; their sum is [`Self::len`].
    pub fn counts(&self) -> FateCounts {
        let mut counts = FateCounts::default();
        for (_, fate) in &self.rows {
            *match fate {
                Fate::OnMap => &mut counts.on_map,
                Fate::Total(_) => &mut counts.totals,
                Fate::Note => &mut counts.notes,
                Fate::NotCounted(_) => &mut counts.not_counted,
                Fate::LeftOut(_) => &mut counts.left_out,
            } += 1;
        }
        counts
    }

    /// Whether no row with a value was left out.
    pub fn nothing_is_lost(&self) -> bool {
        !self.rows.iter().any(|(_, fate)| matches!(fate, Fate::LeftOut(left) if left.holds_a_value))
    }

    /// How many rows are not counted, for each reason.
    pub fn not_counted(&self) -> BTreeMap<NotCountedHere, usize> {
        let mut counts = BTreeMap::new();
        for (_, fate) in &self.rows {
            if let Fate::NotCounted(why) = fate {
                *counts.entry(*why).or_default() += 1;
            }
        }
        counts
    }

    /// The lines of the rows that are left out, for each reason, in their order.
    pub fn left_out(&self) -> BTreeMap<LeftOutReason, Vec<u32>> {
        let mut lines: BTreeMap<LeftOutReason, Vec<u32>> = BTreeMap::new();
        for (line, fate) in &self.rows {
            if let Fate::LeftOut(left) = fate {
                lines.entry(left.reason).or_default().push(*line);
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::import::{LeftOut, TotalsChecked},
        territory::TerritoryId,
    };

    #[test]
    fn counts_add_up_to_the_rows_and_are_told_in_one_line() {
        let mut rows: Vec<(u32, Fate)> = (2..103).map(|line| (line, Fate::OnMap)).collect();
        rows.push((103, Fate::Total(TerritoryId::France)));
        let mut fates = Fates::new(rows);
        assert_eq!(
            fates.counts().told(TotalsChecked { verified: 1, differing: 0 }),
            "102 lignes\u{202f}: 101 sur la carte, 1 total vérifié"
        );
        assert_eq!(
            fates.counts().told(TotalsChecked { verified: 0, differing: 1 }),
            "102 lignes\u{202f}: 101 sur la carte, 1 total qui diffère de ses lignes"
        );
        assert_eq!(
            fates.counts().told(TotalsChecked::default()),
            "102 lignes\u{202f}: 101 sur la carte, 1 total sans comparaison"
        );
        fates.set(50, &LeftOut::with_value(LeftOutReason::Contradiction));
        assert_eq!(fates.counts().rows(), fates.len());
        assert!(!fates.nothing_is_lost());
        assert_eq!(fates.left_out()[&LeftOutReason::Contradiction], [50]);
    }

    #[test]
    fn a_row_left_out_without_a_value_is_no_loss() {
        let left = LeftOut { reason: LeftOutReason::UnknownPlace, holds_a_value: false };
        assert!(Fates::new(vec![(2, Fate::LeftOut(left))]).nothing_is_lost());
    }
}
