//! The words of all rows in one text, for looking plain words up.

use memchr::memmem::Finder;

use super::{RowColumn, Rows, Value};
use crate::project::fold::fold_into;

/// The searched columns of each row, folded. Each cell begins and ends with a space, so that
/// « ␣mot » is the beginning of a word.
#[derive(Debug)]
pub(super) struct Haystack {
    text: String,
    /// Where each row begins, and the end.
    starts: Vec<usize>,
}

impl Haystack {
    pub fn new(rows: &Rows) -> Self {
        let mut text = String::with_capacity(128 * rows.len());
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let columns: Vec<RowColumn> =
            rows.columns().iter().copied().filter(|column| column.is_searched()).collect();
        for row in 0..rows.len() {
            starts.push(text.len());
            for column in &columns {
                let value = rows.value(row, *column);
                if !value.is_missing() {
                    push(&mut text, &value);
                }
            }
        }
        starts.push(text.len());
        Self { text, starts }
    }

    /// Whether a row has a word that begins so; or these words.
    pub fn has(&self, row: usize, finder: &Finder<'_>) -> bool {
        let (Some(start), Some(end)) = (self.starts.get(row), self.starts.get(row + 1)) else {
            return false;
        };
        finder.find(&self.text.as_bytes()[*start..*end]).is_some()
    }
}

/// The words of one value, a space before and after: a territory by its name and its code.
pub(super) fn push(text: &mut String, value: &Value<'_>) {
    text.push(' ');
    fold_into(text, &value.searched());
    if let Value::Territory(id) = value
        && let Some(code) = id.code()
    {
        text.push(' ');
        fold_into(text, code.as_str());
    }
    if !text.ends_with(' ') {
        text.push(' ');
    }
}
