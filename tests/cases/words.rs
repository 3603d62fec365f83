//! Texts compared so that typography never decides.

/// What a text must hold: one word, or several on one line in this order.
pub struct Needle {
    text: String,
    pieces: Vec<String>,
}

impl Needle {
    pub fn new(text: &str) -> Self {
        let pieces = text.split(" … ").map(fold).collect();
        Self { text: text.to_owned(), pieces }
    }

    /// Whether a folded text holds it.
    pub fn is_in(&self, text: &str) -> bool {
        self.line_of(text).is_some()
    }

    /// The line that holds it.
    pub fn line_of<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.lines().find(|line| self.is_in_line(line))
    }

    fn is_in_line(&self, line: &str) -> bool {
        let mut rest = line;
        self.pieces.iter().all(|piece| match end_of(piece, rest) {
            Some(end) => {
                rest = &rest[end..];
                true
            }
            None => false,
        })
    }
}

impl std::fmt::Display for Needle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Where a piece ends, the first time that it is not a part of a longer number.
fn end_of(piece: &str, line: &str) -> Option<usize> {
    let is_digit = |letter: Option<char>| letter.is_some_and(|c| c.is_ascii_digit());
    line.match_indices(piece).find_map(|(start, found)| {
        let end = start + found.len();
        let (before, after) = (line[..start].chars().next_back(), line[end..].chars().next());
        let cut = is_digit(piece.chars().next()) && is_digit(before)
            || is_digit(piece.chars().next_back()) && is_digit(after);
        (!cut).then_some(end)
    })
}

/// Without case, with plain spaces, apostrophes and hyphens.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '’' => folded.push('\''),
            '–' | '\u{2011}' => folded.push('-'),
            '\r' => {}
            other => folded.push(other),
        }
    }
    folded
}

#[test]
fn a_needle_is_words_on_one_line_and_whole_numbers() {
    let text = fold("Ligne 12 : « douze »\nDeux mots");
    for (needle, is_in) in [
        ("ligne 12", true),
        ("ligne 1", false),
        ("ligne … douze", true),
        ("douze … ligne", false),
        ("ligne … mots", false),
        ("DEUX\u{202f}mots", true),
    ] {
        assert_eq!(Needle::new(needle).is_in(&text), is_in, "{needle}");
    }
}
