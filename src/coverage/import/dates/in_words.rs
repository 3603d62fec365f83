//! Parts of a year that are told in words: « premier semestre 2011 », « début 2013 ».

use super::{calendar::month, read_when, small_number};
use crate::coverage::{
    import::dates::{DateStyle, When},
    vocabulary::tokens,
};

/// Ranks, as figures write them.
const RANKS: [(&str, &str); 9] = [
    ("premier", "1er"),
    ("premiere", "1re"),
    ("deuxieme", "2e"),
    ("second", "2e"),
    ("seconde", "2e"),
    ("troisieme", "3e"),
    ("quatrieme", "4e"),
    ("ier", "1er"),
    ("iie", "2e"),
];

/// What leads from a part to its year.
const LEADING: [&str; 8] = ["de", "du", "d", "l", "la", "le", "annee", "civile"];

/// Reads a date again with its ranks in figures, and without what leads to its year.
pub(super) fn rank_in_words(cell: &str, style: DateStyle) -> Option<When> {
    let words = tokens(cell);
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(String::as_str);
        let rank = RANKS.iter().find(|(known, _)| known == word).map(|(_, rank)| *rank);
        match (word.as_str(), next) {
            ("dernier", Some("trimestre")) => kept.push("4e"),
            ("dernier", Some("semestre")) => kept.push("2e"),
            (word, _) if LEADING.contains(&word) => {}
            (word, _) => kept.push(rank.unwrap_or(word)),
        }
    }
    let rewritten = kept.join(" ");
    let is_another = rewritten != words.join(" ") && !rewritten.is_empty();
    is_another.then(|| read_when(&rewritten, style)).flatten()
}

/// « Début 2013 » is its first month; before a month it says no more than that.
pub(super) fn beginning(cell: &str, style: DateStyle) -> Option<When> {
    let (first, rest) = cell.split_once([' ', '\u{a0}'])?;
    if tokens(first).first()? != "debut" {
        return None;
    }
    let rest = rest.trim();
    match small_number(rest).filter(|_| rest.len() == 4) {
        Some(year) => Some(When { period: month(year, 1)?, guess: None }),
        None => read_when(rest, style),
    }
}
