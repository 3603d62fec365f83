//! The card (*fiche*) of a territory: its value, every observation over time, what is not known.

use jiff::civil::Date;

use super::{Reading, unknowns::unknowns};
use crate::{
    cartography::Representation,
    coverage::{
        Dataset, Evidence, Measure, Observation, Query, ShareOrigin, TerritoryState, share_counts,
        share_parts, share_text, share_value, states,
    },
    french,
    territory::{Code, Edition, Level, Registry, TerritoryId},
};

/// All that a panel says about one territory, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// « Lorraine ».
    pub name: String,
    /// « Région 41, avant 2016 ».
    pub kind: String,
    /// The value that the map shows.
    pub headline: Headline,
    /// Short lines under the value: label and content.
    pub facts: Vec<(&'static str, String)>,
    /// For a sum, the départements that were added up: name and value.
    pub parts: Vec<(String, String)>,
    /// Every observation of this ground, the newest first.
    pub history: Vec<HistoryLine>,
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
    /// Nothing.
    Gap {
        /// « Non documenté ».
        title: &'static str,
        /// Why.
        explanation: &'static str,
    },
}

/// One observation, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
    /// « septembre 2010 ».
    pub period: String,
    /// « 75 % · généralisation ».
    pub value: String,
    /// « collèges · 57 établissements sur 76 · public et privé ».
    pub details: String,
    /// What makes it less than a plain figure: « prévu », « usage », « à confirmer ».
    pub marks: Vec<&'static str>,
    /// Name of the project and note of the source, where there are any.
    pub note: String,
    /// Address of the source, or its title.
    pub source: String,
    /// Line of the file it stands on; `None` for a sum of several.
    pub line: Option<u32>,
    /// Whether the map's value rests on it.
    pub used: bool,
    /// Whether it lies after the chosen date.
    pub later: bool,
}

impl Card {
    /// The card of a territory of the level shown; `None` for any other.
    pub fn new(reading: &Reading, dataset: &Dataset, id: TerritoryId) -> Option<Self> {
        let registry = Registry::official();
        let state = reading.state(id)?;
        let territory = registry.get(id)?;
        let query = reading.document.query();
        let used = used_observation(state, reading.document.representation)
            .and_then(|index| dataset.observations.get(index));
        let history = dataset
            .observations_of(id, registry)
            .into_iter()
            .map(|observation| {
                let is_used = used.is_some_and(|used| std::ptr::eq(used, observation));
                HistoryLine::new(observation, query.date, is_used)
            })
            .collect();
        Some(Self {
            name: territory.name.clone(),
            kind: kind(id, query.edition),
            headline: headline(state, reading.document.representation),
            facts: facts(state, dataset),
            parts: parts(state, &territory.departements, dataset, &query),
            history,
            unknowns: unknowns(state, dataset, &query),
        })
    }
}

impl HistoryLine {
    fn new(observation: &Observation, date: Date, used: bool) -> Self {
        let value: Vec<String> = [
            observation.share.map(french::percent),
            observation.stage.map(|stage| stage.label().to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect();
        let counts = match (observation.equipped, observation.total) {
            (Some(equipped), Some(total)) => Some(format!("{equipped} établissements sur {total}")),
            (Some(equipped), None) => Some(french::counted(
                equipped as usize,
                "établissement équipé",
                "établissements équipés",
            )),
            (None, Some(total)) => Some(format!("{total} établissements en tout")),
            (None, None) => None,
        };
        let details: Vec<String> = [
            Some(observation.school_types.label().to_owned()),
            counts,
            Some(observation.perimeter.clone()),
        ]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
        let marks = [
            observation.planned.then_some("prévu"),
            (observation.measure == Measure::Usage).then_some("usage"),
            (observation.evidence != Evidence::Documente).then(|| observation.evidence.label()),
        ];
        let note: Vec<&str> = [observation.project.as_str(), observation.note.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        Self {
            period: observation.period.to_string(),
            value: if value.is_empty() { "sans valeur".to_owned() } else { value.join(" · ") },
            details: details.join(" · "),
            marks: marks.into_iter().flatten().collect(),
            note: note.join(" — "),
            source: observation.source.clone(),
            line: (observation.line > 0).then_some(observation.line),
            used,
            later: observation.period.end() > date,
        }
    }
}

/// « région Lorraine, même territoire ».
pub(super) fn same_ground(id: TerritoryId) -> String {
    let name = Registry::official().get(id).map_or("", |territory| territory.name.as_str());
    format!("{} {name}, même territoire", id.level().singular())
}

/// « Région 41, avant 2016 ».
fn kind(id: TerritoryId, edition: Edition) -> String {
    let level = french::capitalised(id.level().singular());
    let code = id.code().map(|code| format!(" {code}")).unwrap_or_default();
    let borders = match id.edition() {
        Some(_) => format!(", {}", edition.label()),
        None => String::new(),
    };
    format!("{level}{code}{borders}")
}

fn headline(state: &TerritoryState, representation: Representation) -> Headline {
    let gap = |reason: crate::coverage::MissingReason| Headline::Gap {
        title: reason.label(),
        explanation: reason.explanation(),
    };
    match representation {
        Representation::Share => match &state.share {
            Ok(share) => {
                Headline::Share { text: share_value(share), part: share.percent as f32 / 100.0 }
            }
            Err(missing) => gap(missing.reason),
        },
        Representation::Stage => match &state.stage {
            Ok(found) => {
                let planned = if found.planned { " (annoncé)" } else { "" };
                let text = format!("{}{planned}", found.stage.label());
                Headline::Stage { text: french::capitalised(&text) }
            }
            Err(reason) => gap(*reason),
        },
    }
}

fn facts(state: &TerritoryState, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Ok(share) = &state.share {
        if let Some(counts) = share_counts(share) {
            facts.push(("Établissements", counts));
        }
        if let Some(parts) = share_parts(share) {
            facts.push(("Connu pour", parts));
        }
        if let ShareOrigin::SameExtent { observation } = share.origin {
            facts.push(("D’après", same_ground(dataset.observations[observation].territory)));
        }
        facts.push(("Part connue au", french::day(share.period_end)));
        facts.push(("Preuve", share.evidence.label().to_owned()));
    }
    if let Err(gap) = &state.share
        && let Some(partial) = &gap.partial
    {
        facts.push(("En partie", share_text(partial)));
    }
    if let Ok(stage) = &state.stage {
        let planned = if stage.planned { ", annoncé" } else { "" };
        let text = format!("{}{planned} ({})", stage.stage.label(), french::day(stage.period_end));
        facts.push(("Stade", text));
        let project = &dataset.observations[stage.observation].project;
        if !project.is_empty() {
            facts.push(("Projet", project.clone()));
        }
    }
    facts
}

/// The départements behind a sum, complete or not; empty for a value of the territory's own.
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
    if !share.is_some_and(|share| matches!(share.origin, ShareOrigin::Sum { .. })) {
        return vec![];
    }
    let query = Query { level: Level::Departement, ..*query };
    states(dataset, Registry::official(), &query)
        .into_iter()
        .filter(|part| part.id.code().is_some_and(|code| departements.contains(&code)))
        .map(|part| {
            let value = match &part.share {
                Ok(share) => share_text(share),
                Err(gap) => gap.reason.label().to_lowercase(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Embedded, SchoolType},
        project::Document,
    };

    fn card(document: Document, id: TerritoryId) -> Card {
        let dataset = Embedded::Facts.dataset();
        Card::new(&Reading::new(&document, &dataset), &dataset, id).unwrap()
    }

    fn departement(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    fn colleges() -> Document {
        Document {
            school_type: SchoolType::College,
            level: Level::Departement,
            ..Document::default()
        }
    }

    #[test]
    fn the_card_of_the_loire_shows_both_observations_and_which_one_is_used() {
        let card = card(colleges(), departement("42"));
        assert_eq!(card.kind, "Département 42");
        assert_eq!(card.headline, Headline::Share { text: "75\u{202f}%".into(), part: 0.75 });
        let values: Vec<_> = card.history.iter().map(|l| (l.value.as_str(), l.used)).collect();
        assert_eq!(
            values,
            [("75\u{202f}% · généralisation", true), ("61\u{202f}% · généralisation", false)]
        );
        assert!(card.history.iter().all(|line| line.source.starts_with("http")));
    }

    #[test]
    fn the_card_of_lorraine_names_its_edition() {
        let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
        let card = card(Document::default(), lorraine);
        assert_eq!(card.kind, "Région 41, avant 2016");
        assert_eq!(card.headline, Headline::Share { text: "100\u{202f}%".into(), part: 1.0 });
    }

    #[test]
    fn a_sum_lists_the_departements_that_were_added_up() {
        let document = Document { data: Embedded::Example.into(), ..Document::default() };
        let dataset = Embedded::Example.dataset();
        let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
        let card = Card::new(&Reading::new(&document, &dataset), &dataset, lorraine).unwrap();
        let names: Vec<&str> = card.parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Meurthe-et-Moselle", "Meuse", "Moselle", "Vosges"]);
    }

    #[test]
    fn a_value_from_the_same_ground_under_another_name_says_so() {
        let nancy_metz = TerritoryId::Academie(Edition::Before2016, Code::new("12").unwrap());
        let card = card(Document { level: Level::Academie, ..Document::default() }, nancy_metz);
        let source = ("D’après", "région Lorraine, même territoire".to_owned());
        assert!(card.facts.contains(&source), "{:?}", card.facts);
    }

    #[test]
    fn an_undocumented_departement_says_so_and_has_no_history() {
        let card = card(colleges(), departement("03"));
        assert!(matches!(card.headline, Headline::Gap { title: "Non documenté", .. }));
        assert!(card.history.is_empty());
        assert!(!card.unknowns.is_empty());
    }

    #[test]
    fn observations_after_the_chosen_date_are_told_apart() {
        let card = card(colleges(), departement("60"));
        let later: Vec<bool> = card.history.iter().map(|line| line.later).collect();
        assert_eq!(later, [true, false], "100 % in 2011, whose year ends after October");
    }
}
