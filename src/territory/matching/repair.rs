//! What was changed in a cell to recognise it.

use serde::{Deserialize, Serialize};

use crate::french::{self, NARROW_SPACE};

/// One kind of change. Each is said with its count, and can be switched off by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RepairKind {
    /// `1` for `01`: a spreadsheet took the code for a number.
    LeadingZero,
    /// `035`, `02A`: the ministry writes codes on three characters.
    ExtraZero,
    /// `1.0`, `38,0`.
    Decimals,
    /// `2a`.
    Case,
    /// `'01`, `="01"`, `« 01 »`.
    Quotes,
    /// `9A` for 971, as the ministry once wrote overseas départements.
    OverseasLetter,
    /// `FR-38`, `FR-ARA` (ISO 3166-2).
    Iso,
    /// `R84` for the région 84, `D38`, « Département 38 ».
    CodeAfterLevel,
    /// `972R` for Martinique: the collectivité that does the work of the département.
    Collectivity,
    /// `LA REUNION`, `Cotes d Armor`: case, accents, hyphens, apostrophes, articles, « St ».
    Spelling,
    /// « Côtes-du-Nord », « Nord-Pas-de-Calais-Picardie »: the same ground, at another time.
    FormerName,
    /// « PACA », « IDF ».
    Abbreviation,
    /// « Académie de Grenoble », « Département de l’Ain ».
    Wording,
    /// « 38 - Isère », « Isère (38) ».
    NameWithCode,
}

impl RepairKind {
    /// All, in the order of a report: codes first.
    pub const ALL: [Self; 14] = [
        Self::LeadingZero,
        Self::ExtraZero,
        Self::Decimals,
        Self::Case,
        Self::Quotes,
        Self::OverseasLetter,
        Self::Iso,
        Self::CodeAfterLevel,
        Self::Collectivity,
        Self::Spelling,
        Self::FormerName,
        Self::Abbreviation,
        Self::Wording,
        Self::NameWithCode,
    ];

    /// What is repaired, for a control: « codes sans zéro initial ».
    pub fn label(self) -> &'static str {
        self.forms().1
    }

    /// « 9 codes sans zéro initial : « 1 » → 01, « 2 » → 02, « 3 » → 03… », from the number of
    /// distinct values and a few of them.
    pub fn sentence(self, count: usize, samples: &[Sample]) -> String {
        let (one, many) = self.forms();
        let shown: Vec<String> = samples.iter().map(ToString::to_string).collect();
        let rest = if count > samples.len() { "…" } else { "" };
        let counted = french::counted(count, one, many);
        format!("{counted}{NARROW_SPACE}: {}{rest}", shown.join(", "))
    }

    /// Singular and plural.
    fn forms(self) -> (&'static str, &'static str) {
        match self {
            Self::LeadingZero => ("code sans zéro initial", "codes sans zéro initial"),
            Self::ExtraZero => ("code complété par des zéros", "codes complétés par des zéros"),
            Self::Decimals => ("code lu comme un nombre", "codes lus comme des nombres"),
            Self::Case => ("code en minuscules", "codes en minuscules"),
            Self::Quotes => (
                "valeur entourée de guillemets ou d’apostrophes",
                "valeurs entourées de guillemets ou d’apostrophes",
            ),
            Self::OverseasLetter => {
                ("code d’outre-mer avec une lettre", "codes d’outre-mer avec une lettre")
            }
            Self::Iso => ("code ISO 3166-2", "codes ISO 3166-2"),
            Self::CodeAfterLevel => {
                ("code précédé de son échelon", "codes précédés de leur échelon")
            }
            Self::Collectivity => ("code de collectivité", "codes de collectivités"),
            Self::Spelling => ("nom écrit autrement", "noms écrits autrement"),
            Self::FormerName => ("nom d’une autre époque", "noms d’une autre époque"),
            Self::Abbreviation => ("sigle ou nom abrégé", "sigles ou noms abrégés"),
            Self::Wording => ("nom précédé de son échelon", "noms précédés de leur échelon"),
            Self::NameWithCode => ("nom accompagné de son code", "noms accompagnés de leur code"),
        }
    }

    fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// A value before and after: `« 1 » → 01`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// As the file has it.
    pub from: String,
    /// The code it was read as, or the name where the file has names.
    pub to: String,
}

impl std::fmt::Display for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "« {} » → {}", self.from, self.to)
    }
}

/// The kinds that one value needed: `'1.0` needed three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Repairs(u16);

impl Repairs {
    /// Nothing was changed.
    pub const NONE: Self = Self(0);

    /// These and one more.
    #[must_use]
    pub fn with(self, kind: RepairKind) -> Self {
        Self(self.0 | kind.bit())
    }

    /// These, and one more if `needed`.
    #[must_use]
    pub(super) fn with_if(self, needed: bool, kind: RepairKind) -> Self {
        if needed { self.with(kind) } else { self }
    }

    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `kind` was needed.
    pub fn contains(self, kind: RepairKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Whether nothing was changed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds, in the order of a report.
    pub fn iter(self) -> impl Iterator<Item = RepairKind> {
        RepairKind::ALL.into_iter().filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<RepairKind> for Repairs {
    fn from_iter<T: IntoIterator<Item = RepairKind>>(kinds: T) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repair_is_said_with_its_count_and_a_few_values() {
        let sample = |from: &str, to: &str| Sample { from: from.to_owned(), to: to.to_owned() };
        let zero = RepairKind::LeadingZero;
        assert_eq!(
            zero.sentence(9, &[sample("1", "01"), sample("2", "02")]),
            "9 codes sans zéro initial\u{202f}: « 1 » → 01, « 2 » → 02…"
        );
        assert_eq!(
            zero.sentence(1, &[sample("1", "01")]),
            "1 code sans zéro initial\u{202f}: « 1 » → 01"
        );
    }

    #[test]
    fn a_value_may_need_several_repairs() {
        let repairs: Repairs = [RepairKind::Quotes, RepairKind::LeadingZero].into_iter().collect();
        let kinds: Vec<RepairKind> = repairs.iter().collect();
        assert_eq!(kinds, [RepairKind::LeadingZero, RepairKind::Quotes]);
        assert!(!repairs.contains(RepairKind::Case) && !repairs.is_empty());
        let all: Repairs = RepairKind::ALL.into_iter().collect();
        assert_eq!(all.iter().count(), RepairKind::ALL.len());
    }
}
