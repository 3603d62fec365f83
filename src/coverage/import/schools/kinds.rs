//! Lists of schools without a column of natures or types: what the names of the schools leave open.

use super::super::{
    ImportChoices, ImportReport, Supposition, TypeSource,
    assumed::Around,
    columns::ColumnMeaning,
    recognised::{Recognised, RecognisedKind},
};
use crate::{
    coverage::{
        SchoolType,
        school::{LyceeKind, School, SchoolKind},
    },
    territory::Level,
};

/// Gives the schools of which nothing tells the type that of the whole list: chosen by a person, named
/// by a column, else supposed from a title or the name of the file.
pub(super) fn of_whole_list(
    schools: &mut [School],
    columns: &[ColumnMeaning],
    around: &Around<'_>,
    choices: &ImportChoices,
    report: &mut ImportReport,
) {
    if schools.iter().all(|school| school.kind.is_some()) {
        return;
    }
    let school_type = match choices.school_type {
        Some(chosen) => {
            let told = format!("{}, choisi à la main", chosen.label());
            report.recognised.push(Recognised::new(RecognisedKind::SchoolType, told));
            chosen
        }
        None => match around.school_type(columns, Level::France) {
            (_, Some(TypeSource::Level)) => {
                report.types_are_open = true;
                return;
            }
            (school_type, Some(from)) => {
                report.suppositions.push(Supposition::SchoolType { school_type, from });
                school_type
            }
            (school_type, None) => school_type,
        },
    };
    let kind = match school_type {
        SchoolType::Lycee => SchoolKind::Lycee(LyceeKind::Autre),
        SchoolType::College => SchoolKind::College,
    };
    for school in schools.iter_mut().filter(|school| school.kind.is_none()) {
        school.kind = Some(kind);
    }
}
