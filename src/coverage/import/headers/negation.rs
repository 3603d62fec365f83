//! What in a name takes back the thing that it names, or puts it at another time.

use super::{
    other_words::AHEAD,
    subset::takes_back_a_distinction,
    words::{AFFIRMATIONS, ENT, EQUIPMENT, NEGATIONS, NOT_EQUIPPED, begins},
};
use crate::coverage::vocabulary::word_of_a_plan;

/// How often a name that speaks of equipment takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Negation {
    None,
    Once,
    /// « Non dépourvu »: what it says is anybody's guess.
    Twice,
}

/// Whether a name says that there is no equipment. « ENT (oui/non) » and « équipé ou non » leave it
/// to the cells.
pub(super) fn negation(words: &[&str]) -> Negation {
    if words.contains(&"oui") {
        return Negation::None;
    }
    let ranks = (0..words.len()).filter(|rank| negates(words, *rank));
    let ranks: Vec<usize> = ranks.filter(|rank| !is_an_alternative(words, *rank)).collect();
    match ranks.len() {
        0 => Negation::None,
        1 => Negation::Once,
        _ => Negation::Twice,
    }
}

/// « Hors contrat » is a sector, « hors ENT » is none.
pub(super) fn negates(words: &[&str], rank: usize) -> bool {
    let is_before_ent = || words.get(rank + 1).is_some_and(|next| ENT.contains(next));
    // « Sans aucun ENT » says it once.
    let is_said_already = rank > 0
        && matches!(words[rank], "aucun" | "aucune")
        && NEGATIONS.contains(&words[rank - 1]);
    if takes_back_a_distinction(words, rank) {
        return false;
    }
    (NEGATIONS.contains(&words[rank]) || begins(words[rank], &NOT_EQUIPPED)) && !is_said_already
        || (words[rank] == "hors" && is_before_ent())
}

/// « Équipé ou non », « avec/sans ENT », « équipés / non équipés ».
fn is_an_alternative(words: &[&str], rank: usize) -> bool {
    let before = &words[..rank];
    let after = words[rank + 1..].iter().find(|word| is_equipment(word) || word.len() > 3);
    let is_repeated = |word: &&str| {
        let stem = |word: &str| word.chars().take(5).collect::<String>();
        before.iter().any(|other| stem(other) == stem(word))
    };
    match before.last() {
        Some(&"ou") => true,
        Some(last) if AFFIRMATIONS.contains(last) => true,
        _ => after.is_some_and(is_repeated),
    }
}

/// The word that says that a name speaks of another time than its own, or of a wish.
pub(super) fn looks_elsewhere<'a>(words: &[&'a str]) -> Option<&'a str> {
    let follows = |rank: usize, starts: &[&str]| {
        words.get(rank + 1).is_some_and(|next| starts.iter().any(|start| next.starts_with(start)))
    };
    let told = (0..words.len()).find(|rank| match words[*rank] {
        // « Équipés dans l’ancienne région » is no earlier state.
        word if word.starts_with("ancien") => !follows(*rank, &["region", "academi", "decoup"]),
        // « Équipés du projet Escale » have it.
        "projet" | "projets" => rank.checked_sub(1).is_none_or(|before| words[before] != "du"),
        // « À doter » is to come, « a un ENT » is there.
        "a" => words.get(rank + 1).is_some_and(|next| next.ends_with("er") || next.ends_with("ir")),
        // « Situation arrêtée au 31 décembre » is one that was.
        "arret" | "ex" => true,
        // « Fin 2011 » is a date, « fin de l’ENT » is none.
        "fin" => follows(*rank, &["d", "l", "ent"]) && !follows(*rank, &["dec"]),
        word => begins(word, &AHEAD),
    });
    told.map(|rank| words[rank]).or_else(|| word_of_a_plan(words))
}

/// Whether a word names an ENT or equipment.
pub(super) fn is_equipment(word: &str) -> bool {
    ENT.contains(&word) || EQUIPMENT.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::{super::cut::split_words, *};

    #[test]
    fn both_of_two_answers_in_a_name_leave_it_to_the_cells() {
        let of = |header: &str| {
            let split = split_words(header);
            negation(&split.iter().map(String::as_str).collect::<Vec<_>>())
        };
        for header in [
            "ENT (oui/non)",
            "équipé ou non",
            "équipés / non équipés",
            "avec ou sans ENT",
            "avec/sans ENT",
            "Présence/absence d’ENT",
            "ENT ou pas d’ENT",
        ] {
            assert_eq!(of(header), Negation::None, "{header}");
        }
        for header in [
            "Sans ENT",
            "Absence d’ENT",
            "Non équipé",
            "Lycées non dotés d’un ENT",
            "ENT absent",
            "ENT non déployé",
            "N’a pas d’ENT",
            "Aucun ENT",
            "Dépourvu d’ENT",
        ] {
            assert_eq!(of(header), Negation::Once, "{header}");
        }
        assert_eq!(of("non dépourvu d’ENT"), Negation::Twice);
    }
}
