//! A text cut into words without case and accents.

use crate::table::normalise;

/// The words and numbers of a text, without case and accents: « Pas d’ENT (2012) » gives `pas`,
/// `d`, `ent`, `2012`.
pub(in crate::coverage) fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)))
        .filter(|word| !word.is_empty())
        .map(|word| normalise(word).into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_whatever_is_no_letter() {
        assert_eq!(tokens("Pas d’ENT (2012)"), ["pas", "d", "ent", "2012"]);
        assert_eq!(tokens("À_l'Étude"), ["a", "l", "etude"]);
        assert_eq!(tokens(" – "), [""; 0]);
    }
}
