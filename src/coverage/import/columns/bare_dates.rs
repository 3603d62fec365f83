//! Columns of figures whose whole name is a date: « 2010 », « 2011 », « octobre 2012 ».

use super::super::{
    dates::{DateStyle, read_when},
    headers::{HeaderSays, HeaderStyle},
};
use super::{ColumnMeaning, ColumnReason, Meaning, cells::Cells};
use crate::{table::Table, territory::matching::Confidence};

/// Gives a meaning to columns that are only called by dates, where several stand side by side and
/// nothing else in the table is a figure: numbers of equipped schools where all are whole and a
/// total stands beside, else shares where all are from 0 to 100.
pub(super) fn understand(table: &Table, columns: &mut [ColumnMeaning]) {
    let has = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
    let taken = has(Meaning::Taux) || has(Meaning::Equipes) || has(Meaning::Uai);
    let bare: Vec<usize> = (0..columns.len())
        .filter(|rank| columns[*rank].meaning.is_none() && is_date(table.written_header(*rank)))
        .collect();
    if taken || bare.len() < 2 {
        return;
    }
    let every = |test: &dyn Fn(&Cells<'_>) -> bool| {
        bare.iter().all(|column| {
            let cells = table.rows().map(|row| (row.cell(*column), row.kind(*column)));
            test(&Cells::new(cells))
        })
    };
    let (meaning, why) = if has(Meaning::Total) && every(&|cells| cells.are_counts()) {
        (Meaning::Equipes, "des nombres entiers, à côté d’un nombre d’établissements")
    } else if every(&|cells| cells.are_shares("")) {
        (Meaning::Taux, "des nombres de 0 à 100")
    } else {
        return;
    };
    for column in bare {
        columns[column].meaning = Some(meaning);
        columns[column].confidence = Confidence::Uncertain;
        columns[column].could_show = Some(meaning);
        columns[column].reasons = vec![ColumnReason::NameIsADate(why)];
    }
}

fn is_date(header: &str) -> bool {
    let whole = read_when(header.trim(), DateStyle::default()).map(|when| when.period);
    whole.is_some() && HeaderSays::read(header, HeaderStyle::default()).period == whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{coverage::import::columns::meanings, table::read_csv};

    fn found(text: &str) -> Vec<Option<Meaning>> {
        let table = read_csv(text.as_bytes()).unwrap().0;
        meanings(&table).into_iter().map(|column| column.meaning).skip(1).collect()
    }

    #[test]
    fn dates_above_figures_are_shares_or_counts_by_what_stands_beside() {
        let (share, count) = (Some(Meaning::Taux), Some(Meaning::Equipes));
        let shares = "dep;2010;octobre 2011\n01;10;20\n38;30;40,5\n2A;nd;2\n";
        assert_eq!(found(shares), [share, share]);
        let counts = "dep;total;2010;2011\n01;50;10;20\n38;60;30;40\n2A;9;1;2\n";
        assert_eq!(found(counts), [Some(Meaning::Total), count, count]);
    }

    #[test]
    fn figures_that_may_be_anything_are_left_alone() {
        assert_eq!(found("dep;2010;2011\n01;10;200\n38;30;40\n2A;1;2\n"), [None, None]);
        assert_eq!(found("dep;2010;taux\n01;10;20\n38;30;40\n2A;1;2\n")[0], None);
        assert_eq!(found("dep;2010\n01;10\n38;30\n2A;1\n"), [None]);
    }
}
