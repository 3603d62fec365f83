//! The form in which names and words are compared.

use std::borrow::Cow;

use crate::french::letters::{Bare, bare};

/// Writes a text without case, accents, spaces, hyphens and underscores: « Code_Établissement »
/// becomes `codeetablissement`. Composed and decomposed accents give the same result.
pub fn normalise(text: &str) -> Cow<'_, str> {
    // Most cells of a clean file are already in that form.
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    if text.is_ascii() {
        let kept =
            text.chars().filter(|c| !c.is_ascii_whitespace() && !matches!(c, '-' | '_' | '\u{b}'));
        plain.extend(kept.map(|letter| letter.to_ascii_lowercase()));
        return Cow::Owned(plain);
    }
    for letter in text.chars().flat_map(char::to_lowercase) {
        match bare(letter) {
            Bare::Letter(letter) => plain.push(letter),
            Bare::Letters(letters) => plain.push_str(letters),
            Bare::Sign('’') => plain.push('\''),
            // Hyphens of every width.
            Bare::Nothing | Bare::Sign('-' | '_' | '\u{2010}'..='\u{2015}') => {}
            Bare::Sign(sign) if sign.is_whitespace() => {}
            Bare::Sign(sign) => plain.push(sign),
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_hyphens_and_underscores_do_not_count() {
        for text in ["Code établissement", "CODE_ETABLISSEMENT", "code-e\u{301}tablissement"] {
            assert_eq!(normalise(text), "codeetablissement");
        }
        assert_eq!(normalise("Côtes-d’Armor"), normalise("COTES D'ARMOR"));
        assert_eq!(normalise("Cœur"), "coeur");
        assert_eq!(normalise("a\u{b} b\u{1f}’"), normalise("A_B\u{1f}'"));
    }
}
