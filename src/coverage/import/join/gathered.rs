//! The schools of all files, and what is said of their equipment.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{
    Doubt, ImportReport, ListRole, Question, Supposition, SuppositionKind,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
    part::{Answers, Numbers, Schools},
    report::{NotJoined, Recognised, RecognisedKind, Unmatched},
};
use super::{doubt, suppose};
use crate::{
    coverage::school::{Equipment, FileRow, NotCounted, Perimeter, School, SchoolList, Uai},
    french::{counted, integer, plural},
    territory::{Registry, TerritoryId},
};

/// The schools of all files, and what is said of their equipment.
#[derive(Default)]
pub(super) struct Gathered {
    files: Vec<String>,
    schools: Vec<School>,
    /// What each row of each file says of a school, with its number.
    answers: Vec<(u32, Equipment)>,
    /// The numbers of each row of each file, with its line.
    rows: Vec<(usize, u32, Uai)>,
    /// Files of numbers: their rows are joined to the others' schools.
    of_numbers: BTreeSet<usize>,
    /// Lists of those that are equipped, and whether they speak of all of France.
    equipped_lists: Vec<(usize, bool)>,
    /// Some file says which schools are equipped.
    is_told: bool,
    /// Every list that names schools names equipped ones only.
    only_equipped: Option<bool>,
    /// Of the files that say something of equipment.
    date: Option<Date>,
    /// Of the others.
    list_date: Option<Date>,
}

impl Gathered {
    /// One more file.
    pub fn file(&mut self, name: String) {
        self.files.push(name);
    }

    /// A list of schools.
    pub fn schools(&mut self, file: usize, list: Schools, role: ListRole) {
        let is_equipped_list = role == ListRole::Equipped;
        let says = list.answers != Answers::None || is_equipped_list;
        self.dated(list.date, says);
        self.is_told |= says;
        if is_equipped_list {
            self.equipped_lists.push((file, list.everywhere));
        }
        // All schools of a list that a person called so are listed.
        let only = list.answers == Answers::OnlyYes && list.role != Some(ListRole::Schools);
        self.only_equipped = Some(self.only_equipped.unwrap_or(true) && (only || is_equipped_list));
        self.rows.reserve(list.schools.len());
        self.answers.reserve(list.schools.len());
        let mut schools = list.schools;
        for school in &mut schools {
            school.row.0 = file;
            let line = school.row.1;
            self.rows.push((file, line, school.uai));
            let equipment = school.equipment.take().or_else(|| is_equipped_list.then(yes));
            self.answer((file, line), school.uai, equipment, list.date);
        }
        match self.schools.is_empty() {
            true => self.schools = schools,
            false => self.schools.append(&mut schools),
        }
    }

    /// A list of numbers.
    pub fn numbers(&mut self, file: usize, numbers: Numbers, role: ListRole) {
        let is_equipped_list = role == ListRole::Equipped;
        let says = numbers.answers != Answers::None || is_equipped_list;
        self.dated(numbers.date, says);
        self.is_told |= says;
        if is_equipped_list {
            self.equipped_lists.push((file, numbers.everywhere));
        }
        self.of_numbers.insert(file);
        for row in numbers.rows {
            self.rows.push((file, row.line, row.uai));
            let equipment = row.equipment.or_else(|| is_equipped_list.then(yes));
            self.answer((file, row.line), row.uai, equipment, numbers.date);
        }
    }

    fn dated(&mut self, date: Option<Date>, says: bool) {
        let day = if says { &mut self.date } else { &mut self.list_date };
        *day = (*day).max(date);
    }

    fn answer(&mut self, row: FileRow, uai: Uai, equipment: Option<Equipment>, day: Option<Date>) {
        let Some(equipment) = equipment else { return };
        let day = equipment.day.or(day);
        let equipment = Equipment { row: Some(row), day, ..equipment };
        self.answers.push((uai.number(), equipment));
    }

    /// The list of all schools, each once, with what is said of it.
    pub fn finish(mut self, reports: &mut [ImportReport]) -> SchoolList {
        if self.schools.is_empty() {
            return SchoolList::default();
        }
        let date = self.date.or(self.list_date);
        let (mut list, _) = SchoolList::new(self.schools, self.files.clone(), date);
        // By their days too, so that what each says since when does not hang on their order.
        self.answers.sort_by_cached_key(|(number, said)| (*number, said.day));
        let contradictory = contradictions(&self.answers, reports);
        list.equip(together(self.answers));
        tell_rows(&self.rows, &self.of_numbers, &contradictory, &list, reports);
        leave_out(&mut list, &self.equipped_lists, reports);
        if self.is_told {
            for report in reports.iter_mut() {
                report.questions.retain(|one| !is_answered_elsewhere(one));
            }
        }
        if self.only_equipped == Some(true) && self.of_numbers.is_empty() {
            list.hold_only_equipped();
            if let Some(report) = reports.first_mut() {
                let confirmed =
                    report.confirmed.iter().any(|one| one.kind() == SuppositionKind::OnlyEquipped);
                suppose(report, Supposition::OnlyEquipped, confirmed);
            }
        }
        if let Some(report) = reports.first_mut() {
            tell_list(report, &list, self.is_told);
        }
        list
    }
}

/// A column that shows something else is asked about where no other says which are equipped.
fn is_answered_elsewhere(question: &Question) -> bool {
    matches!(question, Question::RateOfSchools { .. } | Question::WhatDoesItShow { .. })
}

/// To be in a list of equipped schools is to be equipped.
fn yes() -> Equipment {
    Equipment { equipped: Some(true), ..Equipment::default() }
}

/// What is said of each school, from answers in the order of their numbers.
fn together(answers: Vec<(u32, Equipment)>) -> impl Iterator<Item = (u32, Equipment)> {
    let mut answers = answers.into_iter().peekable();
    std::iter::from_fn(move || {
        let (number, mut said) = answers.next()?;
        while let Some((_, more)) = answers.next_if(|(other, _)| *other == number) {
            said = said.and(more);
        }
        Some((number, said))
    })
}

/// The numbers of the schools of which some rows say yes and others, of the same day, no. The
/// answers stand in the order of their numbers.
fn contradictions(answers: &[(u32, Equipment)], reports: &mut [ImportReport]) -> FxHashSet<u32> {
    const QUOTED: usize = 3;
    let mut found = FxHashSet::default();
    let mut examples = Vec::new();
    let mut of_file = None;
    for answers in answers.chunk_by(|(one, _), (other, _)| one == other) {
        let ([(number, _), _, ..], says_all) = (answers, answers.iter().map(|(_, said)| said))
        else {
            continue;
        };
        let together = says_all.clone().cloned().reduce(Equipment::and);
        let Some(Equipment { row: Some(one), contradicted_by: Some(other), .. }) = together else {
            continue;
        };
        found.insert(*number);
        of_file = of_file.or(Some(one.0.max(other.0)));
        if examples.len() < QUOTED {
            let says = |row: FileRow| {
                let yes = says_all
                    .clone()
                    .any(|answer| answer.row == Some(row) && answer.equipped == Some(true));
                format!("{} ligne {}", if yes { "« oui »" } else { "« non »" }, row.1)
            };
            examples.push(format!("{number:07}, {} et {}", says(one), says(other)));
        }
        for (file, line) in says_all.filter_map(|answer| answer.row) {
            let fate = LeftOut::with_value(LeftOutReason::Contradiction);
            if let Some(report) = reports.get_mut(file) {
                report.fates.set(line, &fate);
            }
        }
    }
    if let Some(report) = of_file.and_then(|file| reports.get_mut(file)) {
        doubt(report, Doubt::SchoolContradictions { schools: found.len(), examples });
    }
    found
}

/// The fate of each row, once its school is known.
fn tell_rows(
    rows: &[(usize, u32, Uai)],
    of_numbers: &BTreeSet<usize>,
    contradictory: &FxHashSet<u32>,
    list: &SchoolList,
    reports: &mut [ImportReport],
) {
    let by_number: FxHashMap<u32, &School> =
        list.schools().iter().map(|school| (school.uai.number(), school)).collect();
    let are_open: BTreeSet<usize> =
        (0..reports.len()).filter(|file| reports[*file].types_are_open).collect();
    let mut seen: FxHashSet<(usize, u32)> = FxHashSet::default();
    let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut fates: BTreeMap<usize, FxHashMap<u32, Fate>> = BTreeMap::new();
    for (file, line, uai) in rows {
        let school = by_number.get(&uai.number()).copied();
        if of_numbers.contains(file) {
            let (joined, all) = found.entry(*file).or_default();
            *all += 1;
            *joined += usize::from(school.is_some());
        }
        let is_repeated = !seen.insert((*file, uai.number()));
        let fate = match school {
            _ if contradictory.contains(&uai.number()) => continue,
            None => {
                if let Some(report) = reports.get_mut(*file) {
                    report.unmatched.push(Unmatched {
                        value: uai.to_string(),
                        rows: 1,
                        line: *line,
                        why: NotJoined::NoSuchSchool,
                    });
                }
                LeftOut::with_value(LeftOutReason::NoSuchSchool)
            }
            Some(_) if is_repeated => Fate::NotCounted(NotCountedHere::Repeated),
            Some(school) => match Perimeter::default().leaves_out(school) {
                None => continue,
                Some(_) if school.kind.is_none() && are_open.contains(file) => {
                    LeftOut::with_value(LeftOutReason::TypeNotTold)
                }
                Some(why) => Fate::NotCounted(not_counted(why)),
            },
        };
        fates.entry(*file).or_default().insert(*line, fate);
    }
    for (file, fates) in fates {
        if let Some(report) = reports.get_mut(file) {
            report.fates.replace(|line| fates.get(&line).cloned());
        }
    }
    for (file, (joined, all)) in found {
        if let Some(report) = reports.get_mut(file) {
            let text = format!(
                "{} sur {} {} dans la liste des établissements",
                counted(joined, "numéro UAI", "numéros UAI"),
                integer(all as i64),
                plural(joined, "retrouvé", "retrouvés"),
            );
            report.recognised.push(Recognised::new(RecognisedKind::Joined, text));
        }
    }
}

fn not_counted(why: NotCounted) -> NotCountedHere {
    match why {
        NotCounted::Closed => NotCountedHere::Closed,
        NotCounted::Agricultural => NotCountedHere::Agricultural,
        NotCounted::OtherMinistry => NotCountedHere::OtherMinistry,
        NotCounted::OffTheMap => NotCountedHere::Outside,
        NotCounted::OtherKind | NotCounted::OtherSector => NotCountedHere::OtherType,
    }
}

/// What the lists of equipped schools leave out.
fn leave_out(list: &mut SchoolList, equipped: &[(usize, bool)], reports: &mut [ImportReport]) {
    let Some((file, _)) = equipped.last() else { return };
    let everywhere = equipped.iter().any(|(_, everywhere)| *everywhere);
    let left = list.leave_out(everywhere);
    let Some(report) = reports.get_mut(*file) else { return };
    if left.bare > 0 {
        doubt(report, Doubt::TakenForBare(left.bare));
    }
    if left.unknown > 0 {
        let registry = Registry::official();
        let names: BTreeSet<String> = left
            .silent
            .iter()
            .filter_map(|(_, code)| {
                Some(registry.get(TerritoryId::Departement(*code))?.name.clone())
            })
            .collect();
        let departements = names.into_iter().collect();
        doubt(report, Doubt::Silent { schools: left.unknown, departements });
    }
    report.leaves_out = left.unknown > 0 || everywhere;
}

/// What deserves to be known of the list of all schools.
fn tell_list(report: &mut ImportReport, list: &SchoolList, is_told: bool) {
    // A list without columns of coordinates is none the worse for it.
    let placed = list.schools().iter().any(|school| school.position.is_some());
    let without = list
        .schools()
        .iter()
        .filter(|school| school.kind.is_some() && school.position.is_none())
        .count();
    if placed && without > 0 {
        doubt(report, Doubt::WithoutPosition(without));
    }
    if !is_told {
        doubt(report, Doubt::NothingOfEquipment);
    }
}
