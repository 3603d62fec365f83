//! Rows as a table to be saved or pasted.

use super::{RowColumn, Rows};
use crate::table::{Column, Sheet, to_text};

impl Rows {
    /// A view of the rows with some of the columns, to be saved.
    pub fn sheet(&self, view: &[usize], columns: &[RowColumn]) -> Sheet {
        let cells = |row: &usize| columns.iter().map(|c| self.value(*row, *c).cell()).collect();
        Sheet {
            title: self.title.clone(),
            columns: (columns.iter())
                .map(|column| Column::new(self.title_of(*column), column.kind(), column.width()))
                .collect(),
            fixed_columns: 2.min(columns.len() as u16),
            rows: view.iter().map(cells).collect(),
            notes: self.notes.clone(),
        }
    }

    /// The same with tabs between the cells, for the clipboard.
    pub fn tabbed(&self, view: &[usize], columns: &[RowColumn]) -> String {
        to_text(&self.sheet(view, columns))
    }
}
