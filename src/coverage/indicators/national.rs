//! Figures of the whole country.

use jiff::civil::Date;

use super::{
    super::{
        Dataset, Gap, GapKind, Measure, MissingReason, Query, SchoolType, Share, edition_at, states,
    },
    IndicatorValue, Reach,
    answer::departements,
};
use crate::territory::{Level, Registry, TerritoryId};

/// Lycées and collèges added up over the départements of which something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolSum {
    /// Schools that have what is counted.
    pub equipped: u32,
    /// Schools counted.
    pub total: u32,
    /// Whether numbers of schools were taken from the reference table.
    pub estimated: bool,
    /// Whether every département is in it, for both types.
    pub complete: bool,
}

/// A figure of the country, how much of it is known, and by which départements for each type.
pub(super) type Figure = (IndicatorValue, Reach, Vec<(SchoolType, Vec<TerritoryId>)>);

/// The share of a type of schools.
pub(super) fn share(
    dataset: &Dataset,
    school_type: SchoolType,
    measure: Measure,
    date: Option<Date>,
) -> Figure {
    let parts = departements(dataset, school_type, measure, date);
    let value = IndicatorValue::Share(whole(dataset, school_type, measure, date));
    let known = vec![(school_type, known(&parts))];
    (value, Reach::of(parts.into_iter().map(|(_, value)| value)), known)
}

/// Schools of both types: those that are added up are those of the départements that are counted, be
/// it for one type alone.
pub(super) fn schools(dataset: &Dataset, measure: Measure, date: Option<Date>) -> Figure {
    let [lycees, colleges] = SchoolType::ALL.map(|one| departements(dataset, one, measure, date));
    let both =
        || lycees.iter().zip(&colleges).map(|((_, lycees), (_, colleges))| (*lycees, *colleges));
    let reach = Reach::of(both().map(|both| match both {
        (Err(GapKind::NoSchool), other) | (other, Err(GapKind::NoSchool)) => other,
        (one, other) => one.or(other),
    }));
    let is_of_one = |both: &(Result<(), GapKind>, Result<(), GapKind>)| match both {
        // No lycée at all is nothing that is missing.
        (Ok(()), Err(gap)) | (Err(gap), Ok(())) => *gap != GapKind::NoSchool,
        _ => false,
    };
    let reach = Reach { of_one_type: both().filter(is_of_one).count(), ..reach };
    let by_type =
        vec![(SchoolType::Lycee, known(&lycees)), (SchoolType::College, known(&colleges))];
    let parts = SchoolType::ALL.map(|one| known_part(whole(dataset, one, measure, date)));
    let sum = match parts {
        [Some(one), Some(other)] => add(&one, &other),
        [Some(one), None] | [None, Some(one)] => {
            counts(&one).map(|sum| SchoolSum { complete: false, ..sum })
        }
        [None, None] => None,
    };
    (IndicatorValue::Schools(sum), reach, by_type)
}

/// The départements that have a value.
fn known(parts: &[(TerritoryId, Result<(), GapKind>)]) -> Vec<TerritoryId> {
    parts.iter().filter(|(_, value)| value.is_ok()).map(|(id, _)| *id).collect()
}

fn whole(
    dataset: &Dataset,
    school_type: SchoolType,
    measure: Measure,
    date: Option<Date>,
) -> Result<Share, Gap> {
    let edition = edition_at(date);
    let level = Level::France;
    let query = Query { school_type, level, edition, measure, date };
    let states = states(dataset, Registry::official(), &query);
    let reason = MissingReason::NonDocumente;
    let kind = GapKind::of(reason, dataset.voice());
    let nothing = Gap { reason, kind, observation: None, partial: None };
    states.into_iter().next().map_or(Err(nothing), |state| state.share)
}

fn known_part(share: Result<Share, Gap>) -> Option<Share> {
    share.map_or_else(|gap| gap.partial, Some)
}

fn counts(share: &Share) -> Option<SchoolSum> {
    Some(SchoolSum {
        equipped: share.equipped?,
        total: share.total?,
        estimated: share.estimated(),
        complete: share.complete(),
    })
}

fn add(one: &Share, other: &Share) -> Option<SchoolSum> {
    match (counts(one), counts(other)) {
        (Some(one), Some(other)) => Some(SchoolSum {
            equipped: one.equipped.checked_add(other.equipped)?,
            total: one.total.checked_add(other.total)?,
            estimated: one.estimated || other.estimated,
            complete: one.complete && other.complete,
        }),
        (Some(sum), None) | (None, Some(sum)) => Some(SchoolSum { complete: false, ..sum }),
        (None, None) => None,
    }
}
