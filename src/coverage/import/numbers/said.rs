//! How the numbers of a column are read, in words.

use std::fmt;

use super::{ScaleReason, SignReason};
use crate::french::NARROW_SPACE;

impl fmt::Display for SignReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seen(sign, cell) => {
                write!(f, "Décimales après {}, comme dans « {cell} ».", sign.name())
            }
            Self::Decimals(cell) => write!(
                f,
                "« {cell} » est lu avec des décimales{NARROW_SPACE}: un taux ne dépasse pas 100."
            ),
            Self::Thousands(cell) => write!(
                f,
                "« {cell} » est lu en milliers{NARROW_SPACE}: un effectif n’a pas de décimales."
            ),
        }
    }
}

impl fmt::Display for ScaleReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNumber => f.write_str("Aucun nombre dans la colonne."),
            Self::PercentSigns => f.write_str("Taux suivis du signe %."),
            Self::SomePercentSigns => {
                f.write_str("Taux en pour cent, comme ceux que suit le signe %.")
            }
            Self::AboveOne => {
                write!(f, "Taux en pour cent{NARROW_SPACE}: la plupart dépassent 1.")
            }
            Self::AllZero => f.write_str("Tous les taux sont nuls."),
            Self::UpToOne | Self::PercentHeader => write!(
                f,
                "Taux entre 0 et 1, lus comme des fractions{NARROW_SPACE}: 1 vaut \
                 100{NARROW_SPACE}%."
            ),
            Self::Mixed(odd) => write!(
                f,
                "La plupart des taux sont entre 0 et 1, lus comme des fractions (1 vaut \
                 100{NARROW_SPACE}%), sauf « {} ».",
                odd.join(" », « ")
            ),
            Self::Counts => f.write_str("Taux lus comme le veulent les effectifs qui sont à côté."),
            Self::Chosen => f.write_str("Choisi à la main."),
        }
    }
}
