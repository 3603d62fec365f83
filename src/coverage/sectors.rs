//! Rows about public and about private schools: which of them a perimeter counts, and their sum.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Evidence, Measure, Observation, Period, SchoolType, Subset,
    school::{Perimeter, Sector},
};
use crate::{french::NARROW_SPACE, territory::TerritoryId};

/// What a perimeter makes of the rows of a file.
pub(super) struct BySector {
    /// Of each row, whether its figures count. The others still speak of their territory.
    pub counts: Vec<bool>,
    /// Public and private rows added up.
    pub sums: Vec<Observation>,
}

/// Counts the rows of one sector where a perimeter asks for one. Else the public and the private row
/// of one figure count as their sum, unless a row about both says it already, and a row of which the
/// other sector is not there counts as it stands.
pub(super) fn by_sector(rows: &[Observation], perimeter: Perimeter) -> BySector {
    if let Some(sector) = perimeter.sector {
        let counts = rows.iter().map(|row| row.sector == Some(sector)).collect();
        return BySector { counts, sums: vec![] };
    }
    let mut counted = BySector { counts: vec![true; rows.len()], sums: vec![] };
    if rows.iter().all(|row| row.sector.is_none()) {
        return counted;
    }
    let mut figures: BTreeMap<Figure, Vec<usize>> = BTreeMap::new();
    let speaks = |row: &Observation| {
        row.share.is_some()
            || (row.sector.is_some() && (row.total.is_some() || row.missing.is_some()))
    };
    for (rank, row) in rows.iter().enumerate().filter(|(_, row)| speaks(row)) {
        figures.entry(figure(row)).or_default().push(rank);
    }
    for ranks in figures.into_values() {
        let of = |sector: Option<Sector>| {
            let mut found = ranks.iter().copied().filter(|rank| rows[*rank].sector == sector);
            found.next().filter(|_| found.next().is_none())
        };
        let parts = of(Some(Sector::Public)).zip(of(Some(Sector::Prive)));
        let parts = parts.filter(|(public, private)| {
            [public, private].into_iter().any(|rank| rows[*rank].share.is_some())
        });
        let has_whole = ranks.iter().any(|rank| rows[*rank].sector.is_none());
        if has_whole || parts.is_some() {
            for rank in ranks.iter().filter(|rank| rows[**rank].sector.is_some()) {
                counted.counts[*rank] = false;
            }
        }
        if let Some((public, private)) = parts.filter(|_| !has_whole) {
            counted.sums.push(sum(&rows[public], &rows[private]));
        }
    }
    counted.sums.sort_by_key(|row| row.line);
    counted
}

/// What rows must share to be the sectors of one figure: territory, types, the day and the precision
/// of their period, measure, planned or not.
type Figure = (TerritoryId, [bool; 2], Option<Date>, u8, Measure, bool, Option<Subset>);

fn figure(row: &Observation) -> Figure {
    let types = SchoolType::ALL.map(|one| row.school_types.contains(one));
    let precision = row.period.map_or(0, Period::precision);
    (row.territory, types, row.end(), precision, row.measure, row.planned, row.subset)
}

/// A row about one sector, or about some schools of its type, says so wherever its perimeter is
/// shown.
pub(super) fn name_schools(row: &mut Observation) {
    if row.perimeter.is_empty() {
        row.perimeter = schools_named(row.sector, row.subset);
    }
}

/// « Public », « professionnels, public »; empty of all schools.
pub fn schools_named(sector: Option<Sector>, subset: Option<Subset>) -> String {
    let words = [subset.map(Subset::label), sector.map(|sector| sector.label().to_owned())];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Whether rows give numbers of schools for both sectors.
pub(super) fn tell_sectors(rows: &[Observation]) -> bool {
    let counted = |row: &&Observation| row.equipped.is_some() && row.total.is_some();
    let of = |sector| rows.iter().filter(counted).any(|row| row.sector == Some(sector));
    Sector::ALL.into_iter().all(of)
}

/// The sector that all rows with a share are of; `None` where they are of several, or some do not
/// say.
pub(super) fn only_sector(rows: &[Observation]) -> Option<Sector> {
    let mut sectors = rows.iter().filter(|row| row.share.is_some()).map(|row| row.sector);
    let first = sectors.next()??;
    sectors.all(|sector| sector == Some(first)).then_some(first)
}

/// Public and private schools together. Without numbers of schools, two shares say something of the
/// whole only where they are the same; one sector of which nothing is told makes a lower bound of the
/// other's number where the schools of both are counted, and else leaves the whole without a share.
fn sum(public: &Observation, private: &Observation) -> Observation {
    let add = |of: fn(&Observation) -> Option<u32>| of(public)?.checked_add(of(private)?);
    let (equipped, total) = (add(|row| row.equipped), add(|row| row.total));
    let known = equipped.or_else(|| public.equipped.xor(private.equipped));
    let counts = known.zip(total);
    let is_a_minimum = counts.is_some() && equipped.is_none();
    let alike = public.share.filter(|share| private.share == Some(*share));
    let share = match counts {
        Some((_, 0)) => None,
        Some((equipped, total)) => Some(100.0 * f64::from(equipped) / f64::from(total)),
        None => alike,
    };
    let missing = match share {
        Some(_) => None,
        None => public.missing.or(private.missing),
    };
    let evidence = public.evidence.weaker(private.evidence);
    let (first, last) = match public.line <= private.line {
        true => (public, private),
        false => (private, public),
    };
    let lines = format!("somme de 2 lignes{NARROW_SPACE}: {} et {}", first.line, last.line);
    let noted = each_once(&first.note, &last.note, &format!("{NARROW_SPACE}; "));
    Observation {
        sector: None,
        stage: first.stage.or(last.stage),
        share,
        equipped: counts.map(|(equipped, _)| equipped),
        total: counts.map(|(_, total)| total),
        missing,
        evidence: if is_a_minimum { evidence.weaker(Evidence::BorneInferieure) } else { evidence },
        perimeter: match first.perimeter == last.perimeter {
            true => first.perimeter.clone(),
            false => "public et privé".to_owned(),
        },
        project: each_once(&first.project, &last.project, " | "),
        source: each_once(&first.source, &last.source, " | "),
        note: each_once(&noted, &lines, &format!("{NARROW_SPACE}; ")),
        file: first.file.filter(|_| first.file == last.file),
        ..first.clone()
    }
}

/// Two texts in one, without what is empty or said twice.
fn each_once(one: &str, other: &str, between: &str) -> String {
    match (one, other) {
        ("", other) => other.to_owned(),
        (one, other) if other.is_empty() || one == other => one.to_owned(),
        (one, other) => format!("{one}{between}{other}"),
    }
}
