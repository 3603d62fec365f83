//! The indicators of a dataset at a date.

use super::{
    super::{Dataset, quotations},
    Indicator, IndicatorValue, Reach,
    answer::{Answer, Finding, findings},
    catalogue::{Entry, Kind, catalogue},
    national,
    query::PictureQuery,
    verdict::announced,
};

/// The national picture. To be computed when data or date change, not in a frame.
pub fn indicators(dataset: &Dataset, query: &PictureQuery) -> Vec<Indicator> {
    catalogue(&query.subject).into_iter().map(|entry| indicator(dataset, query, &entry)).collect()
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
