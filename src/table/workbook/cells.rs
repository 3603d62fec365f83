//! The cells of a workbook as texts.

use calamine::{CellErrorType, DataRef, ExcelDateTime};

use crate::table::number::{number_text, percent_text};

/// The text of a cell: `91.5`, `2011-10-31`, `VRAI`, `#N/A`. A formula has the value that its
/// program computed last. Excel's French words stand for true and false.
pub(super) fn text(value: &DataRef<'_>, percent: bool) -> String {
    match value {
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) if percent => percent_text(*value),
        DataRef::Float(value) => number_text(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "VRAI" } else { "FAUX" }.to_owned(),
        DataRef::DateTime(date) => date_text(date),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").replace('T', " "),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error_text(error).to_owned(),
        DataRef::Empty => String::new(),
    }
}

/// Whether a number format shows a fraction in percent: `0.0%`, but not `"%"0` nor `0\%`.
pub(super) fn is_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    format.chars().any(|letter| {
        let plain = !quoted && !escaped;
        escaped = plain && letter == '\\';
        quoted ^= letter == '"' && (plain || quoted);
        plain && letter == '%'
    })
}

fn date_text(date: &ExcelDateTime) -> String {
    let serial = date.as_f64();
    if date.is_duration() {
        let minutes = (serial * 24.0 * 60.0).round() as i64;
        return format!("{}:{:02}", minutes / 60, (minutes % 60).abs());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let time = time.strip_suffix(":00").unwrap_or(&time);
    if (0.0..1.0).contains(&serial) {
        time.to_owned()
    } else if time == "00:00" {
        format!("{year}-{month:02}-{day:02}")
    } else {
        format!("{year}-{month:02}-{day:02} {time}")
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
        for (value, expected) in [
            (date(40847.0, ExcelDateTimeType::DateTime), "2011-10-31"),
            (date(40847.5, ExcelDateTimeType::DateTime), "2011-10-31 12:00"),
            (date(1.5, ExcelDateTimeType::TimeDelta), "36:00"),
            (DataRef::DateTimeIso("2011-10-31T00:00:00".to_owned()), "2011-10-31"),
            (DataRef::Float(1000.0), "1000"),
            (DataRef::Bool(true), "VRAI"),
            (DataRef::Error(CellErrorType::NA), "#N/A"),
            (DataRef::Empty, ""),
        ] {
            assert_eq!(text(&value, false), expected);
        }
        assert_eq!(text(&DataRef::Float(0.915), true), "91.5 %");
    }

    #[test]
    fn only_a_percent_sign_that_multiplies_counts() {
        assert!(is_percent("0.0%") && is_percent("0,0 %;[Red]-0,0 %"));
        assert!(!is_percent("General") && !is_percent("0\\%") && !is_percent("0\" %\""));
    }
}
