//! The pieces of a filter, each with its place in the text.

use super::Comparison;
use std::ops::Range;

/// A piece of a filter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Its bytes in the text.
    pub place: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    /// Up to a space, a quote or a sign.
    Word(String),
    /// Between quotes; whether they are closed.
    Quoted(String, bool),
    Compare(Comparison),
    Colon,
    /// Right before a word: not this one.
    Minus,
    Percent,
}

/// Cuts a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let after_operator =
            matches!(tokens.last(), Some(Token { kind: TokenKind::Compare(_), .. }));
        let (kind, length) = if letter.is_whitespace() {
            (None, letter.len_utf8())
        } else if let Some(end) = closing(letter) {
            let inside = &rest[letter.len_utf8()..];
            let close = inside.find(end);
            let quoted = &inside[..close.unwrap_or(inside.len())];
            let length = letter.len_utf8() + quoted.len();
            let closed =
                close.map_or(0, |at| inside[at..].chars().next().map_or(0, char::len_utf8));
            (Some(TokenKind::Quoted(quoted.to_owned(), close.is_some())), length + closed)
        } else if let Some((comparison, length)) = comparison(rest) {
            (Some(TokenKind::Compare(comparison)), length)
        } else if letter == ':' {
            (Some(TokenKind::Colon), 1)
        } else if letter == '%' {
            (Some(TokenKind::Percent), 1)
        } else if matches!(letter, '-' | '−' | '–') && !after_operator {
            (Some(TokenKind::Minus), letter.len_utf8())
        } else {
            let end = rest.find(ends_word).unwrap_or(rest.len()).max(letter.len_utf8());
            (Some(TokenKind::Word(rest[..end].to_owned())), end)
        };
        if let Some(kind) = kind {
            tokens.push(Token { kind, place: at..at + length });
        }
        at += length;
    }
    tokens
}

fn ends_word(letter: char) -> bool {
    letter.is_whitespace()
        || closing(letter).is_some()
        || matches!(letter, '<' | '>' | '=' | '≤' | '≥' | '≠' | '!' | ':' | '%')
}

/// What closes a quote that a letter opens.
fn closing(letter: char) -> Option<[char; 2]> {
    match letter {
        '"' | '“' | '”' => Some(['"', '”']),
        '«' => Some(['»', '»']),
        _ => None,
    }
}

fn comparison(text: &str) -> Option<(Comparison, usize)> {
    use Comparison::{AtLeast, AtMost, Equal, Less, More, Other};
    let signs = [
        ("<=", AtMost),
        (">=", AtLeast),
        ("!=", Other),
        ("<>", Other),
        ("≤", AtMost),
        ("≥", AtLeast),
        ("≠", Other),
        ("==", Equal),
        ("<", Less),
        (">", More),
        ("=", Equal),
    ];
    signs.into_iter().find(|(sign, _)| text.starts_with(sign)).map(|(sign, c)| (c, sign.len()))
}
