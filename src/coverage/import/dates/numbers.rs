//! Numbers of dates.

/// A number of at most four digits.
pub(super) fn small_number(text: &str) -> Option<i16> {
    let well_written = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    well_written.then(|| text.parse().ok()).flatten()
}

/// The runs of digits in a text.
pub(super) fn runs_of_digits(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}
