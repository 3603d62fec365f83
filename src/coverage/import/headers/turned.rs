//! Names that turn round what they speak of: those without an ENT, those that did not answer.

use super::words::{ENT, EQUIPMENT, NEGATIONS, SMALL, begins};
use crate::coverage::vocabulary::tokens;

/// « Équipés (hors ENT) », « privés d’ENT »: what has anything but an ENT.
pub(super) fn without_ent(words: &[&str]) -> Option<String> {
    let is_it = |word: &&str| ENT.contains(word) || begins(word, &EQUIPMENT);
    words.iter().enumerate().find_map(|(at, word)| {
        let mut after = words[at + 1..].iter().take(4);
        let turns_round = match *word {
            "hors" | "sous" | "sauf" => after.find(|word| !SMALL.contains(word)).is_some_and(is_it),
            "prive" | "privee" | "prives" | "privees" => {
                matches!(after.next(), Some(&("d" | "de")))
                    && after.find(|word| !SMALL.contains(word)).is_some_and(is_it)
            }
            _ => false,
        };
        turns_round.then(|| (*word).to_owned())
    })
}

/// « Collèges sans retour », « non-répondants »: schools of which nothing is known.
pub(in crate::coverage::import) fn counts_the_silent(header: &str) -> bool {
    const ANSWERS: [&str; 4] = ["retour", "repon", "repond", "renseign"];
    const UNKNOWN: [&str; 3] = ["inconnu", "indetermin", "indecis"];
    let words = tokens(header);
    let any = |starts: &[&str]| words.iter().any(|word| begins(word, starts));
    let is_negated = words.iter().any(|word| NEGATIONS.contains(&word.as_str()));
    any(&UNKNOWN) || (is_negated && any(&ANSWERS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_without_an_answer_are_known_as_such() {
        for header in ["Collèges sans retour", "Non-répondants", "ENT non renseigné", "inconnus"]
        {
            assert!(counts_the_silent(header), "{header}");
        }
        for header in ["Collèges équipés", "Retour d’enquête", "non équipés", "sans ENT"] {
            assert!(!counts_the_silent(header), "{header}");
        }
    }

    #[test]
    fn what_has_anything_but_an_ent_is_told_from_a_sector() {
        let turned = |header: &str| {
            let words = tokens(header);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            without_ent(&words).is_some()
        };
        for header in ["équipés (hors ENT)", "sous-équipés", "collèges privés d’ENT"] {
            assert!(turned(header), "{header}");
        }
        for header in
            ["privés sous contrat équipés", "collèges privés dotés d’un ENT", "hors contrat"]
        {
            assert!(!turned(header), "{header}");
        }
    }
}
