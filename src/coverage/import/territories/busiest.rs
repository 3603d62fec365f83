//! What most rows of a table speak of: it is shown at first.

use std::cmp::Ordering;

use crate::{
    coverage::{Observation, SchoolType},
    territory::Level,
};

/// The type that more observations speak of than of the other; `None` where they are as many.
pub(super) fn school_type(observations: &[&Observation]) -> Option<SchoolType> {
    let count = |school_type: SchoolType| {
        observations.iter().filter(|o| o.school_types.contains(school_type)).count()
    };
    let [lycees, colleges] = [SchoolType::Lycee, SchoolType::College].map(count);
    match lycees.cmp(&colleges) {
        Ordering::Greater => Some(SchoolType::Lycee),
        Ordering::Less => Some(SchoolType::College),
        Ordering::Equal => None,
    }
}

/// The level of the map on which most values stand, the finest of several.
pub(super) fn level(observations: &[&Observation]) -> Option<Level> {
    let has_value = |o: &&&Observation| o.share.is_some() || o.stage.is_some();
    let at = |level| {
        let with_value = observations.iter().filter(has_value);
        with_value.filter(|o| o.territory.level() == level).count()
    };
    Level::MAPPED
        .into_iter()
        .filter(|level| at(*level) > 0)
        .max_by_key(|level| (at(*level), *level))
}
