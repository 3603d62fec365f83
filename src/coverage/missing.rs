//! Why a value is not there. Missing is never zero.

/// The reason of a gap, as a table tells it. What a gap is called and how it looks depends on more:
/// see [`GapKind`](super::GapKind).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingReason {
    /// No source speaks of this territory.
    NonDocumente,
    /// Sources speak of it, but without this value.
    NonRenseigne,
    /// The value exists and may not be published.
    SecretStatistique,
    /// There is no such school here.
    SansObjet,
    /// The territory is not one of those counted.
    HorsPerimetre,
    /// Rows of the file contradict each other, and nobody has said which counts.
    Contradictoire,
}

impl MissingReason {
    /// All, in the order in which they are explained.
    pub const ALL: [Self; 6] = [
        Self::NonDocumente,
        Self::NonRenseigne,
        Self::SecretStatistique,
        Self::SansObjet,
        Self::HorsPerimetre,
        Self::Contradictoire,
    ];

    /// « Non documenté »: what its sign means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::NonDocumente => "Non documenté",
            Self::NonRenseigne => "Non renseigné",
            Self::SecretStatistique => "Secret statistique",
            Self::SansObjet => "Sans objet",
            Self::HorsPerimetre => "Hors périmètre",
            Self::Contradictoire => "Valeurs contradictoires",
        }
    }

    /// Whether nothing is lacking where there is no value: no such school, or not counted.
    pub fn is_no_part(self) -> bool {
        matches!(self, Self::SansObjet | Self::HorsPerimetre)
    }

    /// Whether nothing is told: « nd », rather than that there is nothing, or that it is not to be
    /// told.
    pub fn is_silence(self) -> bool {
        matches!(self, Self::NonDocumente | Self::NonRenseigne)
    }

    /// The sign that stands in a table in place of the value: « nd », « s ». Read again, it has the
    /// same reason.
    pub fn sign(self) -> &'static str {
        match self {
            Self::NonDocumente => "nd",
            Self::NonRenseigne => "nr",
            Self::SecretStatistique => "s",
            Self::SansObjet => "so",
            Self::HorsPerimetre => "hp",
            Self::Contradictoire => "valeurs contradictoires",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::import::missing_word;

    #[test]
    fn a_sign_is_read_again_as_its_reason() {
        for reason in MissingReason::ALL {
            assert_eq!(missing_word(reason.sign()).map(|word| word.reason), Some(reason));
        }
    }
}
