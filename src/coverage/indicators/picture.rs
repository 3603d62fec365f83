//! The indicators of a dataset at a date.

use super::{
    super::{Dataset, SchoolType, quotations},
    Aspect, Indicator, IndicatorValue, Reach,
    answer::{Answer, Finding, findings},
    catalogue::{Entry, Kind, catalogue},
    national,
    query::PictureQuery,
    verdict::announced,
};

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
    let ((value, reach, counted), planned) = match entry.kind {
        Kind::Territories => {
            let when = (query.edition, query.date);
            of_territories(&findings(dataset, entry.scope, measure, when, None))
        }
        Kind::Share(school_type) => {
            (national::share(dataset, school_type, measure, query.date), vec![])
        }
        Kind::Schools => (national::schools(dataset, measure, query.date), vec![]),
        Kind::Absent => ((IndicatorValue::Absent, Reach::default(), vec![]), vec![]),
    };
    Indicator {
        id: entry.id,
        label: entry.label.clone(),
        scope: entry.scope,
        value,
        reach,
        counted,
        planned,
        quotations: match entry.kind {
            Kind::Share(_) | Kind::Schools => {
                quotations(dataset, entry.scope.school_type, query.date)
            }
            Kind::Territories | Kind::Absent => vec![],
        },
        announced: announced(dataset, query, entry),
    }
}

fn of_territories(findings: &[Finding]) -> (national::Figure, Vec<crate::territory::TerritoryId>) {
    let is_counted = |finding: &&Finding| matches!(finding.answer, Answer::Yes | Answer::Perhaps);
    let counted: Vec<_> = findings.iter().filter(is_counted).map(|finding| finding.id).collect();
    let planned = findings.iter().filter(|finding| finding.planned).map(|finding| finding.id);
    let value = IndicatorValue::Territories { counted: counted.len(), total: findings.len() };
    let reach = Reach::of(findings.iter().map(|finding| finding.value));
    ((value, reach, counted), planned.collect())
}
