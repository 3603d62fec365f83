//! Numbers of equipped schools without a total: no share, unless the reference numbers of schools
//! stand for it.

use std::collections::BTreeSet;

use super::super::{
    ColumnMeaning, Doubt, ImportChoices, ImportReport, Meaning, Supposition, SuppositionKind,
    TypeSource,
    columns::ColumnSet,
    conflicts::Stated,
    fate::{LeftOut, LeftOutReason},
};
use crate::{
    coverage::{Observation, Vintage},
    table::Table,
};

/// Supposes that the reference numbers stand for the totals that a table does not have, where it
/// says of which schools its counts are. Answers whether they do; else, in a table without any share,
/// the rows are left out.
pub(super) fn against_reference(
    table: &Table,
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    stated: &[Stated],
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> bool {
    let counts: Vec<&Observation> =
        stated.iter().map(|one| &one.observation).filter(|one| is_alone(one)).collect();
    let Some(header) = sets.iter().find_map(|set| set.equipped) else { return false };
    if counts.is_empty() {
        return false;
    }
    let header = table.headers()[header].clone();
    let is_refused = choices.refused.contains(&SuppositionKind::AgainstReference);
    let are_alone = sets.iter().all(|set| counts_alone(set, columns));
    // Numbers of schools that go with none of these columns are of others: none stands for them.
    let has_totals = columns
        .iter()
        .any(|column| column.meaning == Some(Meaning::Total) && column.theme.subset.is_none());
    let type_is_open = is_type_open(choices, report);
    if are_alone && !has_totals && !is_refused && !type_is_open {
        let years: BTreeSet<u16> = counts.iter().map(|one| Vintage::at(one.end()).year()).collect();
        let years = years.into_iter().collect();
        report.suppositions.push(Supposition::AgainstReference { header, years });
        return true;
    }
    if are_alone && !has_totals {
        report.doubts.push(Doubt::CountsWithoutTotal { header, type_is_open });
    }
    // A count among shares stands in the card of its place; alone, nothing is drawn from the file.
    let has_shares = stated.iter().any(|one| one.observation.share.is_some());
    for one in counts.iter().filter(|_| !has_shares) {
        report.fates.set(one.line, &LeftOut::with_value(LeftOutReason::UnusableValue));
    }
    false
}

/// A count of which nothing says the share.
fn is_alone(one: &Observation) -> bool {
    one.equipped.is_some() && one.share.is_none() && one.missing.is_none() && one.stage.is_none()
}

/// A set of columns that counts equipped schools, all of a kind, and nothing else.
fn counts_alone(set: &ColumnSet, columns: &[ColumnMeaning]) -> bool {
    let is_of_all = |column: usize| columns[column].theme.aside.is_none();
    set.share.is_none()
        && set.ratio.is_none()
        && set.total.is_none()
        && set.not_equipped.is_none()
        && set.says.subset.is_none()
        && set.equipped.is_some_and(is_of_all)
}

/// Whether the type of schools is only taken from the level: « établissements équipés » may be of
/// both types.
fn is_type_open(choices: &ImportChoices, report: &ImportReport) -> bool {
    let from_the_level =
        |one: &Supposition| matches!(one, Supposition::SchoolType { from: TypeSource::Level, .. });
    !choices.confirmed.contains(&SuppositionKind::SchoolType)
        && report.suppositions.iter().any(from_the_level)
}
