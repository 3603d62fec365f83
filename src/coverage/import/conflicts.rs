//! Several rows that speak of the same territory, type, date, measure and sector.
//!
//! A blank never erases a value, the same figures again say nothing new, rows that each say another
//! thing (a share, a stage) stand side by side, and the two parts of a territory add up. Rows that
//! contradict each other leave a gap, until a person says which counts; nothing here depends on
//! their order.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Doubt, Duplicates,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
};
use crate::{
    coverage::{Evidence, Measure, MissingReason, Observation, SchoolType, school::Sector},
    french::{self, NARROW_SPACE},
    territory::{Registry, TerritoryId},
};

/// What one row states, with the part of its territory that it speaks of.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub observation: Observation,
    /// « 69D »: half of a territory.
    pub part: Option<&'static str>,
    /// The rank of its file.
    pub file: usize,
}

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
}

pub(super) type SubjectKey =
    (TerritoryId, [bool; 2], Option<(Date, u8)>, Measure, bool, Option<Sector>);

/// What a row speaks of.
pub(super) fn subject_of(observation: &Observation) -> SubjectKey {
    let types = SchoolType::ALL.map(|one| observation.school_types.contains(one));
    let end = observation.period.map(|period| (period.end(), period.precision()));
    let Observation { territory, measure, planned, sector, .. } = observation;
    (*territory, types, end, *measure, *planned, *sector)
}

/// Settles what rows of all files say of the same thing.
pub(super) fn settle(stated: Vec<Stated>, rule: Option<Duplicates>) -> Settled {
    let mut subjects: BTreeMap<SubjectKey, Vec<Stated>> = BTreeMap::new();
    for row in stated {
        subjects.entry(subject_of(&row.observation)).or_default().push(row);
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
}

/// How many contradictions a sentence quotes.
const QUOTED: usize = 3;

impl Settler {
    fn add(&mut self, mut rows: Vec<Stated>) {
        rows.sort_by_key(|row| (row.file, row.observation.line));
        if let Some(summed) = self.parts(&rows) {
            self.kept.push((rows[0].file, summed));
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

    /// The two parts of a territory, added up where both have counts.
    fn parts(&mut self, rows: &[Stated]) -> Option<Observation> {
        let territory = rows[0].observation.territory;
        let named = rows.iter().filter(|row| row.part.is_some()).count();
        // « Rhône » beside « Métropole de Lyon » is the rest of it.
        let is_the_rest = rows.len() == 2 && named == 1;
        if named == 0 || (named != rows.len() && !is_the_rest) {
            return None;
        }
        let whole = Registry::official().get(territory).map_or("", |one| one.name.as_str());
        let parts: Vec<&str> = rows.iter().map(|row| row.part.unwrap_or(whole)).collect();
        let distinct =
            parts.len() > 1 && parts.iter().enumerate().all(|(i, p)| !parts[..i].contains(p));
        if !distinct {
            return None;
        }
        let add = |of: fn(&Observation) -> Option<u32>| {
            rows.iter()
                .map(|row| of(&row.observation))
                .try_fold(0_u32, |sum, n| sum.checked_add(n?))
        };
        let (equipped, total) = (add(|o| o.equipped), add(|o| o.total));
        let first = &rows[0].observation;
        let lines: Vec<String> = rows.iter().map(|row| row.observation.line.to_string()).collect();
        let evidence = rows.iter().map(|row| row.observation.evidence).reduce(Evidence::weaker);
        let bounds = rows.iter().map(|row| row.observation.share);
        let alike = bounds.clone().all(|share| share == first.share && share.is_some());
        let (share, doubt) = match (equipped, total) {
            (Some(equipped), Some(total)) if total > 0 => (
                Some(100.0 * f64::from(equipped) / f64::from(total)),
                Doubt::PartsAddedUp(territory),
            ),
            // The same share in both is the share of the whole.
            _ if alike => (first.share, Doubt::PartsAddedUp(territory)),
            _ => (None, Doubt::PartsWithoutCounts(territory)),
        };
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
        Some(Observation {
            share,
            equipped: equipped.filter(|_| share.is_some()),
            total,
            missing: share.is_none().then_some(MissingReason::NonRenseigne),
            evidence: evidence.unwrap_or(first.evidence),
            note: format!("{} additionnées, lignes {}.", parts.join(" et "), lines.join(" et ")),
            file: one_file(rows),
            ..first.clone()
        })
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
        }
    }
}

/// Whether a row states something: a figure, a stage, or in a word why there is none.
fn has_value(o: &Observation) -> bool {
    o.share.is_some() || o.equipped.is_some() || o.stage.is_some()
}

fn is_same(one: &Observation, other: &Observation) -> bool {
    let figures = |o: &Observation| (o.share, o.equipped, o.total, o.stage, o.missing, o.evidence);
    figures(one) == figures(other)
}

/// Whether two rows can't both be true. Bounds never contradict, a share and the counts that give
/// it agree, and a stage says nothing of a share.
fn contradict(one: &Observation, other: &Observation) -> bool {
    const ROUNDING: f64 = 1.0;
    let is_bound = |o: &Observation| {
        matches!(o.evidence, Evidence::BorneInferieure | Evidence::BorneSuperieure)
    };
    if is_bound(one) || is_bound(other) {
        return false;
    }
    let counts = |o: &Observation| Some((o.equipped?, o.total?));
    let differ = match (counts(one), counts(other)) {
        (Some(one), Some(other)) => one != other,
        _ => match (one.share, other.share) {
            // Two published shares are the same or not; one that is computed is rounded.
            (Some(a), Some(b)) if counts(one).is_none() && counts(other).is_none() => a != b,
            (Some(a), Some(b)) => (a - b).abs() > ROUNDING,
            _ => false,
        },
    };
    let stages = matches!((one.stage, other.stage), (Some(a), Some(b)) if a != b);
    let equipped = one.share.is_none()
        && other.share.is_none()
        && matches!((one.equipped, other.equipped), (Some(a), Some(b)) if a != b);
    differ || stages || equipped
}

/// « Ain (lignes 2, 9) : 91,5 % et 92 % ».
fn told(rows: &[Stated]) -> String {
    const SHOWN: usize = 4;
    let first = &rows[0].observation;
    let name = Registry::official().get(first.territory).map_or("", |t| t.name.as_str());
    let lines: Vec<String> =
        rows.iter().take(SHOWN).map(|row| row.observation.line.to_string()).collect();
    let values: Vec<String> = rows.iter().take(SHOWN).map(|row| value(&row.observation)).collect();
    format!("{name} (lignes {}){NARROW_SPACE}: {}", lines.join(", "), values.join(" et "))
}

fn value(row: &Observation) -> String {
    match (row.equipped, row.total, row.share, row.stage) {
        (Some(equipped), Some(total), ..) => format!("{equipped} sur {total}"),
        (.., Some(share), _) => french::percent(share),
        (.., Some(stage)) => stage.label().to_owned(),
        (Some(equipped), ..) => equipped.to_string(),
        _ => "sans valeur".to_owned(),
    }
}

fn one_of(mut rows: Vec<Stated>, rule: Duplicates) -> Option<Observation> {
    match rule {
        Duplicates::First => Some(rows.swap_remove(0).observation),
        Duplicates::Last => rows.pop().map(|row| row.observation),
        Duplicates::Sum => {
            let add = |of: fn(&Observation) -> Option<u32>| -> Option<u32> {
                rows.iter()
                    .map(|row| of(&row.observation))
                    .try_fold(0_u32, |sum, next| sum.checked_add(next?))
            };
            let (equipped, total) = (add(|row| row.equipped), add(|row| row.total));
            let share = match (equipped, total) {
                (Some(equipped), Some(total)) if total > 0 => {
                    Some(100.0 * f64::from(equipped) / f64::from(total))
                }
                // Shares without counts don't add up.
                _ => None,
            };
            let missing = share.is_none().then_some(MissingReason::Contradictoire);
            let file = one_file(&rows);
            let last = rows.pop()?.observation;
            Some(Observation { equipped, total, share, missing, file, ..last })
        }
        Duplicates::Mean => {
            let shares: Vec<f64> = rows.iter().filter_map(|row| row.observation.share).collect();
            let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
            let share = (!shares.is_empty()).then_some(mean);
            let file = one_file(&rows);
            let last = rows.pop()?.observation;
            let missing = share.is_none().then_some(MissingReason::Contradictoire);
            Some(Observation { share, equipped: None, total: None, missing, file, ..last })
        }
    }
}

/// The file that all rows stand in.
fn one_file(rows: &[Stated]) -> Option<usize> {
    let file = rows.first()?.file;
    rows.iter().all(|row| row.file == file).then_some(file)
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::{ImportChoices, import},
        table::read_csv,
    };

    /// What stands on the Rhône: equipped and total.
    fn rhone(rows: &str) -> (Option<u32>, Option<u32>) {
        let text = format!("dep;total;équipés\nAin;60;15\nIsère;90;45\nParis;9;3\n{rows}");
        let table = read_csv(text.as_bytes()).unwrap().0;
        let made = import(&table, "nb.csv", &ImportChoices::default()).unwrap();
        let of = |o: &&crate::coverage::Observation| {
            o.territory.code().is_some_and(|code| code.as_str() == "69")
        };
        let found: Vec<_> = made.dataset.observations().iter().filter(of).collect();
        assert_eq!(found.len(), 1, "{found:?}");
        (found[0].equipped, found[0].total)
    }

    #[test]
    fn the_rhone_beside_the_metropolis_of_lyon_is_the_rest_of_it() {
        let sum = (Some(50), Some(100));
        assert_eq!(rhone("Rhône;40;30\nMétropole de Lyon;60;20\n"), sum);
        assert_eq!(rhone("Métropole de Lyon;60;20\nRhône;40;30\n"), sum);
        assert_eq!(rhone("69D;40;30\n69M;60;20\n"), sum);
        assert_eq!(rhone("Rhône;100;50\n"), sum);
        assert_eq!(rhone("Rhône;40;30\nRhône;60;20\n"), (None, None), "it contradicts itself");
    }
}
