//! What one row states, and of what it speaks.

use jiff::civil::Date;

use crate::{
    coverage::{Measure, Observation, SchoolType, Subset, school::Sector},
    territory::TerritoryId,
};

/// What one row states, with the part of its territory that it speaks of.
#[derive(Clone, Debug)]
pub(in crate::coverage::import) struct Stated {
    pub observation: Observation,
    /// « 69D »: half of a territory.
    pub part: Option<&'static str>,
    /// The rank of its file.
    pub file: usize,
}

/// What rows must share to say the same thing or contradict each other.
pub(in crate::coverage::import) type SubjectKey =
    (TerritoryId, [bool; 2], Option<(Date, u8)>, Measure, bool, Option<Sector>, Option<Subset>);

/// What a row speaks of.
pub(in crate::coverage::import) fn subject_of(observation: &Observation) -> SubjectKey {
    let types = SchoolType::ALL.map(|one| observation.school_types.contains(one));
    let end = observation.period.map(|period| (period.end(), period.precision()));
    let Observation { territory, measure, planned, sector, subset, .. } = observation;
    (*territory, types, end, *measure, *planned, *sector, *subset)
}

/// Whether a row states something: a figure, a stage, or in a word why there is none.
pub(in crate::coverage::import) fn has_value(o: &Observation) -> bool {
    o.share.is_some() || o.equipped.is_some() || o.stage.is_some()
}

/// The file that all rows stand in.
pub(super) fn one_file(rows: &[Stated]) -> Option<usize> {
    let file = rows.first()?.file;
    rows.iter().all(|row| row.file == file).then_some(file)
}

/// The sum of a count, where each row has it.
pub(super) fn sum(rows: &[Stated], of: fn(&Observation) -> Option<u32>) -> Option<u32> {
    rows.iter().map(|row| of(&row.observation)).try_fold(0_u32, |sum, n| sum.checked_add(n?))
}

/// The share of two counts, in percent.
pub(super) fn share(equipped: Option<u32>, total: Option<u32>) -> Option<f64> {
    match (equipped, total) {
        (Some(equipped), Some(total)) if total > 0 => {
            Some(100.0 * f64::from(equipped) / f64::from(total))
        }
        _ => None,
    }
}
