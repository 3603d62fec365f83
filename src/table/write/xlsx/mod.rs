//! A table as a workbook: the table on one sheet, what there is to know about it on another.

mod formats;

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

use self::formats::{Formats, empty_format, header_format};
use super::{ColumnKind, Sheet, WriteError};

/// Rows below the header that a sheet can hold.
pub(super) const MOST_ROWS: usize = 1_048_575;
const LAST_ROW: u32 = 1_048_575;
/// Columns that a sheet can hold.
pub(super) const MOST_COLUMNS: usize = 16_384;
/// What a cell can hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// Points, the most that spreadsheets take.
const HIGHEST_ROW: f64 = 409.0;

const CUT: &str = "… (texte coupé)";
const A4: u8 = 9;
/// Letters across the sheet of notes: as wide as the paper.
const NOTES_WIDTH: u16 = 72;
/// Points from one line of a cell to the next.
const LINE_HEIGHT: f64 = 15.0;

/// A workbook: a header that stays in sight, with filters; numbers, shares and dates as such; the
/// notes on a sheet called « À propos ». The same table gives the same bytes.
///
/// # Errors
/// When there are more rows or columns than a sheet can hold.
pub fn to_xlsx(sheet: &Sheet) -> Result<Vec<u8>, WriteError> {
    if sheet.rows.len() > MOST_ROWS {
        return Err(WriteError::TooManyRows(sheet.rows.len()));
    }
    if sheet.columns.len() > MOST_COLUMNS {
        return Err(WriteError::TooManyColumns(sheet.columns.len()));
    }
    let mut workbook = Workbook::new();
    // Any fixed day: that of the writing would make two equal tables two different files.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(&sheet.title).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    write_table(workbook.add_worksheet(), sheet)?;
    write_notes(workbook.add_worksheet(), sheet)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_table(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name("Tableau")?;
    worksheet.set_freeze_panes(1, sheet.fixed_columns)?;
    worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    // No program but Excel makes a row as high as its text.
    let header_lines = sheet.columns.iter().map(|column| lines(&column.name, column.width)).max();
    worksheet.set_row_height(0, LINE_HEIGHT * header_lines.unwrap_or(1) as f64)?;
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    for (rank, column) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(rank, column.width)?;
        worksheet.set_column_format(rank, &empty_format(column.kind))?;
        let header = header_format(column.kind);
        worksheet.write_string_with_format(0, rank, short(&column.name), &header)?;
        if !column.choices.is_empty() {
            // Offered, not imposed: a file may say more than a list foresees.
            let offered = DataValidation::new()
                .allow_list_strings(&column.choices)?
                .show_error_message(false);
            worksheet.add_data_validation(1, rank, LAST_ROW, rank, &offered)?;
        }
        if matches!(column.kind, ColumnKind::Code | ColumnKind::Text) {
            // A code is no number that lost its type, and needs no warning.
            let warning = IgnoreError::NumberStoredAsText;
            worksheet.ignore_error_range(0, rank, last_row, rank, warning)?;
        }
    }
    if let Some(last) = (0..).zip(&sheet.columns).map(|(rank, _)| rank).last() {
        worksheet.autofilter(0, 0, last_row, last)?;
    }
    let formats = Formats::new();
    for (line, row) in (1..).zip(&sheet.rows) {
        for (rank, (column, cell)) in (0..).zip(sheet.columns.iter().zip(row)) {
            formats.write(worksheet, (line, rank), column, cell)?;
        }
    }
    Ok(())
}

/// Fewer cells than the table, even an empty one: readers take the fullest sheet for the data.
fn write_notes(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name("À propos")?;
    worksheet.set_column_width(0, NOTES_WIDTH)?;
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    worksheet.write_string_with_format(0, 0, short(&sheet.title), &Format::new().set_bold())?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (line, note) in (1..).zip(&sheet.notes) {
        // Half a line between two paragraphs.
        let height = LINE_HEIGHT * (lines(note, NOTES_WIDTH) as f64 + 0.5);
        worksheet.set_row_height(line, height.min(HIGHEST_ROW))?;
        // Spreadsheets break lines at any plain space, beside guillemets too.
        let note = note.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        worksheet.write_string_with_format(line, 0, short(&note), &wrapped)?;
    }
    Ok(())
}

/// On how many lines a text stands in a column of `width` letters, broken between words.
fn lines(text: &str, width: u16) -> usize {
    let width = usize::from(width.max(4)) - 2;
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut filled) = (1, 0);
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if filled > 0 && filled + 1 + length > width {
                (lines, filled) = (lines + 1, length);
            } else {
                filled += length + usize::from(filled > 0);
            }
        }
        lines
    };
    text.split('\n').map(of_paragraph).sum()
}

/// A text that fits into a cell, and says so where it was cut.
fn short(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut left = LONGEST_TEXT - CUT.encode_utf16().count();
    let fits = |letter: &char| {
        let holds = letter.len_utf16() <= left;
        left = left.saturating_sub(letter.len_utf16());
        holds
    };
    text.chars().take_while(fits).chain(CUT.chars()).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use jiff::civil::date;

    use super::*;
    use crate::table::{Cell, Column, READ_ON, ReadOptions, Reading, read};

    fn sheet(kind: ColumnKind, cells: &[Cell]) -> Sheet {
        let columns = vec![Column::new("clé", ColumnKind::Code, 8), Column::new("valeur", kind, 8)];
        let keyed =
            |(rank, cell): (usize, &Cell)| vec![Cell::text(format!("0{rank}")), cell.clone()];
        let rows = cells.iter().enumerate().map(keyed).collect();
        let notes = vec!["Source : nous".into()];
        Sheet { title: "Titre".into(), columns, fixed_columns: 1, rows, notes }
    }

    fn reopened(sheet: &Sheet) -> Reading {
        let bytes = to_xlsx(sheet).unwrap();
        read(&bytes, "a.xlsx", &ReadOptions::default(), READ_ON).unwrap()
    }

    fn values(kind: ColumnKind, cells: &[Cell]) -> Vec<String> {
        let reading = reopened(&sheet(kind, cells));
        reading.table.rows().map(|row| row.cell(1).to_owned()).collect()
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn numbers_shares_and_dates_are_read_back_as_such() {
        let shares = [0.0, 0.04, 7.0, 55.5, 99.97, 100.0].map(Cell::Percent);
        let texts = ["0 %", "0.04 %", "7 %", "55.5 %", "99.97 %", "100 %"];
        assert_eq!(values(ColumnKind::Percent, &shares), texts);
        let numbers = [Cell::Integer(13_358), Cell::Number { value: -2.25, decimals: 1 }];
        assert_eq!(values(ColumnKind::Number, &numbers), ["13358", "-2.25"]);
        let days = [Cell::Date(date(2011, 10, 31)), Cell::Date(date(1789, 7, 14))];
        assert_eq!(values(ColumnKind::Date, &days), ["2011-10-31", "1789-07-14"]);
    }

    #[test]
    fn texts_stay_texts() {
        let texts = ["=1+1", "01", "-2", "nd", "a\nb", "https://exemple.fr/?a=1&b=<2>"];
        let cells = texts.map(Cell::text);
        assert_eq!(values(ColumnKind::Text, &cells), texts);
    }

    #[test]
    fn the_table_is_found_beside_its_notes_with_its_codes_whole() {
        let reading = reopened(&sheet(ColumnKind::Text, &[Cell::text("a"), Cell::Empty]));
        assert_eq!(reading.recognition.sheets, ["Tableau", "À propos"]);
        assert_eq!(reading.recognition.sheet.as_deref(), Some("Tableau"));
        let codes: Vec<&str> = reading.table.rows().map(|row| row.cell(0)).collect();
        assert_eq!(codes, ["00", "01"]);
    }

    #[test]
    fn the_header_stays_in_sight_and_can_be_filtered() {
        let bytes = to_xlsx(&sheet(ColumnKind::Text, &[Cell::text("a")])).unwrap();
        let table = part(&bytes, "xl/worksheets/sheet1.xml");
        for part in ["state=\"frozen\"", "xSplit=\"1\"", "ySplit=\"1\""] {
            assert!(table.contains(part), "{part}: {table}");
        }
        assert!(table.contains("<autoFilter ref=\"A1:B2\""), "{table}");
    }

    #[test]
    fn words_are_offered_in_every_row_that_is_to_be_filled() {
        let mut sheet = sheet(ColumnKind::Text, &[]);
        sheet.columns[1] = sheet.columns[1].clone().offering(["lycée", "collège"]);
        let table = part(&to_xlsx(&sheet).unwrap(), "xl/worksheets/sheet1.xml");
        assert!(table.contains("sqref=\"B2:B1048576\""), "{table}");
        assert!(table.contains("<formula1>\"lycée,collège\"</formula1>"), "{table}");
        assert!(!table.contains("showErrorMessage"), "another word may be written: {table}");
    }

    #[test]
    fn no_date_of_today_enters_the_file() {
        let sheet = sheet(ColumnKind::Text, &[Cell::text("a")]);
        let bytes = to_xlsx(&sheet).unwrap();
        assert_eq!(bytes, to_xlsx(&sheet).unwrap());
        let properties = part(&bytes, "docProps/core.xml");
        assert_eq!(properties.matches("2000-01-01T00:00:00Z").count(), 2, "{properties}");
    }

    #[test]
    fn rows_are_as_high_as_their_words_need() {
        assert_eq!(lines("Taux de collèges équipés", 13), 3);
        assert_eq!(lines("Date", 12), 1);
        assert_eq!(lines("un\ndeux trois", 9), 3);
        assert_eq!(lines("anticonstitutionnellement", 9), 1, "one word is not broken");
    }

    #[test]
    fn a_text_too_long_for_a_cell_says_that_it_was_cut() {
        let long = "é".repeat(40_000);
        let [read] = values(ColumnKind::Text, &[Cell::text(long)]).try_into().unwrap();
        assert!(read.ends_with("ééé… (texte coupé)"));
        assert_eq!(read.encode_utf16().count(), LONGEST_TEXT);
    }

    #[test]
    fn a_table_longer_than_a_sheet_is_refused_in_french() {
        let rows = vec![vec![]; MOST_ROWS + 1];
        let error = to_xlsx(&Sheet { rows, ..Sheet::default() }).unwrap_err().to_string();
        assert!(
            error.contains("1\u{202f}048\u{202f}576 lignes") && error.contains("CSV"),
            "{error}"
        );
    }
}
