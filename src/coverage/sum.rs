//! Adding départements up to a région, an académie or France.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::{
    Dataset, Evidence, Query, Share, ShareOrigin, TerritoryState,
    schools::reference_of_sector,
    standing::{standing_share, stated_total},
};
use crate::territory::{Code, Registry, Territory, TerritoryId};

/// What the départements of a territory say of it.
pub(super) enum Sum {
    /// No département has such a school.
    NoSchool,
    /// No département's share is known.
    Unknown,
    Known {
        share: Share,
        /// Whether the known parts hold at least half of the schools of the territory.
        representative: bool,
    },
}

/// Adds up the shares of the départements: equipped schools over schools, never a mean of shares.
///
/// A part whose share is known without counts is weighed by the total its source gives, else by
/// its reference number of schools, and the sum is then an estimate. A part with neither (Mayotte)
/// weighs as much as the average of the others. A part that has no such school, or is not counted,
/// is no part.
pub(super) fn sum(dataset: &Dataset, territory: &Territory, query: &Query) -> Sum {
    let reference = |code: Code| reference(dataset, code, query);
    let stated = |code: Code| stated_total(dataset, TerritoryId::Departement(code), query);
    let is_of_some = dataset.subset_of(query.school_type).is_some();
    let average = average(
        territory
            .departements
            .iter()
            .filter_map(|code| if is_of_some { stated(*code) } else { reference(*code) }),
    );
    let parts = territory.departements.iter().filter_map(|code| {
        let id = TerritoryId::Departement(*code);
        let share = standing_share(dataset, id, query);
        let absent = match share {
            Some(Err(stated)) => stated.reason.is_no_part(),
            Some(Ok(_)) => false,
            None => reference(*code) == Some(0),
        };
        let schools = || {
            // A part that is there weighs something, whatever a file says.
            f64::from(reference(*code).or_else(|| stated(*code)).unwrap_or(average).max(1))
        };
        // Nothing tells what a share of some of the schools weighs without their number.
        let share = share.and_then(Result::ok);
        let share = share.filter(|one| !is_of_some || one.total.or(stated(*code)).is_some());
        (!absent).then(|| Part { share, schools: schools() })
    });

    let mut adding = Adding::default();
    for part in parts {
        adding.add(&part);
    }
    adding.finish()
}

/// Adds up territories that do not overlap: equipped schools over schools, as `sum` does for
/// départements. Those without a share are not in it; `None` where none has one. The parts of the
/// answer are the territories given, less those that have no such school or are not counted.
pub fn sum_of(dataset: &Dataset, parts: &[&TerritoryState], query: &Query) -> Option<Share> {
    let registry = Registry::official();
    let schools = |id: TerritoryId| {
        let departements = registry.get(id).map_or(&[][..], |one| one.departements.as_slice());
        let reference = departements.iter().filter_map(|code| reference(dataset, *code, query));
        f64::from(reference.sum::<u32>().max(1))
    };
    let is_of_some = dataset.subset_of(query.school_type).is_some();
    let mut adding = Adding::default();
    for part in parts {
        let share = match &part.share {
            Ok(share) => Some(*share).filter(|one| !is_of_some || one.total.is_some()),
            Err(gap) if gap.reason.is_no_part() => continue,
            Err(_) => None,
        };
        adding.estimated |= share.is_some_and(|share| share.estimated());
        adding.add(&Part { share, schools: schools(part.id) });
    }
    match adding.finish() {
        Sum::Known { share, .. } => Some(share),
        Sum::NoSchool | Sum::Unknown => None,
    }
}

/// The reference number of schools of a département, of the sector that the data count; none where
/// they count some of these only.
fn reference(dataset: &Dataset, code: Code, query: &Query) -> Option<u32> {
    let is_of_all = dataset.subset_of(query.school_type).is_none();
    reference_of_sector(code, query.school_type, dataset.counted_sector(), query.date)
        .filter(|_| is_of_all)
}

/// A département in a sum.
struct Part {
    share: Option<Share>,
    /// Its number of schools, known or estimated: what it weighs without counts of its own.
    schools: f64,
}

#[derive(Default)]
struct Adding {
    parts: usize,
    parts_known: usize,
    schools: f64,
    schools_known: f64,
    equipped: f64,
    total: f64,
    estimated: bool,
    /// How the parts stand against 0 and 100, so that a sum of floats can't reach a bound alone.
    all_zero: bool,
    all_full: bool,
    /// Of the parts so far, once there is one; a part without a date may be older than any.
    oldest: Option<Option<Date>>,
    evidence: Option<Evidence>,
}

impl Adding {
    fn add(&mut self, part: &Part) {
        self.parts += 1;
        self.schools += part.schools;
        let Some(share) = part.share else { return };
        let first = self.parts_known == 0;
        self.parts_known += 1;
        self.schools_known += part.schools;
        let (equipped, total) = match (share.equipped, share.total) {
            (Some(equipped), Some(total)) if total > 0 => (f64::from(equipped), f64::from(total)),
            (_, total) => {
                self.estimated = true;
                let total = total.filter(|t| *t > 0).map_or(part.schools, f64::from);
                (share.percent / 100.0 * total, total)
            }
        };
        self.equipped += equipped;
        self.total += total;
        self.all_zero = (first || self.all_zero) && equipped == 0.0;
        self.all_full = (first || self.all_full) && equipped == total;
        self.oldest = Some(self.oldest.map_or(share.period_end, |day| day.min(share.period_end)));
        self.evidence = Some(self.evidence.map_or(share.evidence, |e| e.weaker(share.evidence)));
    }

    fn finish(self) -> Sum {
        let (Some(period_end), Some(evidence)) = (self.oldest, self.evidence) else {
            return if self.parts == 0 { Sum::NoSchool } else { Sum::Unknown };
        };
        let total = whole(self.total);
        let (percent, equipped) = if self.all_zero {
            (0.0, Some(0))
        } else if self.all_full {
            (100.0, total)
        } else {
            let percent = 100.0 * self.equipped / self.total;
            let below = total.map_or(1, |total| total.saturating_sub(1).max(1));
            (
                percent.clamp(f64::MIN_POSITIVE, 100.0_f64.next_down()),
                whole(self.equipped).map(|equipped| equipped.clamp(1, below)),
            )
        };
        let Self { parts_known, parts, estimated, .. } = self;
        Sum::Known {
            share: Share {
                percent,
                equipped,
                total,
                period_end,
                evidence,
                origin: ShareOrigin::Sum { parts_known, parts, estimated },
            },
            representative: parts_known == parts || 2.0 * self.schools_known >= self.schools,
        }
    }
}

/// The average, at least one school, so that a part always weighs something.
fn average(counts: impl Iterator<Item = u32>) -> u32 {
    let (sum, number) = counts.fold((0_u64, 0_u64), |(s, n), count| (s + u64::from(count), n + 1));
    let average = (sum + number / 2).checked_div(number).unwrap_or(1);
    u32::try_from(average).unwrap_or(u32::MAX).max(1)
}

/// A number of schools rounded to a whole; `None` beyond what 32 bits hold.
fn whole(schools: f64) -> Option<u32> {
    let rounded = schools.round();
    match rounded.partial_cmp(&f64::from(u32::MAX)) {
        Some(Ordering::Less | Ordering::Equal) if rounded >= 0.0 => Some(rounded as u32),
        _ => None,
    }
}
