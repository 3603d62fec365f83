//! How sure a figure is.

/// What a figure or a stage rests on. The order is that of declaration, not of strength: see
/// [`Evidence::weaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A source says it.
    Documente,
    /// It follows from what sources say.
    Deduit,
    /// One source, of little weight or undated.
    AConfirmer,
    /// Sources disagree.
    Contradictoire,
    /// At least this much.
    BorneInferieure,
    /// At most this much.
    BorneSuperieure,
}

impl Evidence {
    /// All, in the order of a legend.
    pub const ALL: [Self; 6] = [
        Self::Documente,
        Self::Deduit,
        Self::AConfirmer,
        Self::Contradictoire,
        Self::BorneInferieure,
        Self::BorneSuperieure,
    ];

    /// « documenté ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Documente => "documenté",
            Self::Deduit => "déduit",
            Self::AConfirmer => "à confirmer",
            Self::Contradictoire => "contradictoire",
            Self::BorneInferieure => "borne inférieure",
            Self::BorneSuperieure => "borne supérieure",
        }
    }

    /// The evidence of what rests on two figures: the weaker of the two.
    ///
    /// From strong to weak: documenté, déduit, a bound, à confirmer, contradictoire. A lower bound
    /// added to an upper one bounds nothing: the sum is « à confirmer ».
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        match (self, other) {
            (Self::BorneInferieure, Self::BorneSuperieure)
            | (Self::BorneSuperieure, Self::BorneInferieure) => Self::AConfirmer,
            _ if other.weakness() > self.weakness() => other,
            _ => self,
        }
    }

    fn weakness(self) -> u8 {
        match self {
            Self::Documente => 0,
            Self::Deduit => 1,
            Self::BorneInferieure | Self::BorneSuperieure => 2,
            Self::AConfirmer => 3,
            Self::Contradictoire => 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rests_on_two_figures_is_as_weak_as_the_weaker() {
        use Evidence::*;
        assert_eq!(Documente.weaker(Deduit), Deduit);
        assert_eq!(AConfirmer.weaker(BorneInferieure), AConfirmer);
        assert_eq!(BorneInferieure.weaker(Documente), BorneInferieure);
        assert_eq!(BorneInferieure.weaker(BorneSuperieure), AConfirmer);
        for (one, other) in Evidence::ALL.into_iter().zip(Evidence::ALL.into_iter().rev()) {
            assert_eq!(one.weaker(other), other.weaker(one));
        }
    }
}
