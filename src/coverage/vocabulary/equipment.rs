//! Whether a school has it: yes, no, planned, not known, or another word.

use serde::{Deserialize, Serialize};

use super::{
    equipment_words::{BESIDE_A_YES, MARKS, NEGATIONS, PLAN_PHRASES, PLANS, YES},
    missing_word, tokens,
    unknown_words::{SURVEY_WORDS, UNKNOWN_ANYWHERE, UNKNOWN_BEGINNINGS, UNKNOWN_WORDS},
};

/// What a cell says of the equipment of a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// It has it.
    Yes,
    /// It has none.
    No,
    /// Announced or under way: neither yes nor no.
    Planned,
    /// The file says that it is not known.
    Unknown,
}

/// What a cell says; `None` for any other word, which may be the name of a project.
///
/// What says that nothing is known comes first (« non renseigné » is no no), then what is planned
/// beside a yes, then negations, then plans, then yes. A blank cell says nothing here: what it
/// means, its column tells.
pub(in crate::coverage) fn answer(cell: &str) -> Option<Answer> {
    let cell = without_a_number(cell.trim());
    if cell.is_empty() {
        return None;
    }
    zero_or_one(cell)
        .or_else(|| missing_word(cell).map(|_| Answer::Unknown))
        .or_else(|| by_a_sign(cell))
        .or_else(|| in_words(cell))
}

fn by_a_sign(cell: &str) -> Option<Answer> {
    match cell {
        "✓" | "✔" | "☑" | "✅" => Some(Answer::Yes),
        "✗" | "✘" | "☐" | "❌" | "×" => Some(Answer::No),
        _ => None,
    }
}

fn in_words(cell: &str) -> Option<Answer> {
    let words = tokens(cell);
    let words = Words(words.iter().map(String::as_str).collect());
    let begins_with_yes = matches!(*words.0.first()?, "oui" | "o" | "yes");
    let is_planned = words.speak_of_a_plan() || is_a_bare_project(cell, &words.0);
    let is_doubted = cell.ends_with('?') || cell.ends_with("?)");
    let is_to_be_done = matches!(words.0.as_slice(), ["a", verb, ..] if is_infinitive(verb));
    // « oui (à confirmer) » is not known yet.
    let is_yes_in_doubt = begins_with_yes && words.hold_any(&UNKNOWN_WORDS);
    if is_doubted || is_to_be_done && !is_planned || is_yes_in_doubt || words.know_nothing() {
        return Some(Answer::Unknown);
    }
    match (begins_with_yes, words.negate(), is_planned) {
        // « oui, sans problème »: the word before says it, and what follows may take it back.
        (true, true, _) => None,
        (_, false, true) => Some(Answer::Planned),
        (false, true, _) => Some(Answer::No),
        (true, false, false) => Some(Answer::Yes),
        (false, false, false) => words.say_yes().then_some(Answer::Yes),
    }
}

/// The words of a cell, without case and accents.
struct Words<'a>(Vec<&'a str>);

impl Words<'_> {
    fn hold_any(&self, list: &[&str]) -> bool {
        self.0.iter().any(|word| list.contains(word))
    }

    fn hold_a_phrase(&self, phrases: &[&[&str]]) -> bool {
        let holds = |phrase: &&[&str]| self.0.windows(phrase.len()).any(|run| run == *phrase);
        phrases.iter().any(holds)
    }

    fn negate(&self) -> bool {
        self.hold_any(&NEGATIONS)
    }

    fn speak_of_a_plan(&self) -> bool {
        // « Oui si budget ».
        let is_on_condition = self.0.first() == Some(&"oui") && self.0.contains(&"si");
        self.hold_any(&PLANS) || self.hold_a_phrase(&PLAN_PHRASES) || is_on_condition
    }

    /// Whether they say that nothing is known, or that nobody answered.
    fn know_nothing(&self) -> bool {
        let is_of_the_survey = self.hold_any(&SURVEY_WORDS)
            && (self.negate() || (self.0.len() < 3 && !self.hold_any(&YES)));
        let is_unsettled = self.hold_any(&UNKNOWN_WORDS)
            && self.0.iter().all(|word| UNKNOWN_WORDS.contains(word) || is_small(word));
        is_of_the_survey
            || is_unsettled
            || UNKNOWN_BEGINNINGS.iter().any(|phrase| self.0.starts_with(phrase))
            || self.hold_a_phrase(&UNKNOWN_ANYWHERE)
    }

    fn say_yes(&self) -> bool {
        let fits_a_yes =
            |word: &&str| YES.contains(word) || BESIDE_A_YES.contains(word) || is_year(word);
        self.hold_any(&YES) && self.0.iter().all(fits_a_yes)
    }
}

/// The word by which words without accents speak of what is announced or under way.
pub(in crate::coverage) fn word_of_a_plan<'a>(words: &[&'a str]) -> Option<&'a str> {
    let phrase = || {
        let rank = (0..words.len())
            .find(|rank| PLAN_PHRASES.iter().any(|phrase| words[*rank..].starts_with(phrase)))?;
        words.get(rank + 1).copied()
    };
    words.iter().copied().find(|word| PLANS.contains(word)).or_else(phrase)
}

/// Whether a cell says yes or no, and not of what: « oui », « non », « x », « 1 ».
pub(in crate::coverage) fn is_bare_answer(cell: &str) -> bool {
    const BARE: [&str; 14] =
        ["oui", "o", "yes", "y", "non", "n", "no", "vrai", "faux", "true", "false", "x", "v", "ok"];
    let cell = without_a_number(cell.trim());
    match tokens(cell).as_slice() {
        [] => answer(cell).is_some_and(|said| matches!(said, Answer::Yes | Answer::No)),
        [word] => BARE.contains(&word.as_str()) || zero_or_one(cell).is_some(),
        _ => zero_or_one(cell).is_some(),
    }
}

/// Whether a cell is a sign put beside some rows of a list, the others left blank.
pub(in crate::coverage) fn is_mark(cell: &str) -> bool {
    let plain = crate::table::normalise(cell.trim());
    MARKS.contains(&plain.as_ref()) || zero_or_one(cell) == Some(Answer::Yes)
}

/// A cell without the number of its answer: « 1 - Oui », « 2. Non », « 3) En cours ».
fn without_a_number(cell: &str) -> &str {
    let after = cell.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = cell.len() - after.len();
    let sign = after.trim_start();
    let text = sign.trim_start_matches(['-', '–', '—', '.', ')', ':', '=', '/', '_']).trim_start();
    let is_numbered = (1..=2).contains(&digits)
        && text.len() < sign.len()
        && text.starts_with(char::is_alphabetic);
    if is_numbered { text } else { cell }
}

/// `1`, `1.0`, `1,0` and the zeros, as programs write yes and no.
fn zero_or_one(cell: &str) -> Option<Answer> {
    let (whole, decimals) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    if decimals.is_empty() || !decimals.bytes().all(|b| b == b'0') {
        return None;
    }
    match whole {
        "1" => Some(Answer::Yes),
        "0" => Some(Answer::No),
        _ => None,
    }
}

/// « Projet », « Projet 2013 », « e-lyco (projet) »; « Projet Escale » is the name of one.
fn is_a_bare_project(cell: &str, words: &[&str]) -> bool {
    let is_beside = |word: &&str| {
        is_year(word) || matches!(*word, "projet" | "projets" | "d" | "ent" | "pour" | "en" | "de")
    };
    let is_bracketed = cell.to_lowercase().trim_end().ends_with("(projet)");
    is_bracketed || (words[0].starts_with("projet") && words.iter().all(is_beside))
}

fn is_small(word: &str) -> bool {
    matches!(word, "a" | "en" | "de" | "etre" | "la" | "le" | "encore")
}

/// « à étudier », « à relancer »: something that nobody has done yet.
fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && (word.ends_with("er") || word.ends_with("ir") || word.ends_with("re"))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
