//! Totals that a file states, against the sum of their parts in the same file.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::doubt::{Doubt, TotalDisagreement};
use crate::{
    coverage::{Measure, Observation, SchoolType, school::Sector},
    french::{self, NARROW_SPACE, counted, integer},
    territory::{Edition, Level, Registry, Standing, Territory, TerritoryId},
};

/// How far a share may lie beyond those of its parts, in points: sources round.
const ROUNDING: f64 = 0.5;

/// Sentences of their own; beyond, they are counted.
const MOST_TOLD: usize = 5;

/// What a row must share with another to be a part of it: types, date, measure, planned or not,
/// sector, perimeter.
type Subject<'a> = ([bool; 2], Option<Date>, Measure, bool, Option<Sector>, &'a str);

/// Tells each territory whose stated figures disagree with those of its parts. Counts must be
/// their sum where all parts are there, and no less than the sum of those that are; a share
/// without counts can only be refuted when it lies outside those of all its parts. A total whose
/// wording says that it is one (« Total France ») adds up the rows of its own file, all of France or
/// not.
///
/// `rows` are all that the file says of places, `totals` its rows that add others up.
pub(super) fn disagreements(
    rows: &[&Observation],
    totals: &[(Observation, bool)],
    registry: &Registry,
) -> Vec<Doubt> {
    let mut subjects: BTreeMap<Subject<'_>, Stated<'_>> = BTreeMap::new();
    for row in rows {
        subjects.entry(subject_of(row)).or_default().rows.insert(row.territory, row);
    }
    for (row, is_worded) in totals {
        subjects.entry(subject_of(row)).or_default().totals.push((row, *is_worded));
    }
    let names_subject = subjects.len() > 1;
    let mut told: Vec<TotalDisagreement> = Vec::new();
    for stated in subjects.values() {
        let wholes = stated.rows.values().filter(|row| row.territory.level() != Level::Departement);
        let wholes = wholes.map(|row| (*row, false)).chain(stated.totals.iter().copied());
        for (whole, is_worded) in wholes {
            told.extend(check(whole, is_worded, &stated.rows, registry, names_subject));
        }
    }
    told.sort_by(|one, other| (one.line, &one.told).cmp(&(other.line, &other.told)));
    let more = told.len().saturating_sub(MOST_TOLD);
    let mut doubts: Vec<Doubt> = told.into_iter().take(MOST_TOLD).map(Doubt::Total).collect();
    doubts.extend((more > 0).then_some(Doubt::MoreTotals(more)));
    doubts
}

fn subject_of(row: &Observation) -> Subject<'_> {
    let types = SchoolType::ALL.map(|one| row.school_types.contains(one));
    let date = row.period.map(crate::coverage::Period::end);
    (types, date, row.measure, row.planned, row.sector, row.perimeter.as_str())
}

/// What a file says of one subject.
#[derive(Default)]
struct Stated<'a> {
    rows: Rows<'a>,
    totals: Vec<(&'a Observation, bool)>,
}

/// The rows about one subject, by territory.
type Rows<'a> = BTreeMap<TerritoryId, &'a Observation>;

/// The parts of a territory at one level that have a row.
struct Parts<'a> {
    level: Level,
    /// How many there are in the country.
    expected: usize,
    /// The whole says that it adds up the rows of its file, whichever these are.
    of_the_file: bool,
    rows: Vec<&'a Observation>,
}

impl<'a> Parts<'a> {
    fn of(
        whole: &Territory,
        level: Level,
        edition: Edition,
        rows: &Rows<'a>,
        registry: &Registry,
    ) -> Self {
        let inside = |part: &&Territory| {
            part.standing == Standing::Full
                && part.departements.iter().all(|code| whole.departements.contains(code))
        };
        let parts: Vec<&Territory> =
            registry.territories(level, edition).iter().filter(inside).collect();
        let rows = parts.iter().filter_map(|part| rows.get(&part.id).copied()).collect();
        Self { level, expected: parts.len(), of_the_file: false, rows }
    }

    fn are_all_there(&self) -> bool {
        self.of_the_file || self.rows.len() == self.expected
    }

    /// « ses 8 départements (lignes 2 à 9) ».
    fn named(&self) -> String {
        let (found, expected) = (self.rows.len(), self.expected);
        let parts = match (found, expected) {
            (found, _) if self.of_the_file => {
                counted(found, "ligne du fichier", "lignes du fichier")
            }
            (_, 1) => format!("son seul {}", self.level.singular()),
            (found, expected) if found == expected => {
                format!("ses {expected} {}", self.level.plural())
            }
            (found, expected) => {
                format!("{found} de ses {expected} {}", self.level.plural())
            }
        };
        format!("{parts} ({})", lines(self.rows.iter().map(|row| row.line)))
    }
}

/// The disagreements of one territory with the parts that say most of it.
fn check(
    whole: &Observation,
    is_worded: bool,
    rows: &Rows<'_>,
    registry: &Registry,
    names_subject: bool,
) -> Vec<TotalDisagreement> {
    let Some(territory) = registry.get(whole.territory) else { return vec![] };
    let levels: &[Level] = match whole.territory.level() {
        Level::France => &[Level::Departement, Level::Region, Level::Academie],
        _ => &[Level::Departement],
    };
    let edition = whole.territory.edition().filter(|_| !is_worded);
    let divisions = levels.iter().flat_map(|level| {
        let editions = edition.map_or(Edition::ALL.to_vec(), |edition| vec![edition]);
        editions.into_iter().map(|edition| (*level, edition))
    });
    let mut parts: Vec<Parts<'_>> = divisions
        .map(|(level, edition)| Parts::of(territory, level, edition, rows, registry))
        .filter(|parts| !parts.rows.is_empty())
        .collect();
    // Of several divisions, a whole one; the finest of these.
    parts.sort_by_key(|parts| !parts.are_all_there());
    if is_worded {
        // The level that most of the rows are of.
        parts.sort_by_key(|parts| std::cmp::Reverse(parts.rows.len()));
    }
    let Some(parts) = parts.first_mut() else { return vec![] };
    parts.of_the_file = is_worded;
    let parts = &*parts;
    let subject = if names_subject {
        let date = whole.period.map(|period| format!(", {period}")).unwrap_or_default();
        format!(", {}{date}", whole.school_types.label())
    } else {
        String::new()
    };
    let head = format!("{}{subject} (ligne {}){NARROW_SPACE}:", territory.name, whole.line);
    let schools = count_disagreement(whole, parts, |row| row.total, "");
    let equipped = count_disagreement(whole, parts, |row| row.equipped, "équipé");
    let counts: Vec<String> = [schools, equipped].into_iter().flatten().collect();
    let said = if counts.is_empty() { share_disagreement(whole, parts) } else { None };
    let told = counts.into_iter().chain(said).map(|said| format!("{head} {said}"));
    told.map(|told| TotalDisagreement { line: whole.line, territory: whole.territory, told })
        .collect()
}

/// « 320 établissements dans le fichier, 318 en additionnant ses 8 départements (…). »
fn count_disagreement(
    whole: &Observation,
    parts: &Parts<'_>,
    of: fn(&Observation) -> Option<u32>,
    adjective: &str,
) -> Option<String> {
    let stated = u64::from(of(whole)?);
    let with_count = Parts {
        rows: parts.rows.iter().copied().filter(|row| of(row).is_some()).collect(),
        ..*parts
    };
    let sum: u64 = with_count.rows.iter().filter_map(|row| of(row)).map(u64::from).sum();
    let disagrees = if with_count.are_all_there() { sum != stated } else { sum > stated };
    let plural = if stated < 2 { "" } else { "s" };
    let noun = match adjective {
        "" => format!("établissement{plural}"),
        adjective => format!("établissement{plural} {adjective}{plural}"),
    };
    disagrees.then(|| {
        format!(
            "{} {noun} dans le fichier, {} en additionnant {}.",
            integer(stated as i64),
            integer(sum as i64),
            with_count.named()
        )
    })
}

/// A share of the whole can't be smaller than the smallest of its parts, nor larger than the
/// largest.
fn share_disagreement(whole: &Observation, parts: &Parts<'_>) -> Option<String> {
    let stated = whole.share?;
    let shares: Vec<f64> = parts.rows.iter().filter_map(|row| row.share).collect();
    if shares.is_empty() || (shares.len() != parts.expected && !parts.of_the_file) {
        return None;
    }
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let outside = stated < least - ROUNDING || stated > most + ROUNDING;
    outside.then(|| {
        let (stated, named) = (french::percent(stated), parts.named());
        let range = if least == most {
            format!("est à {}", french::percent(least))
        } else {
            format!("va de {} à {}", french::percent(least), french::percent(most))
        };
        format!("{stated} dans le fichier, alors que la part dans {named} {range}.")
    })
}

/// « ligne 4 », « lignes 2 à 9 », « lignes 2, 5, 8… ».
fn lines(lines: impl Iterator<Item = u32>) -> String {
    const NAMED: usize = 5;
    let mut lines: Vec<u32> = lines.collect();
    lines.sort_unstable();
    match lines.as_slice() {
        [] => String::new(),
        [one] => format!("ligne {one}"),
        [first, .., last] if (last - first) as usize + 1 == lines.len() => {
            format!("lignes {first} à {last}")
        }
        several => {
            let named: Vec<String> = several.iter().take(NAMED).map(u32::to_string).collect();
            let more = if several.len() > NAMED { "…" } else { "" };
            format!("lignes {}{more}", named.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Evidence, Period, SchoolTypes},
        territory::Code,
    };

    /// A row of lycées in 2011.
    fn row(territory: TerritoryId, line: u32) -> Observation {
        Observation {
            territory,
            school_types: SchoolTypes::One(SchoolType::Lycee),
            period: Some(Period::Year(2011)),
            sector: None,
            stage: None,
            share: None,
            equipped: None,
            total: None,
            missing: None,
            measure: Measure::Deploye,
            perimeter: String::new(),
            planned: false,
            evidence: Evidence::Documente,
            project: String::new(),
            note: String::new(),
            source: String::new(),
            line,
            file: None,
        }
    }

    fn departement(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    /// Rhône-Alpes, of before 2016.
    fn rhone_alpes() -> TerritoryId {
        TerritoryId::Region(Edition::Before2016, Code::new("82").unwrap())
    }

    const ITS_PARTS: [&str; 8] = ["01", "07", "26", "38", "42", "69", "73", "74"];

    fn counted_parts(codes: &[&str], total: u32) -> Vec<Observation> {
        let lines = 2..;
        let rows = codes.iter().zip(lines);
        rows.map(|(code, line)| Observation { total: Some(total), ..row(departement(code), line) })
            .collect()
    }

    fn said(rows: &[Observation]) -> Vec<String> {
        let rows: Vec<&Observation> = rows.iter().collect();
        let doubts = disagreements(&rows, &[], Registry::official());
        doubts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_total_in_words_adds_up_the_rows_of_its_file() {
        let rows = counted_parts(&["01", "38", "75"], 40);
        let of_file = |total, territory| {
            let rows: Vec<&Observation> = rows.iter().collect();
            let total = Observation { total: Some(total), ..row(territory, 9) };
            disagreements(&rows, &[(total, true)], Registry::official())
        };
        assert!(of_file(120, TerritoryId::France).is_empty());
        let [doubt] = of_file(130, TerritoryId::France).try_into().unwrap();
        let told = doubt.to_string();
        assert!(
            told.contains("130 établissements") && told.contains("120 en additionnant 3"),
            "{told}"
        );
        assert!(of_file(80, rhone_alpes()).is_empty(), "two of the three rows");
    }

    #[test]
    fn a_total_that_is_not_the_sum_of_its_parts_is_told_with_both() {
        let mut rows = counted_parts(&ITS_PARTS, 40);
        rows.push(Observation { total: Some(320), ..row(rhone_alpes(), 10) });
        assert_eq!(said(&rows), [""; 0], "8 × 40");
        rows[0].total = Some(38);
        assert_eq!(
            said(&rows),
            ["Rhône-Alpes (ligne 10)\u{202f}: 320 établissements dans le fichier, 318 en \
              additionnant ses 8 départements (lignes 2 à 9)."]
        );
    }

    #[test]
    fn with_parts_missing_only_too_large_a_sum_is_told() {
        let mut rows = counted_parts(&ITS_PARTS[..6], 40);
        rows.push(Observation { total: Some(241), ..row(rhone_alpes(), 10) });
        assert_eq!(said(&rows), [""; 0]);
        rows[6].total = Some(239);
        let [sentence] = said(&rows).try_into().unwrap();
        assert!(sentence.contains("240 en additionnant 6 de ses 8 départements"), "{sentence}");
    }

    #[test]
    fn equipped_schools_are_added_up_too() {
        let mut rows = counted_parts(&ITS_PARTS, 40);
        rows.iter_mut().for_each(|row| row.equipped = Some(1));
        rows.push(Observation { equipped: Some(9), total: Some(320), ..row(rhone_alpes(), 10) });
        let [sentence] = said(&rows).try_into().unwrap();
        assert!(
            sentence.contains(": 9 établissements équipés dans le fichier, 8 en"),
            "{sentence}"
        );
    }

    #[test]
    fn types_and_dates_are_kept_apart() {
        let mut rows = counted_parts(&ITS_PARTS, 40);
        rows.push(Observation { total: Some(320), ..row(rhone_alpes(), 10) });
        let college = SchoolTypes::One(SchoolType::College);
        let of_colleges = ITS_PARTS.iter().map(|code| Observation {
            total: Some(60),
            school_types: college,
            ..row(departement(code), 20)
        });
        rows.extend(of_colleges);
        rows.push(Observation {
            total: Some(320),
            period: Some(Period::Year(2012)),
            ..row(rhone_alpes(), 30)
        });
        assert_eq!(said(&rows), [""; 0]);
        rows.push(Observation {
            total: Some(400),
            school_types: college,
            ..row(rhone_alpes(), 31)
        });
        let [sentence] = said(&rows).try_into().unwrap();
        assert!(sentence.starts_with("Rhône-Alpes, collèges, 2011 (ligne 31)"), "{sentence}");
        assert!(sentence.contains("480 en additionnant"), "{sentence}");
    }

    #[test]
    fn a_share_is_only_refuted_outside_all_of_its_parts() {
        let share = |share, id, line| Observation { share: Some(share), ..row(id, line) };
        let mut rows: Vec<Observation> = ITS_PARTS
            .iter()
            .zip([10.0, 90.0].into_iter().cycle())
            .map(|(code, part)| share(part, departement(code), 5))
            .collect();
        rows.push(share(20.0, rhone_alpes(), 10));
        assert_eq!(said(&rows), [""; 0], "it depends on how many schools each has");
        rows[8].share = Some(90.4);
        assert_eq!(said(&rows), [""; 0], "a rounding");
        rows[8].share = Some(95.0);
        let [sentence] = said(&rows).try_into().unwrap();
        assert!(sentence.contains("95\u{202f}% dans le fichier"), "{sentence}");
        assert!(sentence.contains("va de 10\u{202f}% à 90\u{202f}%"), "{sentence}");
        rows.remove(0);
        assert_eq!(said(&rows), [""; 0], "the part that is not there may have it all");
    }

    #[test]
    fn france_is_the_sum_of_its_regions_where_its_departements_are_not_all_there() {
        let registry = Registry::official();
        let regions = registry.territories(Level::Region, Edition::Since2016);
        let full: Vec<&Territory> =
            regions.iter().filter(|region| region.standing == Standing::Full).collect();
        assert_eq!(full.len(), 18);
        let mut rows: Vec<Observation> = full
            .iter()
            .zip(2..)
            .map(|(region, line)| Observation { total: Some(10), ..row(region.id, line) })
            .collect();
        rows.push(Observation { total: Some(200), ..row(TerritoryId::France, 20) });
        let [sentence] = said(&rows).try_into().unwrap();
        assert!(sentence.starts_with("France (ligne 20)"), "{sentence}");
        assert!(sentence.contains("180 en additionnant ses 18 régions"), "{sentence}");
    }

    #[test]
    fn lines_are_named_in_short() {
        assert_eq!(lines([4].into_iter()), "ligne 4");
        assert_eq!(lines([9, 2, 5].into_iter()), "lignes 2, 5, 9");
        assert_eq!(lines([1, 3, 5, 7, 9, 11].into_iter()), "lignes 1, 3, 5, 7, 9…");
    }
}
