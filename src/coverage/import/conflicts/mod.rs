//! Several rows that speak of the same territory, type, date, measure and sector.
//!
//! A blank never erases a value, the same figures again say nothing new, rows that each say another
//! thing (a share, a stage) stand side by side, and the two parts of a territory add up. Rows that
//! contradict each other leave a gap, until a person says which counts; nothing here depends on
//! their order.

mod contradiction;
mod parts;
mod rule;
mod stated;

use std::collections::BTreeMap;

use self::{
    contradiction::{contradict, is_same, told},
    parts::added_up,
    rule::one_of,
    stated::{SubjectKey, one_file},
};
use super::{
    Doubt, Duplicates,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
};
use crate::{
    coverage::{Evidence, MissingReason, Observation},
    french::NARROW_SPACE,
    territory::TerritoryId,
};

pub(super) use stated::{Stated, has_value, subject_of};

/// Rows of which each subject has one that counts.
pub(super) struct Settled {
    pub observations: Vec<Observation>,
    pub doubts: Vec<Doubt>,
    /// The fate of rows that are not on the map: file, line.
    pub fates: Vec<(usize, u32, Fate)>,
    /// Territories that have a value or a contradiction.
    pub territories: usize,
    /// Those that have a contradiction.
    pub contradictory: usize,
    /// One of them.
    pub example: Option<String>,
    /// Some of those rows have numbers of schools, which add up; shares alone never do.
    pub add_up: bool,
}

/// Settles what rows of all files say of the same thing.
pub(super) fn settle(stated: Vec<Stated>, rule: Option<Duplicates>) -> Settled {
    let mut subjects: BTreeMap<SubjectKey, Vec<Stated>> = BTreeMap::new();
    for row in stated {
        // Most subjects have one row, for which a vector would keep room for four.
        let rows = subjects.entry(subject_of(&row.observation));
        rows.or_insert_with(|| Vec::with_capacity(1)).push(row);
    }
    let mut settler = Settler { rule, ..Settler::default() };
    let mut valued: Vec<TerritoryId> = Vec::new();
    for rows in subjects.into_values() {
        let territory = rows[0].observation.territory;
        if rows.iter().any(|row| has_value(&row.observation)) {
            valued.push(territory);
        }
        settler.add(rows);
    }
    valued.sort_unstable();
    valued.dedup();
    settler.finish(valued.len())
}

#[derive(Default)]
struct Settler {
    rule: Option<Duplicates>,
    kept: Vec<(usize, Observation)>,
    doubts: Vec<Doubt>,
    fates: Vec<(usize, u32, Fate)>,
    contradictory: Vec<TerritoryId>,
    examples: Vec<String>,
    add_up: bool,
}

/// How many contradictions a sentence quotes.
const QUOTED: usize = 3;

impl Settler {
    fn add(&mut self, mut rows: Vec<Stated>) {
        if rows.len() == 1 {
            self.kept.extend(rows.into_iter().map(|row| (row.file, row.observation)));
            return;
        }
        rows.sort_by_key(|row| (row.file, row.observation.line));
        if let Some((whole, doubt)) = added_up(&rows) {
            if !has_value(&whole) {
                let lost = rows.iter().filter(|row| has_value(&row.observation));
                let fate = || LeftOut::with_value(LeftOutReason::UnusableValue);
                self.fates.extend(lost.map(|row| (row.file, row.observation.line, fate())));
            }
            self.kept.push((rows[0].file, whole));
            if !self.doubts.contains(&doubt) {
                self.doubts.push(doubt);
            }
            return;
        }
        if rows.len() > 1 && rows.iter().any(|row| has_value(&row.observation)) {
            rows.retain(|row| has_value(&row.observation));
        }
        let mut different: Vec<Stated> = Vec::with_capacity(rows.len());
        for row in rows {
            match different.iter().find(|other| is_same(&other.observation, &row.observation)) {
                Some(_) => self.fates.push((
                    row.file,
                    row.observation.line,
                    Fate::NotCounted(NotCountedHere::Repeated),
                )),
                None => different.push(row),
            }
        }
        let contradict = different.iter().enumerate().any(|(rank, one)| {
            different[..rank].iter().any(|other| contradict(&one.observation, &other.observation))
        });
        if !contradict {
            self.kept.extend(different.into_iter().map(|row| (row.file, row.observation)));
            return;
        }
        let territory = different[0].observation.territory;
        self.contradictory.push(territory);
        if self.examples.len() < QUOTED {
            self.examples.push(told(&different));
        }
        let is_counted =
            |row: &Stated| row.observation.equipped.is_some() && row.observation.total.is_some();
        self.add_up |= different.iter().all(is_counted);
        match self.rule {
            Some(rule) => {
                let file = different[0].file;
                self.kept.extend(one_of(different, rule).map(|kept| (file, kept)));
            }
            None => self.leave_a_gap(&different),
        }
    }

    fn leave_a_gap(&mut self, rows: &[Stated]) {
        for row in rows {
            let fate = LeftOut::with_value(LeftOutReason::Contradiction);
            self.fates.push((row.file, row.observation.line, fate));
        }
        let first = &rows[0];
        let gap = Observation {
            share: None,
            equipped: None,
            total: None,
            stage: None,
            missing: Some(MissingReason::Contradictoire),
            evidence: Evidence::Contradictoire,
            note: format!("Valeurs contradictoires{NARROW_SPACE}: {}.", told(rows)),
            file: one_file(rows),
            ..first.observation.clone()
        };
        self.kept.push((first.file, gap));
    }

    fn finish(mut self, territories: usize) -> Settled {
        self.contradictory.sort_unstable();
        self.contradictory.dedup();
        if !self.contradictory.is_empty() {
            self.doubts.push(Doubt::Contradictions {
                territories: self.contradictory.len(),
                examples: self.examples.clone(),
                rule: self.rule,
            });
        }
        self.kept.sort_by_key(|(file, observation)| (*file, observation.line));
        Settled {
            observations: self.kept.into_iter().map(|(_, observation)| observation).collect(),
            doubts: self.doubts,
            fates: self.fates,
            territories,
            contradictory: self.contradictory.len(),
            example: self.examples.into_iter().next(),
            add_up: self.add_up,
        }
    }
}
