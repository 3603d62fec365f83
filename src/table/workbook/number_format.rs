//! What a number format shows of a value.

use crate::table::CellKind;

/// What a format of Excel, XLSX or XLS, makes of the number in its cell: a percentage, a date with
/// less than its day, or nothing that matters here. `0.0%` is a percentage; `"%"0` and `0\%` only
/// look like one.
pub(super) fn of_excel(format: &str) -> CellKind {
    let letters = letters(format);
    let has = |wanted: char| letters.contains(wanted);
    if has('%') {
        return CellKind::Percent;
    }
    let is_clock = has('h') || has('s');
    // In « h:mm » the m are minutes.
    let month = has('m') && (has('y') || !is_clock);
    match (has('d'), month, has('y')) {
        (false, true, _) => CellKind::Month,
        (false, false, true) => CellKind::Year,
        (true, ..) => CellKind::Day,
        (false, false, false) => CellKind::Number,
    }
}

/// The letters and signs of the first section of a format that are no literal text.
fn letters(format: &str) -> String {
    if format.eq_ignore_ascii_case("General") {
        return String::new();
    }
    let (mut quoted, mut bracketed, mut literal) = (false, false, false);
    let mut letters = String::new();
    for letter in format.chars() {
        match letter {
            _ if literal => literal = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            // « \m » is the letter, « _m » a gap as wide, « *m » fills with it.
            '\\' | '_' | '*' => literal = true,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            ';' => break,
            _ => letters.push(letter.to_ascii_lowercase()),
        }
    }
    letters
}

/// The format of the numbers that Excel knows without being told, by their rank ([MS-XLS] 2.4.126,
/// ECMA-376 18.8.30).
pub(super) fn of_builtin(rank: u16) -> CellKind {
    match rank {
        9 | 10 => CellKind::Percent,
        17 => CellKind::Month,
        14..=16 | 22 => CellKind::Day,
        _ => CellKind::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_percent_sign_that_multiplies_counts() {
        for format in ["0%", "0.0%", "0,0 %;[Red]-0,0 %", "0.00\"\u{202f}\"%"] {
            assert_eq!(of_excel(format), CellKind::Percent, "{format}");
        }
        for format in ["General", "0\\%", "0\" %\"", "0.00", "#,##0 _€", "[Red]0"] {
            assert_eq!(of_excel(format), CellKind::Number, "{format}");
        }
    }

    #[test]
    fn a_date_is_as_precise_as_its_format() {
        for format in ["mmm-yy", "mm/yyyy", "[$-40C]mmmm\\ yyyy;@", "yyyy\\-mm", "mmmm"] {
            assert_eq!(of_excel(format), CellKind::Month, "{format}");
        }
        for format in ["yyyy", "yy", "[$-40C]yyyy;@", "\"rentrée \"yyyy"] {
            assert_eq!(of_excel(format), CellKind::Year, "{format}");
        }
        for format in ["dd/mm/yyyy", "d-mmm", "yyyy-mm-dd hh:mm", "[$-F800]dddd, mmmm dd, yyyy"] {
            assert_eq!(of_excel(format), CellKind::Day, "{format}");
        }
        assert_eq!(of_excel("h:mm"), CellKind::Number);
    }
}
