//! What a column may be, and the price of each possibility in bits.
//!
//! The figures here are choices: a value that fits nowhere weighs as much as four thousand to one
//! (12 bits), and before any value is seen a column holds départements rather than régions, and
//! régions rather than académies. [`selection_bits`] says what the set of values is worth.

use crate::territory::{Edition, Level, TerritoryId};

use super::{
    division::Division,
    header::NamedByHeader,
    plausibility::selection_bits,
    tally::{Tallies, Tally},
};

/// A level in one edition, or across both, as in a series over 2016.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hypothesis {
    In(Division),
    Across(Level),
}

/// How many there are.
pub(super) const COUNT: usize = 7;

/// All that a column may be. The first five are the divisions, in their own order.
pub(super) const HYPOTHESES: [Hypothesis; COUNT] = [
    Hypothesis::In(Division::DEPARTEMENTS),
    Hypothesis::In(Division::REGIONS),
    Hypothesis::In(Division::REGIONS_2011),
    Hypothesis::In(Division::ACADEMIES),
    Hypothesis::In(Division::ACADEMIES_2011),
    Hypothesis::Across(Level::Region),
    Hypothesis::Across(Level::Academie),
];

/// A value that is nothing there. A name of no place at all weighs it against every hypothesis
/// alike, and changes nothing.
const UNKNOWN_BITS: f64 = 12.0;

/// A header that names another level weighs as much as three or four values that fit nowhere.
const OTHER_LEVEL_BITS: f64 = 40.0;

/// A header names an edition less surely: a year may be that of the file.
const OTHER_EDITION_BITS: f64 = 10.0;

impl Hypothesis {
    pub fn level(self) -> Level {
        match self {
            Self::In(division) => division.level,
            Self::Across(level) => level,
        }
    }

    /// The territory of a value under this hypothesis, from its territory in each division.
    pub fn territory(self, by_division: &[Option<TerritoryId>; 5]) -> Option<TerritoryId> {
        self.divisions().find_map(|division| by_division[division.rank()])
    }

    /// Whether any value is a territory there, and not only a place outside.
    pub fn finds_any(self, tallies: &Tallies<'_>) -> bool {
        self.divisions().any(|division| !tallies.of_division(division).found.is_empty())
    }

    /// The price of the values, without a word of the header or of other columns.
    pub fn bits(self, tallies: &Tallies<'_>) -> f64 {
        let of_division = |division| tallies.of_division(division);
        let here: Vec<&Tally<'_>> = self.divisions().map(of_division).collect();
        let before: f64 = self.divisions().map(before_bits).sum();
        let unknown: Vec<&str> = self.unknown(&here);
        let several = here.iter().map(|tally| tally.several).min().unwrap_or(0);
        let outside = here.iter().map(|tally| tally.outside).min().unwrap_or(0);
        before
            + self.padding_bits(&here)
            + UNKNOWN_BITS * unknown.len() as f64
            + UNKNOWN_BITS * self.known_elsewhere(&unknown, tallies) as f64
            + 5.0 * several as f64
            + 3.0 * outside as f64
            + selection(&here)
    }

    /// What the level and the edition that a header names are worth against it.
    pub fn header_bits(self, named: NamedByHeader) -> f64 {
        let other_level = named.level.is_some_and(|level| level != self.level());
        let other_edition = match (self, named.edition) {
            (Self::In(division), Some(edition)) => {
                division.edition_if_it_matters().is_some_and(|own| own != edition)
            }
            _ => false,
        };
        let level_bits = if other_level { OTHER_LEVEL_BITS } else { 0.0 };
        let edition_bits = if other_edition { OTHER_EDITION_BITS } else { 0.0 };
        level_bits + edition_bits
    }

    fn divisions(self) -> impl Iterator<Item = Division> {
        let (first, second) = match self {
            Self::In(division) => (division, None),
            Self::Across(level) => (
                Division::new(level, Edition::Since2016),
                Some(Division::new(level, Edition::Before2016)),
            ),
        };
        std::iter::once(first).chain(second)
    }

    /// Three characters are a habit of the ministry for départements.
    fn padding_bits(self, here: &[&Tally<'_>]) -> f64 {
        let mostly_padded = here.iter().any(|tally| tally.padded * 2 > tally.recognised());
        match self.level() {
            Level::Region if mostly_padded => 6.0,
            Level::Academie if mostly_padded => 3.0,
            _ => 0.0,
        }
    }

    /// Values that are nothing in any of its editions.
    fn unknown<'a>(self, here: &[&Tally<'a>]) -> Vec<&'a str> {
        let [first, others @ ..] = here else { return Vec::new() };
        let unknown = first.nothing.iter().copied();
        unknown.filter(|value| others.iter().all(|other| other.is_nothing(value))).collect()
    }

    /// How many of them are a territory of another level. They speak against this one twice: a
    /// `2A` among `01` to `06` is no slip, it gives the départements away.
    fn known_elsewhere(self, unknown: &[&str], tallies: &Tallies<'_>) -> usize {
        let is_known = |value: &&&str| {
            tallies.iter().any(|other| {
                other.division.level != self.level() && other.by_value.contains_key(**value)
            })
        };
        unknown.iter().filter(is_known).count()
    }
}

/// What a column is before any value is seen.
fn before_bits(division: Division) -> f64 {
    match division {
        Division::DEPARTEMENTS => 0.0,
        Division::REGIONS => 3.5,
        Division::REGIONS_2011 => 4.5,
        Division::ACADEMIES => 5.5,
        _ => 6.5,
    }
}

/// The price of the territories that were found. Across two editions, one of them holds what it
/// has, and the other what it has or what is left, whichever is the likelier list.
fn selection(here: &[&Tally<'_>]) -> f64 {
    let of_one = |tally: &Tally<'_>| selection_bits(tally.division, &tally.found);
    match here {
        [one] => of_one(one),
        [one, other] => across(one, other).min(across(other, one)),
        _ => f64::INFINITY,
    }
}

fn across(first: &Tally<'_>, second: &Tally<'_>) -> f64 {
    let left = second.by_value.iter().filter(|(value, _)| !first.by_value.contains_key(**value));
    let left = left.map(|(_, id)| *id).collect();
    let second_bits =
        selection_bits(second.division, &second.found).min(selection_bits(second.division, &left));
    selection_bits(first.division, &first.found) + second_bits
}
