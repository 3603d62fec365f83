//! From the text of a filter to its terms.

use std::ops::Range;

use super::{
    Comparison, Filter, FilterProblem, Term, Test,
    lexer::{Token, TokenKind, tokens},
};
use crate::{
    coverage::{Holders, Period, school::Sector},
    project::{fold::fold, rows::RowColumn},
    table::ColumnKind,
};

/// Reads a filter for a table with these columns.
pub(super) fn parse(
    text: &str,
    columns: &[RowColumn],
    holders: Holders,
) -> (Filter, Vec<FilterProblem>) {
    let parser = Parser { text, columns, holders, tokens: tokens(text), at: 0, problems: vec![] };
    parser.parse()
}

struct Parser<'a> {
    text: &'a str,
    columns: &'a [RowColumn],
    holders: Holders,
    tokens: Vec<Token>,
    at: usize,
    problems: Vec<FilterProblem>,
}

impl Parser<'_> {
    fn parse(mut self) -> (Filter, Vec<FilterProblem>) {
        let mut alternatives = vec![];
        let mut terms = vec![];
        let mut excluded = false;
        while let Some(token) = self.tokens.get(self.at).cloned() {
            let word = match &token.kind {
                TokenKind::Word(word) if !self.names_column() => fold(word),
                _ => String::new(),
            };
            match (&token.kind, word.as_str()) {
                (_, "ou") => {
                    self.at += 1;
                    alternatives.push(std::mem::take(&mut terms));
                }
                (_, "et") | (TokenKind::Percent, _) => self.at += 1,
                (_, "sauf") | (TokenKind::Minus, _) => {
                    self.at += 1;
                    excluded = true;
                    if self.at == self.tokens.len() {
                        self.problems.push(FilterProblem::Alone { part: self.part(token.place) });
                    }
                }
                _ => {
                    let tests = self.term(&word);
                    terms.extend(
                        tests.map(|(other, test)| Term { excluded: excluded != other, test }),
                    );
                    excluded = false;
                }
            }
        }
        alternatives.push(terms);
        // « ou » with nothing on one side says nothing.
        alternatives.retain(|terms| !terms.is_empty());
        (Filter { alternatives }, self.problems)
    }

    /// One term, and whether it is turned round by a « non ».
    fn term(&mut self, word: &str) -> Option<(bool, Test)> {
        if let Some((length, column)) = self.column_here() {
            return self.comparison(length, column).map(|test| (false, test));
        }
        let token = self.tokens[self.at].clone();
        self.at += 1;
        match token.kind {
            TokenKind::Quoted(text, closed) => {
                let phrase = fold(&text);
                if !closed {
                    self.problems.push(FilterProblem::OpenQuote { part: phrase.clone() });
                }
                (!phrase.is_empty()).then_some((false, Test::Phrase(phrase)))
            }
            TokenKind::Word(_) => match word {
                "sans" | "avec" => self.presence(&token, word == "avec"),
                "non" | "pas" => self.turned(&token),
                _ => self.word(&token, word).map(|test| (false, test)),
            },
            TokenKind::Compare(_) | TokenKind::Colon => {
                let value = self.value_end();
                let part = self.part(token.place.start..value);
                self.problems.push(FilterProblem::NoColumn { part, example: self.example() });
                None
            }
            TokenKind::Minus | TokenKind::Percent => None,
        }
    }

    /// « non équipé » is a test of its own, since a school may be neither; else « sauf ».
    fn turned(&mut self, token: &Token) -> Option<(bool, Test)> {
        let Some(Token { kind: TokenKind::Word(next), .. }) = self.tokens.get(self.at).cloned()
        else {
            self.problems.push(FilterProblem::Alone { part: self.part(token.place.clone()) });
            return None;
        };
        let word = fold(&next);
        match self.term(&word)? {
            (turned, Test::Equipped(equipped)) => Some((turned, Test::Equipped(!equipped))),
            (turned, test) => Some((!turned, test)),
        }
    }

    fn word(&mut self, token: &Token, word: &str) -> Option<Test> {
        let of_schools = self.columns.contains(&RowColumn::Has);
        let (test, example) = match word {
            "equipe" | "equipes" | "equipee" | "equipees" | "utilisateur" | "utilisateurs"
            | "concerne" | "concernes" => {
                let name = RowColumn::Equipped.filter_name(self.holders);
                (Test::Equipped(true), format!("{name} > 0"))
            }
            "public" | "publics" | "publique" | "publiques" => {
                (Test::Sector(Sector::Public), "public total > 0".to_owned())
            }
            "prive" | "prives" | "privee" | "privees" => {
                (Test::Sector(Sector::Prive), "privé total > 0".to_owned())
            }
            "inconnu" | "inconnus" => (Test::Without(self.data_column()), String::new()),
            "" => return None,
            _ => (Test::Word(word.to_owned()), String::new()),
        };
        if !of_schools && !example.is_empty() {
            let word = self.part(token.place.clone());
            let by_sector = self.columns.contains(&RowColumn::PublicTotal);
            let told = by_sector || matches!(test, Test::Equipped(_));
            let example = if told { example } else { "total > 0".to_owned() };
            self.problems.push(FilterProblem::OfSchools { word, example });
            return None;
        }
        Some(test)
    }

    /// « sans donnée », « sans projet », « avec coordonnées ».
    fn presence(&mut self, token: &Token, present: bool) -> Option<(bool, Test)> {
        for length in (1..=3).rev() {
            let Some(name) = self.words(length) else { continue };
            let data = ["donnee", "donnees", "valeur", "chiffre"].contains(&name.as_str());
            let column = if data { Some(self.data_column()) } else { self.column_named(&name) };
            if let Some(column) = column {
                self.at += length;
                if column == RowColumn::Position {
                    let flag = if present { "oui" } else { "non" };
                    return Some((false, Test::Exactly(column, flag.to_owned())));
                }
                return Some((present, Test::Without(column)));
            }
        }
        let end = self.value_end();
        let part = self.part(token.place.start..end);
        self.problems.push(FilterProblem::WithoutWhat { part, columns: self.all_columns() });
        None
    }

    /// What « donnée » is about.
    fn data_column(&self) -> RowColumn {
        let of_schools = self.columns.contains(&RowColumn::Has);
        if of_schools { RowColumn::Has } else { RowColumn::Share }
    }

    /// Whether a name and a sign stand here, rather than a plain word.
    fn names_column(&self) -> bool {
        self.column_here().is_some()
    }

    /// How many words name a column here, before a sign; and which one, if there is one so called.
    fn column_here(&self) -> Option<(usize, Option<RowColumn>)> {
        let is_sign = |length: usize| {
            let sign = self.tokens.get(self.at + length).map(|token| &token.kind);
            matches!(sign, Some(TokenKind::Compare(_) | TokenKind::Colon))
        };
        let named = (1..=3).rev().find_map(|length| {
            let column = self.column_named(&self.words(length)?)?;
            is_sign(length).then_some((length, Some(column)))
        });
        named.or_else(|| (self.words(1).is_some() && is_sign(1)).then_some((1, None)))
    }

    /// The next words, folded, if so many follow each other.
    fn words(&self, length: usize) -> Option<String> {
        let tokens = self.tokens.get(self.at..self.at + length)?;
        let words = tokens.iter().map(|token| match &token.kind {
            TokenKind::Word(word) => Some(fold(word)),
            _ => None,
        });
        Some(words.collect::<Option<Vec<String>>>()?.join(" "))
    }

    fn column_named(&self, name: &str) -> Option<RowColumn> {
        self.columns.iter().copied().find(|column| column.names().contains(&name))
    }

    /// A name, a sign and a value.
    fn comparison(&mut self, length: usize, column: Option<RowColumn>) -> Option<Test> {
        let start = self.tokens[self.at].place.start;
        let name_end = self.tokens[self.at + length - 1].place.end;
        let comparison = match self.tokens[self.at + length].kind {
            TokenKind::Compare(comparison) => Some(comparison),
            _ => None,
        };
        self.at += length + 1;
        let sign_end = self.tokens[self.at - 1].place.end;
        let value = self.tokens.get(self.at).cloned();
        let Some(column) = column else {
            self.value_end();
            let name = self.part(start..name_end);
            let suggestion = self.suggestion(&fold(&name));
            let columns = self.all_columns();
            self.problems.push(FilterProblem::UnknownColumn { name, suggestion, columns });
            return None;
        };
        let value = match value.map(|token| token.kind) {
            Some(TokenKind::Word(text) | TokenKind::Quoted(text, _)) => text,
            _ => {
                let (part, example) = (self.part(start..sign_end), self.example_of(column));
                self.problems.push(FilterProblem::NoValue { part, example });
                return None;
            }
        };
        let by_words = |comparison| matches!(comparison, None | Some(Comparison::Equal));
        match column.kind() {
            ColumnKind::Number | ColumnKind::Percent => {
                let number = self.number(&value, column.kind());
                let end = self.value_end();
                let Some(number) = number else {
                    return self.wrong_value(start..end, "un nombre", column);
                };
                Some(Test::Number(column, comparison.unwrap_or(Comparison::Equal), number))
            }
            ColumnKind::Date => {
                let end = self.value_end();
                let Ok(period) = Period::parse(&value) else {
                    return self.wrong_value(start..end, "une année, un mois ou un jour", column);
                };
                Some(Test::When(column, comparison.unwrap_or(Comparison::Equal), period))
            }
            ColumnKind::Text | ColumnKind::Code => {
                let end = self.value_end();
                let words = fold(&value);
                match (column, words.as_str()) {
                    (RowColumn::Has, "inconnu") => Some(Test::Without(column)),
                    (RowColumn::Has | RowColumn::Position, "oui" | "non")
                        if by_words(comparison) =>
                    {
                        Some(Test::Exactly(column, words))
                    }
                    _ if comparison.is_none() => Some(Test::Column(column, words)),
                    _ if by_words(comparison) => Some(Test::Exactly(column, words)),
                    _ => {
                        let part = self.part(start..end);
                        let example = self.example_of(column);
                        self.problems.push(FilterProblem::WordsCompared { part, example });
                        None
                    }
                }
            }
        }
    }

    fn wrong_value(
        &mut self,
        place: Range<usize>,
        needed: &'static str,
        column: RowColumn,
    ) -> Option<Test> {
        let (part, example) = (self.part(place), self.example_of(column));
        self.problems.push(FilterProblem::WrongValue { part, needed, example });
        None
    }

    /// A number; of schools, with its thousands set apart: « 1 250 ».
    fn number(&mut self, value: &str, kind: ColumnKind) -> Option<f64> {
        let mut figures = value.replace(',', ".");
        while kind == ColumnKind::Number && figures.bytes().all(|b| b.is_ascii_digit()) {
            let next = self.tokens.get(self.at + 1).map(|token| &token.kind);
            let Some(TokenKind::Word(more)) = next else { break };
            if more.len() != 3 || !more.bytes().all(|b| b.is_ascii_digit()) {
                break;
            }
            figures += more;
            self.at += 1;
        }
        let plain = figures.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        plain.then(|| figures.parse().ok()).flatten()
    }

    /// Goes past a value and a percent sign; answers where it ends.
    fn value_end(&mut self) -> usize {
        let is_value =
            |kind: &TokenKind| matches!(kind, TokenKind::Word(_) | TokenKind::Quoted(..));
        self.at += usize::from(self.tokens.get(self.at).is_some_and(|t| is_value(&t.kind)));
        let percent = |token: &Token| token.kind == TokenKind::Percent;
        self.at += usize::from(self.tokens.get(self.at).is_some_and(percent));
        self.tokens[self.at - 1].place.end
    }

    fn part(&self, place: Range<usize>) -> String {
        self.text.get(place).unwrap_or_default().chars().take(60).collect()
    }

    fn suggestion(&self, name: &str) -> Option<String> {
        let names = self.columns.iter().flat_map(|c| c.names().iter().map(move |n| (*c, *n)));
        let distance = |other: &str| strsim::osa_distance(name, other);
        let nearest = names.map(|(column, other)| (distance(other), column)).min()?;
        (nearest.0 <= 1 + name.len() / 4).then(|| nearest.1.filter_name(self.holders))
    }

    fn all_columns(&self) -> String {
        let names: Vec<String> =
            self.columns.iter().map(|c| format!("« {} »", c.filter_name(self.holders))).collect();
        names.join(", ")
    }

    fn example(&self) -> String {
        let of_schools = self.columns.contains(&RowColumn::Has);
        self.example_of(if of_schools { RowColumn::Commune } else { RowColumn::Share })
    }

    /// Something that can be written about a column.
    fn example_of(&self, column: RowColumn) -> String {
        let name = column.filter_name(self.holders);
        match column.kind() {
            ColumnKind::Percent => format!("{name} < 50"),
            ColumnKind::Number => format!("{name} > 10"),
            ColumnKind::Date => format!("{name} >= 2011"),
            ColumnKind::Text | ColumnKind::Code => {
                let word = match column {
                    RowColumn::Has | RowColumn::Position => "oui",
                    RowColumn::Commune => "grenoble",
                    RowColumn::Code => "38",
                    RowColumn::Uai => "0380033B",
                    RowColumn::Stage => "généralisation",
                    _ => "mot",
                };
                format!("{name}: {word}")
            }
        }
    }
}
