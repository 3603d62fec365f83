//! What is asked of a row, typed; and the answer.

use jiff::civil::Date;
use memchr::memmem::Finder;

use crate::{
    cartography::ShareClasses,
    coverage::{Period, school::Sector},
    french,
    project::rows::{
        RowColumn, Rows, Value,
        haystack::{Haystack, push},
    },
};

/// What is asked of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// One of its words begins so; folded.
    Word(String),
    /// It has exactly these words side by side; folded.
    Phrase(String),
    /// A word of a column begins so, or these words side by side; folded.
    Column(RowColumn, String),
    /// All that a column says is this; folded.
    Exactly(RowColumn, String),
    /// A number of a column.
    Number(RowColumn, Comparison, f64),
    /// A day of a column.
    When(RowColumn, Comparison, Period),
    /// A column has no value.
    Without(RowColumn),
    /// Whether a school is equipped, which must be known.
    Equipped(bool),
    /// The sector of a school.
    Sector(Sector),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
    /// `!=`
    Other,
}

impl Comparison {
    /// « <= ».
    pub fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Equal => "=",
            Self::AtLeast => ">=",
            Self::More => ">",
            Self::Other => "!=",
        }
    }
}

impl Test {
    /// Ready to be asked of many rows.
    pub(super) fn prepared<'a>(&'a self, rows: &'a Rows) -> Prepared<'a> {
        let (needle, haystack) = match self {
            Self::Word(word) => (format!(" {word}"), Some(rows)),
            Self::Phrase(phrase) => (format!(" {phrase} "), Some(rows)),
            Self::Column(_, words) => (format!(" {words}"), None),
            _ => (String::new(), None),
        };
        Prepared {
            test: self,
            finder: Finder::new(needle.as_bytes()).into_owned(),
            haystack: haystack.map(|rows| rows.haystack.get_or_init(|| Haystack::new(rows))),
            folded: String::new(),
        }
    }
}

/// A test with what it needs to be quick.
pub(super) struct Prepared<'a> {
    test: &'a Test,
    finder: Finder<'static>,
    haystack: Option<&'a Haystack>,
    /// The words of a cell; kept, so that it is allocated once.
    folded: String,
}

impl Prepared<'_> {
    /// Whether a row passes. What is missing passes no comparison, not even « other than ».
    pub fn passes(&mut self, rows: &Rows, row: usize) -> bool {
        match self.test {
            Test::Word(_) | Test::Phrase(_) => {
                self.haystack.is_some_and(|haystack| haystack.has(row, &self.finder))
            }
            Test::Column(column, _) => {
                let value = rows.value(row, *column);
                self.fold(&value);
                self.finder.find(self.folded.as_bytes()).is_some()
            }
            Test::Exactly(column, words) => {
                let value = rows.value(row, *column);
                let by_code = |value: &Value<'_>| match value {
                    Value::Territory(id) => {
                        id.code().is_some_and(|c| c.as_str().eq_ignore_ascii_case(words))
                    }
                    _ => false,
                };
                if by_code(&value) {
                    return true;
                }
                self.folded.clear();
                crate::project::fold::fold_into(&mut self.folded, &value.display());
                self.folded.trim_end() == words
            }
            Test::Number(column, comparison, number) => {
                let value = rows.value(row, *column);
                value.number().is_some_and(|found| {
                    let told = |share| french::percent(share, &ShareClasses::FIXED);
                    let shown_alike = || match value {
                        // What reads « 57,6 % » is found as 57,6.
                        Value::Share(_) => told(found) == told(*number),
                        _ => found == *number,
                    };
                    compare(*comparison, found, *number, shown_alike())
                })
            }
            Test::When(column, comparison, period) => match rows.value(row, *column) {
                Value::When(found) => compare_days(*comparison, found.end(), *period),
                _ => false,
            },
            Test::Without(column) => rows.value(row, *column).is_missing(),
            Test::Equipped(equipped) => rows.value(row, RowColumn::Has) == Value::Flag(*equipped),
            Test::Sector(sector) => {
                matches!(rows.value(row, RowColumn::Sector), Value::Text(text) if text == sector.label())
            }
        }
    }

    fn fold(&mut self, value: &Value<'_>) {
        self.folded.clear();
        if value.is_missing() && !matches!(value, Value::Gap(_)) {
            return;
        }
        push(&mut self.folded, value);
    }
}

fn compare(comparison: Comparison, found: f64, wanted: f64, alike: bool) -> bool {
    match comparison {
        Comparison::Less => found < wanted,
        Comparison::AtMost => found <= wanted,
        Comparison::Equal => alike,
        Comparison::AtLeast => found >= wanted,
        Comparison::More => found > wanted,
        Comparison::Other => !alike,
    }
}

fn compare_days(comparison: Comparison, found: Date, wanted: Period) -> bool {
    let end = wanted.end();
    let start = match wanted {
        Period::Year(_) => end.first_of_year(),
        Period::Month(..) => end.first_of_month(),
        Period::Day(day) => day,
    };
    match comparison {
        Comparison::Less => found < start,
        Comparison::AtMost => found <= end,
        Comparison::Equal => (start..=end).contains(&found),
        Comparison::AtLeast => found >= start,
        Comparison::More => found > end,
        Comparison::Other => !(start..=end).contains(&found),
    }
}
