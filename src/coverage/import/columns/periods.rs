//! Two columns of dates of which one says of what the other is the last day: « 31/12/2011 », « 2011 ».

use super::{ColumnMeaning, ColumnReason, Meaning, cells::Cells, column::ROWS_SEEN};
use crate::{
    coverage::{Period, import::dates::read_when},
    table::Table,
};

/// Makes the less precise of two columns of dates the periods of the other, where they end together
/// in every row that has both.
pub(super) fn understand(table: &Table, columns: &mut [ColumnMeaning]) {
    let are_dates = |rank: &usize| columns[*rank].meaning == Some(Meaning::Date);
    let dates: Vec<usize> = (0..columns.len()).filter(are_dates).collect();
    let [first, second] = dates[..] else { return };
    let step = table.len().div_ceil(ROWS_SEEN).max(1);
    let [one, other] = [first, second].map(|rank| periods(table, rank, step));
    let both: Vec<(Period, Period)> =
        one.into_iter().zip(other).filter_map(|(one, other)| Some((one?, other?))).collect();
    if both.iter().any(|(one, other)| one.end() != other.end()) {
        return;
    }
    let coarser = |by: fn(&(Period, Period)) -> bool| both.iter().any(by);
    let second_is = coarser(|(one, other)| other.precision() < one.precision());
    let first_is = coarser(|(one, other)| one.precision() < other.precision());
    let (span, of) = match (first_is, second_is) {
        (false, true) => (second, first),
        (true, false) => (first, second),
        _ => return,
    };
    columns[span].meaning = Some(Meaning::Periode);
    columns[span].reasons.push(ColumnReason::SpanOf(table.headers()[of].clone()));
}

/// What the rows of a column say, one in `step`; `None` where that is no date.
fn periods(table: &Table, column: usize, step: usize) -> Vec<Option<Period>> {
    let cells = || table.rows().step_by(step).map(|row| row.cell(column));
    let style = Cells::of_texts(cells()).date_style(table.written_header(column));
    cells().map(|cell| Some(read_when(cell, style)?.period)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{coverage::import::columns::meanings, table::read_csv};

    fn found(text: &str) -> Vec<Option<Meaning>> {
        let table = read_csv(text.as_bytes()).unwrap().0;
        meanings(&table).into_iter().map(|column| column.meaning).skip(2).collect()
    }

    #[test]
    fn a_year_beside_its_last_day_says_of_what_it_is_the_day() {
        let (date, span) = (Some(Meaning::Date), Some(Meaning::Periode));
        for (headers, rows, expected) in [
            ("Date;Période", ["31/12/2011;2011", "31/10/2011;octobre 2011"], [date, span]),
            ("Période;Date", ["2011;2011-12-31", "9 mai 2010;2010-05-09"], [span, date]),
            ("Date;Période", ["31/12/2011;2011", "31/12/2012;"], [date, span]),
            // Two dates that are not of one thing: the first is that of the row, as ever.
            ("Date;Période", ["31/12/2011;2010", "31/12/2011;2011"], [date, None]),
            ("Date;Période", ["2011;2011", "2012;2012"], [date, None]),
        ] {
            let text = format!("dep;taux;{headers}\n01;10;{}\n38;30,5;{}\n", rows[0], rows[1]);
            assert_eq!(found(&text), expected, "{text}");
        }
    }
}
