//! The order of rows.

use super::{RowColumn, Rows, Value, value::name_of};
use crate::{coverage::school::proper_name, project::fold::fold_into, territory::Code};

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sort {
    /// The column.
    pub column: RowColumn,
    /// The greatest first.
    pub descending: bool,
}

/// Stands for a value that is missing: last, whichever way.
const MISSING: u32 = u32::MAX;

impl Sort {
    /// The smallest first.
    pub fn ascending(column: RowColumn) -> Self {
        Self { column, descending: false }
    }

    /// The greatest first.
    pub fn descending(column: RowColumn) -> Self {
        Self { column, descending: true }
    }

    /// Another column starts with its smallest value, the same one turns round.
    #[must_use]
    pub fn next(current: Option<Self>, column: RowColumn) -> Self {
        let turned = current.is_some_and(|sort| sort.column == column && !sort.descending);
        Self { column, descending: turned }
    }

    /// Sorts rows; those with the same value stay in the order of the table.
    pub(super) fn apply(self, rows: &Rows, view: &mut [usize]) {
        let order = rows.orders[self.column.rank()].get_or_init(|| order(rows, self.column));
        view.sort_by_cached_key(|row| {
            let place = order.get(*row).copied().unwrap_or(MISSING);
            let turned =
                if self.descending && place != MISSING { MISSING - 1 - place } else { place };
            (turned, *row)
        });
    }
}

/// The place of each row in the ascending order of a column; the same for equal values.
fn order(rows: &Rows, column: RowColumn) -> Vec<u32> {
    let mut words = String::new();
    let mut keys: Vec<(Key, u32)> = Vec::with_capacity(rows.len());
    for row in 0..rows.len() {
        if let Some(key) = Key::new(&rows.value(row, column), &mut words) {
            keys.push((key, row as u32));
        }
    }
    keys.sort_unstable_by(|(one, _), (other, _)| one.compare(other, &words));
    let mut order = vec![MISSING; rows.len()];
    let mut place = 0;
    for rank in 0..keys.len() {
        let (key, row) = &keys[rank];
        if rank > 0 && keys[rank - 1].0.compare(key, &words).is_ne() {
            place += 1;
        }
        order[*row as usize] = place;
    }
    order
}

/// What a value is sorted by: a number, then the rest of a text.
struct Key {
    /// A number, or the first letters of a text, which mostly decide.
    first: u64,
    /// Where the text stands among all the texts.
    text: (u32, u32),
}

impl Key {
    fn new(value: &Value<'_>, words: &mut String) -> Option<Self> {
        let number = |first: u64| Some(Self { first, text: (0, 0) });
        match value {
            Value::Missing | Value::Gap(_) => None,
            // No share is negative, and the bits of such floats are in the order of their values.
            Value::Share(share) => number(share.percent.max(0.0).to_bits()),
            Value::Count(count) | Value::Estimate(count) => number(u64::from(*count)),
            Value::Rank { place, .. } => number(u64::from(*place)),
            Value::Stage(stage) => number(2 * stage.stage as u64 + u64::from(!stage.planned)),
            Value::When(period) => {
                let end = period.end();
                let day = [end.month(), end.day()].map(|part| u64::from(part.unsigned_abs()));
                number(u64::from(end.year().unsigned_abs()) * 10_000 + day[0] * 100 + day[1])
            }
            Value::Flag(flag) => number(u64::from(*flag)),
            Value::Code(code) => number(natural(*code)),
            Value::Uai(uai) => number(u64::from(uai.number())),
            Value::Territory(id) => Some(Self::of_text(name_of(*id), words)),
            Value::School(name) => Some(Self::of_text(&proper_name(name), words)),
            Value::Text(text) => Some(Self::of_text(text, words)),
        }
    }

    fn of_text(text: &str, words: &mut String) -> Self {
        let start = words.len();
        fold_into(words, text);
        let mut first = [0; 8];
        let folded = &words.as_bytes()[start..];
        let shared = folded.len().min(8);
        first[..shared].copy_from_slice(&folded[..shared]);
        Self { first: u64::from_be_bytes(first), text: (start as u32, words.len() as u32) }
    }

    fn compare(&self, other: &Self, words: &str) -> std::cmp::Ordering {
        let text = |key: &Self| words.get(key.text.0 as usize..key.text.1 as usize).unwrap_or("");
        self.first.cmp(&other.first).then_with(|| text(self).trim_end().cmp(text(other).trim_end()))
    }
}

/// The order in which codes are listed: 2A and 2B between 19 and 21, three figures at the end.
fn natural(code: Code) -> u64 {
    let mut number = 0;
    let mut letter = 0;
    for byte in code.as_str().bytes() {
        if byte.is_ascii_digit() {
            number = number * 10 + u64::from(byte - b'0');
        } else {
            number *= 10;
            letter = u64::from(byte);
        }
    }
    number * 256 + letter
}
