//! The sentences of a page and of a territory.

use jiff::civil::Date;

use super::{Data, Document, Reading};
use crate::{
    cartography::Representation,
    coverage::{
        Dataset, Embedded, Measure, SchoolType, TerritoryState, gap_text, share_counts, share_text,
        share_value,
    },
    french::{self, NARROW_SPACE, counted},
    outline::ATTRIBUTION,
    scene::PageText,
    territory::{Level, Registry, TerritoryId},
};

/// A territory and its value: « Loire : 75 % (57 établissements sur 76) ».
pub(super) fn spoken(state: &TerritoryState, representation: Representation) -> String {
    format!("{}{NARROW_SPACE}: {}", state.name, value(state, representation))
}

fn value(state: &TerritoryState, representation: Representation) -> String {
    match representation {
        Representation::Share => match &state.share {
            Ok(share) => share_text(share),
            Err(gap) => gap_text(gap),
        },
        Representation::Stage => match &state.stage {
            Ok(found) if found.planned => format!("{} (prévu)", found.stage.label()),
            Ok(found) => found.stage.label().to_owned(),
            Err(reason) => reason.label().to_lowercase(),
        },
    }
}

/// The words of a page for a report.
pub(super) fn page(reading: &Reading, dataset: &Dataset) -> PageText {
    let document = &reading.document;
    let schools = document.school_type.label();
    let level = document.level.singular();
    let title = match (document.representation, document.measure) {
        (Representation::Share, Measure::Deploye) => {
            format!("Part des {schools} équipés d’un ENT, par {level}")
        }
        (Representation::Share, Measure::Usage) => {
            format!("Part des {schools} où l’ENT est utilisé, par {level}")
        }
        (Representation::Stage, _) => {
            format!(
                "Stade de déploiement des ENT en {}, par {level}",
                document.school_type.singular()
            )
        }
    };
    let borders = match document.level {
        Level::Region => format!(" · régions {}", document.edition.label()),
        Level::Academie => format!(" · académies {}", document.edition.label()),
        Level::France | Level::Departement => String::new(),
    };
    PageText {
        title,
        subtitle: format!(
            "{}{}{borders}{}",
            place(document),
            document.date.map_or_else(
                || french::capitalised(french::NO_DATE),
                |day| format!("Situation connue au {}", french::day(day))
            ),
            counted_schools(dataset)
        ),
        reading_note: reading_note(reading),
        sources: sources(&document.data, dataset),
        fictitious: document.data.fictitious(),
    }
}

/// « Auvergne-Rhône-Alpes · », where the map shows one place.
fn place(document: &Document) -> String {
    let id = document.place.territory;
    let named = Registry::official().get(id).filter(|_| id != TerritoryId::France);
    named.map_or_else(String::new, |territory| format!("{} · ", territory.name))
}

/// « · champ : public, hors lycées agricoles », where the data list schools one by one.
fn counted_schools(dataset: &Dataset) -> String {
    if dataset.schools().is_empty() {
        return String::new();
    }
    format!(" · champ{NARROW_SPACE}: {}", dataset.perimeter().label())
}

/// « Lecture : … » from a real territory, then how many have no value.
fn reading_note(reading: &Reading) -> String {
    let level = reading.document.level;
    let total = reading.symbology.legend.territories;
    let (example, missing) = match reading.document.representation {
        Representation::Share => {
            (share_example(reading), reading.inside.iter().filter(|s| s.share.is_err()).count())
        }
        Representation::Stage => {
            (stage_example(reading), reading.inside.iter().filter(|s| s.stage.is_err()).count())
        }
    };
    // Territories outside the count have no value either, and are not spoken of.
    let outside = reading.inside.len().saturating_sub(total);
    let missing = missing.saturating_sub(outside);
    let gap = match missing {
        0 if level == Level::Departement => "Tous les départements ont une valeur.".to_owned(),
        0 => format!("Toutes les {} ont une valeur.", level.plural()),
        1 => format!("1 {} sur {total} est sans valeur connue.", level.singular()),
        _ => {
            let missing = french::integer(missing as i64);
            format!("{missing} {} sur {total} sont sans valeur connue.", level.plural())
        }
    };
    match example {
        Some(example) => format!("Lecture{NARROW_SPACE}: {example} {gap}"),
        None => gap,
    }
}

fn share_example(reading: &Reading) -> Option<String> {
    // The largest territory that says most: complete, with counts, not at a bound if possible.
    let example = reading
        .inside
        .iter()
        .filter_map(|state| Some((state, state.share.as_ref().ok()?)))
        .max_by_key(|(_, share)| {
            let inside = share.percent > 0.0 && share.percent < 100.0;
            (share.complete(), share.equipped.is_some(), inside, share.total)
        });
    let (state, share) = example?;
    let schools = match reading.document.school_type {
        SchoolType::Lycee => "des lycées",
        SchoolType::College => "des collèges",
    };
    let verb = match reading.document.measure {
        Measure::Deploye => "ont un ENT",
        Measure::Usage => "utilisent un ENT",
    };
    let counts = share_counts(share).map(|c| format!(" ({c})")).unwrap_or_default();
    Some(format!(
        "dans {} « {} », {} {schools} {verb}{counts}{}.",
        with_article(reading.document.level),
        state.name,
        share_value(share),
        situation(share.period_end),
    ))
}

fn stage_example(reading: &Reading) -> Option<String> {
    let found = reading.inside.iter().filter_map(|state| Some((state, state.stage.as_ref().ok()?)));
    let (state, stage) = found.max_by_key(|(_, stage)| (stage.stage, !stage.planned))?;
    let planned = if stage.planned { ", annoncé" } else { "" };
    Some(format!(
        "{} « {} » est au stade « {} »{planned}{}.",
        with_article(reading.document.level),
        state.name,
        stage.stage.label(),
        situation(stage.period_end),
    ))
}

/// « , d’après la situation au 31 octobre 2011 »; nothing without a date.
fn situation(day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| format!(", d’après la situation au {}", french::day(day)))
}

/// « la région », « l’académie », « le département ».
fn with_article(level: Level) -> &'static str {
    match level {
        Level::France => "le pays",
        Level::Region => "la région",
        Level::Academie => "l’académie",
        Level::Departement => "le département",
    }
}

fn sources(data: &Data, dataset: &Dataset) -> Vec<String> {
    vec![
        data_source(data, dataset),
        format!(
            "{ATTRIBUTION}. Projection{NARROW_SPACE}: Lambert-93{NARROW_SPACE}; outre-mer en UTM, à l’échelle indiquée."
        ),
    ]
}

/// « Source : … » of the figures.
pub(super) fn data_source(data: &Data, dataset: &Dataset) -> String {
    let count = match dataset.schools().schools().len() {
        0 => counted(dataset.observations().len(), "observation", "observations"),
        // The figures are sums over these.
        schools => counted(schools, "établissement listé", "établissements listés"),
    };
    match data {
        Data::Own(own) => format!("Source{NARROW_SPACE}: {} ({count}).", own.names()),
        Data::Embedded(Embedded::Facts) => format!(
            "Source{NARROW_SPACE}: faits documentés sur le déploiement des ENT, 2001–2025 ({count} datées et sourcées)."
        ),
        Data::Embedded(Embedded::Example) => format!(
            "Source{NARROW_SPACE}: exemple fictif ({count} inventées){NARROW_SPACE}; rien ne peut en être conclu."
        ),
    }
}
