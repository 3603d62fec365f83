//! What several rows say of one school.

use rustc_hash::FxHashSet;

use super::super::{
    Doubt, ImportReport,
    fate::{LeftOut, LeftOutReason},
};
use super::doubt;
use crate::coverage::school::{Equipment, FileRow};

/// What is said of each school, from answers in the order of their numbers.
pub(super) fn together(answers: Vec<(u32, Equipment)>) -> impl Iterator<Item = (u32, Equipment)> {
    let mut answers = answers.into_iter().peekable();
    std::iter::from_fn(move || {
        let (number, mut said) = answers.next()?;
        while let Some((_, more)) = answers.next_if(|(other, _)| *other == number) {
            said = said.and(more);
        }
        Some((number, said))
    })
}

/// The numbers of the schools of which some rows say yes and others, of the same day, no. The
/// answers stand in the order of their numbers.
pub(super) fn contradictions(
    answers: &[(u32, Equipment)],
    reports: &mut [ImportReport],
) -> FxHashSet<u32> {
    const QUOTED: usize = 3;
    let mut found = FxHashSet::default();
    let mut examples = Vec::new();
    let mut of_file = None;
    for answers in answers.chunk_by(|(one, _), (other, _)| one == other) {
        let ([(number, _), _, ..], says_all) = (answers, answers.iter().map(|(_, said)| said))
        else {
            continue;
        };
        let together = says_all.clone().cloned().reduce(Equipment::and);
        let Some(Equipment { row: Some(one), contradicted_by: Some(other), .. }) = together else {
            continue;
        };
        found.insert(*number);
        of_file = of_file.or(Some(one.0.max(other.0)));
        if examples.len() < QUOTED {
            let says = |row: FileRow| {
                let yes = says_all
                    .clone()
                    .any(|answer| answer.row == Some(row) && answer.equipped == Some(true));
                format!("{} ligne {}", if yes { "« oui »" } else { "« non »" }, row.1)
            };
            examples.push(format!("{number:07}, {} et {}", says(one), says(other)));
        }
        for (file, line) in says_all.filter_map(|answer| answer.row) {
            let fate = LeftOut::with_value(LeftOutReason::Contradiction);
            if let Some(report) = reports.get_mut(file) {
                report.fates.set(line, &fate);
            }
        }
    }
    if let Some(report) = of_file.and_then(|file| reports.get_mut(file)) {
        doubt(report, Doubt::SchoolContradictions { schools: found.len(), examples });
    }
    found
}
