//! The indicators of a dataset at a date.

use super::{
    super::{Dataset, SchoolType, quotations},
    Aspect, Indicator, IndicatorValue, Reach, Scope,
    answer::{Answer, Finding, findings},
    catalogue::{Entry, Kind, catalogue},
    national,
    query::PictureQuery,
    verdict::announced,
};
use crate::territory::TerritoryId;

/// The national picture. To be computed when data or date change, not in a frame.
pub fn indicators(dataset: &Dataset, query: &PictureQuery) -> Vec<Indicator> {
    let spoken_of = SpokenOf::by(dataset, query);
    let entries = catalogue(&query.subject).into_iter();
    entries
        .filter(|entry| !query.own || spoken_of.holds(entry))
        .map(|entry| indicator(dataset, query, &entry))
        .collect()
}

/// What some data speak of, by their measure. Where a file has no stages, « no région is engaged »
/// would be said of its silence.
struct SpokenOf {
    shares: Vec<SchoolType>,
    stages: bool,
}

impl SpokenOf {
    fn by(dataset: &Dataset, query: &PictureQuery) -> Self {
        let measured = || {
            let all = dataset.observations().iter();
            all.filter(|observation| observation.measure == query.subject.measure)
        };
        let has_share = |one: &SchoolType| {
            measured()
                .any(|said| said.share_of(*one).is_some() || said.counts_of(*one) != (None, None))
        };
        Self {
            shares: SchoolType::ALL.into_iter().filter(has_share).collect(),
            stages: measured().any(|said| said.stage.is_some()),
        }
    }

    fn holds(&self, entry: &Entry) -> bool {
        match (entry.kind, entry.scope.aspect) {
            (Kind::Absent, _) => false,
            // Of one type alone it would be that type's own number.
            (Kind::Schools, _) => self.shares.len() == SchoolType::ALL.len(),
            (Kind::Share(one), _) => self.shares.contains(&one),
            (Kind::Territories, Aspect::Share) => {
                entry.scope.school_type.is_some_and(|one| self.shares.contains(&one))
            }
            (Kind::Territories, Aspect::AnyStage | Aspect::Stage(_)) => self.stages,
        }
    }
}

fn indicator(dataset: &Dataset, query: &PictureQuery, entry: &Entry) -> Indicator {
    let measure = query.subject.measure;
    let (value, reach, by_type) = match entry.kind {
        Kind::Territories => return of_territories(dataset, query, entry),
        Kind::Share(school_type) => national::share(dataset, school_type, measure, query.date),
        Kind::Schools => national::schools(dataset, measure, query.date),
        Kind::Absent => (IndicatorValue::Absent, Reach::default(), vec![]),
    };
    let mut counted: Vec<TerritoryId> =
        by_type.iter().flat_map(|(_, counted)| counted.iter().copied()).collect();
    counted.sort_unstable();
    counted.dedup();
    let quoted = matches!(entry.kind, Kind::Share(_) | Kind::Schools);
    let quotations = || quotations(dataset, entry.scope.school_type, query.date);
    Indicator {
        id: entry.id,
        label: entry.label.clone(),
        scope: entry.scope,
        value,
        reach,
        counted,
        by_type,
        planned: vec![],
        quotations: if quoted { quotations() } else { vec![] },
        announced: announced(dataset, query, entry),
    }
}

/// Territories of a level that are counted, be it for one type of schools alone.
fn of_territories(dataset: &Dataset, query: &PictureQuery, entry: &Entry) -> Indicator {
    let when = (query.edition, query.date);
    let found = |scope: Scope| findings(dataset, scope, query.subject.measure, when, None);
    let is_counted = |finding: &&Finding| matches!(finding.answer, Answer::Yes | Answer::Perhaps);
    let counted = |findings: &[Finding]| -> Vec<TerritoryId> {
        findings.iter().filter(is_counted).map(|finding| finding.id).collect()
    };
    let findings = found(entry.scope);
    let by_type = match entry.scope.school_type {
        Some(one) => vec![(one, counted(&findings))],
        None => {
            let of = |one| (one, counted(&found(Scope { school_type: Some(one), ..entry.scope })));
            SchoolType::ALL.map(of).into()
        }
    };
    let counted = counted(&findings);
    let planned = findings.iter().filter(|finding| finding.planned).map(|finding| finding.id);
    Indicator {
        id: entry.id,
        label: entry.label.clone(),
        scope: entry.scope,
        value: IndicatorValue::Territories { counted: counted.len(), total: findings.len() },
        reach: Reach::of(findings.iter().map(|finding| finding.value)),
        counted,
        by_type,
        planned: planned.collect(),
        quotations: vec![],
        announced: announced(dataset, query, entry),
    }
}
