//! The subject of a document, from what it asks and what its data say.

use crate::{
    cartography::Representation,
    coverage::{
        Dataset, Observation, Subject, Subset, Unit,
        school::{Perimeter, Sector},
        schools_named,
    },
    project::Document,
};

impl Subject {
    /// What the map of a document shows. The data say what is counted, and which schools are among
    /// those that they count.
    pub fn of(document: &Document, dataset: &Dataset) -> Self {
        let subject = Self {
            counted: dataset.counted().clone(),
            measure: document.measure,
            unit: match document.representation {
                Representation::Share => Unit::Share,
                Representation::Stage => Unit::Stage,
            },
            ..Self::ent(document.school_type)
        };
        if dataset.schools().is_empty() {
            of_table(subject, dataset)
        } else {
            of_list(subject, dataset)
        }
    }
}

/// Schools that are listed are counted by a perimeter, which is known.
fn of_list(subject: Subject, dataset: &Dataset) -> Subject {
    let Perimeter { sector, agricultural } = dataset.perimeter();
    Subject { sector, agricultural: Some(agricultural), ..subject }
}

/// Figures of a table speak of some schools where all of them say the same.
fn of_table(subject: Subject, dataset: &Dataset) -> Subject {
    let sector = dataset.perimeter().sector.or(common(&subject, dataset, |o| o.sector).flatten());
    let subset = common(&subject, dataset, |o| o.subset).flatten();
    let subject = Subject { subset, ..subject };
    let words = common(&subject, dataset, |o| o.perimeter.as_str())
        // How much of a sum was known, in a table that was saved: no matter of which schools. Nor
        // is what the sector and the subset say already.
        .filter(|words| !words.contains(" sur ") && !is_said(words, subset))
        .map(str::to_owned);
    let both = || dataset.perimeter_label().filter(|_| sector.is_none());
    let words = words.filter(|words| !words.is_empty()).or_else(both).unwrap_or_default();
    // The words of a perimeter, where the table was saved from a list of schools.
    match perimeter_called(&words) {
        Some(Perimeter { sector: of_words, agricultural }) => {
            Subject { sector: sector.or(of_words), agricultural: Some(agricultural), ..subject }
        }
        None => Subject { sector, perimeter: words, ..subject },
    }
}

/// What all figures of a subject say; `None` where they differ or there are none.
fn common<'a, T: PartialEq>(
    subject: &Subject,
    dataset: &'a Dataset,
    said: impl Fn(&'a Observation) -> T,
) -> Option<T> {
    let mut all = dataset
        .observations()
        .iter()
        .filter(|o| o.measure == subject.measure && o.school_types.contains(subject.school_type))
        .filter(|o| match subject.unit {
            Unit::Share | Unit::Schools => o.share.is_some() || o.equipped.is_some(),
            Unit::Stage => o.stage.is_some(),
        })
        .map(said);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Whether the name of a sector, of a subset or of both is all that some words say.
fn is_said(words: &str, subset: Option<Subset>) -> bool {
    let sectors = [None, Some(Sector::Public), Some(Sector::Prive)];
    let named = |subset| sectors.map(|sector| schools_named(sector, subset));
    named(None).contains(&words.to_owned()) || named(subset).contains(&words.to_owned())
}

fn perimeter_called(words: &str) -> Option<Perimeter> {
    let sectors = [None, Some(Sector::Public), Some(Sector::Prive)];
    let all = sectors
        .into_iter()
        .flat_map(|sector| [false, true].map(|agricultural| Perimeter { sector, agricultural }));
    all.into_iter().find(|perimeter| perimeter.label() == words)
}
