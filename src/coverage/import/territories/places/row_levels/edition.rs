//! The borders that a table of several levels means.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Finder;
use crate::{
    coverage::{
        borders,
        import::{columns::Cells, dates::read_when},
    },
    territory::{
        Code, Edition, Level, Registry,
        matching::{ColumnDecision, Matcher},
    },
};

impl Finder<'_> {
    /// The borders that its régions and académies are meant in, decided as for any dataset from
    /// their codes and names, and from a column of dates.
    pub(super) fn edition(&self, naming: &[(Level, Vec<usize>)], dates: Option<usize>) -> Edition {
        let mut places: BTreeSet<(Level, Code, &str)> = BTreeSet::new();
        let mut seen: BTreeSet<(Level, Vec<&str>)> = BTreeSet::new();
        for (level, columns) in naming.iter().filter(|(level, _)| *level != Level::Departement) {
            let matchers = Edition::ALL
                .map(|edition| Matcher::new(&ColumnDecision::chosen(*level, edition), &[]));
            for rank in self.ranks_at(*level) {
                let cells: Vec<&str> =
                    columns.iter().map(|column| self.cell(rank, *column)).collect();
                if !seen.insert((*level, cells.clone())) {
                    continue;
                }
                let letters = |cell: &&&str| cell.chars().filter(|c| c.is_alphabetic()).count() > 2;
                let name = cells.iter().find(letters).copied().unwrap_or("");
                match cells.iter().find_map(|cell| Code::new(cell).ok()) {
                    Some(code) => {
                        places.insert((*level, code, name));
                    }
                    None => places.extend(matchers.iter().filter_map(|matcher| {
                        Some((*level, matcher.value(name).territory()?.code()?, name))
                    })),
                }
            }
        }
        let latest = dates.and_then(|column| self.latest(column));
        borders::decide(places.into_iter(), latest, Registry::official())
    }

    /// The latest of a column of dates.
    fn latest(&self, column: usize) -> Option<Date> {
        let distinct: BTreeSet<&str> = self.table.rows().map(|row| row.cell(column)).collect();
        let cells = Cells::of_texts(distinct.iter().copied());
        let style = cells.date_style(&self.table.headers()[column]);
        distinct.iter().filter_map(|cell| Some(read_when(cell, style)?.period.end())).max()
    }
}
