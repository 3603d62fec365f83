//! Two numbers of schools in one cell: « 20/50 », « 20 sur 50 », « 40 % (20/50) ».

use super::{DecimalSign, share::count};
use crate::table::CellKind;

/// Some schools out of a number of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) struct Ratio {
    pub some: u32,
    pub of: u32,
}

/// Reads a cell as one: each side is a whole number, perhaps with a word of what is counted after
/// it (« 20 collèges sur 50 »). A share beside it, in brackets or before them, is not read.
pub(in crate::coverage::import) fn ratio(cell: &str) -> Option<Ratio> {
    let cell = cell.trim();
    read(cell).or_else(|| {
        let (before, inner) = cell.strip_suffix(')')?.rsplit_once('(')?;
        let is_a_share = |text: &str| text.trim().ends_with('%');
        match (is_a_share(before), is_a_share(inner)) {
            (true, false) => read(inner),
            (false, true) => read(before),
            _ => None,
        }
    })
}

fn read(text: &str) -> Option<Ratio> {
    let lower = text.to_lowercase();
    let (some, of) = lower.split_once('/').or_else(|| lower.split_once(" sur "))?;
    let number = |side: &str| count(without_noun(side)?, CellKind::Text, DecimalSign::Comma);
    Some(Ratio { some: number(some)?, of: number(of)? })
}

/// The number before what it counts: « 20 collèges ». A second number is another thing.
fn without_noun(side: &str) -> Option<&str> {
    let side = side.trim();
    let end = side.find(char::is_alphabetic).unwrap_or(side.len());
    let (number, noun) = side.split_at(end);
    let is_noun = ["college", "collège", "lycee", "lycée", "etab", "étab", "equip", "équip"]
        .iter()
        .any(|start| noun.starts_with(start));
    ((noun.is_empty() || is_noun) && !noun.contains(|c: char| c.is_ascii_digit()))
        .then(|| number.trim())
}

/// Whether a cell may as well be a month of a year: « 12/2011 ».
pub(in crate::coverage::import) fn may_be_a_month(cell: &str) -> bool {
    ratio(cell).is_some_and(|one| {
        (1..=12).contains(&one.some) && (1900..2100).contains(&one.of) && cell.contains('/')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_numbers_are_read_from_one_cell() {
        for (cell, some, of) in [
            ("20/50", 20, 50),
            (" 20 / 50 ", 20, 50),
            ("20 sur 50", 20, 50),
            ("20 collèges sur 50", 20, 50),
            ("20 équipés / 50 collèges", 20, 50),
            ("1 200/2 500", 1_200, 2_500),
            ("40 % (20/50)", 20, 50),
            ("20/50 (40 %)", 20, 50),
            ("0/3", 0, 3),
            ("12/2011", 12, 2_011),
        ] {
            assert_eq!(ratio(cell), Some(Ratio { some, of }), "{cell}");
        }
        for cell in
            ["", "20", "20/", "31/10/2011", "2,5/5", "-1/5", "a/b", "n/a", "20 sur", "5 % / 10"]
        {
            assert_eq!(ratio(cell), None, "{cell}");
        }
        assert!(may_be_a_month("12/2011") && !may_be_a_month("20/50"));
        assert!(!may_be_a_month("13/2011") && !may_be_a_month("12 sur 2011"));
    }
}
