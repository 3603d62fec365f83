//! What holds for all rows of a table by territory: its date, its type of schools, its borders.

use super::super::{
    ColumnMeaning, ImportChoices, ImportReport, Meaning, Supposition,
    assumed::Around,
    columns::ColumnSet,
    recognised::{Recognised, RecognisedKind, UNDATED},
};
use super::row_dates::RowDates;
use crate::{
    coverage::{Period, SchoolType},
    territory::{Edition, Level},
};

/// What a person chose for all rows is not for the name of a single column to deny.
pub(super) fn sets_as_chosen(mut sets: Vec<ColumnSet>, choices: &ImportChoices) -> Vec<ColumnSet> {
    if let [only] = sets.as_mut_slice() {
        only.says.period = only.says.period.filter(|_| choices.dating.is_none());
        only.says.school_type = only.says.school_type.filter(|_| choices.school_type.is_none());
    }
    sets
}

/// The date of rows and columns that have none of their own: chosen, or supposed from what stands
/// around; none where nothing says it.
pub(super) fn period(
    dates: &RowDates,
    sets: &[ColumnSet],
    around: &Around<'_>,
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> Option<Period> {
    if let Some(dating) = choices.dating {
        let period = dating.day().map(Period::Day);
        let told = period.map_or_else(|| "sans date".to_owned(), |period| period.to_string());
        report
            .recognised
            .push(Recognised::new(RecognisedKind::Date, format!("{told}, choisie à la main")));
        return period;
    }
    if dates.columns().is_some() || sets.iter().all(|set| set.says.period.is_some()) {
        return None;
    }
    match around.date() {
        Some(supposition @ Supposition::Date { period, .. }) => {
            report.suppositions.push(supposition);
            Some(period)
        }
        _ => {
            report.recognised.push(Recognised::new(RecognisedKind::Date, UNDATED));
            None
        }
    }
}

pub(super) fn school_type(
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    around: &Around<'_>,
    level: Level,
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> SchoolType {
    if let Some(chosen) = choices.school_type {
        let told = format!("{}, choisi à la main", chosen.label());
        report.recognised.push(Recognised::new(RecognisedKind::SchoolType, told));
        return chosen;
    }
    let first = sets.first().and_then(|set| set.says.school_type);
    if let Some(only) = first.filter(|one| sets.iter().all(|s| s.says.school_type == Some(*one))) {
        return only;
    }
    let has_column = columns.iter().any(|column| column.meaning == Some(Meaning::Type));
    let (school_type, from) = around.school_type(columns, level);
    let is_said = has_column || sets.iter().all(|set| set.says.school_type.is_some());
    match from {
        Some(from) if !is_said => {
            report.suppositions.push(Supposition::SchoolType { school_type, from });
        }
        _ if !is_said => report.recognised.push(Recognised::new(
            RecognisedKind::SchoolType,
            format!("{}, d’après les noms des colonnes", school_type.label()),
        )),
        _ => {}
    }
    school_type
}

/// The borders in force at the latest date of a file that has none of its own.
pub(super) fn edition(sets: &[ColumnSet], period: Option<Period>) -> Edition {
    let of_sets = sets.iter().filter_map(|set| set.says.period);
    let latest = of_sets.chain(period).map(Period::end).max();
    latest.map_or(Edition::Since2016, |day| Edition::in_force(day.year()))
}
