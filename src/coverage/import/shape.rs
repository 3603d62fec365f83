//! What the cells of a column look like.

use super::{
    DateStyle, DecimalSign, missing_word, read_number, read_when,
    when::{date_style, read_month},
};
use crate::table::normalise;

/// The cells of a column that hold a value, or a fair part of them.
pub(super) struct Cells<'a> {
    pub filled: Vec<&'a str>,
    dates: DateStyle,
}

/// A column is what four cells in five are: the others are slips, or notes.
const MOST: f64 = 0.8;

impl<'a> Cells<'a> {
    /// From all the cells, those that are missing left out.
    pub fn new(cells: &[&'a str]) -> Self {
        let present = cells.iter().filter(|cell| missing_word(cell).is_none());
        let filled: Vec<&str> = present.copied().collect();
        let dates = date_style(&filled);
        Self { filled, dates }
    }

    pub fn is_empty(&self) -> bool {
        self.filled.is_empty()
    }

    /// Whether nearly all cells are so.
    pub fn mostly(&self, test: impl Fn(&str) -> bool) -> bool {
        let passing = self.filled.iter().filter(|cell| test(cell)).count();
        !self.is_empty() && passing as f64 >= MOST * self.filled.len() as f64
    }

    /// Whether every cell is so.
    pub fn all(&self, test: impl Fn(&str) -> bool) -> bool {
        !self.is_empty() && self.filled.iter().all(|cell| test(cell))
    }

    pub fn any(&self, test: impl Fn(&str) -> bool) -> bool {
        self.filled.iter().any(|cell| test(cell))
    }

    pub fn dates(&self) -> bool {
        self.mostly(|cell| read_when(cell, self.dates).is_some())
    }

    pub fn months(&self) -> bool {
        self.mostly(|cell| read_month(cell).is_some())
    }

    pub fn between(&self, low: f64, high: f64) -> bool {
        self.mostly(|cell| number(cell).is_some_and(|n| (low..=high).contains(&n)))
    }
}

/// Any number, whatever its decimal sign.
pub(super) fn number(cell: &str) -> Option<f64> {
    read_number(cell, DecimalSign::Comma).map(|number| number.value)
}

pub(super) fn is_count(cell: &str) -> bool {
    number(cell).is_some_and(|n| n >= 0.0 && n.fract() == 0.0) && !cell.contains('%')
}

/// Seven digits and a letter. Whether the letter is the right one is checked school by school.
pub(super) fn is_uai(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    bytes.len() == 8 && bytes[..7].iter().all(u8::is_ascii_digit) && bytes[7].is_ascii_alphabetic()
}

/// Five digits, or four where a spreadsheet took the zero; the communes of Corsica have a letter.
pub(super) fn is_commune_or_postal_code(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    match bytes {
        [b'2', b'A' | b'B' | b'a' | b'b', rest @ ..] => rest.len() == 3 && digits(rest),
        _ => (4..=5).contains(&bytes.len()) && digits(bytes),
    }
}

/// A nature of the *Base centrale des nomenclatures*: three digits.
pub(super) fn is_nature(cell: &str) -> bool {
    cell.len() == 3 && cell.bytes().all(|b| b.is_ascii_digit())
}

/// « Lycée », « LGT », « COLLEGE », « Collèges publics ».
pub(super) fn is_school_type(cell: &str) -> bool {
    let plain = normalise(cell);
    let short = ["lgt", "lg", "lt", "lp", "lpo", "lyc", "clg", "col", "erea", "erpd", "ecole"];
    short.contains(&plain.as_ref()) || plain.contains("lycee") || plain.contains("college")
}

pub(super) fn is_sector(cell: &str) -> bool {
    let plain = normalise(cell);
    matches!(plain.as_ref(), "pu" | "pr")
        || plain.starts_with("public")
        || plain.starts_with("prive")
}

pub(super) fn is_opening_state(cell: &str) -> bool {
    let plain = normalise(cell);
    let words = ["ouvert", "ouverte", "aouvrir", "ferme", "fermee", "afermer", "actif", "inactif"];
    words.contains(&plain.as_ref())
}

/// « oui », « 1 », « x », « ENT ».
pub(super) fn is_yes_or_no(cell: &str) -> bool {
    let words = [
        "oui", "non", "o", "n", "x", "0", "1", "vrai", "faux", "true", "false", "yes", "no", "ent",
        "ok", "v", "✓", "✔",
    ];
    words.contains(&normalise(cell).as_ref())
}
