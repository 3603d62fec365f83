//! The symbol of each territory: its colour, its hatch, its line of the legend.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Fill, Hatch, Histogram, Legend, LegendGroup, LegendLine, LegendWords, LineKind, Palette,
    ShareClasses, legend::Question,
};
use crate::{
    coverage::{Evidence, GapKind, Query, ShareOrigin, Stage, TerritoryState},
    french::capitalised,
    territory::{Registry, Standing, TerritoryId},
};

/// What the colours show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Representation {
    /// The share of schools equipped.
    Share,
    /// The stage of the project.
    Stage,
}

/// A territory as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// Which territory.
    pub territory: TerritoryId,
    /// How it is filled.
    pub fill: Fill,
    /// What is written on it; `None` on a gap, and where colours show no shares.
    pub figure: Option<Figure>,
}

/// The value of a territory as it is written on its area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// « 75 % »: never a value of another class than its colour.
    pub value: String,
    /// How much of the territory is known, where it is not all: « 2 dép. sur 3 ».
    pub known: Option<String>,
}

/// The symbols of a level, and their explanation.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbology {
    /// One symbol for each state, in the same order.
    pub symbols: Vec<Symbol>,
    /// What they mean.
    pub legend: Legend,
}

impl Symbology {
    /// Classes the states of a level and chooses their looks. `words` are those of the legend.
    pub fn new(
        states: &[TerritoryState],
        query: &Query,
        representation: Representation,
        words: LegendWords,
    ) -> Self {
        let classes = ShareClasses::default();
        let looks: Vec<Look> =
            states.iter().map(|state| look(state, representation, &classes)).collect();
        let symbols = states
            .iter()
            .zip(&looks)
            .map(|(state, look)| {
                let shares = representation == Representation::Share;
                let figure = if shares { figure(state, &classes) } else { None };
                Symbol { territory: state.id, fill: look.fill(), figure }
            })
            .collect();
        let values = match representation {
            Representation::Share => {
                classes.all().iter().map(|class| class.label()).collect::<Vec<_>>()
            }
            Representation::Stage => {
                Stage::ALL.iter().map(|stage| capitalised(stage.label())).collect()
            }
        };
        let method = match representation {
            Representation::Share => Some(classes.method()),
            Representation::Stage => None,
        };
        let question = Question { query: *query, words, method };
        let legend = explain(states, &looks, &values, question, representation);
        Self { symbols, legend }
    }
}

/// The kinds of lines that a legend needs for some states.
pub fn line_kinds(states: &[TerritoryState], representation: Representation) -> BTreeSet<LineKind> {
    let classes = ShareClasses::default();
    let looks = states.iter().map(|state| look(state, representation, &classes));
    looks.map(Look::kind).collect()
}

/// What decides the look of a territory.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    /// A value, by the rank of its class or stage.
    Value { rank: usize, palette: &'static Palette, doubt: Option<Doubt> },
    /// No value.
    Gap(GapKind),
}

/// Why a value is hatched over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// The evidence is weaker than *documenté*.
    Uncertain(Evidence),
    /// Some parts of a sum are unknown.
    Incomplete,
    /// A stage that was announced.
    Planned,
}

impl Doubt {
    fn hatch(self) -> Hatch {
        match self {
            Self::Uncertain(_) => Hatch::UNCERTAIN,
            Self::Planned => Hatch::PLANNED,
            Self::Incomplete => Hatch::INCOMPLETE,
        }
    }
}

impl Look {
    /// The line that explains it, beside that of its class.
    fn kind(self) -> LineKind {
        match self {
            Self::Value { doubt: None, .. } => LineKind::Value,
            Self::Value { doubt: Some(Doubt::Uncertain(_)), .. } => LineKind::Uncertain,
            Self::Value { doubt: Some(Doubt::Planned), .. } => LineKind::Planned,
            Self::Value { doubt: Some(Doubt::Incomplete), .. } => LineKind::Incomplete,
            Self::Gap(kind) => LineKind::Gap(kind),
        }
    }

    fn fill(self) -> Fill {
        match self {
            Self::Value { rank, palette, doubt } => {
                Fill { colour: Some(palette.tint(rank)), hatch: doubt.map(Doubt::hatch) }
            }
            Self::Gap(kind) => Fill { colour: None, hatch: Some(Hatch::gap(kind)) },
        }
    }
}

fn look(state: &TerritoryState, representation: Representation, classes: &ShareClasses) -> Look {
    match representation {
        Representation::Share => share_look(state, classes),
        Representation::Stage => stage_look(state),
    }
}

fn share_look(state: &TerritoryState, classes: &ShareClasses) -> Look {
    match &state.share {
        Ok(share) => Look::Value {
            rank: classes.rank(share.percent),
            palette: Palette::shares(),
            doubt: if share.complete() {
                doubt_of(share.evidence)
            } else {
                Some(Doubt::Incomplete)
            },
        },
        Err(gap) => Look::Gap(gap.kind),
    }
}

fn stage_look(state: &TerritoryState) -> Look {
    match &state.stage {
        Ok(found) => Look::Value {
            rank: found.stage as usize,
            palette: Palette::stages(),
            doubt: if found.planned { Some(Doubt::Planned) } else { doubt_of(found.evidence) },
        },
        Err(gap) => Look::Gap(gap.kind),
    }
}

fn figure(state: &TerritoryState, classes: &ShareClasses) -> Option<Figure> {
    let share = state.share.as_ref().ok()?;
    let known = match share.origin {
        ShareOrigin::Sum { parts_known, parts, .. } if parts_known < parts => {
            Some(format!("{parts_known} dép. sur {parts}"))
        }
        _ => None,
    };
    Some(Figure { value: classes.figure(share.percent), known })
}

fn doubt_of(evidence: Evidence) -> Option<Doubt> {
    (evidence != Evidence::Documente).then_some(Doubt::Uncertain(evidence))
}

fn explain(
    states: &[TerritoryState],
    looks: &[Look],
    values: &[String],
    question: Question,
    representation: Representation,
) -> Legend {
    let line = |kind: LineKind, fill: Fill, label: String, matches: &dyn Fn(&Look) -> bool| {
        let territories = (states.iter().zip(looks))
            .filter(|(_, look)| matches(look))
            .map(|(state, _)| state.id)
            .collect();
        LegendLine { kind, fill, label, territories }
    };
    let palette = match representation {
        Representation::Share => Palette::shares(),
        Representation::Stage => Palette::stages(),
    };
    // The strongest value on top, as one reads a thermometer.
    let value_lines = values.iter().enumerate().rev().map(|(wanted, label)| {
        let fill = Fill { colour: Some(palette.tint(wanted)), hatch: None };
        let matches = |look: &Look| matches!(look, Look::Value { rank, .. } if *rank == wanted);
        line(LineKind::Value, fill, label.clone(), &matches)
    });
    let over =
        |hatch| Fill { colour: Some(palette.tint(palette.tints().len() - 2)), hatch: Some(hatch) };
    let of_kind = |kind, fill, label: String| line(kind, fill, label, &|look| look.kind() == kind);
    let doubts = [
        (LineKind::Uncertain, Hatch::UNCERTAIN, uncertain_label(looks)),
        (LineKind::Planned, Hatch::PLANNED, "dont annoncé, non réalisé".to_owned()),
        (LineKind::Incomplete, Hatch::INCOMPLETE, "dont total incomplet".to_owned()),
    ]
    .map(|(kind, hatch, label)| of_kind(kind, over(hatch), label));
    let gaps = GapKind::ALL.into_iter().map(|kind| {
        let fill = Fill { colour: None, hatch: Some(Hatch::gap(kind)) };
        let label = match kind {
            GapKind::NoValueInFile => &question.words.no_value,
            kind => kind.label(),
        };
        of_kind(LineKind::Gap(kind), fill, label.to_owned())
    });
    let groups = vec![
        LegendGroup { lines: value_lines.collect() },
        LegendGroup { lines: doubts.into() },
        LegendGroup { lines: gaps.collect() },
    ];
    let histogram = (representation == Representation::Share).then(|| {
        let shares = states.iter().filter_map(|state| state.share.as_ref().ok());
        Histogram::new(shares.map(|share| share.percent), &ShareClasses::default())
    });
    let registry = Registry::official();
    let counted = states
        .iter()
        .filter(|state| registry.get(state.id).is_some_and(|t| t.standing == Standing::Full))
        .count();
    Legend::new(question, groups, histogram, counted)
}

/// « dont borne inférieure » when all have the same evidence, else « dont moins certain ».
fn uncertain_label(looks: &[Look]) -> String {
    let mut kinds: Vec<&str> = looks
        .iter()
        .filter_map(|look| match look {
            Look::Value { doubt: Some(Doubt::Uncertain(evidence)), .. } => Some(evidence.label()),
            _ => None,
        })
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    match kinds.as_slice() {
        [only] => format!("dont {only}"),
        _ => "dont moins certain".to_owned(),
    }
}

#[cfg(test)]
mod tests;
