//! What the name of a column of figures says of its date and its schools.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{DateStyle, read_when};
use crate::{
    coverage::{Period, SchoolType},
    table::normalise,
};

/// The date and the type of schools in a name such as « Taux lycées octobre 2011 ».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HeaderSays {
    pub period: Option<Period>,
    pub school_type: Option<SchoolType>,
}

/// The longest date in words: « année scolaire 2010 2011 ».
const MOST_WORDS: usize = 4;

/// Figures that compare dates or look ahead: no state of any date.
const NO_STATE: [&str; 14] = [
    "evolution",
    "variation",
    "ecart",
    "difference",
    "progression",
    "hausse",
    "baisse",
    "croissance",
    "delta",
    "objectif",
    "objectifs",
    "cible",
    "prevision",
    "previsions",
];

impl HeaderSays {
    /// Reads the name of a column.
    pub fn read(header: &str) -> Self {
        let words = words(header);
        let plain: Vec<String> = words.iter().map(|word| normalise(word).into_owned()).collect();
        let says = |singular: &str| {
            plain.iter().any(|word| word.strip_suffix('s').unwrap_or(word) == singular)
        };
        let school_type = match (says("lycee"), says("college")) {
            (true, false) => Some(SchoolType::Lycee),
            (false, true) => Some(SchoolType::College),
            _ => None,
        };
        Self { period: period(&words), school_type }
    }

    /// Whether it says anything.
    pub fn is_silent(self) -> bool {
        self == Self::default()
    }
}

/// Whether a name speaks of a change between dates, or of an aim: such a column has no state of a
/// date, whatever years stand in its name.
pub(super) fn is_no_state(header: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NO_STATE.into_iter().collect());
    words(header).iter().any(|word| WORDS.contains(normalise(word).as_ref()))
}

/// The longest run of words that is a date with a year of four digits in it; `None` where there
/// are several.
fn period(words: &[String]) -> Option<Period> {
    for length in (1..=MOST_WORDS).rev() {
        let mut found = words.windows(length).filter_map(|run| {
            run.iter().any(|word| is_year(word)).then_some(())?;
            // A day comes first in French, a year in the codes of machines: both are read.
            let joined = [run.join(" "), run.join("-")];
            joined.iter().find_map(|text| read_when(text, DateStyle::default()))
        });
        if let Some(when) = found.next() {
            return found.all(|other| other.period == when.period).then_some(when.period);
        }
    }
    None
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

/// The words and the numbers of a name: `tauxLycees2011` has three.
fn words(header: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut before: Option<char> = None;
    for letter in header.chars() {
        let is_part = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
        let is_cut = before.is_some_and(|before| {
            before.is_ascii_digit() != letter.is_ascii_digit()
                || (before.is_lowercase() && letter.is_uppercase())
        });
        if !is_part || is_cut {
            words.push(String::new());
        }
        if is_part && let Some(word) = words.last_mut() {
            word.push(letter);
        }
        before = is_part.then_some(letter);
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_read_from_a_name_however_it_is_written() {
        for (header, expected) in [
            ("taux_2011", Some("2011")),
            ("Taux 2012", Some("2012")),
            ("2012", Some("2012")),
            ("tx2011", Some("2011")),
            ("2010 Lycées équipés", Some("2010")),
            ("Taux octobre 2011 (%)", Some("octobre 2011")),
            ("taux_2011_10", Some("octobre 2011")),
            ("Taux au 31/12/2011", Some("31 décembre 2011")),
            ("taux_rentree_2010", Some("septembre 2010")),
            ("Taux rentrée 2010", Some("septembre 2010")),
            ("Taux 2010-2011", Some("septembre 2010")),
            ("taux", None),
            ("Taux 2010 et 2013", None),
            ("Nombre d’établissements de 1250 élèves", None),
        ] {
            let said = HeaderSays::read(header).period.map(|period| period.to_string());
            assert_eq!(said.as_deref(), expected, "{header}");
        }
    }

    #[test]
    fn the_type_is_read_where_a_name_has_one() {
        let read = |header| HeaderSays::read(header).school_type;
        assert_eq!(read("Taux des lycées 2011"), Some(SchoolType::Lycee));
        assert_eq!(read("nbColleges"), Some(SchoolType::College));
        assert_eq!(read("Lycées et collèges équipés"), None);
        assert!(HeaderSays::read("Taux équipés (%)").is_silent());
    }

    #[test]
    fn a_change_between_dates_is_no_state() {
        assert!(is_no_state("Évolution du taux 2010-2011") && is_no_state("Objectif 2012"));
        assert!(!is_no_state("Taux 2011"));
    }
}
