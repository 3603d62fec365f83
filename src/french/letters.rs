//! Letters without their accents, as names and words are compared everywhere.

/// What is left of a letter or a sign without its accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// A letter or a digit.
    Letter(char),
    /// Two letters that were written as one: « œ ».
    Letters(&'static str),
    /// An accent that stands behind its letter (files from macOS), or a sign that shows nothing.
    Nothing,
    /// A space, a hyphen or any other sign.
    Sign(char),
}

/// Takes the accent off a letter in lower case; composed and decomposed accents give the same.
pub fn bare(letter: char) -> Bare {
    match letter {
        'a'..='z' | '0'..='9' => Bare::Letter(letter),
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => Bare::Letter('a'),
        'ç' => Bare::Letter('c'),
        'è' | 'é' | 'ê' | 'ë' => Bare::Letter('e'),
        'ì' | 'í' | 'î' | 'ï' => Bare::Letter('i'),
        'ñ' => Bare::Letter('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => Bare::Letter('o'),
        'ù' | 'ú' | 'û' | 'ü' => Bare::Letter('u'),
        'ý' | 'ÿ' => Bare::Letter('y'),
        'œ' => Bare::Letters("oe"),
        'æ' => Bare::Letters("ae"),
        // Accents alone, byte order marks that some programs repeat, hyphens that only show where a
        // line breaks.
        '\u{300}'..='\u{36f}' | '\u{feff}' | '\u{ad}' => Bare::Nothing,
        _ if letter.is_alphanumeric() => Bare::Letter(letter),
        _ => Bare::Sign(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_taken_off_letters_and_signs_are_left() {
        let bared = |text: &str| -> String {
            let parts = text.chars().map(|letter| match bare(letter) {
                Bare::Letter(letter) | Bare::Sign(letter) => letter.to_string(),
                Bare::Letters(letters) => letters.to_owned(),
                Bare::Nothing => String::new(),
            });
            parts.collect()
        };
        assert_eq!(bared("côte-d’or, 2ᵉ cœur"), "cote-d’or, 2ᵉ coeur");
        assert_eq!(bared("e\u{301}\u{feff}té"), "ete");
    }
}
