//! The text of a cell taken apart as a code, once for all the divisions it is looked up in.

use std::borrow::Cow;

use crate::territory::Level;

use super::{Repairs, code_tables::LEVEL_PREFIXES, country::is_year, repair::RepairKind};

/// A text that is written as a code, right or wrong, in capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CodeText {
    /// What follows `FR-` in ISO 3166-2.
    Iso(String),
    /// `D38`, `REG-84`: its level stands before it.
    AfterLevel(Level, PlainCode),
    Plain(PlainCode),
}

/// A code with the zeros that it has officially.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlainCode {
    pub official: String,
    /// What was changed to write it so.
    pub repairs: Repairs,
}

/// In bytes, with a level and a year before it: `2023-DEPT-971`, and hyphens of three bytes.
const LONGEST: usize = 16;

impl CodeText {
    /// `None` when the text has not the shape of a code, and may be a name.
    pub fn new(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut buffer = [0; LONGEST];
        let upper_case = buffer.get_mut(..text.len())?;
        upper_case.copy_from_slice(text.as_bytes());
        upper_case.make_ascii_uppercase();
        let upper_case = std::str::from_utf8(upper_case).ok()?;
        if let Some(iso) = after_iso_prefix(upper_case) {
            return Some(Self::Iso(iso.to_owned()));
        }
        if let Some((level, code)) = after_level_prefix(upper_case) {
            return Some(Self::AfterLevel(level, PlainCode::new(code)?));
        }
        let mut code = PlainCode::new(upper_case)?;
        let is_lower = text.bytes().any(|b| b.is_ascii_lowercase());
        code.repairs = code.repairs.with_if(is_lower, RepairKind::Case);
        Some(Self::Plain(code))
    }

    /// Whether it comes with its level: alone, it says where it stands in any column.
    pub fn says_its_level(&self) -> bool {
        !matches!(self, Self::Plain(_))
    }
}

impl PlainCode {
    fn new(text: &str) -> Option<Self> {
        let (text, decimals) = without_decimals(text);
        if !has_the_shape_of_a_code(text) {
            return None;
        }
        let official = with_official_zeros(text);
        let repairs = Repairs::NONE
            .with_if(decimals, RepairKind::Decimals)
            .with_if(text.len() < official.len(), RepairKind::LeadingZero)
            .with_if(text.len() > official.len(), RepairKind::ExtraZero);
        Some(Self { official: official.into_owned(), repairs })
    }
}

/// `FR-38` → `38`, in capitals. The hyphen must be there: `FR71` is a code of the European
/// nomenclature of régions (NUTS), and another place.
fn after_iso_prefix(text: &str) -> Option<&str> {
    let (country, rest) = text.split_once(['-', '_', '\u{2010}', '\u{2011}'])?;
    let short = (1..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_alphanumeric());
    (short && country == "FR").then_some(rest)
}

/// `D38`, `R84`, `REG-84`, `2023-DEP-01` → the level and the code; the text is in capitals. One
/// letter says a level only before a whole code: `R2` and `D1` are names of rooms as well.
fn after_level_prefix(text: &str) -> Option<(Level, &str)> {
    let text = match text.split_once('-') {
        Some((year, rest)) if is_year(year) => rest,
        _ => text,
    };
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (prefix, rest) = text.split_at(letters);
    let (_, level) = LEVEL_PREFIXES.iter().find(|(known, _)| *known == prefix)?;
    let code = rest.strip_prefix(['-', '_', '.', ' ']).unwrap_or(rest);
    let shortest = if prefix.len() == 1 { 2 } else { 1 };
    let is_well_written = code.bytes().all(|b| b.is_ascii_digit())
        || matches!(code.trim_start_matches('0'), "2A" | "2B" | "69D" | "69M");
    let is_code = is_well_written && (shortest..=3).contains(&code.len());
    is_code.then_some((*level, code))
}

/// `1.0`, `38,00` → `1`, `38`.
fn without_decimals(text: &str) -> (&str, bool) {
    match text.split_once(['.', ',']) {
        Some((whole, zeros))
            if !whole.is_empty() && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') =>
        {
            (whole, true)
        }
        _ => (text, false),
    }
}

/// One to four figures, the last perhaps a letter; and the code of the collectivité of Alsace.
fn has_the_shape_of_a_code(text: &str) -> bool {
    if text == "6AE" {
        return true;
    }
    let Some((last, first)) = text.as_bytes().split_last() else { return false };
    let figures = first.iter().all(u8::is_ascii_digit);
    let end = last.is_ascii_digit() || (last.is_ascii_uppercase() && !first.is_empty());
    text.len() <= 4 && figures && end
}

/// Two characters at least, and no zero before three: `1` → `01`, `02A` → `2A`.
fn with_official_zeros(code: &str) -> Cow<'_, str> {
    let core = code.trim_start_matches('0');
    match core.len() {
        0 => Cow::Borrowed("00"),
        1 => Cow::Owned(format!("0{core}")),
        _ => Cow::Borrowed(core),
    }
}
