//! Which characters the bytes of a text stand for.

mod decode;
mod guess;

use std::fmt;

use serde::{Deserialize, Serialize};

pub(super) use decode::decode;

/// The encodings that French files come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Iso8859_15,
    Macintosh,
    /// CP850 and CP858, which is CP850 with « € »: what programs of DOS write, and some exports of
    /// today under Windows.
    Dos,
}

impl Encoding {
    /// All, in the order of a menu.
    pub const ALL: [Self; 7] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Iso8859_15,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Macintosh,
        Self::Dos,
    ];

    /// « UTF-8 », « Windows-1252 ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 (petit-boutien)",
            Self::Utf16Be => "UTF-16 (gros-boutien)",
            Self::Windows1252 => "Windows-1252",
            Self::Iso8859_15 => "ISO-8859-15",
            Self::Macintosh => "Macintosh",
            Self::Dos => "CP850 (DOS)",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// Why a text was read in an encoding, as a French sentence through `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingReason {
    /// By a person.
    Chosen,
    /// A mark stands before the text.
    Mark(Encoding),
    /// Every second byte is zero.
    EverySecondZero,
    /// No letter has an accent.
    NoAccent,
    /// All accents are UTF-8, or nearly all.
    AllUtf8,
    MostlyUtf8,
    /// Accents are single bytes, as old Macintosh computers had them, DOS or Windows.
    OfMacintosh,
    OfDos,
    OfWindows,
    /// There are signs that only one of these encodings has.
    OnlyInWindows,
    OnlyInIso8859_15,
}

impl fmt::Display for EncodingReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chosen => "Il est choisi à la main.",
            Self::Mark(Encoding::Utf8) => "Le fichier commence par la marque d’ordre d’UTF-8.",
            Self::Mark(_) => "Le fichier commence par la marque d’ordre d’UTF-16.",
            Self::EverySecondZero => "Un octet sur deux est nul, comme en UTF-16.",
            Self::NoAccent => "Le fichier n’a que des caractères sans accent, les mêmes partout.",
            Self::AllUtf8 => "Tous les accents sont écrits comme en UTF-8.",
            Self::MostlyUtf8 => "Presque tous les accents sont écrits comme en UTF-8.",
            Self::OfMacintosh => "Les accents sont écrits comme sur les anciens Macintosh.",
            Self::OfDos => "Les accents sont écrits comme sous DOS.",
            Self::OfWindows => "Les accents sont écrits sur un octet, comme sous Windows.",
            Self::OnlyInWindows => {
                "Des caractères (« œ », « € », « ’ ») n’existent que sous Windows."
            }
            Self::OnlyInIso8859_15 => "« € » ou « œ » sont écrits comme en ISO-8859-15.",
        })
    }
}
