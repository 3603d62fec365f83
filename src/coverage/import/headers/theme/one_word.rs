//! What one word of a name is, wherever it stands.

use super::super::{
    other_words::OTHER_THINGS,
    some_schools::is_other_schools,
    subset::is_distinctive,
    words::{
        COUNTS, DATES, ENT, EQUIPMENT, NOT_EQUIPPED, PLACES, RATES, SCHOOLS, SECTORS, SMALL, USAGE,
        begins,
    },
};
use crate::coverage::import::dates::names_a_month;

/// Whether a word without accents names, wherever it stands, another thing than an ENT.
pub(in crate::coverage::import) fn is_another_thing(word: &str) -> bool {
    is_one_of(word, &OTHER_THINGS)
}

/// Whether it is one of some things, or begins like one that is long enough.
pub(super) fn is_one_of(word: &str, things: &[&str]) -> bool {
    things.iter().any(|thing| {
        // A short word is no beginning: « Garonne » is no GAR.
        let alone = word.strip_suffix('s').unwrap_or(word) == *thing;
        alone || (thing.len() > 4 && word.starts_with(thing))
    })
}

/// Whether it has its place in a name that says of which schools, places and dates figures are.
pub(super) fn is_known(word: &str) -> bool {
    let lists: [&[&str]; 8] = [&RATES, &COUNTS, &ENT, &SCHOOLS, &SECTORS, &PLACES, &SMALL, &DATES];
    lists.iter().any(|list| list.contains(&word))
        || speaks_of_equipment(word)
        || is_other_schools(word)
        || is_distinctive(word)
        || names_a_month(word)
        || is_a_rank(word)
}

/// Equipment, its use, or that there is none: « équipés », « utilisation », « dépourvus ».
pub(super) fn speaks_of_equipment(word: &str) -> bool {
    begins(word, &EQUIPMENT) || begins(word, &USAGE) || begins(word, &NOT_EQUIPPED)
}

/// Whether it may stand in a date; small words may.
pub(super) fn is_of_a_date(word: &str) -> bool {
    SMALL.contains(&word) || DATES.contains(&word) || names_a_month(word) || is_a_rank(word)
}

/// A number, or a rank: « 2011 », « 1er », « 2e ». « 4G » is something else.
fn is_a_rank(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len()
        && matches!(letters, "" | "er" | "re" | "ere" | "e" | "eme" | "nd" | "nde" | "d" | "de")
}
