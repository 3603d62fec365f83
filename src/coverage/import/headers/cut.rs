//! A name cut into its words.

use crate::coverage::vocabulary::tokens;

/// Writes « espace(s) numérique(s) de travail » by its short name.
pub(super) fn shorten_espace_numerique(words: &mut Vec<&str>) {
    let starts = |at: usize, start: &str| words.get(at).is_some_and(|word| word.starts_with(start));
    let is_there = |at: &usize| {
        (starts(*at, "espace") || starts(*at, "environnement")) && starts(at + 1, "numerique")
    };
    let Some(at) = (0..words.len()).find(is_there) else { return };
    let end = if words.get(at + 3) == Some(&"travail") { at + 4 } else { at + 2 };
    words.splice(at..end.min(words.len()), ["ent"]);
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
    let mut words = tokens(&spaced);
    while let Some(at) = words.windows(2).position(|run| run == ["wi", "fi"]) {
        words.splice(at..at + 2, ["wifi".to_owned()]);
    }
    words
}
