//! A territory on one line, with its share as a bar: beside others, above it or below it.

use std::cmp::Ordering;

use super::figure;
use crate::{
    cartography::ShareClasses,
    coverage::{
        Dataset, Query, TerritoryState, partial_value, share_counts, share_parts, state_of, states,
    },
    french::{self, NARROW_SPACE},
    project::Reading,
    table::normalise,
    territory::{Code, Level, Registry, TerritoryId},
};

/// A territory and its share.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareBar {
    /// Which territory, for going there.
    pub id: TerritoryId,
    /// « Isère ».
    pub name: String,
    /// « département », « région ».
    pub kind: &'static str,
    /// « 75 % », « au moins 58 % », « aucune source ».
    pub text: String,
    /// « 57 établissements sur 76 ; 7 départements sur 8 »; may be empty.
    pub details: String,
    /// 0 to 1, for a bar; `None` where the share is not known, which is not 0.
    pub part: Option<f32>,
    /// « généralisation », « généralisation, annoncée »; empty where it is not known.
    pub stage: String,
}

impl ShareBar {
    /// The line of a state.
    pub fn new(state: &TerritoryState) -> Self {
        let stage = state.stage.as_ref().map_or_else(
            |_| String::new(),
            |found| {
                let planned = if found.planned { ", annoncé" } else { "" };
                format!("{}{planned}", found.stage.label())
            },
        );
        let (text, details, part) = match &state.share {
            Ok(share) => {
                let estimated = share.estimated().then(|| "estimation".to_owned());
                let details = [share_counts(share), share_parts(share), estimated];
                let details: Vec<String> = details.into_iter().flatten().collect();
                let part = (share.percent / 100.0) as f32;
                (figure(share), details.join(&format!("{NARROW_SPACE}; ")), Some(part))
            }
            Err(gap) => {
                let label = french::uncapitalised(gap.kind.label());
                match &gap.partial {
                    // What is known first; it can't be drawn as the share of the whole.
                    Some(share) => {
                        let details = [
                            Some(partial_value(share, &ShareClasses::FIXED)),
                            share_counts(share),
                            Some(label),
                        ];
                        let details: Vec<String> = details.into_iter().flatten().collect();
                        (figure(share), details.join(&format!("{NARROW_SPACE}; ")), None)
                    }
                    None => (label, String::new(), None),
                }
            }
        };
        Self {
            id: state.id,
            name: state.name.clone(),
            kind: state.id.level().singular(),
            text,
            details,
            part,
            stage,
        }
    }
}

/// The greatest share first, those without one last; by name where that does not tell.
pub(super) fn by_share(one: &ShareBar, other: &ShareBar) -> Ordering {
    let share = |bar: &ShareBar| bar.part.unwrap_or(-1.0);
    share(other)
        .total_cmp(&share(one))
        .then_with(|| normalise(&one.name).cmp(&normalise(&other.name)))
}

/// A territory beside what it lies in: itself, its région or académie, France. Only itself for
/// France.
pub(super) fn comparison(
    state: &TerritoryState,
    reading: &Reading,
    data: &Dataset,
) -> Vec<ShareBar> {
    let registry = Registry::official();
    let above = match state.id {
        TerritoryId::Departement(code) => registry
            .container(code, reading.place.way, reading.document.edition)
            .map(|above| above.id),
        _ => None,
    };
    let mut bars = vec![ShareBar::new(state)];
    for id in above.into_iter().chain([TerritoryId::France]) {
        if bars.iter().all(|bar| bar.id != id) {
            bars.extend(bar_of(id, reading, data));
        }
    }
    bars
}

/// The line of any territory.
pub(super) fn bar_of(id: TerritoryId, reading: &Reading, data: &Dataset) -> Option<ShareBar> {
    let state = state_of(data, Registry::official(), id, &reading.query())?;
    Some(ShareBar::new(&state))
}

/// What a territory is made of, one level below: France of what its map shows, a région or an
/// académie of départements. A département has none.
pub(super) fn children(id: TerritoryId, reading: &Reading, data: &Dataset) -> Vec<ShareBar> {
    let level = match id {
        TerritoryId::France => reading.document.level,
        TerritoryId::Region(..) | TerritoryId::Academie(..) => Level::Departement,
        TerritoryId::Departement(_) => return vec![],
    };
    let registry = Registry::official();
    let within: &[Code] = registry.get(id).map_or(&[], |territory| &territory.departements);
    let query = Query { level, ..reading.query() };
    let inside = |id: TerritoryId| {
        let codes = registry.get(id).map_or(&[][..], |territory| &territory.departements);
        codes.iter().all(|code| within.binary_search(code).is_ok())
    };
    let states = states(data, registry, &query);
    let mut bars: Vec<ShareBar> =
        states.iter().filter(|state| inside(state.id)).map(ShareBar::new).collect();
    bars.sort_by(by_share);
    bars
}
