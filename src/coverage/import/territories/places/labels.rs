//! Labels written once for several rows: a pivot table, or merged cells.

use std::collections::HashMap;

use crate::table::{Row, Table};

/// The cells of a table, with labels filled down where the layout shows it.
pub(super) struct Labels<'a> {
    table: &'a Table,
    /// For each filled column, the row in which the label of each row stands.
    sources: HashMap<usize, Vec<u32>>,
    /// How many cells were filled.
    pub filled: usize,
}

impl<'a> Labels<'a> {
    /// Fills the blank cells of the columns that name places, from the row above, where all of
    /// them are blank and the row differs from the others of its block in a column that tells rows
    /// apart: a type, a sector, a date. A blank without such a column is a row without a place.
    pub fn new(table: &'a Table, naming: &[usize], telling: &[usize]) -> Self {
        let mut labels = Self { table, sources: HashMap::new(), filled: 0 };
        let is_blank = |row: &Row<'_>| naming.iter().all(|column| row.cell(*column).is_empty());
        if naming.is_empty() || telling.is_empty() || !table.rows().any(|row| is_blank(&row)) {
            return labels;
        }
        let mut sources: Vec<u32> = Vec::with_capacity(table.len());
        let mut block: Vec<Vec<&str>> = Vec::new();
        for (rank, row) in table.rows().enumerate() {
            let own = u32::try_from(rank).unwrap_or(u32::MAX);
            let told: Vec<&str> = telling.iter().map(|column| row.cell(*column)).collect();
            let is_blank = is_blank(&row);
            let is_another = told.iter().any(|cell| !cell.is_empty()) && !block.contains(&told);
            if is_blank && is_another && !block.is_empty() {
                let above = sources.last().copied().unwrap_or(own);
                sources.push(above);
                labels.filled += usize::from(above != own);
                block.push(told);
            } else {
                sources.push(own);
                block.clear();
                if !is_blank {
                    block.push(told);
                }
            }
        }
        if labels.filled > 0 {
            labels.sources = naming.iter().map(|column| (*column, sources.clone())).collect();
        }
        labels
    }

    /// The cells of a column, each of them or the label that it stands below.
    pub fn cells(&self, column: usize) -> Vec<&'a str> {
        let cells: Vec<&str> = self.table.cells(column).collect();
        match self.sources.get(&column) {
            None => cells,
            Some(sources) => {
                let label = |source: &u32| cells.get(*source as usize).copied().unwrap_or_default();
                sources.iter().map(label).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::read_csv;

    fn filled(text: &str, naming: &[usize], telling: &[usize]) -> (Vec<String>, usize) {
        let table = read_csv(text.as_bytes()).unwrap().0;
        let labels = Labels::new(&table, naming, telling);
        let cells = labels.cells(naming[0]).into_iter().map(str::to_owned);
        (cells.collect(), labels.filled)
    }

    #[test]
    fn a_label_stands_for_the_rows_of_its_block() {
        let text = "dep;type;taux\nAin;lycée;1\n;collège;2\nAisne;lycée;3\n;collège;4\n";
        assert_eq!(filled(text, &[0], &[1]).0, ["Ain", "Ain", "Aisne", "Aisne"]);
        assert_eq!(filled(text, &[0], &[1]).1, 2);
    }

    #[test]
    fn a_blank_that_nothing_tells_apart_stays_blank() {
        assert_eq!(filled("dep;taux\nAin;1\n;2\n", &[0], &[]).0, ["Ain", ""]);
        let same = "dep;type;taux\nAin;lycée;1\n;lycée;2\n;collège;3\n";
        assert_eq!(filled(same, &[0], &[1]).0, ["Ain", "", ""], "the block is broken");
        assert_eq!(filled("dep;type;taux\n;lycée;1\nAin;lycée;2\n", &[0], &[1]).0, ["", "Ain"]);
    }
}
