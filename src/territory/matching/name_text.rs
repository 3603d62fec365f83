//! The text of a cell taken apart as a name, once for all the divisions it is looked up in.

use crate::territory::{
    Level,
    level_words::level_of_word,
    text::{inverted, words},
};

use super::{
    code_text::CodeText,
    country::{Country, country},
    gazetteer::{Gazetteer, NameMeanings},
};

/// A name, perhaps after the word of its level, with all that it means.
pub(super) struct Phrase {
    pub words: Vec<String>,
    pub found: NameMeanings,
    pub country: Option<Country>,
    pub after_level: Option<AfterLevel>,
}

/// « Dept de la Loire »: the level that a phrase begins with, and what follows it.
pub(super) struct AfterLevel {
    /// `None` for words that only say that a name follows.
    pub level: Option<Level>,
    pub words: Vec<String>,
    pub found: NameMeanings,
}

impl Phrase {
    pub fn new(words: Vec<String>) -> Self {
        let find = |words: &[String]| Gazetteer::official().find(words);
        let after_level = without_level(&words).map(|(level, rest)| AfterLevel {
            level,
            words: rest.to_vec(),
            found: find(rest),
        });
        Self { found: find(&words), country: country(&words), words, after_level }
    }
}

/// A name in the ways in which it may be meant.
pub(super) struct NameText {
    /// As it stands.
    pub said: Phrase,
    /// « Savoie (Haute-) » in the order in which it is said.
    pub inverted: Option<Phrase>,
    /// A code that stands beside it: « 38 - Isère », « Département 38 ».
    pub code: Option<CodeBeside>,
}

/// A code, and what stands beside it in the same cell.
pub(super) struct CodeBeside {
    /// `None` where it has a figure and not the shape of a code: « Isère 20111 ».
    pub code: Option<CodeText>,
    pub beside: Beside,
}

/// What stands beside a code.
pub(super) enum Beside {
    Name(Phrase),
    /// The word of its level, or one that only says that it is a code.
    Level(Option<Level>),
}

impl NameText {
    pub fn new(text: &str) -> Self {
        Self { inverted: inverted(text).map(Phrase::new), ..Self::of_words(words(text)) }
    }

    /// Of words that were taken out of a longer text.
    pub fn of_words(words: Vec<String>) -> Self {
        let code = code_and_rest(&words).map(|(code, rest)| {
            let level = only_a_level(rest);
            let beside =
                level.map_or_else(|| Beside::Name(Phrase::new(rest.to_vec())), Beside::Level);
            CodeBeside { code: CodeText::new(&code.to_ascii_uppercase()), beside }
        });
        Self { said: Phrase::new(words), inverted: None, code }
    }

    /// The name alone, without a code beside it.
    pub fn name(&self) -> &Phrase {
        match &self.code {
            Some(CodeBeside { beside: Beside::Name(name), .. }) => name,
            _ => &self.said,
        }
    }
}

/// Beginnings of several words, the longest first, and short ones that name a level only before a
/// name. Those without a level say only that a name follows; other words of levels are those of
/// [`level_of_word`].
const BEGINNINGS: [(&[&str], Option<Level>); 12] = [
    (&["collectivite", "territoriale", "unique"], None),
    (&["region", "academique"], Some(Level::Region)),
    (&["conseil", "regional"], Some(Level::Region)),
    (&["conseil", "departemental"], Some(Level::Departement)),
    (&["conseil", "general"], Some(Level::Departement)),
    (&["vice", "rectorat"], Some(Level::Academie)),
    (&["collectivite", "territoriale"], None),
    (&["collectivite"], None),
    (&["cr"], Some(Level::Region)),
    (&["cd"], Some(Level::Departement)),
    (&["cg"], Some(Level::Departement)),
    (&["ac"], Some(Level::Academie)),
];

/// The level that a text begins with, and the words after it; `None` when it begins with a name.
pub(super) fn without_level(words: &[String]) -> Option<(Option<Level>, &[String])> {
    beginning(words).filter(|(_, rest)| !rest.is_empty())
}

/// The same, where nothing need follow.
fn beginning(words: &[String]) -> Option<(Option<Level>, &[String])> {
    let known = BEGINNINGS.iter().find_map(|(beginning, level)| {
        let rest = words.get(beginning.len()..)?;
        let same = beginning.iter().zip(words).all(|(known, word)| {
            known == word || (word.len() > 3 && word.strip_suffix('s') == Some(*known))
        });
        same.then_some((*level, rest))
    });
    known.or_else(|| {
        let (first, rest) = words.split_first()?;
        // « Pays de la Loire » does not begin with its level.
        let level = level_of_word(first).filter(|level| *level != Level::France)?;
        Some((Some(level), rest))
    })
}

/// The level where words name one and nothing else, as in « Département n° 38 » or « n° 38 ».
fn only_a_level(words: &[String]) -> Option<Option<Level>> {
    let says_number = |word: &str| matches!(word, "n" | "no" | "num" | "numero" | "code");
    let words = match words.split_last() {
        Some((last, before)) if says_number(last) => before,
        _ => words,
    };
    if words.is_empty() {
        return Some(None);
    }
    let (level, rest) = beginning(words)?;
    (level.is_some() && rest.is_empty()).then_some(level)
}

/// The first or the last word where it has a figure, and the words beside it.
fn code_and_rest(words: &[String]) -> Option<(&str, &[String])> {
    let is_code = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    let (code, rest) = match words {
        [first, rest @ ..] if !rest.is_empty() && is_code(first) => (first, rest),
        [rest @ .., last] if !rest.is_empty() && is_code(last) => (last, rest),
        _ => return None,
    };
    let is_name = rest.iter().any(|word| word.len() > 1) || only_a_level(rest).is_some();
    is_name.then_some((code, rest))
}
