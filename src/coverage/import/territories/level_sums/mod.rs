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
    territory::{Level, Registry, TerritoryId},
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
/// all of France adds up the rows of its file whatever it is called.
pub(super) fn check(
    rows: &[&Observation],
    totals: &[(Observation, bool)],
    registry: &Registry,
) -> Checked {
    let mut subjects: BTreeMap<Subject<'_>, Stated<'_>> = BTreeMap::new();
    for row in rows {
        subjects.entry(subject_of(row)).or_default().rows.insert(row.territory, row);
    }
    for (row, is_worded) in totals {
        subjects.entry(subject_of(row)).or_default().totals.push((row, *is_worded));
    }
    let names_subject = subjects.len() > 1;
    let mut told: Vec<TotalDisagreement> = Vec::new();
    let mut compared: BTreeSet<u32> = BTreeSet::new();
    for stated in subjects.values() {
        let wholes = stated.rows.values().filter(|row| row.territory.level() != Level::Departement);
        let wholes = wholes.map(|row| (*row, false)).chain(stated.totals.iter().copied());
        for (whole, is_worded) in wholes {
            let parts_if = |is_worded| Parts::of(whole, is_worded, &stated.rows, registry);
            let Some(mut parts) = parts_if(is_worded) else { continue };
            if whole.territory == TerritoryId::France && !parts.are_all_there() {
                parts = parts_if(true).unwrap_or(parts);
            }
            told.extend(with_parts(whole, &parts, names_subject));
            if can_be_compared(whole, &parts) {
                compared.insert(whole.line);
            }
        }
    }
    told.extend(sectors::disagreements(rows));
    let lines: BTreeSet<u32> = totals.iter().map(|(row, _)| row.line).collect();
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
    totals: Vec<(&'a Observation, bool)>,
}
