//! How a value is read: of one territory, and « Lecture : … » of a page.

use jiff::civil::Date;

use super::{MapName, place::with_article};
use crate::{
    cartography::ShareClasses,
    coverage::{
        Share, StageState, TerritoryState, Unit, gap_text, share_counts, share_text, share_value,
    },
    french::{self, NARROW_SPACE},
    territory::{Level, TerritoryId},
};

/// What a map shows, for the words that count it.
#[derive(Clone, Copy, Default)]
pub(in super::super) struct Figures<'a> {
    /// The territories that are coloured.
    pub states: &'a [TerritoryState],
    /// How many of them are counted.
    pub territories: usize,
    /// The one that is read; one that says much where `None`.
    pub read: Option<TerritoryId>,
    /// What was supposed of the data: « date supposée d’après le titre ».
    pub supposed: &'a [String],
    /// The dates of the maps, where the page has several.
    pub dates: &'a [Date],
}

/// A territory and its value: « Loire : 75 % (57 établissements sur 76) ».
pub(in super::super) fn spoken(state: &TerritoryState, unit: Unit) -> String {
    format!("{}{NARROW_SPACE}: {}", state.name, value(state, unit))
}

fn value(state: &TerritoryState, unit: Unit) -> String {
    match unit {
        Unit::Share | Unit::Schools => match &state.share {
            Ok(share) => share_text(share, &ShareClasses::FIXED),
            Err(gap) => gap_text(gap, &ShareClasses::FIXED),
        },
        Unit::Stage => match &state.stage {
            Ok(found) if found.planned => format!("{} (prévu)", found.stage.label()),
            Ok(found) => found.stage.label().to_owned(),
            Err(gap) => french::uncapitalised(gap.kind.label()),
        },
    }
}

/// « Lecture : … » from a real territory: the one that is asked for, if the map shows it; empty where
/// no territory has a value.
pub(super) fn reading_note(name: &MapName, figures: &Figures<'_>) -> String {
    let asked = figures.states.iter().find(|state| Some(state.id) == figures.read);
    let example = match asked {
        Some(state) => Some(read_aloud(name, state)),
        None => match name.subject.unit {
            Unit::Share | Unit::Schools => share_example(name, figures.states),
            Unit::Stage => stage_example(name, figures.states),
        },
    };
    example.map(|example| format!("Lecture{NARROW_SPACE}: {example}")).unwrap_or_default()
}

/// How many territories have no value, on a day where the page has several.
pub(in super::super) fn missing(name: &MapName, figures: &Figures<'_>) -> String {
    let Figures { states, territories: total, .. } = *figures;
    let missing = match name.subject.unit {
        Unit::Share | Unit::Schools => states.iter().filter(|s| s.share.is_err()).count(),
        Unit::Stage => states.iter().filter(|s| s.stage.is_err()).count(),
    };
    // Territories outside the count have no value either, and are not spoken of.
    let outside = states.len().saturating_sub(total);
    let sentence = gap_sentence(name.level, missing.saturating_sub(outside), total);
    match name.date.filter(|_| figures.dates.len() > 1) {
        Some(day) => format!("Au {}, {}", french::day(day), french::uncapitalised(&sentence)),
        None => sentence,
    }
}

/// « 25 régions sur 27 sont sans valeur connue. »
fn gap_sentence(level: Level, missing: usize, total: usize) -> String {
    match (missing, total) {
        (0, 1) => "La valeur est connue.".to_owned(),
        (0, _) if level == Level::Departement => "Tous les départements ont une valeur.".to_owned(),
        (0, _) => format!("Toutes les {} ont une valeur.", level.plural()),
        (1, 1) => "La valeur n’est pas connue.".to_owned(),
        (1, _) => format!("1 {} sur {total} est sans valeur connue.", level.singular()),
        _ => {
            let missing = french::integer(missing as i64);
            format!("{missing} {} sur {total} sont sans valeur connue.", level.plural())
        }
    }
}

/// A territory that somebody asked for, with or without a value.
fn read_aloud(name: &MapName, state: &TerritoryState) -> String {
    let one = std::slice::from_ref(state);
    let example = match name.subject.unit {
        Unit::Share | Unit::Schools => share_example(name, one),
        Unit::Stage => stage_example(name, one),
    };
    example.unwrap_or_else(|| {
        let gap = french::uncapitalised(&value(state, name.subject.unit));
        let place = with_article(name.level);
        format!("{place} « {} » est sans valeur connue ({gap}).", state.name)
    })
}

fn share_example(name: &MapName, states: &[TerritoryState]) -> Option<String> {
    // The largest territory that says most: complete, with counts, not at a bound if possible.
    let (state, share): (_, &Share) = states
        .iter()
        .filter_map(|state| Some((state, state.share.as_ref().ok()?)))
        .max_by_key(|(_, share)| {
            let inside = share.percent > 0.0 && share.percent < 100.0;
            (share.complete(), share.equipped.is_some(), inside, share.total)
        })?;
    let counts = share_counts(share).map(|counts| format!(" ({counts})")).unwrap_or_default();
    Some(format!(
        "dans {} « {} », {}{counts}{}.",
        with_article(name.level),
        state.name,
        name.subject.share_sentence(&share_value(share, &ShareClasses::FIXED)),
        seen(share.period_end),
    ))
}

fn stage_example(name: &MapName, states: &[TerritoryState]) -> Option<String> {
    let found = states.iter().filter_map(|state| Some((state, state.stage.as_ref().ok()?)));
    let (state, stage): (_, &StageState) =
        found.max_by_key(|(_, stage)| (stage.stage, !stage.planned))?;
    let planned = if stage.planned { ", annoncé" } else { "" };
    Some(format!(
        "{} « {} » est au stade « {} »{planned}{}.",
        with_article(name.level),
        state.name,
        stage.stage.label(),
        seen(stage.period_end),
    ))
}

/// « , d’après la situation au 31 octobre 2011 »; nothing without a date, which the page tells.
fn seen(day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| format!(", d’après la situation au {}", french::day(day)))
}
