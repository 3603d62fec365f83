//! Whether a territory is one of those that an indicator counts, and how sure that is.

use jiff::civil::Date;

use super::{
    super::{
        Dataset, Evidence, GapKind, Measure, MissingReason, Query, SchoolType, Share, Stage,
        edition_at, gap::Spoken, states,
    },
    Aspect, Scope,
};
use crate::territory::{Edition, Level, Registry, Standing, TerritoryId};

/// What is known of one territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub id: TerritoryId,
    pub answer: Answer,
    /// Whether there is a value at all.
    pub value: Result<(), GapKind>,
    /// Whether it is announced rather than reached.
    pub planned: bool,
    /// Whether what counts it was deduced rather than said by a source.
    pub deduced: bool,
}

/// Whether it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    /// The data say so, but not firmly.
    Perhaps,
    /// It may be; this is why nobody knows.
    Open(Doubt),
    No,
}

/// Why it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// There is no value.
    NoValue,
    /// A bound only.
    Bound,
    /// A source of little weight, or several that disagree.
    Weak,
    /// It may have grown since.
    Old,
    /// Nobody says when it was seen: perhaps later than the question.
    Undated,
    /// Some of its départements only.
    InPart,
    /// It is announced.
    Planned,
}

/// What is known of the territories of a scope by `date`. Where a question is of a time, what was
/// last seen before its first day, `fresh`, may have grown since, and what has no date may be of
/// later.
pub(super) fn findings(
    dataset: &Dataset,
    scope: Scope,
    measure: Measure,
    (edition, date): (Edition, Option<Date>),
    fresh: Option<Date>,
) -> Vec<Finding> {
    let registry = Registry::official();
    let query = |school_type, level| Query { school_type, level, edition, measure, date };
    let counted = registry.territories(scope.level, edition).iter();
    let counted = counted.filter(|territory| territory.standing == Standing::Full);
    match scope.aspect {
        Aspect::Share => {
            let school_type = scope.school_type.unwrap_or(SchoolType::Lycee);
            let states = states(dataset, registry, &query(school_type, scope.level));
            let found = counted.filter_map(|territory| {
                let state = states.iter().find(|state| state.id == territory.id)?;
                let (answer, value) = match &state.share {
                    Ok(share) => (all_equipped(share, fresh), Ok(())),
                    Err(gap) if gap.reason == MissingReason::SansObjet => {
                        (Answer::No, Err(gap.kind))
                    }
                    Err(gap) => (Answer::Open(Doubt::NoValue), Err(gap.kind)),
                };
                let evidence = state.share.as_ref().ok().map(|share| share.evidence);
                let deduced = answer == Answer::Yes && evidence == Some(Evidence::Deduit);
                Some(Finding { id: territory.id, answer, value, planned: false, deduced })
            });
            found.collect()
        }
        Aspect::AnyStage | Aspect::Stage(_) => {
            let wanted = match scope.aspect {
                Aspect::Stage(stage) => Some(stage),
                _ => None,
            };
            let types = match &scope.school_type {
                Some(one) => std::slice::from_ref(one),
                None => &SchoolType::ALL[..],
            };
            let found = counted.map(|territory| {
                let projects: Vec<Project> = (types.iter())
                    .map(|one| Project::of(dataset, territory.id, &query(*one, scope.level)))
                    .collect();
                let spoken = match dataset.speaks_of(territory.id) {
                    _ if projects.iter().any(|project| project.spoken_of) => Spoken::WithoutValue,
                    true => Spoken::Otherwise,
                    false => Spoken::Never,
                };
                let silence = GapKind::of_silence(spoken, dataset.voice());
                engaged(territory.id, &projects, silence, (wanted, fresh))
            });
            found.collect()
        }
    }
}

/// The départements' states of a type, as findings without a question.
pub(super) fn departements(
    dataset: &Dataset,
    school_type: SchoolType,
    measure: Measure,
    date: Option<Date>,
) -> Vec<(TerritoryId, Result<(), GapKind>)> {
    let query =
        Query { school_type, level: Level::Departement, edition: edition_at(date), measure, date };
    let states = states(dataset, Registry::official(), &query);
    let value = |share: Result<Share, super::super::Gap>| share.map(drop).map_err(|gap| gap.kind);
    states.into_iter().map(|state| (state.id, value(state.share))).collect()
}

fn all_equipped(share: &Share, fresh: Option<Date>) -> Answer {
    use Evidence::*;
    let full = share.percent >= 100.0;
    match share.evidence {
        _ if fresh.is_some() && share.period_end.is_none() => Answer::Open(Doubt::Undated),
        _ if full && !share.complete() => Answer::Open(Doubt::InPart),
        Documente | Deduit | BorneInferieure if full => Answer::Yes,
        AConfirmer | Contradictoire if full => Answer::Perhaps,
        BorneInferieure => Answer::Open(Doubt::Bound),
        BorneSuperieure if full => Answer::Open(Doubt::Bound),
        AConfirmer | Contradictoire => Answer::Open(Doubt::Weak),
        _ if share.period_end < fresh => Answer::Open(Doubt::Old),
        _ => Answer::No,
    }
}

/// What is known of the project of a territory for a type of schools.
struct Project {
    /// The latest stage that was reached: when it was seen, and whether a firm source says so.
    reached: Option<(Stage, Option<Date>, bool)>,
    /// A later one that is announced.
    planned: Option<Stage>,
    /// Whether anything was said of it.
    spoken_of: bool,
}

impl Project {
    fn of(dataset: &Dataset, id: TerritoryId, query: &Query) -> Self {
        let mut project = Self { reached: None, planned: None, spoken_of: false };
        for (entry, said) in dataset.known_by(id, query.school_type, query.measure, query.date) {
            project.spoken_of = true;
            let Some(stage) = said.stage else { continue };
            if said.planned {
                project.planned = project.planned.or(Some(stage));
            } else {
                // A bound is one of the share beside it.
                let firm =
                    !matches!(said.evidence, Evidence::AConfirmer | Evidence::Contradictoire);
                project.reached = Some((stage, entry.end, firm));
                break;
            }
        }
        project
    }
}

fn engaged(
    id: TerritoryId,
    projects: &[Project],
    silence: GapKind,
    (wanted, fresh): (Option<Stage>, Option<Date>),
) -> Finding {
    let is_wanted = |stage: Stage| wanted.is_none_or(|wanted| wanted == stage);
    let reached = || projects.iter().filter_map(|project| project.reached);
    let planned = projects.iter().filter_map(|project| project.planned).any(is_wanted);
    let of_the_time = |seen: Option<Date>| fresh.is_none() || seen.is_some();
    let at = |firmly: bool| {
        reached().any(|(stage, seen, firm)| is_wanted(stage) && firm == firmly && of_the_time(seen))
    };
    let all_reached = projects.iter().all(|project| project.reached.is_some());
    let answer = if at(true) {
        Answer::Yes
    } else if at(false) {
        Answer::Perhaps
    } else if planned {
        Answer::Open(Doubt::Planned)
    } else if !all_reached {
        Answer::Open(Doubt::NoValue)
    } else if reached().any(|(_, seen, _)| !of_the_time(seen)) {
        Answer::Open(Doubt::Undated)
    } else if reached().any(|(.., firm)| !firm) {
        Answer::Open(Doubt::Weak)
    } else if reached().any(|(_, seen, _)| seen < fresh) {
        Answer::Open(Doubt::Old)
    } else {
        Answer::No
    };
    let told = |project: &Project| project.reached.is_some() || project.planned.is_some();
    let known = projects.iter().any(told);
    let counted = matches!(answer, Answer::Yes | Answer::Perhaps);
    let value = if known { Ok(()) } else { Err(silence) };
    Finding { id, answer, value, planned: planned && !counted, deduced: false }
}
