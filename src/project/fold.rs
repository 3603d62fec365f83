//! The form in which words are compared and put into the name of a file: small letters without accents, one space
//! between words. Unlike `table::normalise`, it keeps words apart.

use crate::table::normalise;

/// « Saint-Étienne (Côte d’Or) » becomes « saint etienne cote d or ».
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The same at the end of another text, and maybe a space after it.
pub(super) fn fold_into(folded: &mut String, text: &str) {
    let start = folded.len();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            folded.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() || !letter.is_alphabetic() {
            // A lone accent belongs to the letter before it.
            let accent = ('\u{300}'..='\u{36f}').contains(&letter);
            if !accent && folded.len() > start && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            folded.push_str(&normalise(letter.encode_utf8(&mut [0; 4])));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_apart_and_lose_case_and_accents() {
        assert_eq!(fold("Saint-Étienne\u{202f}(Côte d’Or)"), "saint etienne cote d or");
        assert_eq!(fold("e\u{301}quipe\u{301}"), "equipe");
        assert_eq!(fold("Cœur ÉCOLE 2A"), "coeur ecole 2a");
        assert_eq!(fold("  - "), "");
    }
}
