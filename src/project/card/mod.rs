//! The card (*fiche*) of a territory: its value, every observation over time, what is not known.

mod bar;
mod brief;
mod history;
mod open;
mod ranking;
mod school;
mod schools;
mod several;

#[cfg(test)]
mod tests;

pub use bar::ShareBar;
pub use brief::{Brief, BriefCache};
pub use history::{HistoryLine, HistoryPoint};
pub use open::{CardCache, OpenCard};
pub use ranking::RankLine;
pub use school::SchoolCard;
pub use schools::{SchoolLine, SchoolStatus, SchoolsLine};
pub use several::SelectionCard;

use super::{Data, Reading, unknowns::unknowns};
use crate::{
    cartography::{Representation, ShareClasses},
    coverage::{
        Dataset, Evidence, Gap, Query, Quotation, Share, ShareOrigin, TerritoryState, Unit,
        partial_value, quotations, share_counts, share_parts, share_text, share_value, state_of,
        states,
    },
    french::{self, NARROW_SPACE},
    territory::{Code, Edition, Level, Registry, TerritoryId},
};

/// All that a panel says about one territory, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which territory.
    pub id: TerritoryId,
    /// « Lorraine ».
    pub name: String,
    /// « Région 41, avant 2016 ».
    pub kind: String,
    /// What the value is: « Part des lycées équipés d’un ENT ».
    pub figure: String,
    /// The value that the map shows.
    pub headline: Headline,
    /// Short lines under the value: label and content.
    pub facts: Vec<(&'static str, String)>,
    /// For a sum, the départements that were added up: name and value.
    pub parts: Vec<(String, String)>,
    /// Its share beside that of what it lies in: itself, its région or académie, France.
    pub comparison: Vec<ShareBar>,
    /// Its rank among its peers; `None` where its share is not known.
    pub rank: Option<RankLine>,
    /// Public and private schools apart, where the data list schools.
    pub sectors: Vec<SchoolsLine>,
    /// Lycées by kind, where the data list schools.
    pub kinds: Vec<SchoolsLine>,
    /// What it is made of, the greatest share first; empty for a département.
    pub children: Vec<ShareBar>,
    /// The schools of a département, where the data list schools.
    pub schools: Vec<SchoolLine>,
    /// Its share over time, the oldest first.
    pub points: Vec<HistoryPoint>,
    /// Every observation of this ground, the newest first.
    pub history: Vec<HistoryLine>,
    /// Why there is none; empty where there are some.
    pub no_history: &'static str,
    /// For France, what sources say of the country as a whole, beside what adds up.
    pub quotations: Vec<Quotation>,
    /// What is not known, in sentences.
    pub unknowns: Vec<String>,
}

/// The value of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum Headline {
    /// A share, as text and as a part of one.
    Share {
        /// « au moins 58 % ».
        text: String,
        /// 0 to 1, for a bar.
        part: f32,
    },
    /// A stage.
    Stage {
        /// « Généralisation », « Généralisation, annoncée ».
        text: String,
    },
    /// No value, but that of a part.
    Partial {
        /// « 85 % dans 2 départements sur 8 ».
        known: String,
        /// « Source sans ce chiffre ».
        title: &'static str,
        /// Why there is none of the whole.
        explanation: String,
    },
    /// Nothing.
    Gap {
        /// « Aucune source ».
        title: &'static str,
        /// Why.
        explanation: String,
    },
}

impl Card {
    /// The card of a territory, of the level shown or another; `None` where there is no such one.
    pub fn new(reading: &Reading, dataset: &Dataset, id: TerritoryId) -> Option<Self> {
        let registry = Registry::official();
        let document = &reading.document;
        let subject = &reading.name.subject;
        let territory = registry.get(id)?;
        let edition = id.edition().unwrap_or(document.edition);
        let query = Query { level: id.level(), edition, ..reading.query() };
        let shown = (query.level, query.edition) == (reading.level(), document.edition);
        let computed = if shown { vec![] } else { states(dataset, registry, &query) };
        let peers = if shown { &reading.states } else { &computed };
        let state = &state_of(dataset, registry, id, &query)?;
        let used = used_observation(state, document.representation)
            .and_then(|index| dataset.observations().get(index));
        let history: Vec<HistoryLine> = dataset
            .observations_of(id, registry)
            .into_iter()
            .map(|observation| {
                let is_used = used.is_some_and(|used| std::ptr::eq(used, observation));
                HistoryLine::new(observation, query.date, is_used, (subject, dataset.voice()))
            })
            .collect();
        let departements = &territory.departements;
        let Brief { name, kind, headline, facts } = Brief::of(state, reading, dataset);
        Some(Self {
            id,
            name,
            kind,
            figure: french::capitalised(&subject.figure()),
            headline,
            facts,
            parts: parts(state, departements, dataset, &query),
            comparison: bar::comparison(state, reading, dataset),
            rank: ranking::ranking(peers, id),
            sectors: schools::sectors(departements, document, dataset),
            kinds: schools::kinds(departements, document, dataset),
            children: bar::children(id, reading, dataset),
            schools: match id {
                TerritoryId::Departement(code) => schools::schools_of(code, reading, dataset),
                _ => vec![],
            },
            points: history::points(id, dataset, &query),
            no_history: if history.is_empty() { history::none(state, dataset) } else { "" },
            history,
            quotations: match id {
                TerritoryId::France => quotations(dataset, Some(query.school_type), query.date),
                _ => vec![],
            },
            unknowns: unknowns(state, dataset, &query, subject),
        })
    }
}

/// A date that no file gives.
const NOT_TOLD: &str = "non indiquée";

/// « région Lorraine, même territoire ».
pub(super) fn same_ground(id: TerritoryId) -> String {
    let name = Registry::official().get(id).map_or("", |territory| territory.name.as_str());
    format!("{} {name}, même territoire", id.level().singular())
}

/// « Région 41, avant 2016 ».
fn kind(id: TerritoryId, edition: Edition) -> String {
    if id == TerritoryId::France {
        return "Pays".to_owned();
    }
    let level = french::capitalised(id.level().singular());
    let code = id.code().map(|code| format!(" {code}")).unwrap_or_default();
    let borders = match id.edition() {
        Some(_) => format!(", {}", edition.label()),
        None => String::new(),
    };
    format!("{level}{code}{borders}")
}

/// « 75 % »; « 62,4 %, en partie » where some of its parts are not known, for which it can't speak.
fn figure(share: &Share) -> String {
    let value = share_value(share, &ShareClasses::FIXED);
    if share.complete() { value } else { format!("{value}, en partie") }
}

fn headline(state: &TerritoryState, representation: Representation, data: &Dataset) -> Headline {
    let gap = |gap: &Gap, unit: Unit| {
        let (title, explanation) = (gap.kind.label(), gap.explanation(data, unit));
        match &gap.partial {
            Some(share) => Headline::Partial {
                known: partial_value(share, &ShareClasses::FIXED),
                title,
                explanation,
            },
            None => Headline::Gap { title, explanation },
        }
    };
    match representation {
        Representation::Share => match &state.share {
            Ok(share) => {
                Headline::Share { text: figure(share), part: share.percent as f32 / 100.0 }
            }
            Err(missing) => gap(missing, Unit::Share),
        },
        Representation::Stage => match &state.stage {
            Ok(found) => {
                let planned = if found.planned { " (annoncé)" } else { "" };
                let text = format!("{}{planned}", found.stage.label());
                Headline::Stage { text: french::capitalised(&text) }
            }
            Err(missing) => gap(missing, Unit::Stage),
        },
    }
}

fn facts(state: &TerritoryState, data: &Data, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Ok(share) = &state.share {
        if let Some(counts) = share_counts(share) {
            facts.push(("Établissements", counts));
        }
        if let Some(parts) = share_parts(share) {
            facts.push(("Connu pour", parts));
        }
        if let ShareOrigin::SameExtent { observation } = share.origin {
            facts.push(("D’après", same_ground(dataset.observations()[observation].territory)));
        }
        facts.push(match share.period_end {
            Some(day) => ("Part connue au", french::day(day)),
            None => ("Date", NOT_TOLD.to_owned()),
        });
        let file = share.observation().and_then(|index| dataset.observations().get(index)?.file);
        facts.push(("Preuve", proof(share.evidence, data, file)));
    }
    if let Err(gap) = &state.share
        && let Some(partial) = &gap.partial
    {
        let estimated = partial.estimated().then(|| "estimation".to_owned());
        let counts: Vec<String> =
            [share_counts(partial), estimated].into_iter().flatten().collect();
        if !counts.is_empty() {
            facts.push(("Partie connue", counts.join(&format!("{NARROW_SPACE}; "))));
        }
    }
    if let Ok(stage) = &state.stage {
        let planned = if stage.planned { ", annoncé" } else { "" };
        let seen =
            stage.period_end.map_or_else(String::new, |day| format!(" ({})", french::day(day)));
        let text = format!("{}{planned}{seen}", stage.stage.label());
        facts.push(("Stade", text));
        let project = &dataset.observations()[stage.observation].project;
        if !project.is_empty() {
            facts.push(("Projet", project.clone()));
        }
    }
    facts
}

/// How sure a figure is. What stands in a person's file was checked by nobody, and what is invented
/// proves nothing. Of several files the one that gives the figure is named, where one alone does.
pub(super) fn proof(evidence: Evidence, data: &Data, file: Option<usize>) -> String {
    match (evidence, data) {
        (_, data) if data.fictitious() => "donnée fictive".to_owned(),
        (Evidence::Documente, Data::Own(own)) if own.files.len() > 1 => {
            let named = file.and_then(|file| own.files.get(file));
            named.map_or_else(
                || "selon vos fichiers".to_owned(),
                |source| format!("selon {}", french::quoted(&source.name)),
            )
        }
        (Evidence::Documente, Data::Own(_)) => "selon votre fichier".to_owned(),
        (evidence, _) => evidence.label().to_owned(),
    }
}

/// The départements behind a sum, complete or not; empty for a value of the territory's own, and
/// for France, whose children tell.
fn parts(
    state: &TerritoryState,
    departements: &[Code],
    dataset: &Dataset,
    query: &Query,
) -> Vec<(String, String)> {
    let share = state.share.as_ref().ok().or(match &state.share {
        Err(gap) => gap.partial.as_ref(),
        Ok(_) => None,
    });
    let is_sum = share.is_some_and(|share| matches!(share.origin, ShareOrigin::Sum { .. }));
    if !is_sum || state.id == TerritoryId::France {
        return vec![];
    }
    let query = Query { level: Level::Departement, ..*query };
    states(dataset, Registry::official(), &query)
        .into_iter()
        .filter(|part| part.id.code().is_some_and(|code| departements.contains(&code)))
        .map(|part| {
            let value = match &part.share {
                Ok(share) => share_text(share, &ShareClasses::FIXED),
                Err(gap) => french::uncapitalised(gap.kind.label()),
            };
            (part.name, value)
        })
        .collect()
}

/// The observation that the shown value rests on directly.
fn used_observation(state: &TerritoryState, representation: Representation) -> Option<usize> {
    match representation {
        Representation::Share => state.share.as_ref().ok().and_then(|share| share.observation()),
        Representation::Stage => state.stage.as_ref().ok().map(|stage| stage.observation),
    }
}
