//! How the cells of a workbook look.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::short;
use crate::{
    french::NARROW_SPACE,
    table::{Cell, Column, ColumnKind},
};

const DATE_FORMAT: &str = "dd/mm/yyyy";

/// The looks of cells.
pub(super) struct Formats {
    code: Format,
    /// « nd » in a column of figures.
    sign: Format,
    date: Format,
    /// By decimals, from none.
    numbers: Vec<Format>,
    /// By decimals, from the fewest.
    percents: Vec<Format>,
}

impl Formats {
    const MOST_DECIMALS: u8 = 9;
    /// Of shares, which a person writes as 66,67 %.
    const DECIMALS_OF_SHARES: u8 = 2;

    pub fn new() -> Self {
        let number = |decimals| figure_format().set_num_format(number_format(decimals));
        let percent = |decimals| figure_format().set_num_format(percent_format(decimals));
        Self {
            code: Format::new().set_num_format("@"),
            sign: figure_format(),
            date: empty_format(ColumnKind::Date),
            numbers: (0..=Self::MOST_DECIMALS).map(number).collect(),
            percents: (Self::DECIMALS_OF_SHARES..=Self::MOST_DECIMALS).map(percent).collect(),
        }
    }

    /// Writes a cell at a row and a rank.
    pub fn write(
        &self,
        worksheet: &mut Worksheet,
        (row, rank): (u32, u16),
        column: &Column,
        cell: &Cell,
    ) -> Result<(), XlsxError> {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                let text = short(text);
                match column.kind {
                    ColumnKind::Code => {
                        worksheet.write_string_with_format(row, rank, text, &self.code)?
                    }
                    kind if kind.is_figure() => {
                        worksheet.write_string_with_format(row, rank, text, &self.sign)?
                    }
                    _ => worksheet.write_string(row, rank, text)?,
                };
            }
            Cell::Integer(value) => self.number(worksheet, (row, rank), *value as f64, 0)?,
            Cell::Number { value, decimals } => {
                self.number(worksheet, (row, rank), *value, *decimals)?;
            }
            Cell::Percent(percent) => {
                let format = usize::from(decimals_shown(*percent) - Self::DECIMALS_OF_SHARES);
                if let Some(format) = self.percents.get(format) {
                    worksheet.write_number_with_format(row, rank, percent / 100.0, format)?;
                }
            }
            Cell::Date(date) => {
                let part = |part: i8| u8::try_from(part).unwrap_or_default();
                let year = u16::try_from(date.year()).unwrap_or_default();
                match ExcelDateTime::from_ymd(year, part(date.month()), part(date.day())) {
                    Ok(day) => worksheet.write_datetime_with_format(row, rank, &day, &self.date)?,
                    // The calendar of spreadsheets begins in 1900.
                    Err(_) => worksheet.write_string(row, rank, date.to_string())?,
                };
            }
        }
        Ok(())
    }

    fn number(
        &self,
        worksheet: &mut Worksheet,
        (row, rank): (u32, u16),
        value: f64,
        decimals: u8,
    ) -> Result<(), XlsxError> {
        let decimals = usize::from(decimals.min(Self::MOST_DECIMALS));
        if let Some(format) = self.numbers.get(decimals) {
            worksheet.write_number_with_format(row, rank, value, format)?;
        }
        Ok(())
    }
}

/// How a cell looks once something is typed into it.
pub(super) fn empty_format(kind: ColumnKind) -> Format {
    match kind {
        ColumnKind::Code => Format::new().set_num_format("@"),
        ColumnKind::Text => Format::new(),
        ColumnKind::Number => figure_format(),
        ColumnKind::Percent => {
            figure_format().set_num_format(percent_format(Formats::DECIMALS_OF_SHARES))
        }
        ColumnKind::Date => {
            Format::new().set_num_format(DATE_FORMAT).set_align(FormatAlign::Center)
        }
    }
}

/// Unit under unit, and clear of a text that begins in the next column.
fn figure_format() -> Format {
    Format::new().set_align(FormatAlign::Right).set_indent(1)
}

/// How the name of a column looks.
pub(super) fn header_format(kind: ColumnKind) -> Format {
    let format = match kind {
        ColumnKind::Code | ColumnKind::Text => Format::new().set_align(FormatAlign::Left),
        ColumnKind::Number | ColumnKind::Percent => figure_format(),
        ColumnKind::Date => Format::new().set_align(FormatAlign::Center),
    };
    let format = format.set_bold().set_text_wrap();
    format.set_align(FormatAlign::Bottom).set_border_bottom(FormatBorder::Thin)
}

fn number_format(decimals: u8) -> String {
    if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", zeros(decimals)) }
}

/// The percent sign stands outside the quotes: the cell holds a fraction, and says so.
fn percent_format(decimals: u8) -> String {
    format!("0.{}\"{NARROW_SPACE}\"%", zeros(decimals))
}

fn zeros(count: u8) -> String {
    "0".repeat(usize::from(count))
}

/// Two decimals, or as many as keep 99.997 from being shown as 100.
fn decimals_shown(percent: f64) -> u8 {
    let at_a_bound = |value: f64| value <= 0.0 || value >= 100.0;
    let honest = |decimals: &u8| {
        let scale = 10_f64.powi(i32::from(*decimals));
        at_a_bound(percent) || !at_a_bound((percent * scale).round() / scale)
    };
    (Formats::DECIMALS_OF_SHARES..Formats::MOST_DECIMALS)
        .find(honest)
        .unwrap_or(Formats::MOST_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_shown_as_a_bound_that_it_does_not_reach() {
        let shown = [0.0, 0.004, 0.04, 50.0, 99.96, 99.997, 100.0].map(decimals_shown);
        assert_eq!(shown, [2, 3, 2, 2, 2, 3, 2]);
    }
}
