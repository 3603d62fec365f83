//! A table as text: a CSV file, or cells for the clipboard.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use super::{Cell, Sheet};
use crate::{
    french::{self, NARROW_SPACE},
    table::number::number_text,
};

/// Stands before a text that a spreadsheet would take for a formula. Being a space, it is gone when
/// the file is read again; being a no-break one, no spreadsheet skips it to compute what follows.
const GUARD: char = '\u{a0}';

/// A CSV file as a French Excel opens it: UTF-8 with byte order mark, `;`, CRLF, decimal commas.
/// Numbers keep fifteen significant digits, as in a workbook; shares have two decimals at most.
pub fn to_csv(sheet: &Sheet) -> Vec<u8> {
    let mut bytes = Vec::from("\u{feff}");
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(&mut bytes);
    // Writing to memory cannot fail, and every record is as long as the header: the results are
    // dropped for that reason alone.
    for record in records(sheet, exact) {
        let _ = writer.write_record(&record);
    }
    drop(writer);
    bytes
}

/// The table with tabs between its cells, as spreadsheets and text editors paste it. Shares have
/// one decimal, as on the map.
pub fn to_text(sheet: &Sheet) -> String {
    let mut text = String::new();
    for record in records(sheet, shown) {
        let cells: Vec<Cow<'_, str>> = record.iter().map(|cell| one_line(cell)).collect();
        text += &cells.join("\t");
        text.push('\n');
    }
    text
}

/// The header and the rows as texts, all of the same length.
fn records(sheet: &Sheet, written: impl Fn(&Cell) -> String) -> impl Iterator<Item = Vec<String>> {
    let width = sheet.columns.len();
    let header = sheet.columns.iter().map(|column| guarded(&column.name)).collect();
    let rows = sheet.rows.iter().map(move |row| {
        (0..width).map(|column| row.get(column).map_or_else(String::new, &written)).collect()
    });
    std::iter::once(header).chain(rows)
}

/// A cell with all that is known of it.
fn exact(cell: &Cell) -> String {
    match cell {
        Cell::Number { value, .. } => number_text(*value).replace('.', ","),
        // With its sign, since 0,5 % alone in its column would else be read as one half; behind a
        // plain space, which spreadsheets take for a part of the number.
        Cell::Percent(percent) => format!("{} %", hundredths(*percent).replace('.', ",")),
        other => shown(other),
    }
}

/// A share as a person writes it, with two decimals at most; rounding never reaches 0 or 100.
fn hundredths(percent: f64) -> String {
    let rounded = (percent * 100.0).round() / 100.0;
    let is_inside = percent > 0.0 && percent < 100.0;
    number_text(if is_inside { rounded.clamp(0.01, 99.99) } else { rounded })
}

/// A cell as it is read by a person.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Integer(value) => value.to_string(),
        Cell::Number { value, decimals } => {
            format!("{value:.*}", usize::from(*decimals)).replace('.', ",")
        }
        Cell::Percent(percent) => {
            french::percent(*percent, &french::ROUND_FIGURES).replace(NARROW_SPACE, "")
        }
        Cell::Date(date) => date.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}']);
    if is_formula { format!("{GUARD}{text}") } else { text.to_owned() }
}

/// A text without tabs and line ends, which would begin other cells.
fn one_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control();
    if text.contains(breaks) { Cow::Owned(text.replace(breaks, " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::table::{Column, ColumnKind};

    fn sheet(cells: &[Cell]) -> Sheet {
        let named = |rank| Column::new(format!("c{rank}"), ColumnKind::Text, 8);
        let columns = (1..=cells.len()).map(named).collect();
        Sheet { columns, rows: vec![cells.to_vec()], ..Sheet::default() }
    }

    fn csv(cells: &[Cell]) -> String {
        String::from_utf8(to_csv(&sheet(cells))).unwrap()
    }

    #[test]
    fn a_file_has_its_mark_its_semicolons_and_the_line_ends_of_windows() {
        let cells = [Cell::text("01"), Cell::Empty, Cell::Integer(13_358)];
        assert_eq!(csv(&cells), "\u{feff}c1;c2;c3\r\n01;;13358\r\n");
    }

    #[test]
    fn numbers_have_a_comma_and_dates_their_year_first() {
        let cells = [
            Cell::Number { value: 0.1 + 0.2, decimals: 1 },
            Cell::Percent(91.5),
            Cell::Percent(100.0 * 2.0 / 3.0),
            Cell::Date(date(2011, 10, 31)),
        ];
        assert!(csv(&cells).ends_with("\r\n0,3;91,5 %;66,67 %;2011-10-31\r\n"));
    }

    #[test]
    fn a_share_is_rounded_as_a_person_would_and_never_to_a_bound() {
        let shares = [0.0, 0.001, 0.04, 7.0, 12.345, 99.994, 99.999, 100.0];
        let expected = ["0", "0.01", "0.04", "7", "12.35", "99.99", "99.99", "100"];
        assert_eq!(shares.map(hundredths), expected);
    }

    #[test]
    fn quotes_separators_and_line_ends_stay_in_their_cell() {
        let cells = [Cell::text("a;b"), Cell::text("dit « \"oui\" »"), Cell::text("c\r\nd")];
        assert!(csv(&cells).ends_with("\r\n\"a;b\";\"dit « \"\"oui\"\" »\";\"c\r\nd\"\r\n"));
    }

    #[test]
    fn no_text_becomes_a_formula_and_negative_numbers_stay_numbers() {
        for text in ["=1+1", "+33", "-2", "@SUM(A1)", " =1+1", "\t=1"] {
            assert!(csv(&[Cell::text(text)]).contains(&format!("\u{a0}{text}")), "{text:?}");
        }
        assert!(csv(&[Cell::Integer(-2)]).ends_with("\r\n-2\r\n"));
    }

    #[test]
    fn a_short_row_is_filled_and_a_long_one_cut() {
        let mut sheet = sheet(&[Cell::text("a"), Cell::text("b")]);
        sheet.rows = vec![vec![Cell::text("a")], vec![Cell::Integer(1); 3]];
        let text = String::from_utf8(to_csv(&sheet)).unwrap();
        assert!(text.ends_with("c1;c2\r\na;\r\n1;1\r\n"), "{text}");
    }

    #[test]
    fn the_clipboard_gets_one_line_a_row_and_shares_as_the_map_shows_them() {
        let cells = [Cell::text("a\tb\nc"), Cell::Percent(99.97), Cell::text("=A1")];
        assert_eq!(to_text(&sheet(&cells)), "c1\tc2\tc3\na b c\t99,97%\t\u{a0}=A1\n");
    }
}
