//! The UAI: the number of a school in the ministry's register (*unité administrative immatriculée*,
//! formerly RNE).

use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use serde::{Deserialize, Serialize};

use crate::territory::Code;

/// A well-formed school number: seven digits and a check letter, `0932030B`. Two of them are equal
/// where their digits are: lists that differ in a letter speak of the same school.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uai {
    number: u32,
    letter: u8,
}

/// Why a text is not a school number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UaiError {
    /// Not seven digits and a letter.
    #[error("« {0} » n’est pas un numéro UAI\u{202f}: sept chiffres et une lettre sont attendus")]
    Shape(String),
    /// The letter does not go with the digits: one of them was mistyped.
    #[error(
        "« {found} » a une lettre de contrôle fausse\u{202f}: « {expected} » est attendu à la fin"
    )]
    Letter {
        /// As read.
        found: String,
        /// The letter that goes with the digits.
        expected: char,
    },
}

/// The check letters, by the remainder of the number divided by 23; I, O and Q are left out.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

impl Uai {
    /// Reads a number as people write it: spaces, points and hyphens around or within it, a small
    /// letter, a leading zero that a spreadsheet dropped.
    ///
    /// # Errors
    /// When it is not a school number, or its letter is wrong.
    pub fn parse(text: &str) -> Result<Self, UaiError> {
        match Self::read(text)? {
            (uai, None) => Ok(uai),
            (_, Some(error)) => Err(error),
        }
    }

    /// The same, but a wrong letter is told beside the number rather than in its place: a list of
    /// schools is not worth less for one slip.
    ///
    /// # Errors
    /// When it is not a school number at all.
    pub fn read(text: &str) -> Result<(Self, Option<UaiError>), UaiError> {
        let shape = || UaiError::Shape(text.trim().chars().take(40).collect());
        let uai = Self::shaped(text).ok_or_else(shape)?;
        let expected = uai.corrected().letter;
        let wrong = (uai.letter != expected).then(|| {
            let found = without_what_stands_between(text).to_uppercase();
            UaiError::Letter { found, expected: char::from(expected) }
        });
        Ok((uai, wrong))
    }

    /// The number that a text has the shape of, be its letter right or wrong.
    pub fn shaped(text: &str) -> Option<Self> {
        Self::of_shape(text.as_bytes())
            .or_else(|| Self::of_shape(without_what_stands_between(text).as_bytes()))
    }

    /// Of six or seven digits and a letter, and nothing else.
    fn of_shape(text: &[u8]) -> Option<Self> {
        let (letter, digits) =
            text.split_last().filter(|(_, rest)| (6..=7).contains(&rest.len()))?;
        let letter = letter.to_ascii_uppercase();
        let is_one = letter.is_ascii_uppercase() && digits.iter().all(u8::is_ascii_digit);
        let number = digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit & 0xf));
        is_one.then_some(Self { number, letter })
    }

    /// The seven digits, which alone say which school it is.
    pub fn number(self) -> u32 {
        self.number
    }

    /// The same number with the letter that goes with it.
    #[must_use]
    pub fn corrected(self) -> Self {
        Self { letter: LETTERS[(self.number % 23) as usize], ..self }
    }

    /// The département that its first three digits tell; `None` for other places. A school keeps
    /// its number for life, and départements have not changed since 1976.
    pub fn departement(self) -> Option<Code> {
        match self.prefix() {
            620 => Code::new("2A").ok(),
            720 => Code::new("2B").ok(),
            prefix @ (1..=19 | 21..=95) => Some(Code::of_number(prefix, 2)),
            prefix @ (971..=974 | 976) => Some(Code::of_number(prefix, 3)),
            _ => None,
        }
    }

    /// The first three digits: the département on three characters for the mainland (`093`), other
    /// codes for Corsica (`620`, `720`) and overseas (`971`).
    pub fn prefix(self) -> u32 {
        self.number / 10_000
    }
}

/// What people write between the parts of a number.
fn stands_between(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '.' | '-' | '\u{2010}'..='\u{2013}' | '\u{200b}')
}

fn without_what_stands_between(text: &str) -> Cow<'_, str> {
    match text.contains(stands_between) {
        true => text.chars().filter(|sign| !stands_between(*sign)).collect(),
        false => text.into(),
    }
}

impl PartialEq for Uai {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Uai {}

impl Ord for Uai {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl PartialOrd for Uai {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Uai {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl fmt::Display for Uai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:07}{}", self.number, char::from(self.letter))
    }
}

impl fmt::Debug for Uai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Uai({self})")
    }
}

impl TryFrom<String> for Uai {
    type Error = UaiError;

    /// A saved number is read again whatever its letter: it was written as a file had it.
    fn try_from(text: String) -> Result<Self, UaiError> {
        Self::read(&text).map(|(uai, _)| uai)
    }
}

impl From<Uai> for String {
    fn from(uai: Uai) -> Self {
        uai.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_numbers_are_read_and_written_alike() {
        // Two schools of the ministry's open register.
        for text in ["0932030B", "0071168G"] {
            assert_eq!(Uai::parse(text).map(|uai| uai.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_dropped_zero_and_a_small_letter_are_mended() {
        assert_eq!(Uai::parse(" 932030b "), Uai::parse("0932030B"));
    }

    #[test]
    fn what_stands_between_its_parts_is_no_part_of_a_number() {
        for text in [
            "093 2030 B",
            "093\u{a0}2030\u{202f}B",
            "093.2030.B",
            "0932030-B",
            "093\u{2011}2030\u{2013}b",
        ] {
            let read = Uai::parse(text).map(|uai| uai.to_string());
            assert_eq!(read.as_deref(), Ok("0932030B"), "{text}");
        }
    }

    #[test]
    fn two_lists_that_differ_in_a_letter_speak_of_one_school() {
        let (right, wrong) = (Uai::read("0932031C").unwrap().0, Uai::read("0932031B").unwrap().0);
        assert_eq!(right, wrong);
        assert_eq!(std::collections::HashSet::from([right, wrong]).len(), 1);
    }

    #[test]
    fn a_saved_number_is_read_again_be_its_letter_right_or_wrong() {
        for text in ["0932031C", "0932031B"] {
            let (uai, _) = Uai::read(text).unwrap();
            let saved = serde_json::to_string(&uai).unwrap();
            assert_eq!(saved, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Uai>(&saved).unwrap().to_string(), text);
        }
        assert!(serde_json::from_str::<Uai>("\"Lycée\"").is_err());
        let (wrong, _) = Uai::read("0932031B").unwrap();
        assert_eq!(wrong.corrected().to_string(), "0932031C");
    }

    #[test]
    fn one_wrong_figure_is_caught_by_the_letter() {
        let error = Uai::parse("0932031B").unwrap_err();
        assert_eq!(error, UaiError::Letter { found: "0932031B".into(), expected: 'C' });
        assert!(error.to_string().contains("« C »"));
    }

    #[test]
    fn the_first_digits_tell_the_departement() {
        let told = |text: &str| Uai::read(text).unwrap().0.departement().map(|c| c.to_string());
        assert_eq!(told("0932030B").as_deref(), Some("93"));
        assert_eq!(told("6200001G").as_deref(), Some("2A"));
        assert_eq!(told("9740001P").as_deref(), Some("974"));
        assert_eq!(told("9830266X"), None, "Nouvelle-Calédonie");
    }

    #[test]
    fn what_has_another_shape_is_no_number() {
        for text in ["", "B", "0932030", "09320300B", "093203OB", "Lycée", "é", "- -", "-B"] {
            assert!(matches!(Uai::parse(text), Err(UaiError::Shape(_))), "{text}");
        }
    }
}
