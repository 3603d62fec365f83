//! Numbers as texts, in the form that the rest of the program reads.

/// A number as plain text: `91.5`, `42`, `0.000001`; never `1e3` nor `42.0`.
///
/// Rounded to fifteen significant digits, as spreadsheets show them: `0.1 + 0.2` is `0.3`.
pub(super) fn number_text(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    // Beyond, plain digits would be longer than any cell.
    if rounded != 0.0 && !(1e-15..1e21).contains(&f64::abs(rounded)) {
        return format!("{rounded:e}");
    }
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// A fraction that its cell shows in percent: 0.915 is `91.5 %`.
pub(super) fn percent_text(fraction: f64) -> String {
    format!("{} %", number_text(fraction * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_plainly() {
        for (value, text) in [
            (42.0, "42"),
            (91.5, "91.5"),
            (1000.0, "1000"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1e-7, "0.0000001"),
            (123_456_789_012.0, "123456789012"),
            (f64::NAN, ""),
        ] {
            assert_eq!(number_text(value), text);
        }
        assert_eq!(percent_text(0.915), "91.5 %");
        assert_eq!(percent_text(0.07), "7 %");
    }
}
