//! The card of several territories, added up.

use super::{
    Headline, Reading,
    bar::{ShareBar, bar_of, by_share},
    proof,
    schools::{SchoolsLine, kinds, sectors},
};
use crate::{
    cartography::ShareClasses,
    coverage::{
        Dataset, Share, Stage, Subject, TerritoryState, Unit, share_counts, share_parts,
        share_value, state_of, sum_of,
    },
    french::{self, NARROW_SPACE, counted},
    project::Data,
    territory::{Code, Level, Registry, Territory, TerritoryId},
};

/// All that a panel says about several territories together.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectionCard {
    /// « 3 régions », « 3 territoires » when their levels differ.
    pub name: String,
    /// What the value is: « Part des lycées équipés d’un ENT ».
    pub figure: String,
    /// The share of all together, or that none is known.
    pub headline: Headline,
    /// Short lines under the value: label and content.
    pub facts: Vec<(&'static str, String)>,
    /// Each of them, the greatest share first.
    pub members: Vec<ShareBar>,
    /// What they are compared with: the place where one is, and France.
    pub comparison: Vec<ShareBar>,
    /// Public and private schools apart, where the data list schools.
    pub sectors: Vec<SchoolsLine>,
    /// Lycées by kind, where the data list schools.
    pub kinds: Vec<SchoolsLine>,
    /// What is missing from the sum, in sentences.
    pub unknowns: Vec<String>,
}

impl SelectionCard {
    /// The card of several territories; `None` where none exists. What lies in another of them is
    /// not counted twice.
    pub fn new(reading: &Reading, dataset: &Dataset, ids: &[TerritoryId]) -> Option<Self> {
        let document = &reading.document;
        let query = reading.query();
        let Chosen { ids, departements, mut unknowns } = Chosen::of(ids);
        let states: Vec<TerritoryState> = ids
            .iter()
            .filter_map(|id| state_of(dataset, Registry::official(), *id, &query))
            .collect();
        if states.is_empty() {
            return None;
        }
        let sum = sum_of(dataset, &states.iter().collect::<Vec<_>>(), &query);
        let levels: Vec<Level> = states.iter().map(|state| state.id.level()).collect();
        let level = levels.first().copied().filter(|one| levels.iter().all(|other| other == one));
        unknowns.extend(missing(&states, level));
        let mut members: Vec<ShareBar> = states.iter().map(ShareBar::new).collect();
        members.sort_by(by_share);
        let mut comparison = Vec::new();
        for id in [reading.place.territory, TerritoryId::France] {
            if comparison.iter().all(|bar: &ShareBar| bar.id != id) {
                comparison.extend(bar_of(id, reading, dataset));
            }
        }
        Some(Self {
            name: noun(states.len(), level),
            figure: {
                let subject = Subject { unit: Unit::Share, ..reading.name.subject.clone() };
                french::capitalised(&subject.figure())
            },
            headline: headline(sum.as_ref()),
            facts: facts(sum.as_ref(), &states, level, &document.data),
            members,
            comparison,
            sectors: sectors(&departements, document, dataset),
            kinds: kinds(&departements, document, dataset),
            unknowns,
        })
    }
}

/// Territories that do not overlap.
struct Chosen {
    ids: Vec<TerritoryId>,
    /// Sorted.
    departements: Vec<Code>,
    unknowns: Vec<String>,
}

impl Chosen {
    fn of(ids: &[TerritoryId]) -> Self {
        let registry = Registry::official();
        let mut territories: Vec<_> = ids.iter().filter_map(|id| registry.get(*id)).collect();
        // The widest first, so that a part is left out rather than its whole.
        territories.sort_by_key(|territory| std::cmp::Reverse(territory.departements.len()));
        let mut kept: Vec<&Territory> = Vec::new();
        let mut unknowns = Vec::new();
        for territory in territories {
            let shares = |other: &&&Territory| {
                territory.departements.iter().any(|code| other.departements.contains(code))
            };
            match kept.iter().find(shares) {
                None => kept.push(territory),
                Some(other) if other.id == territory.id => {}
                Some(other) => unknowns.push(format!(
                    "{}, qui est dans {}, n’entre qu’une fois dans la somme.",
                    territory.name, other.name
                )),
            }
        }
        let mut departements: Vec<Code> =
            kept.iter().flat_map(|one| one.departements.iter().copied()).collect();
        departements.sort_unstable();
        let mut once: Vec<TerritoryId> = Vec::new();
        for id in ids {
            if kept.iter().any(|one| one.id == *id) && !once.contains(id) {
                once.push(*id);
            }
        }
        Self { ids: once, departements, unknowns }
    }
}

/// « 3 régions », « 3 territoires ».
fn noun(count: usize, level: Option<Level>) -> String {
    match level {
        Some(level) => counted(count, level.singular(), level.plural()),
        None => counted(count, "territoire", "territoires"),
    }
}

fn headline(sum: Option<&Share>) -> Headline {
    match sum {
        Some(share) => {
            let value = share_value(share, &ShareClasses::FIXED);
            let exact = french::percent(share.percent, &ShareClasses::FIXED) == value;
            // All of them and none are known as such, however many schools there are.
            let between = share.percent > 0.0 && share.percent < 100.0;
            let about = if share.estimated() && exact && between { "environ " } else { "" };
            Headline::Share {
                text: format!("{about}{value}"),
                part: (share.percent / 100.0) as f32,
            }
        }
        None => Headline::Gap {
            title: "Part inconnue",
            explanation: "Aucun de ces territoires n’a de part connue à cette date.".to_owned(),
        },
    }
}

fn facts(
    sum: Option<&Share>,
    states: &[TerritoryState],
    level: Option<Level>,
    data: &Data,
) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Some(share) = sum {
        if let Some(counts) = share_counts(share) {
            facts.push(("Établissements", counts));
        }
        let known = states.iter().filter(|state| state.share.is_ok()).count();
        let parts = states.iter().filter(|state| is_part(state)).count();
        if known < parts {
            facts.push(("Connu pour", format!("{} sur {parts}", noun(known, level))));
        }
        if share.estimated() {
            facts.push((
                "Calcul",
                "estimation, avec les nombres d’établissements d’une table de référence".to_owned(),
            ));
        }
        facts.push(("Part la plus ancienne", french::day_or_none(share.period_end)));
        facts.push(("Preuve", proof(share.evidence, data, None)));
    }
    let stages: Vec<String> = Stage::ALL
        .into_iter()
        .rev()
        .filter_map(|stage| {
            let there = |state: &&TerritoryState| {
                state.stage.as_ref().is_ok_and(|found| found.stage == stage)
            };
            let count = states.iter().filter(there).count();
            (count > 0).then(|| format!("{}{NARROW_SPACE}: {count}", stage.label()))
        })
        .collect();
    if !stages.is_empty() {
        facts.push(("Stades", stages.join(", ")));
    }
    facts
}

fn is_part(state: &TerritoryState) -> bool {
    !state.share.as_ref().is_err_and(|gap| gap.reason.is_no_part())
}

/// What the sum does not hold.
fn missing(states: &[TerritoryState], level: Option<Level>) -> Vec<String> {
    let mut sentences = Vec::new();
    let without: Vec<String> = states
        .iter()
        .filter_map(|state| {
            let gap = state.share.as_ref().err()?;
            Some(format!("{} ({})", state.name, french::uncapitalised(gap.kind.label())))
        })
        .collect();
    if !without.is_empty() {
        let has = french::plural(without.len(), "n’entre", "n’entrent");
        sentences.push(format!(
            "{} {has} pas dans la somme{NARROW_SPACE}: {}.",
            noun(without.len(), level),
            without.join(", ")
        ));
    }
    for state in states {
        if let Some(parts) = state.share.as_ref().ok().and_then(share_parts) {
            sentences.push(format!("{}{NARROW_SPACE}: la part porte sur {parts}.", state.name));
        }
    }
    sentences
}
