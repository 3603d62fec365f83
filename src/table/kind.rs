//! What a text looks like, to tell names of columns from data.

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Nothing, or a word that stands for nothing.
    Blank,
    /// « 2011 »: a figure, or the name of a column.
    Year,
    Number,
    /// Mostly digits: an UAI, a code, a date.
    Code,
    Word,
}

/// The look of a cell without blanks around it.
pub(super) fn kind(text: &str) -> Kind {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        let is_missing = matches!(
            text.to_ascii_lowercase().as_str(),
            "" | "-" | "–" | "…" | "..." | "s" | "nd" | "nc" | "so" | "n.c." | "n.d." | "#n/a"
        );
        return if is_missing { Kind::Blank } else { Kind::Word };
    }
    if text.len() == 4 && digits == 4 && (text.starts_with("19") || text.starts_with("20")) {
        return Kind::Year;
    }
    let is_figure = |c: char| c.is_ascii_digit() || ",.%+-".contains(c) || c.is_whitespace();
    if text.len() <= 24 && text.chars().all(is_figure) && !is_dated(text) {
        return Kind::Number;
    }
    let spaced = text.contains(char::is_whitespace);
    let starts = text.starts_with(|c: char| c.is_ascii_digit());
    if !spaced && (starts || digits * 2 > text.len()) { Kind::Code } else { Kind::Word }
}

/// « 2011-10-31 », which has a sign between digits.
fn is_dated(text: &str) -> bool {
    text.char_indices().any(|(at, c)| at > 0 && c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_look_like_what_they_are() {
        for (text, expected) in [
            ("", Kind::Blank),
            ("nd", Kind::Blank),
            ("2011", Kind::Year),
            ("01", Kind::Number),
            ("-91,5 %", Kind::Number),
            ("13\u{202f}358", Kind::Number),
            ("2A", Kind::Code),
            ("0071168G", Kind::Code),
            ("31/10/2011", Kind::Code),
            ("2011-10", Kind::Code),
            ("Taux 2011", Kind::Word),
            ("T1", Kind::Word),
            ("12 rue Haute", Kind::Word),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
