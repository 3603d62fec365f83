//! The form in which names and words are compared.

use std::borrow::Cow;

/// Writes a text without case, accents, spaces, hyphens and underscores: « Code_Établissement »
/// becomes `codeetablissement`. Composed and decomposed accents give the same result.
pub fn normalise(text: &str) -> Cow<'_, str> {
    // Most cells of a clean file are already in that form.
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'ì' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '’' => plain.push('\''),
            // A lone accent: the letter before it was written apart (files from macOS).
            '\u{300}'..='\u{36f}' => {}
            // Hyphens of every width, and the byte order mark, which some programs repeat.
            '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{feff}' => {}
            _ if letter.is_whitespace() => {}
            _ => plain.push(letter),
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
    }
}
