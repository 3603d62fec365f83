//! The level and the edition of a whole column.

use std::collections::{BTreeSet, HashMap};

use crate::territory::{Edition, Level, TerritoryId};

use super::{
    Confidence,
    companions::{Companion, Testimony, hear},
    division::{Division, Ground},
    header::{HeaderSays, read_header},
    names::Gazetteer,
    plausibility::selection_bits,
    reading::{Reading, is_blank, read},
    reasons,
    repair::RepairKind,
    text::unwrapped,
};

/// What all the values of a column are read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDecision {
    pub level: Level,
    /// `None` for France and the départements, which are the same in both.
    pub edition: Option<Edition>,
    /// Why, in French sentences, the strongest first.
    pub reasons: Vec<String>,
    pub confidence: Confidence,
    /// The other readings that fit at least half of the values, the likeliest first.
    pub alternatives: Vec<Alternative>,
}

/// Another level or edition that the values could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub level: Level,
    pub edition: Option<Edition>,
    /// Distinct values that it recognises.
    pub recognised: usize,
    /// Distinct values in the column.
    pub values: usize,
}

impl ColumnDecision {
    /// A level and an edition chosen by a person.
    pub fn chosen(level: Level, edition: Edition) -> Self {
        let division = Division::new(level, edition);
        Self {
            level,
            edition: division.other_edition().map(|_| edition),
            reasons: vec!["Choisi à la main.".to_owned()],
            confidence: Confidence::Sure,
            alternatives: Vec::new(),
        }
    }

    pub(super) fn division(&self) -> Division {
        Division::new(self.level, self.edition.unwrap_or(Edition::Since2016))
    }
}

/// Distinct values that decide; there are fewer territories, and the rest is noise.
const MOST_VALUES: usize = 2_000;

/// Decides what the values of a column are, from all of them, the name of the column and the
/// other columns; `None` when fewer than half are territories at any level.
pub fn decide(
    values: &[&str],
    header: &str,
    companions: &[Companion<'_>],
) -> Option<ColumnDecision> {
    let distinct = distinct(values);
    if distinct.is_empty() {
        return None;
    }
    if distinct.iter().all(|value| Gazetteer::official().is_france(unwrapped(value).0)) {
        return Some(ColumnDecision {
            level: Level::France,
            edition: None,
            reasons: vec![reasons::france()],
            confidence: Confidence::Likely,
            alternatives: Vec::new(),
        });
    }
    let tallies = Division::ALL.map(|division| Tally::of(&distinct, division));
    let found = |value: &str| {
        let ids = [0, 1, 2, 3, 4].map(|i: usize| tallies[i].by_value.get(value));
        ids.map(|id| id.map(|id| Ground::of(*id)))
    };
    let testimonies: Vec<(&Companion<'_>, Testimony)> = companions
        .iter()
        .filter_map(|companion| Some((companion, hear(values, found, companion)?)))
        .collect();
    let says = read_header(header);
    // A header is not believed where most values are nothing at its level.
    let fits = |level| {
        let of_level = tallies.iter().filter(|tally| tally.division.level == level);
        of_level.map(Tally::recognised).max().unwrap_or(0) * 2 >= distinct.len()
    };
    let believed = HeaderSays { level: says.level.filter(|level| fits(*level)), ..says };
    let mut ranked: Vec<(f64, usize)> = (0..Division::ALL.len())
        .map(|index| {
            let heard: f64 = testimonies.iter().map(|(_, t)| disagreement_bits(t, index)).sum();
            let tally = &tallies[index];
            let elsewhere = elsewhere_bits(&tallies, index);
            let own = tally.bits(distinct.len()) + elsewhere;
            (own + header_bits(believed, tally.division) + heard, index)
        })
        .collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));

    let &(bits, best) = ranked.first()?;
    let tally = &tallies[best];
    if tally.recognised() * 2 < distinct.len() || tally.by_value.is_empty() {
        return None;
    }
    let margin = |same: &dyn Fn(Division) -> bool| {
        let others = ranked.iter().filter(|(_, index)| same(tallies[*index].division));
        others.map(|(other, _)| other - bits).fold(f64::INFINITY, f64::min)
    };
    let level = tally.division.level;
    let level_margin = margin(&|other| other.level != level);
    let edition_margin = margin(&|other| Some(other) == tally.division.other_edition());
    let case = reasons::Case {
        tallies: &tallies,
        best,
        says,
        header,
        testimonies: &testimonies,
        values: distinct.len(),
        level_margin,
        edition_margin,
    };
    Some(ColumnDecision {
        level,
        edition: tally.division.other_edition().map(|_| tally.division.edition),
        reasons: case.reasons(),
        confidence: confidence(tally, distinct.len(), level_margin, edition_margin),
        alternatives: alternatives(&ranked, &tallies, distinct.len()),
    })
}

/// Distinct values that are not blank, in the order in which they appear.
fn distinct<'a>(values: &[&'a str]) -> Vec<&'a str> {
    let mut seen = std::collections::HashSet::new();
    let named = values.iter().filter(|value| !is_blank(value));
    named.filter(|value| seen.insert(**value)).take(MOST_VALUES).copied().collect()
}

/// What the values are in one division.
pub(super) struct Tally<'a> {
    pub division: Division,
    /// The territory of each value that has one.
    pub by_value: HashMap<&'a str, TerritoryId>,
    pub found: BTreeSet<TerritoryId>,
    /// Values that are nothing here, in the order of the file.
    pub nothing: Vec<&'a str>,
    several: usize,
    outside: usize,
    padded: usize,
}

impl<'a> Tally<'a> {
    fn of(values: &[&'a str], division: Division) -> Self {
        let mut tally = Self {
            division,
            by_value: HashMap::new(),
            found: BTreeSet::new(),
            nothing: Vec::new(),
            several: 0,
            outside: 0,
            padded: 0,
        };
        for value in values {
            match read(value, division) {
                Reading::Found { id, repairs } => {
                    tally.by_value.insert(value, id);
                    tally.found.insert(id);
                    tally.padded += usize::from(repairs.contains(RepairKind::ExtraZero));
                }
                Reading::Several(_) => tally.several += 1,
                Reading::Outside(_) => tally.outside += 1,
                Reading::Nothing => tally.nothing.push(value),
            }
        }
        tally
    }

    /// Values that are a territory, or one of a few, or a known place outside.
    pub fn recognised(&self) -> usize {
        self.by_value.len() + self.several + self.outside
    }

    /// The price of this division, in bits: see [`selection_bits`]. The figures beside it are
    /// choices: a value that fits nowhere weighs as much as four thousand to one, and before any
    /// value is seen a column holds départements rather than régions, and régions rather than
    /// académies.
    fn bits(&self, values: usize) -> f64 {
        let before = match self.division {
            Division::DEPARTEMENTS => 0.0,
            Division::REGIONS => 3.5,
            Division::REGIONS_2011 => 4.5,
            Division::ACADEMIES => 5.5,
            _ => 6.5,
        };
        // Three characters are a habit of the ministry for départements.
        let padding = match self.division.level {
            Level::Region if self.padded * 2 > values => 6.0,
            Level::Academie if self.padded * 2 > values => 3.0,
            _ => 0.0,
        };
        let unread = 12.0 * self.nothing.len() as f64
            + 5.0 * self.several as f64
            + 3.0 * self.outside as f64;
        before + padding + unread + selection_bits(self.division, &self.found)
    }
}

/// A value that is nothing here and a territory of another level speaks against this one twice: a
/// `2A` among `01` to `06` is no slip, it gives the départements away.
fn elsewhere_bits(tallies: &[Tally<'_>], index: usize) -> f64 {
    let tally = &tallies[index];
    let known = |value: &&&str| {
        tallies.iter().any(|other| {
            other.division.level != tally.division.level && other.by_value.contains_key(**value)
        })
    };
    12.0 * tally.nothing.iter().filter(known).count() as f64
}

/// A header that names another level weighs as much as three or four values that fit nowhere.
fn header_bits(says: HeaderSays, division: Division) -> f64 {
    let level = says.level.map_or(0.0, |level| if level == division.level { 0.0 } else { 40.0 });
    let edition = match (says.edition, division.other_edition()) {
        (Some(edition), Some(_)) if edition != division.edition => 10.0,
        _ => 0.0,
    };
    level + edition
}

/// Two columns that contradict each other in one row may be a slip; in most rows it is proof.
fn disagreement_bits(testimony: &Testimony, index: usize) -> f64 {
    8.0 * testimony.disagree[index] as f64
}

fn confidence(
    tally: &Tally<'_>,
    values: usize,
    level_margin: f64,
    edition_margin: f64,
) -> Confidence {
    let nearly_all = tally.recognised() * 10 >= values * 9;
    if level_margin < 6.0 || tally.recognised() * 4 < values * 3 {
        Confidence::Uncertain
    } else if level_margin < 20.0 || edition_margin < 4.0 || !nearly_all {
        Confidence::Likely
    } else {
        Confidence::Sure
    }
}

fn alternatives(ranked: &[(f64, usize)], tallies: &[Tally<'_>], values: usize) -> Vec<Alternative> {
    let others = ranked.iter().skip(1).map(|(_, index)| &tallies[*index]);
    let fitting = others.filter(|tally| tally.recognised() * 2 >= values);
    let alternatives = fitting.map(|tally| Alternative {
        level: tally.division.level,
        edition: tally.division.other_edition().map(|_| tally.division.edition),
        recognised: tally.recognised(),
        values,
    });
    alternatives.collect()
}
