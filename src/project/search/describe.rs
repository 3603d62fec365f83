//! What was found, in words, with the parts that were asked for.

use std::ops::Range;

use super::{SearchResult, SearchTarget, fold, quality::Sought, rank::Asked};
use crate::{
    coverage::school::{School, SchoolList, proper_name},
    french,
    territory::{Edition, Level, Registry, Territory, TerritoryId},
};

/// The words of something that was found.
pub(super) fn result(
    target: SearchTarget,
    schools: &SchoolList,
    asked: &Asked,
    slips: bool,
) -> Option<SearchResult> {
    let registry = Registry::official();
    let (title, detail) = match target {
        SearchTarget::Territory(id) => {
            let territory = registry.get(id)?;
            (territory.name.clone(), territory_detail(territory, asked.edition, registry))
        }
        SearchTarget::School(uai, _) => {
            let school = schools.get(uai)?;
            let title = proper_name(&school_title(school)).into_owned();
            let mut detail = school_detail(school, registry);
            // A number that was typed is shown to be the one that was found.
            let number = uai.to_string();
            let typed = |word: &Sought| word.part(&number.to_lowercase(), false).is_some();
            if title != number && asked.words.iter().any(typed) {
                detail = format!("{detail} · {number}");
            }
            (title, detail)
        }
    };
    let title_matches = matches(&title, &asked.words, slips);
    let detail_matches = matches(&detail, &asked.words, slips);
    Some(SearchResult { target, title, detail, title_matches, detail_matches })
}

/// The name of a school, or its number where the list gives none.
pub(super) fn school_title(school: &School) -> String {
    match school.name.trim() {
        "" => school.uai.to_string(),
        name => name.to_owned(),
    }
}

/// « Lycée polyvalent public, Grenoble (Isère) ».
fn school_detail(school: &School, registry: &Registry) -> String {
    let kind = school.kind.map_or("établissement", |kind| kind.label());
    let mut detail = french::capitalised(kind);
    if let Some(sector) = school.sector {
        detail = format!("{detail} {}", sector.label());
    }
    let id = school.departement.map(TerritoryId::Departement);
    let departement = id.and_then(|id| registry.get(id)).map(|territory| territory.name.as_str());
    let place = match (school.commune.trim(), departement) {
        ("", None) => String::new(),
        ("", Some(departement)) => format!(", {departement}"),
        (commune, None) => format!(", {commune}"),
        (commune, Some(departement)) => format!(", {commune} ({departement})"),
    };
    let closed = if school.closed == Some(true) { ", fermé" } else { "" };
    format!("{detail}{place}{closed}")
}

/// « Département 38, Rhône-Alpes », « Région 82, avant 2016 ».
fn territory_detail(territory: &Territory, edition: Edition, registry: &Registry) -> String {
    let level = french::capitalised(territory.id.level().singular());
    match territory.id {
        TerritoryId::France => "Tout le pays".to_owned(),
        TerritoryId::Departement(code) => {
            let region = registry.container(code, Level::Region, edition);
            let region = region.map(|region| format!(", {}", region.name)).unwrap_or_default();
            format!("{level} {code}{region}")
        }
        TerritoryId::Region(of, code) | TerritoryId::Academie(of, code) => {
            format!("{level} {code}, {}", of.label())
        }
    }
}

/// The parts of a text that were asked for, in order, those that touch joined.
fn matches(text: &str, sought: &[Sought], slips: bool) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for word in fold::words(text) {
        let asked = sought.iter().filter(|one| !one.optional);
        let part = asked.filter_map(|one| one.part(&word.text, slips)).max_by_key(Range::len);
        parts.extend(part.and_then(|part| word.place(&part)));
    }
    parts.dedup_by(|later, first| {
        let touching = later.start <= first.end;
        if touching {
            first.end = first.end.max(later.end);
        }
        touching
    });
    parts
}
