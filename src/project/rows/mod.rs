//! The table under the map: a row for each territory of the place, or for each school of it;
//! sorted, filtered in plain words, saved.
//!
//! [`Rows`] are put together when the data, the date or the place change. A view, the rows that are
//! left and their order, follows from a [`Filter`] and a [`Sort`], within a few milliseconds.

mod column;
mod filter;
mod haystack;
mod schools;
mod sheet;
mod sort;
mod territories;
mod value;

#[cfg(test)]
mod tests;

pub use column::RowColumn;
pub use filter::{Comparison, Filter, FilterProblem, Term, Test};
pub use sort::Sort;
pub use value::Value;

use std::{borrow::Cow, sync::OnceLock};

use self::{haystack::Haystack, schools::SchoolRows};
use crate::{
    coverage::{Holders, school::Uai},
    territory::TerritoryId,
};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowId {
    /// A territory of the level that is shown.
    Territory(TerritoryId),
    /// A school.
    School(Uai),
}

impl RowId {
    /// The territory, if it is one.
    pub fn territory(self) -> Option<TerritoryId> {
        match self {
            Self::Territory(id) => Some(id),
            Self::School(_) => None,
        }
    }
}

/// The rows of a table, in the order of their codes or numbers.
#[derive(Debug)]
pub struct Rows {
    title: String,
    notes: Vec<String>,
    notices: Vec<String>,
    columns: Vec<RowColumn>,
    holders: Holders,
    ids: Vec<RowId>,
    body: Body,
    /// The order of each column, found when it is first asked for.
    orders: [OnceLock<Vec<u32>>; RowColumn::COUNT],
    haystack: OnceLock<Haystack>,
}

/// Where the values come from.
#[derive(Debug)]
enum Body {
    /// The values of each row, in the order of the columns.
    Territories(Vec<Vec<Value<'static>>>),
    Schools(SchoolRows),
}

impl Rows {
    fn new(title: String, columns: Vec<RowColumn>, ids: Vec<RowId>, body: Body) -> Self {
        Self {
            title,
            notes: vec![],
            notices: vec![],
            columns,
            holders: Holders::default(),
            ids,
            body,
            orders: [const { OnceLock::new() }; RowColumn::COUNT],
            haystack: OnceLock::new(),
        }
    }

    /// What the table shows, in one line.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What there is to know about the rows: schools that no map can show, for instance.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// The columns, from left to right.
    pub fn columns(&self) -> &[RowColumn] {
        &self.columns
    }

    /// What those are called of which it is counted that they have it.
    pub fn holders(&self) -> Holders {
        self.holders
    }

    /// The title of a column: « Équipés ».
    pub fn title_of(&self, column: RowColumn) -> Cow<'static, str> {
        column.title(self.holders)
    }

    /// How many rows there are, before any filter.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether the rows are schools rather than territories.
    pub fn of_schools(&self) -> bool {
        matches!(self.body, Body::Schools(_))
    }

    /// What a row is about; `None` past the last one.
    pub fn id(&self, row: usize) -> Option<RowId> {
        self.ids.get(row).copied()
    }

    /// The row of a territory or a school.
    pub fn find(&self, id: RowId) -> Option<usize> {
        self.ids.iter().position(|known| *known == id)
    }

    /// What stands in a column of a row; missing past the last row and in columns of other tables.
    pub fn value(&self, row: usize, column: RowColumn) -> Value<'_> {
        match &self.body {
            Body::Territories(rows) => {
                let rank = self.columns.iter().position(|known| *known == column);
                let value = rank.and_then(|rank| rows.get(row)?.get(rank));
                value.cloned().unwrap_or(Value::Missing)
            }
            Body::Schools(schools) => schools.value(row, column),
        }
    }

    /// The same in words.
    pub fn text(&self, row: usize, column: RowColumn) -> String {
        self.value(row, column).display().into_owned()
    }

    /// The rows that a filter keeps, in the order of a column; in the order of codes or numbers
    /// where `sort` is none.
    pub fn view(&self, filter: &Filter, sort: Option<Sort>) -> Vec<usize> {
        let mut view = filter.keep(self);
        if let Some(sort) = sort {
            sort.apply(self, &mut view);
        }
        view
    }
}
