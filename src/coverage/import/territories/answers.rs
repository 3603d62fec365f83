//! Rows that each count the schools of one answer, or are one school: added up by what they speak
//! of.

use std::collections::BTreeMap;

use super::super::conflicts::{Stated, subject_of};
use crate::{
    coverage::{Evidence, Observation},
    french::{NARROW_SPACE, counted},
};

/// Adds up the rows of the same territory, type, date and sector, in the place of the first.
pub(super) fn add_up(stated: Vec<Stated>) -> Vec<Stated> {
    let mut subjects: BTreeMap<_, Vec<Stated>> = BTreeMap::new();
    for one in stated {
        subjects.entry((subject_of(&one.observation), one.part)).or_default().push(one);
    }
    let mut sums: Vec<Stated> = subjects.into_values().filter_map(sum).collect();
    sums.sort_by_key(|one| one.observation.line);
    sums
}

fn sum(rows: Vec<Stated>) -> Option<Stated> {
    let add = |of: fn(&Observation) -> Option<u32>| {
        let mut counts = rows.iter().filter_map(|row| of(&row.observation));
        counts.try_fold(0_u32, u32::checked_add)
    };
    let (equipped, total) = (add(|row| row.equipped)?, add(|row| row.total)?);
    let evidence = rows.iter().map(|row| row.observation.evidence).reduce(Evidence::weaker)?;
    let lines = rows.len();
    let first = rows.into_iter().next()?;
    let share = (total > 0).then(|| 100.0 * f64::from(equipped) / f64::from(total));
    let note = match lines {
        1 => first.observation.note.clone(),
        _ => format!(
            "Somme de {}{NARROW_SPACE}; la première est citée.",
            counted(lines, "ligne", "lignes")
        ),
    };
    let observation = Observation {
        share,
        equipped: share.map(|_| equipped),
        total: share.map(|_| total),
        missing: if share.is_some() { None } else { first.observation.missing },
        evidence,
        note,
        ..first.observation
    };
    Some(Stated { observation, ..first })
}
