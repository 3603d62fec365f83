//! Guessing what separates the cells.

/// The separators tried; the first wins a tie.
const CANDIDATES: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The separator that occurs most often in the header line, quoted cells left out; a comma when
/// none occurs, for a table of one column.
pub(super) fn guess(header_line: &str) -> u8 {
    let mut counts = [0_usize; CANDIDATES.len()];
    let mut quoted = false;
    for byte in header_line.bytes() {
        if byte == b'"' {
            quoted = !quoted;
        } else if !quoted && let Some(index) = CANDIDATES.iter().position(|c| *c == byte) {
            counts[index] += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    match counts.iter().position(|count| *count == most) {
        Some(index) if most > 0 => CANDIDATES[index],
        _ => b',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_separator_of_the_header_wins() {
        assert_eq!(guess("code,nom,taux"), b',');
        assert_eq!(guess("code;nom, prénom;taux"), b';');
        assert_eq!(guess("code\tnom"), b'\t');
        assert_eq!(guess("code|nom"), b'|');
        assert_eq!(guess("code"), b',');
    }

    #[test]
    fn separators_inside_quotes_do_not_count() {
        assert_eq!(guess(r#""a;b;c;d",taux"#), b',');
    }
}
