//! How well a word answers what was typed.

use std::ops::Range;

use super::fold;

/// From the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    /// The very word.
    Whole,
    /// Its beginning.
    Beginning,
    /// A part of it.
    Part,
    /// Another spelling of it.
    Slip,
}

/// A word of the vocabulary.
#[derive(Debug)]
pub(super) struct Term {
    pub text: String,
    /// Which letters it has, one bit for each.
    letters: u32,
}

impl Term {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), letters: letters(text) }
    }
}

/// A word that was typed.
#[derive(Debug)]
pub(super) struct Sought {
    pub text: String,
    /// The same in full, where it is a shortening.
    full: Option<&'static str>,
    letters: u32,
    /// Whether what lacks it may answer all the same.
    pub optional: bool,
}

/// Letters, in bytes, from which a slip is looked for.
const SHORTEST_SLIP: usize = 4;

/// In bytes; a longer word is no word.
const LONGEST_WORD: usize = 40;

/// More words than that say nothing more.
const MOST_WORDS: usize = 8;

impl Sought {
    /// The words of what was typed. An article counts only where it stands alone.
    pub(super) fn all(query: &str) -> Vec<Self> {
        let typed = fold::words(query).into_iter().take(MOST_WORDS);
        let typed: Vec<fold::Word> = typed.filter(|word| word.text.len() <= LONGEST_WORD).collect();
        let only_articles = typed.iter().all(fold::Word::is_article);
        let sought = typed.into_iter().map(|word| Self {
            full: match fold::in_full(&word.text) {
                "saint" if word.text != "saint" => Some("saint"),
                "sainte" if word.text != "sainte" => Some("sainte"),
                _ => None,
            },
            letters: letters(&word.text),
            optional: word.is_article() && !only_articles,
            text: word.text,
        });
        sought.collect()
    }

    /// How well a word answers; slips only where they are asked for.
    pub(super) fn quality(&self, term: &Term, slips: bool) -> Option<Quality> {
        let plain = plain_quality(&self.text, &term.text);
        let full = self.full.and_then(|full| plain_quality(full, &term.text));
        let best = match (plain, full) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        best.or_else(|| (slips && self.is_slip_of(term)).then_some(Quality::Slip))
    }

    /// The part of a word that answers.
    pub(super) fn part(&self, word: &str, slips: bool) -> Option<Range<usize>> {
        let term = Term::new(fold::in_full(word));
        let quality = self.quality(&term, slips)?;
        let start = word.find(&self.text).filter(|_| quality != Quality::Slip);
        Some(start.map_or(0..word.len(), |start| start..start + self.text.len()))
    }

    fn is_slip_of(&self, term: &Term) -> bool {
        let allowed = slips_allowed(self.text.len().min(term.text.len()));
        if allowed == 0 || self.text.len().abs_diff(term.text.len()) > allowed {
            return false;
        }
        if is_number(&self.text) || is_number(&term.text) {
            return false;
        }
        // A letter put for another changes two bits. Most words end here.
        if (self.letters ^ term.letters).count_ones() > 2 * allowed as u32 {
            return false;
        }
        strsim::osa_distance(&self.text, &term.text) <= allowed
    }
}

fn plain_quality(sought: &str, word: &str) -> Option<Quality> {
    if sought == word {
        Some(Quality::Whole)
    } else if word.starts_with(sought) {
        Some(Quality::Beginning)
    } else if sought.len() > 2 && !is_number(sought) && word.contains(sought) {
        Some(Quality::Part)
    } else {
        None
    }
}

/// Codes and school numbers: their middle says nothing, and another digit is another place.
fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn slips_allowed(length: usize) -> usize {
    match length {
        ..SHORTEST_SLIP => 0,
        SHORTEST_SLIP..=6 => 1,
        _ => 2,
    }
}

/// A bit for each letter of a to z, and one for all else.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |letters, byte| {
        letters
            | match byte {
                b'a'..=b'z' => 1 << (byte - b'a'),
                _ => 1 << 26,
            }
    })
}
