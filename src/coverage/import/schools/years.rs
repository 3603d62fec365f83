//! Answers of several years side by side: since when each school has had an ENT.

use jiff::civil::Date;

use super::{
    super::{
        ColumnMeaning, ImportChoices, Meaning,
        headers::{HeaderSays, HeaderStyle},
    },
    equipment::{EquipmentColumn, Holds},
};
use crate::{
    coverage::Period,
    table::{Row, Table},
};

/// The columns that say of earlier days what the one that is shown says of its own.
pub(super) struct EarlierYears {
    /// The day of the column that is shown.
    own: Date,
    /// Those before it, the latest first.
    earlier: Vec<(Date, EquipmentColumn)>,
}

impl EarlierYears {
    /// Finds them by their names, which differ from that of the column that is shown in their dates
    /// alone. None where some school had an ENT and has none any more: the day since when does not
    /// tell that.
    pub fn find(
        table: &Table,
        columns: &[ColumnMeaning],
        shown: &EquipmentColumn,
        choices: &ImportChoices,
    ) -> Option<Self> {
        let style = HeaderStyle::of(table.headers());
        let day = |rank: usize| {
            HeaderSays::read(table.written_header(rank), style).period.map(Period::end)
        };
        let theme = &columns[shown.column].theme;
        let own = day(shown.column).filter(|_| shown.holds == Holds::Answers)?;
        let is_alike = |rank: &usize| {
            let column = &columns[*rank];
            *rank != shown.column
                && column.could_show == Some(Meaning::Equipe)
                && column.theme.core == theme.core
                && column.theme.is_negated == theme.is_negated
        };
        let read = |rank: usize| {
            let column = EquipmentColumn::new(table, rank, Holds::Answers, &choices.words, true);
            if shown.is_negated { column.negated(&choices.words) } else { column }
        };
        let alike = (0..columns.len()).filter(is_alike);
        let mut earlier: Vec<(Date, EquipmentColumn)> = alike
            .filter_map(|rank| Some((day(rank).filter(|day| *day < own)?, read(rank))))
            .collect();
        earlier.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        let goes_back = |row: &Row<'_>| {
            let mut said = vec![shown.read(row)];
            said.extend(earlier.iter().map(|(_, column)| column.read(row)));
            let first_yes = said.iter().rposition(|one| *one == Some(true));
            first_yes.is_some_and(|at| said[..at].contains(&Some(false)))
        };
        let is_a_series = !earlier.is_empty() && !table.rows().any(|row| goes_back(&row));
        is_a_series.then_some(Self { own, earlier })
    }

    /// Since when the school of a row has one; `None` where it has none, or a year before says
    /// nothing.
    pub fn since(&self, row: &Row<'_>) -> Option<Date> {
        let mut since = self.own;
        for (day, column) in &self.earlier {
            match column.read(row) {
                Some(true) => since = *day,
                Some(false) => return Some(since),
                None => return None,
            }
        }
        Some(since)
    }

    /// The names of the columns, in the order of their days.
    pub fn told(&self) -> String {
        let names: Vec<String> =
            self.earlier.iter().rev().map(|(_, one)| format!("« {} »", one.header)).collect();
        format!("depuis quand chacun a un ENT, d’après {}", names.join(", "))
    }
}
