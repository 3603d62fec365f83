//! Totals that a file states, against the sum of their parts in the same file.

mod disagreement;
mod parts;
mod sectors;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use self::{
    disagreement::with_parts,
    parts::{Parts, Rows},
};
use super::super::{doubt::Doubt, fate::TotalsChecked, total::TotalDisagreement};
use crate::{
    coverage::{Measure, Observation, SchoolType, Subset, school::Sector},
    territory::{Level, Registry, TerritoryId, matching::Piece},
};

/// Sentences of their own; beyond, they are counted.
const MOST_TOLD: usize = 5;

/// What a row must share with another to be a part of it: types, date, measure, planned or not,
/// sector, perimeter.
type Subject<'a> =
    ([bool; 2], Option<Date>, Measure, bool, Option<Sector>, Option<Subset>, &'a str);

/// Tells each territory whose stated figures disagree with those of its parts. Counts must be
/// their sum where all parts are there, and no less than the sum of those that are; a share
/// without counts can only be refuted when it lies outside those of all its parts. A total whose
/// wording says that it is one (« Total France ») adds up the rows of its own file, all of France or
/// not.
///
/// `rows` are all that the file says of places, `totals` its rows that add others up. What stands for
/// all of France adds up the rows of its file whatever it is called. Of several « Total », each adds
/// up the rows since the one before it, and the last perhaps all.
pub(super) fn check(rows: &[&Observation], totals: &[TotalRow], registry: &Registry) -> Checked {
    let mut subjects: BTreeMap<Subject<'_>, Stated<'_>> = BTreeMap::new();
    for row in rows {
        subjects.entry(subject_of(row)).or_default().rows.insert(row.territory, row);
    }
    for total in totals {
        subjects.entry(subject_of(&total.row)).or_default().totals.push(total);
    }
    let names_subject = subjects.len() > 1;
    let mut told: Vec<TotalDisagreement> = Vec::new();
    let mut compared: BTreeSet<u32> = BTreeSet::new();
    for stated in subjects.values() {
        for (whole, parts) in stated.wholes(registry) {
            let differs = parts.iter().map(|parts| with_parts(whole, parts, names_subject));
            let differs: Vec<_> = differs.collect();
            // Of two readings of a total, one that is right is the one that was meant.
            let meant = differs.iter().position(Vec::is_empty).unwrap_or(0);
            told.extend(differs.into_iter().nth(meant).unwrap_or_default());
            if parts.get(meant).is_some_and(|parts| can_be_compared(whole, parts)) {
                compared.insert(whole.line);
            }
        }
    }
    told.extend(sectors::disagreements(rows));
    let lines: BTreeSet<u32> = totals.iter().map(|total| total.row.line).collect();
    let differing: BTreeSet<u32> =
        told.iter().map(|total| total.line).filter(|line| lines.contains(line)).collect();
    let verified = lines.intersection(&compared).filter(|line| !differing.contains(line)).count();
    let totals = TotalsChecked { verified, differing: differing.len() };
    told.sort_by_key(|total| total.line);
    let more = told.len().saturating_sub(MOST_TOLD);
    let mut doubts: Vec<Doubt> = told.into_iter().take(MOST_TOLD).map(Doubt::Total).collect();
    doubts.extend((more > 0).then_some(Doubt::MoreTotals(more)));
    Checked { doubts, totals }
}

/// What came of comparing totals with their rows.
pub(super) struct Checked {
    pub doubts: Vec<Doubt>,
    pub totals: TotalsChecked,
}

/// Whether a total and all its parts give the same kind of figure.
fn can_be_compared(whole: &Observation, parts: &Parts<'_>) -> bool {
    let all_have = |of: fn(&Observation) -> bool| of(whole) && parts.rows.iter().all(|row| of(row));
    parts.are_all_there()
        && (all_have(|row| row.equipped.is_some())
            || all_have(|row| row.total.is_some())
            || all_have(|row| row.share.is_some()))
}

fn subject_of(row: &Observation) -> Subject<'_> {
    let types = SchoolType::ALL.map(|one| row.school_types.contains(one));
    let date = row.period.map(crate::coverage::Period::end);
    (types, date, row.measure, row.planned, row.sector, row.subset, row.perimeter.as_str())
}

/// What a file says of one subject.
#[derive(Default)]
struct Stated<'a> {
    rows: Rows<'a>,
    totals: Vec<&'a TotalRow>,
}

impl<'a> Stated<'a> {
    /// What adds others up, with the rows that it may add up, the likeliest first.
    fn wholes(&self, registry: &Registry) -> Vec<(&'a Observation, Vec<Parts<'a>>)> {
        let places = self.rows.values().filter(|row| row.territory.level() != Level::Departement);
        let mut wholes: Vec<_> = places
            .filter_map(|row| Some((*row, vec![self.parts_of(row, false, registry)?])))
            .collect();
        let lines: BTreeSet<u32> = self.totals.iter().map(|total| total.row.line).collect();
        let last = lines.last().copied();
        for total in &self.totals {
            let row = &total.row;
            let all = match total.piece {
                Some(piece) => Parts::of_piece(piece, &self.rows, registry),
                None => self.parts_of(row, total.is_worded, registry),
            };
            let before = lines.range(..row.line).next_back().copied();
            let of_all_rows = row.territory == TerritoryId::France && total.piece.is_none();
            let block = (of_all_rows && total.is_worded && lines.len() > 1)
                .then(|| self.block(row, before.unwrap_or(0), registry))
                .flatten();
            let is_last = last == Some(row.line);
            let mut parts: Vec<Parts<'a>> = block.into_iter().chain(all).collect();
            if is_last {
                parts.reverse();
            }
            wholes.push((row, parts));
        }
        wholes
    }

    fn parts_of(
        &self,
        whole: &Observation,
        is_worded: bool,
        registry: &Registry,
    ) -> Option<Parts<'a>> {
        let parts = Parts::of(whole, is_worded, &self.rows, registry)?;
        if whole.territory == TerritoryId::France && !parts.are_all_there() {
            return Parts::of(whole, true, &self.rows, registry).or(Some(parts));
        }
        Some(parts)
    }

    /// The rows above a total, as far as the total before it.
    fn block(&self, whole: &Observation, before: u32, registry: &Registry) -> Option<Parts<'a>> {
        let inside = |row: &&'a Observation| row.line > before && row.line < whole.line;
        let rows = self.rows.iter().filter(|(_, row)| inside(row));
        let block: Rows<'a> = rows.map(|(id, row)| (*id, *row)).collect();
        Parts::of(whole, true, &block, registry)
    }
}

/// A row that adds others up.
#[derive(Clone, Debug)]
pub(super) struct TotalRow {
    pub row: Observation,
    /// Its wording says that it is a total.
    pub is_worded: bool,
    /// It adds up a piece of the country, rather than the territory of its row.
    pub piece: Option<Piece>,
}

impl TotalRow {
    /// Of a territory.
    pub fn of(row: Observation, is_worded: bool) -> Self {
        Self { row, is_worded, piece: None }
    }

    /// Of a piece of the country.
    pub fn of_piece(row: Observation, piece: Piece) -> Self {
        Self { row, is_worded: true, piece: Some(piece) }
    }
}
