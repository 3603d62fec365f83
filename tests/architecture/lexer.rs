//! Rust source as words, numbers, texts and marks, with comments gone.
//!
//! Just enough of a lexer that a rule never trips over what a comment or a string says. Each
//! token knows its line, and whether it belongs to a `#[cfg(test)]` item.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An identifier or keyword.
    Word,
    Number,
    /// What a string literal says, without its quotes.
    Text,
    /// One punctuation character, or `::`.
    Mark,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
    pub in_test: bool,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// The tokens of a source file, comments and character literals left out.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { chars: source.chars().collect(), at: 0, line: 1, found: Vec::new() };
    while lexer.step() {}
    mark_tests(&mut lexer.found);
    lexer.found
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    found: Vec<Token>,
}

impl Lexer {
    /// Reads one token, comment or blank; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.peek(0) else { return false };
        let line = self.line;
        match (first, self.peek(1)) {
            ('/', Some('/')) => _ = self.take_while(|c| c != '\n'),
            ('/', Some('*')) => self.skip_block_comment(),
            ('"', _) => self.text(0),
            ('\'', _) => self.character_or_lifetime(),
            (':', Some(':')) => {
                self.skip(2);
                self.push(Kind::Mark, "::".to_owned(), line);
            }
            _ if is_word(first) && !first.is_ascii_digit() => self.word(),
            _ if first.is_ascii_digit() => {
                let mut number = self.take_while(is_word);
                if self.peek(0) == Some('.') && self.peek(1).is_some_and(|c| c.is_ascii_digit()) {
                    self.skip(1);
                    number = format!("{number}.{}", self.take_while(is_word));
                }
                self.push(Kind::Number, number, line);
            }
            _ => {
                self.skip(1);
                if !first.is_whitespace() {
                    self.push(Kind::Mark, first.to_string(), line);
                }
            }
        }
        true
    }

    /// A word, or the string literal that its letters announce: `r"…"`, `br#"…"#`, `c"…"`.
    fn word(&mut self) {
        let line = self.line;
        let word = self.take_while(is_word);
        let hashes = (0..).take_while(|&n| self.peek(n) == Some('#')).count();
        let raw = matches!(word.as_str(), "r" | "br" | "cr");
        if raw && self.peek(hashes) == Some('"') {
            self.raw_text(hashes);
        } else if raw && hashes == 1 && self.peek(1).is_some_and(is_word) {
            self.skip(1);
            let word = self.take_while(is_word);
            self.push(Kind::Word, word, line);
        } else if !matches!(word.as_str(), "b" | "c") || !matches!(self.peek(0), Some('"' | '\'')) {
            self.push(Kind::Word, word, line);
        }
    }

    fn text(&mut self, start: usize) {
        let line = self.line;
        self.skip(start + 1);
        let mut text = String::new();
        while let Some(c) = self.peek(0).filter(|&c| c != '"') {
            if c == '\\' {
                text.push(c);
                self.skip(1);
            }
            text.extend(self.peek(0));
            self.skip(1);
        }
        self.skip(1);
        self.push(Kind::Text, text, line);
    }

    fn raw_text(&mut self, hashes: usize) {
        let line = self.line;
        self.skip(hashes + 1);
        let mut text = String::new();
        while let Some(c) = self.peek(0) {
            if c == '"' && (1..=hashes).all(|n| self.peek(n) == Some('#')) {
                break;
            }
            text.push(c);
            self.skip(1);
        }
        self.skip(hashes + 1);
        self.push(Kind::Text, text, line);
    }

    fn character_or_lifetime(&mut self) {
        if self.peek(1) == Some('\\') {
            self.skip(3);
            self.take_while(|c| c != '\'');
            self.skip(1);
        } else if self.peek(2) == Some('\'') {
            self.skip(3);
        } else {
            self.skip(1);
            self.take_while(is_word);
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => return,
                _ => {
                    self.skip(1);
                    continue;
                }
            }
            self.skip(2);
            if depth == 0 {
                return;
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn skip(&mut self, count: usize) {
        let end = (self.at + count).min(self.chars.len());
        self.line += self.chars[self.at..end].iter().filter(|&&c| c == '\n').count();
        self.at = end;
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> String {
        let text: String = self.chars[self.at..].iter().take_while(|&&c| accept(c)).collect();
        self.skip(text.chars().count());
        text
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.found.push(Token { kind, text, line, in_test: false });
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Marks each item under `#[cfg(test)]`, up to its closing brace or semicolon.
fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        let is_test_item = ["#", "[", "cfg", "(", "test", ")", "]"]
            .iter()
            .enumerate()
            .all(|(n, text)| tokens.get(at + n).is_some_and(|token| token.is(text)));
        if is_test_item {
            let end = end_of_item(tokens, at + 7);
            tokens[at..end].iter_mut().for_each(|token| token.in_test = true);
            at = end;
        } else {
            at += 1;
        }
    }
}

/// One past the last token of the item that begins at `start`.
fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, token) in tokens[start..].iter().enumerate() {
        if token.kind != Kind::Mark {
            continue;
        }
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 && token.text == "}" {
                    return start + offset + 1;
                }
            }
            ";" if depth == 0 => return start + offset + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<String> {
        let words = tokens(source).into_iter().filter(|token| token.kind == Kind::Word);
        words.map(|token| token.text).collect()
    }

    #[test]
    fn comments_strings_and_characters_are_not_code() {
        let source =
            "a // no\n/* no /* no */ no */ b \"no\\\" no\" c r#\"no \" no\"# d 'n' '\\'' e";
        assert_eq!(words(source), ["a", "b", "c", "d", "e"]);
        assert_eq!(words("fn f<'a>(x: &'a str) b'n' b\"no\""), ["fn", "f", "x", "str"]);
    }

    #[test]
    fn a_token_knows_its_line_and_what_a_string_says() {
        let found = tokens("/* two\nlines */ \"one\ntwo\" last");
        let seen: Vec<_> = found.iter().map(|token| (token.line, token.text.as_str())).collect();
        assert_eq!(seen, [(2, "one\ntwo"), (3, "last")]);
    }

    #[test]
    fn only_the_item_under_cfg_test_is_a_test() {
        let source = "a(); #[cfg(test)] mod tests { fn f() { b(); } } c(); #[cfg(test)] use d; e";
        let outside: Vec<_> = tokens(source)
            .into_iter()
            .filter(|token| token.kind == Kind::Word && !token.in_test)
            .map(|token| token.text)
            .collect();
        assert_eq!(outside, ["a", "c", "e"]);
    }
}
