//! The fate of each row of lists of schools, once their schools are known.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{
    ImportReport,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
    recognised::{Recognised, RecognisedKind},
    unmatched::{NotJoined, Unmatched},
};
use crate::{
    coverage::school::{NotCounted, Perimeter, School, SchoolList, Uai},
    french::{counted, integer, plural},
};

/// A file, a line of it and the number that stands there.
pub(super) type NumberedRow = (usize, u32, Uai);

/// Tells the fates of rows. Those of `contradictory` numbers have theirs already; files
/// `of_numbers` are joined to the schools of the others.
pub(super) fn tell_rows(
    rows: &[NumberedRow],
    of_numbers: &BTreeSet<usize>,
    contradictory: &FxHashSet<u32>,
    list: &SchoolList,
    reports: &mut [ImportReport],
) {
    let by_number: FxHashMap<u32, &School> =
        list.schools().iter().map(|school| (school.uai.number(), school)).collect();
    let school_of = |uai: &Uai| by_number.get(&uai.number()).copied();
    let are_open: BTreeSet<usize> =
        (0..reports.len()).filter(|file| reports[*file].types_are_open).collect();
    let mut seen: FxHashSet<(usize, u32)> = FxHashSet::default();
    let mut fates: BTreeMap<usize, FxHashMap<u32, Fate>> = BTreeMap::new();
    for row @ (file, line, uai) in rows {
        let is_repeated = !seen.insert((*file, uai.number()));
        let fate = match school_of(uai) {
            _ if contradictory.contains(&uai.number()) => continue,
            None => Some(without_a_school(row, reports)),
            Some(_) if is_repeated => Some(Fate::NotCounted(NotCountedHere::Repeated)),
            Some(school) => not_on_the_map(school, are_open.contains(file)),
        };
        if let Some(fate) = fate {
            fates.entry(*file).or_default().insert(*line, fate);
        }
    }
    for (file, fates) in fates {
        if let Some(report) = reports.get_mut(file) {
            report.fates.replace(|line| fates.get(&line).cloned());
        }
    }
    let is_found = |row: &NumberedRow| school_of(&row.2).is_some();
    tell_numbers_found(rows.iter().filter(|row| of_numbers.contains(&row.0)), is_found, reports);
}

/// The fate of a row whose number no list has, which is told.
fn without_a_school((file, line, uai): &NumberedRow, reports: &mut [ImportReport]) -> Fate {
    if let Some(report) = reports.get_mut(*file) {
        report.unmatched.push(Unmatched {
            value: uai.to_string(),
            rows: 1,
            line: *line,
            why: NotJoined::NoSuchSchool,
        });
    }
    LeftOut::with_value(LeftOutReason::NoSuchSchool)
}

/// The fate of the row of a school that is not counted; `None` of one that is.
fn not_on_the_map(school: &School, types_are_open: bool) -> Option<Fate> {
    let why = Perimeter::default().leaves_out(school)?;
    if school.kind.is_none() && types_are_open {
        return Some(LeftOut::with_value(LeftOutReason::TypeNotTold));
    }
    Some(Fate::NotCounted(not_counted(why)))
}

fn not_counted(why: NotCounted) -> NotCountedHere {
    match why {
        NotCounted::Closed => NotCountedHere::Closed,
        NotCounted::Agricultural => NotCountedHere::Agricultural,
        NotCounted::OtherMinistry => NotCountedHere::OtherMinistry,
        NotCounted::OffTheMap => NotCountedHere::Outside,
        NotCounted::OtherKind | NotCounted::OtherSector => NotCountedHere::OtherType,
    }
}

/// How many numbers of each file of numbers are those of a school.
fn tell_numbers_found<'a>(
    rows: impl Iterator<Item = &'a NumberedRow>,
    is_found: impl Fn(&NumberedRow) -> bool,
    reports: &mut [ImportReport],
) {
    let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let (joined, all) = found.entry(row.0).or_default();
        *all += 1;
        *joined += usize::from(is_found(row));
    }
    for (file, (joined, all)) in found {
        if let Some(report) = reports.get_mut(file) {
            let text = format!(
                "{} sur {} {} dans la liste des établissements",
                counted(joined, "numéro UAI", "numéros UAI"),
                integer(all as i64),
                plural(joined, "retrouvé", "retrouvés"),
            );
            report.recognised.push(Recognised::new(RecognisedKind::Joined, text));
        }
    }
}
