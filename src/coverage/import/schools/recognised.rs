//! What was recognised of a list of schools, in sentences.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    ColumnMeaning, ImportReport, Meaning,
    recognised::{Recognised, RecognisedKind},
    report::Showable,
    territories::Places,
};
use crate::{
    coverage::school::{School, SchoolKind},
    french::integer,
    table::Table,
};

/// Where the schools are.
pub(super) fn tell_places(places: Option<Places>, report: &mut ImportReport) {
    match places {
        Some(places) => {
            report.recognised.extend(places.recognised);
            report.repaired = places.repairs;
        }
        None => report.recognised.push(Recognised::new(
            RecognisedKind::Level,
            "département, d’après les trois premiers chiffres des numéros UAI",
        )),
    }
}

/// The columns that say yes or no of each school, the one that is counted first.
pub(super) fn showable(table: &Table, columns: &[ColumnMeaning]) -> Vec<Showable> {
    let mut all: Vec<Showable> = columns
        .iter()
        .enumerate()
        .filter_map(|(column, meaning)| {
            let could = meaning.could_show.filter(|could| *could == Meaning::Equipe)?;
            Some(Showable {
                column,
                header: table.headers()[column].clone(),
                meaning: could,
                is_shown: meaning.meaning == Some(Meaning::Equipe),
            })
        })
        .collect();
    all.sort_by_key(|one| (!one.is_shown, one.column));
    all
}

/// « Lycées : 598 généraux, 1 246 généraux et technologiques… » and how many are neither.
pub(super) fn kinds(schools: &[School]) -> Option<Recognised> {
    let mut numbers: BTreeMap<SchoolKind, BTreeSet<u32>> = BTreeMap::new();
    for school in schools {
        if let Some(kind) = school.kind {
            numbers.entry(kind).or_default().insert(school.uai.number());
        }
    }
    let told: Vec<String> = numbers
        .iter()
        .map(|(kind, numbers)| format!("{} ({})", kind.label(), integer(numbers.len() as i64)))
        .collect();
    (!told.is_empty()).then(|| Recognised::new(RecognisedKind::Kinds, told.join(", ")))
}
