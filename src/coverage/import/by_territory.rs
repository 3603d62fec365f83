//! A table by territory: each row is one figure of one territory, or several side by side.

use std::{cmp::Ordering, collections::BTreeSet};

use super::{
    ColumnMeaning, Content, ImportChoices, ImportError, ImportReport, Meaning, Part,
    assumptions::{self, Assumed},
    column_sets::{ColumnSet, column_sets},
    duplicates::{Settled, settle},
    level_sums,
    places::Places,
    row_dates::RowDates,
    territory_rows::TerritoryRows,
};
use crate::{
    coverage::{Observation, Period, SchoolType},
    french::NARROW_SPACE,
    table::Table,
    territory::{Edition, Level, Registry, TerritoryId},
};

/// Reads a table by territory. `name` is that of the file, in which a type or a year may stand.
///
/// # Errors
/// When no column names a territory, or none holds a value.
pub(super) fn read(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    choices: &ImportChoices,
) -> Result<Part, ImportError> {
    let places = Places::find(table, &columns, choices)?;
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let sets = sets_as_chosen(column_sets(table.headers(), &columns), choices);
    let assumed = assumptions::assume(table, name, places.level, &column, choices);
    let school_type = choices.school_type.or(only_type(&sets)).unwrap_or(assumed.school_type);
    let dates = RowDates::new(table, &column, assumed.date_column, assumed.date);
    let dated = date_reasons(table, &dates, &sets, &assumed);
    let rows = TerritoryRows::new(table, &sets, (dates, school_type), &column, name, choices)?;

    let mut recognised = places.reasons.clone();
    recognised.extend(rows.reasons(table.headers()));
    if sets.iter().all(|set| set.says.school_type.is_none()) {
        recognised.extend(assumed.reasons.iter().cloned());
    }
    recognised.extend(dated);

    let mut notices = places.notices.clone();
    let (mut observations, mut sub_totals) = (Vec::new(), Vec::new());
    let mut joined = 0;
    for (rank, row) in table.rows().enumerate() {
        if let Some(territory) = places.of_row(rank) {
            let said = rows.read(&row, territory, &mut notices);
            joined += usize::from(!said.is_empty());
            observations.extend(said);
        } else if let Some(territory) = places.sub_total(rank) {
            // Not on the map, hence nothing is lost where its words are not understood.
            sub_totals.extend(rows.read(&row, territory, &mut Vec::new()));
        }
    }
    let Settled { observations, mut doubts, repeats } = settle(observations, choices.duplicates);
    doubts.extend(places.doubts.iter().cloned());
    doubts.extend(assumptions::all_alike(&observations));
    let stated = observations.iter().chain(&sub_totals);
    doubts.extend(level_sums::disagreements(stated, Registry::official()));
    let territories: BTreeSet<TerritoryId> = observations.iter().map(|o| o.territory).collect();
    let level = if places.is_mixed { busiest_level(&observations) } else { None };
    let edition = places.edition.unwrap_or_else(|| edition_of(&sets, &assumed));
    // Where a column tells types, the one that it tells most is shown.
    let told = column(Meaning::Type).and_then(|_| busiest_type(&observations));
    let report = ImportReport {
        recognised,
        repaired: places.repairs,
        unmatched: places.unmatched,
        doubts,
        notices,
        rows: table.len(),
        joined,
        territories: territories.len(),
        columns: table.headers().iter().cloned().zip(columns).collect(),
        repeats,
        leaves_out: false,
    };
    let content = Content::Territories {
        edition,
        school_type: choices.school_type.or(told).unwrap_or(school_type),
        observations,
        level: level.unwrap_or(places.level),
    };
    Ok(Part { name: name.to_owned(), content, report })
}

/// What a person chose for all rows is not for the name of a single column to deny.
fn sets_as_chosen(mut sets: Vec<ColumnSet>, choices: &ImportChoices) -> Vec<ColumnSet> {
    if let [only] = sets.as_mut_slice() {
        only.says.period = only.says.period.filter(|_| choices.date.is_none());
        only.says.school_type = only.says.school_type.filter(|_| choices.school_type.is_none());
    }
    sets
}

/// The type that more observations speak of than of the other; `None` where they are as many.
fn busiest_type(observations: &[Observation]) -> Option<SchoolType> {
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

/// The type that the names of all columns of figures agree on.
fn only_type(sets: &[ColumnSet]) -> Option<SchoolType> {
    let first = sets.first()?.says.school_type?;
    sets.iter().all(|set| set.says.school_type == Some(first)).then_some(first)
}

/// Where the dates come from.
fn date_reasons(
    table: &Table,
    dates: &RowDates,
    sets: &[ColumnSet],
    assumed: &Assumed,
) -> Vec<String> {
    let named = || sets.iter().all(|set| set.says.period.is_some());
    if sets.len() > 1 && named() {
        vec![format!("Dates{NARROW_SPACE}: celles des noms de colonnes.")]
    } else if !dates.are_assumed() {
        dates.reasons(table)
    } else {
        match sets.first().and_then(|set| set.says.period) {
            Some(period) => {
                vec![format!("Date{NARROW_SPACE}: {period} (d’après le nom de la colonne).")]
            }
            _ => vec![assumed.date_reason.clone()],
        }
    }
}

/// The borders in force at the latest date of a file that has none of its own.
fn edition_of(sets: &[ColumnSet], assumed: &Assumed) -> Edition {
    let latest = sets.iter().filter_map(|set| set.says.period).map(Period::end).max();
    latest.map_or(assumed.edition(), |day| Edition::in_force(day.year()))
}

/// The level of the map on which most values stand, the finest of several.
fn busiest_level(observations: &[Observation]) -> Option<Level> {
    let has_value = |o: &&Observation| o.share.is_some() || o.stage.is_some();
    let at = |level| {
        let with_value = observations.iter().filter(has_value);
        with_value.filter(|o| o.territory.level() == level).count()
    };
    Level::MAPPED
        .into_iter()
        .filter(|level| at(*level) > 0)
        .max_by_key(|level| (at(*level), *level))
}
