//! The schools of all files, and what is said of their equipment.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::{
    Doubt, ImportReport, ListRole, Question, Supposition, SuppositionKind,
    part::{Answers, Numbers, Schools},
};
use super::{
    contradictions::{contradictions, together},
    doubt,
    row_fates::{NumberedRow, tell_rows},
    suppose,
};
use crate::{
    coverage::{
        SchoolType,
        school::{Equipment, FileRow, School, SchoolList, Uai},
    },
    territory::{Code, Registry, TerritoryId},
};

/// The schools of all files, and what is said of their equipment.
#[derive(Default)]
pub(super) struct Gathered {
    files: Vec<String>,
    schools: Vec<School>,
    /// What each row of each file says of a school, with its number.
    answers: Vec<(u32, Equipment)>,
    /// The numbers of each row of each file.
    rows: Vec<NumberedRow>,
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

/// What the lists of equipped schools leave out.
fn leave_out(list: &mut SchoolList, equipped: &[(usize, bool)], reports: &mut [ImportReport]) {
    let Some((file, _)) = equipped.last() else { return };
    let everywhere = equipped.iter().any(|(_, everywhere)| *everywhere);
    let left = list.leave_out(everywhere);
    let Some(report) = reports.get_mut(*file) else { return };
    if left.bare > 0 {
        doubt(report, Doubt::TakenForBare(left.bare));
    }
    for school_type in SchoolType::ALL {
        let of_type = || left.silent.iter().filter(|((one, _), _)| *one == school_type);
        let schools = of_type().map(|(_, schools)| schools).sum();
        if schools > 0 {
            let names: BTreeSet<String> =
                of_type().filter_map(|((_, code), _)| name(*code)).collect();
            let departements = names.into_iter().collect();
            doubt(report, Doubt::Silent { school_type, schools, departements });
        }
    }
    report.leaves_out = !left.silent.is_empty() || everywhere;
}

fn name(departement: Code) -> Option<String> {
    let territory = Registry::official().get(TerritoryId::Departement(departement))?;
    Some(territory.name.clone())
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
