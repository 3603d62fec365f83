//! Joining files: lists of schools with lists of those that are equipped, and figures with figures.

mod against_reference;
mod contradictions;
mod gathered;
mod roles;
mod row_fates;

use std::{collections::BTreeSet, sync::Arc};

use self::{against_reference::against_reference, gathered::Gathered, roles::roles};
use super::{
    Doubt, Duplicates, ImportError, ImportReport, Imported, Question, Supposition,
    conflicts::{Settled, Stated, has_value, settle},
    fate::{Fate, NotCountedHere},
    part::{Content, Part, Territories},
};
use crate::{
    coverage::{
        Counted, Dataset, Measure, Observation, Query, SchoolType, SchoolTypes, school::Sector,
        states,
    },
    territory::{Edition, Level, Registry},
};

/// Joins what some files say. No value depends on their order: two that contradict each other leave
/// a gap until a person chooses.
///
/// # Errors
/// When there are only numbers of schools, and no list that says where and what they are.
pub fn join(parts: Vec<Part>) -> Result<Imported, ImportError> {
    let mut parts = parts;
    let roles = roles(&mut parts);
    let mut reports: Vec<ImportReport> = Vec::with_capacity(parts.len());
    let mut shown: Option<Shown> = None;
    let mut edition: Option<Edition> = None;
    let mut rule: Option<Duplicates> = None;
    let mut stated: Vec<Stated> = Vec::new();
    let mut counted_alone: Vec<bool> = Vec::new();
    let mut gathered = Gathered::default();
    let mut counted: Option<Counted> = None;
    let names: Arc<[String]> = parts.iter().map(|part| part.name.clone()).collect();
    for (file, (part, role)) in parts.into_iter().zip(roles).enumerate() {
        let Part { name, report, counted: of_file, content } = part;
        counted = counted.or(of_file);
        gathered.file(name);
        reports.push(report);
        counted_alone.push(matches!(&content, Content::Territories(one) if one.against_reference));
        match content {
            Content::Territories(figures) => {
                let Territories { level, school_type, sector, .. } = figures;
                shown.get_or_insert(Shown { school_type, level, sector });
                edition.get_or_insert(figures.edition);
                rule = rule.or(figures.duplicates);
                stated.extend(figures.stated.into_iter().map(|one| in_file(one, file)));
            }
            Content::Schools(list) => {
                let school_type = list.school_type.unwrap_or_else(|| most(&list));
                let level = level_of(school_type);
                shown.get_or_insert(Shown { school_type, level, sector: None });
                edition.get_or_insert(list.edition);
                gathered.schools(file, list, role);
            }
            Content::Numbers(numbers) => gathered.numbers(file, numbers, role),
        }
    }
    let Some(Shown { school_type, level, sector }) = shown else {
        return Err(ImportError::OnlyNumbers);
    };
    let stated = of_one_subset(stated, &mut reports);
    let mut observations = settled(stated, rule, &mut reports);
    against_reference(&mut observations, &counted_alone, &mut reports);
    let list = gathered.finish(&mut reports);
    let (observations, list) = match reports.iter().all(ImportReport::is_decided) {
        true => (observations, list),
        // No map is drawn from a reading that is for a person to decide.
        false => Default::default(),
    };
    let edition = edition.unwrap_or(Edition::Since2016);
    let dataset = Dataset::with_schools(observations, list, edition, Registry::official())
        .with_counted(counted.unwrap_or_default())
        .joined_from(names);
    let level = first_level(&dataset, school_type, level, edition);
    Ok(Imported { dataset, reports, school_type, level, sector })
}

/// A list of the schools of a few départements fills no région, or each in part only: then
/// départements are shown first.
fn first_level(
    dataset: &Dataset,
    school_type: SchoolType,
    level: Level,
    edition: Edition,
) -> Level {
    if dataset.schools().is_empty() || level != Level::Region {
        return level;
    }
    let date = dataset.change_dates(school_type).last().copied();
    let shares = |level| {
        let query = Query { school_type, level, edition, measure: Measure::Deploye, date };
        let all = states(dataset, Registry::official(), &query).into_iter();
        all.filter_map(|state| state.share.ok())
    };
    let fills_a_region = shares(Level::Region).any(|share| share.complete());
    match !fills_a_region && shares(Level::Departement).next().is_some() {
        true => Level::Departement,
        false => level,
    }
}

fn in_file(one: Stated, file: usize) -> Stated {
    let observation = Observation { file: Some(file), ..one.observation };
    Stated { file, observation, ..one }
}

/// What the first file speaks of.
struct Shown {
    school_type: SchoolType,
    level: Level,
    sector: Option<Sector>,
}

/// The type that most schools of a list have.
fn most(list: &super::part::Schools) -> SchoolType {
    let of =
        |wanted| list.schools.iter().filter(|school| school.school_type() == Some(wanted)).count();
    let lycees = of(SchoolType::Lycee) > of(SchoolType::College);
    if lycees { SchoolType::Lycee } else { SchoolType::College }
}

fn level_of(school_type: SchoolType) -> Level {
    match school_type {
        SchoolType::Lycee => Level::Region,
        SchoolType::College => Level::Departement,
    }
}

/// Figures of all schools of a type stand before those of some, which are another subject: no map
/// shows both.
fn of_one_subset(stated: Vec<Stated>, reports: &mut [ImportReport]) -> Vec<Stated> {
    let said = |one: &&Stated| has_value(&one.observation);
    let shown = SchoolType::ALL.map(|school_type| {
        let of_type = |one: &&Stated| one.observation.school_types == SchoolTypes::One(school_type);
        let subsets = stated.iter().filter(of_type).filter(said);
        // All of them is the least.
        (school_type, subsets.map(|one| one.observation.subset).min().flatten())
    });
    let is_shown = |one: &Stated| {
        shown.iter().all(|(school_type, subset)| {
            one.observation.school_types != SchoolTypes::One(*school_type)
                || one.observation.subset == *subset
        })
    };
    let (kept, others): (Vec<_>, Vec<_>) = stated.into_iter().partition(is_shown);
    // A row that is on the map for one of its figures is.
    let on_map: BTreeSet<(usize, u32)> =
        kept.iter().map(|one| (one.file, one.observation.line)).collect();
    for one in others {
        let line = one.observation.line;
        if let Some(report) = reports.get_mut(one.file)
            && !on_map.contains(&(one.file, line))
        {
            report.fates.set(line, &Fate::NotCounted(NotCountedHere::OtherSubset));
        }
    }
    kept
}

/// The figures of all files, each subject once. Where most territories have rows that contradict
/// each other, which counts is for a person to decide, and none of them is shown.
fn settled(
    stated: Vec<Stated>,
    rule: Option<Duplicates>,
    reports: &mut [ImportReport],
) -> Vec<Observation> {
    let Settled { observations, doubts, fates, territories, contradictory, example, add_up } =
        settle(stated, rule);
    for (file, line, fate) in fates {
        if let Some(report) = reports.get_mut(file) {
            report.repeats |= matches!(fate, Fate::LeftOut(_));
            report.fates.set(line, &fate);
        }
    }
    let is_most = contradictory * 2 > territories && rule.is_none();
    if let Some(report) = reports.last_mut() {
        report.repeats |= rule.is_some() && contradictory > 0;
        report.doubts.extend(doubts);
        if is_most {
            report.questions.push(Question::Contradictions {
                territories: contradictory,
                example: example.unwrap_or_default(),
                add_up,
            });
        }
    }
    if is_most { Vec::new() } else { observations }
}

/// Adds a supposition, unless the person has confirmed its kind.
fn suppose(report: &mut ImportReport, supposition: Supposition, confirmed: bool) {
    if confirmed {
        report.confirmed.push(supposition);
    } else {
        report.suppositions.push(supposition);
    }
}

/// A doubt of a report, each once.
fn doubt(report: &mut ImportReport, doubt: Doubt) {
    if !report.doubts.contains(&doubt) {
        report.doubts.push(doubt);
    }
}
