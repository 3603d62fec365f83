//! The level and the edition of a whole column.

use crate::territory::{Edition, Level, TerritoryId};

use super::{
    ColumnDecision, Confidence,
    cell::CellText,
    companions::{Companion, PairCounts, compare},
    country::Country,
    division::{Division, Ground},
    explain::Case,
    header::{NamedByHeader, read_header},
    hypotheses::{HYPOTHESES, Hypothesis},
    lookup::Lookup,
    matcher::in_the_other_edition,
    sample::distinct_values,
    tally::Tallies,
    wholes::{Whole, total_named},
};

/// Below this lead another level is nearly as likely (64 to one at most, which two or three
/// values could turn): the decision is to be confirmed.
const OPEN_BITS: f64 = 6.0;

/// From this lead (a million to one) no other level is worth a question: two columns that differ,
/// or two values that fit only one of them, give as much.
const CERTAIN_BITS: f64 = 20.0;

/// Below this lead the values are nearly the same list in both editions, since one territory that
/// is in one edition only weighs 12.
const OPEN_EDITION_BITS: f64 = 4.0;

/// From so many values on, codes that départements and académies share are départements: académies
/// are told by their names as a rule, and a list that begins like that of départements is one.
const MANY_CODES: usize = 10;

/// Two columns that contradict each other in one row may be a slip; in most rows it is proof.
const DISAGREEMENT_BITS: f64 = 8.0;

/// Decides what the values of a column are, from all of them, the name of the column and the
/// other columns. `None` when fewer than half are territories at any level, unless the header
/// names the level of some: a clear header wins over its cells.
pub fn decide(
    values: &[&str],
    header: &str,
    companions: &[Companion<'_>],
) -> Option<ColumnDecision> {
    let named = read_header(header);
    let (cells, has_country) = cells(values, named.level);
    if cells.is_empty() {
        return has_country.then(ColumnDecision::of_the_country);
    }
    let tallies = Tallies::of(&cells);
    let grounds = |value: &str| {
        let by_division = tallies.of_value(value);
        HYPOTHESES.map(|hypothesis| hypothesis.territory(&by_division).map(Ground::of))
    };
    let compared: Vec<(&Companion<'_>, PairCounts)> = companions
        .iter()
        .filter_map(|companion| Some((companion, compare(values, grounds, companion)?)))
        .collect();
    let column = Column { header, named, cells, tallies, compared };
    column.decision()
}

/// The distinct values that may name one place each, and whether others name the country. What names
/// a whole, as « Total Bretagne » does, may stand in a column of any level.
fn cells<'a>(values: &[&'a str], named: Option<Level>) -> (Vec<(&'a str, CellText<'a>)>, bool) {
    let mut has_country = false;
    let mut cells = Vec::new();
    let is_known = |value: &str| named.is_some_and(|level| is_known_at(level, value));
    for value in distinct_values(values, is_known) {
        let cell = CellText::new(value);
        if cell.code().is_none() {
            let said = cell.name().said.country;
            let total = total_named(&cell, Edition::Since2016);
            let is_france = total == Some(Whole::Of(TerritoryId::France));
            has_country |= is_france || said == Some(Country::Whole);
            if said.is_some() || total.is_some() {
                continue;
            }
        }
        cells.push((value, cell));
    }
    (cells, has_country)
}

/// Whether a value is a territory of a level, in whichever edition.
fn is_known_at(level: Level, value: &str) -> bool {
    let cell = CellText::new(value);
    let mut divisions = Edition::ALL.into_iter().map(|edition| Division::new(level, edition));
    divisions.any(|division| matches!(cell.look_up(division), Lookup::Found { .. }))
}

/// A column with all that tells what it is.
struct Column<'a> {
    header: &'a str,
    named: NamedByHeader,
    cells: Vec<(&'a str, CellText<'a>)>,
    tallies: Tallies<'a>,
    compared: Vec<(&'a Companion<'a>, PairCounts)>,
}

/// A hypothesis by its rank, and its price.
type Priced = (f64, usize);

impl Column<'_> {
    fn decision(&self) -> Option<ColumnDecision> {
        let ranked = self.ranked();
        let &(bits, best) = ranked.first()?;
        let level = HYPOTHESES[best].level();
        if !self.is_accepted(level) {
            return None;
        }
        let (edition_bits, division) = self.edition(&ranked, level)?;
        let lead = |is_rival: &dyn Fn(Hypothesis) -> bool, over: f64| {
            let rivals = ranked.iter().filter(|(_, index)| is_rival(HYPOTHESES[*index]));
            rivals.map(|(other, _)| other - over).fold(f64::INFINITY, f64::min)
        };
        let level_lead = lead(&|other| other.level() != level, bits);
        let other_edition = division.other_edition().map(Hypothesis::In);
        let edition_lead = lead(&|other| Some(other) == other_edition, edition_bits);
        let of_the_other_edition = self.of_the_other_edition(division);
        let alternatives = self.alternatives(&ranked, best, division);
        let is_open = level_lead < OPEN_BITS && !alternatives.is_empty();
        let case = Case {
            tallies: &self.tallies,
            division,
            hypothesis: best,
            named: self.named,
            header: self.header,
            compared: &self.compared,
            values: self.cells.len(),
            other_levels: alternatives.iter().map(|(level, _)| *level).collect(),
            edition_is_open: edition_lead < OPEN_EDITION_BITS,
            of_the_other_edition: &of_the_other_edition,
        };
        Some(ColumnDecision {
            level,
            edition: division.edition_if_it_matters(),
            mixes_editions: !of_the_other_edition.is_empty(),
            reasons: case.reasons(),
            confidence: if is_open {
                Confidence::Uncertain
            } else {
                self.confidence(level, alternatives.is_empty(), edition_lead)
            },
            alternatives,
        })
    }

    /// The hypotheses under which some value is a territory, the cheapest first.
    fn ranked(&self) -> Vec<Priced> {
        let believed = self.believed_header();
        let mut ranked: Vec<Priced> = HYPOTHESES
            .iter()
            .enumerate()
            .filter(|(_, hypothesis)| hypothesis.finds_any(&self.tallies))
            .map(|(index, hypothesis)| {
                let disagreements: usize =
                    self.compared.iter().map(|(_, counts)| counts.disagree[index]).sum();
                let bits = hypothesis.bits(&self.tallies)
                    + hypothesis.header_bits(believed)
                    + DISAGREEMENT_BITS * disagreements as f64;
                (bits, index)
            })
            .collect();
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        ranked
    }

    /// A header is believed where some values are of its level, and more are of no other.
    fn believed_header(&self) -> NamedByHeader {
        let level = self.named.level.filter(|level| {
            let here = self.tallies.recognised_at(*level);
            let most = Level::MAPPED.map(|level| self.tallies.recognised_at(level));
            here > 0 && most.iter().all(|other| *other <= here)
        });
        NamedByHeader { level, ..self.named }
    }

    fn is_accepted(&self, level: Level) -> bool {
        let recognised = self.tallies.recognised_at(level);
        self.believed_header().level == Some(level) || recognised * 2 >= self.cells.len()
    }

    /// The cheaper edition of a level, with its price.
    fn edition(&self, ranked: &[Priced], level: Level) -> Option<(f64, Division)> {
        ranked.iter().find_map(|(bits, index)| match HYPOTHESES[*index] {
            Hypothesis::In(division) if division.level == level => Some((*bits, division)),
            _ => None,
        })
    }

    /// The values that stand in the other edition only.
    fn of_the_other_edition(&self, division: Division) -> Vec<&str> {
        let stray = self.cells.iter().filter(|(_, cell)| {
            cell.look_up(division) == Lookup::Nothing
                && in_the_other_edition(cell, division).is_some()
        });
        stray.map(|(value, _)| *value).collect()
    }

    fn confidence(&self, level: Level, is_the_only_level: bool, edition_lead: f64) -> Confidence {
        let (recognised, values) = (self.tallies.recognised_at(level), self.cells.len());
        if recognised * 4 < values * 3 {
            Confidence::Uncertain
        } else if !is_the_only_level
            || edition_lead < OPEN_EDITION_BITS
            || recognised * 10 < values * 9
        {
            Confidence::Likely
        } else {
            Confidence::Sure
        }
    }

    /// The other levels that nothing rules out; see [`ColumnDecision::alternatives`].
    fn alternatives(
        &self,
        ranked: &[Priced],
        best: usize,
        division: Division,
    ) -> Vec<(Level, Option<Edition>)> {
        let level = division.level;
        if self.named.level == Some(level) {
            return Vec::new();
        }
        let mut open: Vec<Division> = Vec::new();
        for (bits, index) in ranked {
            let Hypothesis::In(other) = HYPOTHESES[*index] else { continue };
            let lead = bits - ranked[0].0;
            let is_near = lead < CERTAIN_BITS || self.named.level == Some(other.level);
            let is_new = other.level != level && open.iter().all(|seen| seen.level != other.level);
            if is_new && is_near && self.is_possible(other, *index, best, division) {
                open.push(other);
            }
        }
        open.into_iter().map(|other| (other.level, other.edition_if_it_matters())).collect()
    }

    /// Whether nearly all values have a meaning in `other` that nothing beside them rules out, and
    /// that would put them elsewhere.
    fn is_possible(&self, other: Division, index: usize, best: usize, division: Division) -> bool {
        let tally = self.tallies.of_division(other);
        let contradicted = self
            .compared
            .iter()
            .any(|(_, counts)| counts.contradict(index) && !counts.contradict(best));
        let is_shared_list = other.level == Level::Academie && tally.territories() >= MANY_CODES;
        tally.territories() * 10 >= self.cells.len() * 9
            && !contradicted
            && !is_shared_list
            && !self.is_the_same_ground(division, other)
    }

    /// Whether each value is the same ground at both levels, as Martinique is: then nothing is
    /// misplaced, whichever is meant.
    fn is_the_same_ground(&self, division: Division, other: Division) -> bool {
        let here = &self.tallies.of_division(division).by_value;
        let there = &self.tallies.of_division(other).by_value;
        there.iter().all(|(value, id)| {
            here.get(value).is_none_or(|own| Ground::of(*own) == Ground::of(*id))
        })
    }
}
