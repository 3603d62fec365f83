//! Which words may be the name of a project, and which are another thing.

use crate::coverage::{
    import::dates::{DateStyle, names_a_month, read_when},
    vocabulary::{opening, school_word, sector_word, tokens},
};

/// A word of another vocabulary names no project, however often it recurs: that a school is closed,
/// its sector, its type, a date.
pub(super) fn is_another_word(cell: &str) -> bool {
    let words = tokens(cell);
    // « Mon e-collège » and « Planète collèges » are names.
    let names_schools = words.iter().all(|word| {
        school_word(word).is_some() || sector_word(word).is_some() || KINDS.contains(&word.as_str())
    });
    opening(cell).is_some() || names_schools || read_when(cell, DateStyle::default()).is_some()
}

/// Words of kinds of schools, and between them.
const KINDS: [&str; 22] = [
    "general",
    "generale",
    "technologique",
    "professionnel",
    "professionnelle",
    "polyvalent",
    "agricole",
    "d",
    "de",
    "du",
    "des",
    "l",
    "et",
    "ou",
    "enseignement",
    "sous",
    "hors",
    "contrat",
    "etablissement",
    "section",
    "degre",
    "second",
];

/// A name has letters, and more of them than anything else; « oui, sans plus » is none.
pub(super) fn is_name(cell: &str) -> bool {
    if tokens(cell).iter().any(|word| matches!(word.as_str(), "oui" | "non")) {
        return false;
    }
    if is_like_a_date(cell) {
        return false;
    }
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && letters * 2 > cell.chars().filter(|c| !c.is_whitespace()).count()
}

/// « Rentrée 2012 », « sept. 2011 », « 2e trimestre »: a day when something is, and no name.
fn is_like_a_date(cell: &str) -> bool {
    let read = read_when(cell.trim(), DateStyle::default()).is_some();
    let words = tokens(cell);
    let is_of_dates = |word: &String| {
        DATED.contains(&word.as_str())
            || names_a_month(word)
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    read || words.iter().all(is_of_dates)
}

/// Words that stand in dates beside months and numbers.
const DATED: [&str; 20] = [
    "rentree",
    "annee",
    "scolaire",
    "trimestre",
    "semestre",
    "depuis",
    "debut",
    "fin",
    "mi",
    "ete",
    "hiver",
    "printemps",
    "automne",
    "le",
    "la",
    "en",
    "de",
    "au",
    "du",
    "courant",
];
