//! The official code of a territory.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An official code of one to three characters: `2A` (département), `84` (région), `08` (académie).
///
/// A code says nothing of its level: région codes 01 to 06 are also département codes. It is
/// always kept beside a level, in a [`TerritoryId`](super::TerritoryId).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; 3]);

/// Why a text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "« {0} » n’est pas un code de territoire : un à trois chiffres ou majuscules sont attendus"
)]
pub struct CodeError(String);

impl Code {
    /// Reads a code as it is officially written, without repairing anything.
    pub fn new(text: &str) -> Result<Self, CodeError> {
        let bytes = text.as_bytes();
        let written_well = bytes.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if bytes.is_empty() || bytes.len() > 3 || !written_well {
            return Err(CodeError(text.chars().take(40).collect()));
        }
        let mut code = [0; 3];
        code[..bytes.len()].copy_from_slice(bytes);
        Ok(Self(code))
    }

    /// The code that is written as the last digits of a number, one to three of them, with zeros
    /// before it.
    pub(crate) fn of_number(number: u32, digits: usize) -> Self {
        let mut code = [0; 3];
        let places = code.iter_mut().take(digits).rev();
        let mut rest = number;
        for place in places {
            *place = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        Self(code)
    }

    /// The code as it is written, without padding.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|b| *b == 0).unwrap_or(3);
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.as_str())
    }
}

impl TryFrom<String> for Code {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        Self::new(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_as_it_was_read() {
        for text in ["1", "01", "2A", "974"] {
            assert_eq!(Code::new(text).map(|c| c.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_number_is_written_with_its_zeros() {
        for (number, digits, text) in [(1, 2, "01"), (95, 2, "95"), (976, 3, "976"), (7, 1, "7")] {
            assert_eq!(Ok(Code::of_number(number, digits)), Code::new(text));
        }
    }

    #[test]
    fn what_is_not_a_code_is_refused_with_its_text() {
        for text in ["", "2a", "9740", "é", " 1"] {
            assert!(Code::new(text).is_err(), "{text:?} passed");
        }
        assert!(Code::new("2a").unwrap_err().to_string().contains("« 2a »"));
    }
}
