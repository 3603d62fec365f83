//! The cells of a workbook as texts.

use calamine::{CellErrorType, DataRef, ExcelDateTime};

use crate::table::{
    CellKind,
    number::{number_text, percent_text},
};

/// The text of a cell, and what it is: `91.5`, `72 %`, `2011-10-31`, `VRAI`, `#N/A`. A formula has
/// the value that its program computed last. Excel's French words stand for true and false.
/// `format` is what the number format of the cell shows of a number.
pub(super) fn typed(value: &DataRef<'_>, format: CellKind) -> (String, CellKind) {
    match value {
        DataRef::Int(value) => number(*value as f64, format),
        DataRef::Float(value) => number(*value, format),
        DataRef::DateTime(date) => date_text(date, format),
        DataRef::DateTimeIso(text) => iso_date(text, format),
        DataRef::String(text) => (text.clone(), CellKind::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
        DataRef::Bool(value) => (truth(*value).to_owned(), CellKind::Text),
        DataRef::DurationIso(text) => (text.clone(), CellKind::Text),
        DataRef::Error(error) => (error_text(error).to_owned(), CellKind::Text),
        DataRef::Empty => (String::new(), CellKind::Text),
    }
}

/// A number, in percent where its format shows it so.
pub(super) fn number(value: f64, format: CellKind) -> (String, CellKind) {
    match format {
        CellKind::Percent => (percent_text(value), CellKind::Percent),
        _ => (number_text(value), CellKind::Number),
    }
}

/// « VRAI » or « FAUX ».
pub(super) fn truth(value: bool) -> &'static str {
    if value { "VRAI" } else { "FAUX" }
}

/// A date written `2011-10-31` or `2011-10-31T00:00:00`, no more precise than it is shown.
pub(super) fn iso_date(text: &str, format: CellKind) -> (String, CellKind) {
    let is_date = text.len() >= 10
        && text.bytes().take(10).enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match format {
        CellKind::Month if is_date => (text[..7].to_owned(), CellKind::Month),
        CellKind::Year if is_date => (text[..4].to_owned(), CellKind::Year),
        _ => {
            let text = text.split_once('.').map_or(text, |(whole, _)| whole);
            let kind = if is_date { CellKind::Day } else { CellKind::Text };
            (text.trim_end_matches("T00:00:00").replace('T', " "), kind)
        }
    }
}

fn date_text(date: &ExcelDateTime, format: CellKind) -> (String, CellKind) {
    let serial = date.as_f64();
    if date.is_duration() {
        let minutes = (serial * 24.0 * 60.0).round() as i64;
        return (format!("{}:{:02}", minutes / 60, (minutes % 60).abs()), CellKind::Text);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let time = time.strip_suffix(":00").unwrap_or(&time);
    match format {
        // An hour of no day.
        _ if (0.0..1.0).contains(&serial) => (time.to_owned(), CellKind::Text),
        CellKind::Month => (format!("{year}-{month:02}"), CellKind::Month),
        CellKind::Year => (year.to_string(), CellKind::Year),
        _ if time == "00:00" => (format!("{year}-{month:02}-{day:02}"), CellKind::Day),
        _ => (format!("{year}-{month:02}-{day:02} {time}"), CellKind::Day),
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NOM?",
        CellErrorType::Null => "#NUL!",
        CellErrorType::Num => "#NOMBRE!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALEUR!",
        _ => "#ERREUR",
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn cells_become_plain_texts() {
        let date = |serial, kind| DataRef::DateTime(ExcelDateTime::new(serial, kind, false));
        for (value, expected, kind) in [
            (date(40847.0, ExcelDateTimeType::DateTime), "2011-10-31", CellKind::Day),
            (date(40847.5, ExcelDateTimeType::DateTime), "2011-10-31 12:00", CellKind::Day),
            (date(1.5, ExcelDateTimeType::TimeDelta), "36:00", CellKind::Text),
            (DataRef::DateTimeIso("2011-10-31T00:00:00".to_owned()), "2011-10-31", CellKind::Day),
            (DataRef::Float(1000.0), "1000", CellKind::Number),
            (DataRef::Bool(true), "VRAI", CellKind::Text),
            (DataRef::Error(CellErrorType::NA), "#N/A", CellKind::Text),
            (DataRef::Empty, "", CellKind::Text),
        ] {
            assert_eq!(typed(&value, CellKind::Number), (expected.to_owned(), kind));
        }
    }

    #[test]
    fn a_cell_says_no_more_than_it_shows() {
        let date = ExcelDateTime::new(40817.0, ExcelDateTimeType::DateTime, false);
        let iso = DataRef::DateTimeIso("2011-10-01".to_owned());
        for (kind, expected) in [(CellKind::Month, "2011-10"), (CellKind::Year, "2011")] {
            assert_eq!(typed(&DataRef::DateTime(date), kind), (expected.to_owned(), kind));
            assert_eq!(typed(&iso, kind), (expected.to_owned(), kind));
        }
        let percent = typed(&DataRef::Float(0.915), CellKind::Percent);
        assert_eq!(percent, ("91.5 %".to_owned(), CellKind::Percent));
        let typed_as_text = typed(&DataRef::SharedString("85 %"), CellKind::Percent);
        assert_eq!(typed_as_text, ("85 %".to_owned(), CellKind::Text));
    }
}
