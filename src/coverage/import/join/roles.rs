//! What each list of schools is to the others: all schools, or those that are equipped.

use std::collections::BTreeSet;

use super::super::{
    ListRole, Question, Supposition, SuppositionKind,
    part::{Answers, Content, Part, Speaks},
};
use super::suppose;

/// Whether nearly all schools of a list stand in another: four in five.
const NEARLY_ALL: (usize, usize) = (4, 5);

/// The role of each part. A list without a word of equipment whose schools stand in another is asked
/// about: nothing says that they are equipped.
pub(super) fn roles(parts: &mut [Part]) -> Vec<ListRole> {
    let numbers: Vec<BTreeSet<u32>> = parts.iter().map(numbers).collect();
    let lists: Vec<bool> =
        parts.iter().map(|part| matches!(part.content, Content::Schools(_))).collect();
    parts
        .iter_mut()
        .enumerate()
        .map(|(rank, part)| {
            let own = &numbers[rank];
            let others =
                || numbers.iter().enumerate().filter(|(other, _)| *other != rank && lists[*other]);
            let larger: Vec<&BTreeSet<u32>> =
                others().map(|(_, other)| other).filter(|other| other.len() > own.len()).collect();
            let shared =
                own.iter().filter(|n| larger.iter().any(|other| other.contains(n))).count();
            let stands_in_another =
                !own.is_empty() && shared * NEARLY_ALL.1 >= own.len() * NEARLY_ALL.0;
            let has_list = others().next().is_some();
            role(part, stands_in_another, has_list, shared)
        })
        .collect()
}

fn numbers(part: &Part) -> BTreeSet<u32> {
    match &part.content {
        Content::Schools(list) => list.schools.iter().map(|school| school.uai.number()).collect(),
        Content::Numbers(numbers) => numbers.rows.iter().map(|row| row.uai.number()).collect(),
        Content::Territories(_) => BTreeSet::new(),
    }
}

fn role(part: &mut Part, stands_in_another: bool, has_list: bool, shared: usize) -> ListRole {
    let (answers, chosen, speaks, is_list) = match &part.content {
        Content::Territories(_) => return ListRole::Schools,
        Content::Schools(list) => (list.answers, list.role, list.speaks, true),
        Content::Numbers(list) => (list.answers, list.role, list.speaks, false),
    };
    if let Some(chosen) = chosen {
        return chosen;
    }
    let ask = |part: &mut Part| {
        part.report.questions.push(Question::SecondList { file: part.name.clone(), shared });
        ListRole::Schools
    };
    let is_asked_already =
        part.report.questions.iter().any(|one| matches!(one, Question::WhatDoesItShow { .. }));
    match (answers, is_list) {
        (Answers::None, _) if is_asked_already => ListRole::Schools,
        (Answers::YesAndNo, _) => ListRole::Schools,
        (Answers::OnlyYes, true) if !stands_in_another => ListRole::Schools,
        (Answers::OnlyYes, _) => ListRole::Equipped,
        (Answers::None, true) if !stands_in_another => ListRole::Schools,
        (Answers::None, _)
            if matches!(speaks, Speaks::OfEquipped | Speaks::OfEquippedPerhaps) && has_list =>
        {
            // A column headed « UAI équipés » says it; a list of whole schools is only likely.
            if is_list || speaks == Speaks::OfEquippedPerhaps {
                let confirmed = part
                    .report
                    .confirmed
                    .iter()
                    .any(|one| one.kind() == SuppositionKind::EquippedList);
                suppose(&mut part.report, Supposition::EquippedList, confirmed);
            }
            ListRole::Equipped
        }
        (Answers::None, false) if !has_list => ListRole::Schools,
        (Answers::None, _) => ask(part),
    }
}
