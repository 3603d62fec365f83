//! Which rows are kept, in plain words and comparisons: `taux < 50`, `commune: grenoble`,
//! `sans donnée`, `privé sauf agricole`, `"lycée général" ou polyvalent`.
//!
//! [`Filter::parse`] says of every part that it does not understand what could be written instead;
//! the parts that it does understand still filter.

mod lexer;
mod parse;
mod problem;
mod test;

pub use problem::FilterProblem;
pub use test::{Comparison, Test};

use super::Rows;

/// Which rows are kept: those that pass all terms of one alternative.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Joined by « ou »; with none, every row is kept.
    pub alternatives: Vec<Vec<Term>>,
}

/// One part of a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Rows that pass the test are left out rather than kept.
    pub excluded: bool,
    /// What is asked of a row.
    pub test: Test,
}

impl Filter {
    /// Reads a filter for a table. What is not understood is left out, and told.
    pub fn parse(text: &str, rows: &Rows) -> (Self, Vec<FilterProblem>) {
        parse::parse(text, rows.columns(), rows.holders())
    }

    /// Whether it keeps every row.
    pub fn is_empty(&self) -> bool {
        self.alternatives.is_empty()
    }

    /// The rows that it keeps, in the order of the table.
    pub(super) fn keep(&self, rows: &Rows) -> Vec<usize> {
        if self.is_empty() {
            return (0..rows.len()).collect();
        }
        let mut alternatives: Vec<Vec<(bool, test::Prepared<'_>)>> = (self.alternatives.iter())
            .map(|terms| terms.iter().map(|t| (t.excluded, t.test.prepared(rows))).collect())
            .collect();
        (0..rows.len())
            .filter(|row| {
                alternatives.iter_mut().any(|terms| {
                    terms.iter_mut().all(|(excluded, test)| test.passes(rows, *row) != *excluded)
                })
            })
            .collect()
    }
}
