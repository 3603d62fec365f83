//! The plain forms in which cells, names and headers are compared.
//!
//! This room stands above `table` and can't use its `normalise`; and it needs words rather than
//! one glued text, since articles and « Saint » are words.

use crate::french::letters::{Bare, bare};

/// Words that change nothing in the name of a territory: « Réunion » is « La Réunion », and « Lot
/// Garonne » can only be « Lot-et-Garonne ».
const ARTICLES: [&str; 9] = ["le", "la", "les", "l", "de", "du", "des", "d", "et"];

/// Shortenings that French tables use within a name, and what they stand for.
const SHORTENED: [(&str, &str); 8] = [
    ("st", "saint"),
    ("ste", "sainte"),
    ("hte", "haute"),
    ("htes", "hautes"),
    ("ht", "haut"),
    ("hts", "hauts"),
    ("bches", "bouches"),
    ("terr", "territoire"),
];

/// A cell without the blanks, quotes and apostrophes around it, and whether there was more than
/// blanks: a spreadsheet writes `'01` or `="01"` to keep a zero.
pub(super) fn unwrapped(text: &str) -> (&str, bool) {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}');
    let is_quote = |c: char| matches!(c, '"' | '\'' | '’' | '‘' | '“' | '”' | '«' | '»' | '`');
    let trimmed = text.trim_matches(is_blank);
    let formula = trimmed.strip_prefix('=').filter(|rest| rest.starts_with('"'));
    let bare = formula.unwrap_or(trimmed).trim_matches(|c| is_quote(c) || is_blank(c));
    (bare, bare.len() != trimmed.len())
}

/// The words of a text in lower case and without accents. Everything that is neither a letter nor
/// a digit stands between two words; « + » and « & » are said « et ».
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut end_word = |word: &mut String| {
        if !word.is_empty() {
            words.push(std::mem::take(word));
        }
    };
    for letter in text.chars().flat_map(small) {
        match bare(letter) {
            Bare::Letter(letter) => word.push(letter),
            Bare::Letters(letters) => word.push_str(letters),
            Bare::Nothing => {}
            Bare::Sign(sign) => {
                end_word(&mut word);
                if matches!(sign, '+' | '&') {
                    word.push_str("et");
                    end_word(&mut word);
                }
            }
        }
    }
    end_word(&mut word);
    words
}

/// A letter in small letters: one for each of ASCII, which most texts are.
fn small(letter: char) -> impl Iterator<Item = char> {
    let (ascii, other) = if letter.is_ascii() {
        (Some(letter.to_ascii_lowercase()), None)
    } else {
        (None, Some(letter))
    };
    ascii.into_iter().chain(other.into_iter().flat_map(char::to_lowercase))
}

/// The form in which names are looked up: without articles, shortenings written out, glued.
pub(super) fn key(words: &[String]) -> String {
    let kept = words.iter().map(|word| in_full(word)).filter(|word| !ARTICLES.contains(word));
    let key: String = kept.collect();
    if key.is_empty() { words.concat() } else { key }
}

/// The same with its articles, for texts where they were glued to a word: « Val dOise ».
pub(super) fn key_with_articles(words: &[String]) -> String {
    words.iter().map(|word| in_full(word)).collect()
}

/// Whether the two keys differ.
pub(super) fn has_articles(words: &[String]) -> bool {
    words.iter().any(|word| ARTICLES.contains(&word.as_str()))
}

/// « Savoie (Haute-) », « Réunion, La »: the words in the order they are said; `None` where
/// nothing stands apart.
pub(super) fn inverted(text: &str) -> Option<Vec<String>> {
    let text = text.trim_end();
    let (before, after) = match text.strip_suffix(')') {
        Some(open) => open.split_once('(')?,
        None => text.split_once(',')?,
    };
    let mut inverted = words(after);
    inverted.extend(words(before));
    Some(inverted)
}

fn in_full(word: &str) -> &str {
    SHORTENED.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_quotes_and_apostrophes_around_a_cell_are_taken_off() {
        for text in ["'01", "\"01\"", "=\"01\"", "« 01 »", "‘01’", " '01 "] {
            assert_eq!(unwrapped(text), ("01", true), "{text}");
        }
        for text in ["01", " 01\u{a0}", "\u{202f}01", "\u{feff}01"] {
            assert_eq!(unwrapped(text), ("01", false), "{text:?}");
        }
        assert_eq!(unwrapped("Côtes-d’Armor").0, "Côtes-d’Armor");
    }

    #[test]
    fn names_have_one_key_however_they_are_written() {
        let same = |texts: &[&str]| {
            let keys: Vec<String> = texts.iter().map(|text| key(&words(text))).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{texts:?}: {keys:?}");
        };
        same(&["Côtes-d’Armor", "COTES D'ARMOR", "Cotes d Armor", "co\u{302}tes_d_armor"]);
        same(&["La Réunion", "REUNION", "réunion (la)", "Réunion, La"]);
        same(&["Seine-Saint-Denis", "SEINE ST DENIS", "Seine St. Denis"]);
        same(&["Hautes-Pyrénées", "HTES PYRENEES"]);
        assert_ne!(key(&words("Loire")), key(&words("Loiret")));
    }

    #[test]
    fn a_part_that_stands_apart_is_said_first() {
        let said = |text| inverted(text).map(|words| words.join(" "));
        assert_eq!(said("Belfort (Territoire de)").as_deref(), Some("territoire de belfort"));
        assert_eq!(said("Savoie, Haute").as_deref(), Some("haute savoie"));
        assert_eq!(said("Savoie"), None);
        assert_eq!(said("a)"), None);
    }
}
