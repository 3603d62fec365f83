//! The words of a text as they are compared, and where each of their letters stands in it.

use std::ops::Range;

use crate::table::normalise;

/// Words that a name may have or lack.
const ARTICLES: [&str; 9] = ["le", "la", "les", "l", "de", "du", "des", "d", "et"];

/// A word in lower case, without accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    /// Where each byte of `text` comes from: the bytes of its letter in the whole.
    letters: Vec<Range<usize>>,
}

impl Word {
    fn new() -> Self {
        Self { text: String::new(), letters: vec![] }
    }

    fn push(&mut self, letter: &str, at: &Range<usize>) {
        self.text.push_str(letter);
        self.letters.extend(std::iter::repeat_n(at.clone(), letter.len()));
    }

    /// Where a part of it stands in the whole.
    pub(super) fn place(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let letters = self.letters.get(part.clone())?;
        Some(letters.first()?.start..letters.last()?.end)
    }

    /// Whether a name may have it or lack it.
    pub(super) fn is_article(&self) -> bool {
        ARTICLES.contains(&self.text.as_str())
    }
}

/// The words of a text. All that is neither a letter nor a digit stands between two words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::new();
    for (start, letter) in text.char_indices() {
        let at = start..start + letter.len_utf8();
        if letter.is_alphanumeric() {
            word.push(&normalise(&text[at.clone()]), &at);
        } else if matches!(letter, '\u{300}'..='\u{36f}') {
            // A lone accent belongs to the letter before it.
            if let Some(last) = word.letters.last_mut() {
                last.end = at.end;
            }
        } else if !word.text.is_empty() {
            words.push(std::mem::replace(&mut word, Word::new()));
        }
    }
    if !word.text.is_empty() {
        words.push(word);
    }
    words
}

/// « St » and « Ste » in full.
pub(super) fn in_full(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    }
}

/// A text as it is compared as a whole: its words, one space between two.
pub(super) fn folded(text: &str) -> String {
    let words = words(text);
    let plain: Vec<&str> = words.iter().map(|word| in_full(&word.text)).collect();
    plain.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_knows_where_its_letters_stand_even_where_folding_changes_their_number() {
        let text = "Sacré-Cœur d’Île";
        let words = words(text);
        let plain: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(plain, ["sacre", "coeur", "d", "ile"]);
        let part = |word: &Word, part| &text[word.place(&part).unwrap()];
        assert_eq!(part(&words[0], 3..5), "ré");
        assert_eq!(part(&words[1], 0..2), "Cœ");
        assert_eq!(part(&words[3], 0..1), "Î");
        assert_eq!(words[3].place(&(0..9)), None);
    }

    #[test]
    fn a_lone_accent_goes_with_its_letter() {
        let text = "Ise\u{301}re";
        let [word] = &words(text)[..] else { panic!() };
        assert_eq!(word.text, "isere");
        assert_eq!(&text[word.place(&(0..3)).unwrap()], "Ise\u{301}");
    }
}
