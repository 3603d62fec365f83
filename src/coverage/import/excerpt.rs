//! A cell as a sentence quotes it.

/// Its first letters.
pub(super) fn excerpt(cell: &str) -> String {
    const LETTERS: usize = 40;
    cell.trim().chars().take(LETTERS).collect()
}
