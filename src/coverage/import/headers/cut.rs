//! A name cut into its words.

use crate::coverage::vocabulary::tokens;

/// Takes « espace(s) numérique(s) de travail » out of the words; false when it is not there.
pub(super) fn take_espace_numerique(words: &mut Vec<&str>) -> bool {
    let starts = |at: usize, start: &str, words: &[&str]| {
        words.get(at).is_some_and(|word| word.starts_with(start))
    };
    let found = (0..words.len())
        .find(|at| starts(*at, "espace", words) && starts(at + 1, "numerique", words));
    let Some(at) = found else { return false };
    let end = if words.get(at + 3) == Some(&"travail") { at + 4 } else { at + 2 };
    words.drain(at..end.min(words.len()));
    true
}

/// The words of a name without accents, `tauxEnt2011` cut at its capitals and digits.
pub(super) fn split_words(header: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(header.len() + 8);
    let mut before: Option<char> = None;
    for letter in header.chars() {
        let is_cut = before.is_some_and(|before| {
            (before.is_lowercase() && letter.is_uppercase())
                || (before.is_alphabetic() && letter.is_ascii_digit())
        });
        if is_cut {
            spaced.push(' ');
        }
        spaced.push(letter);
        before = Some(letter);
    }
    tokens(&spaced)
}
