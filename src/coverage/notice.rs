//! What a table of coverage holds that could not be used.

use crate::french;

/// Something left out of a table, or doubtful in it, as a French sentence through `Display`.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CoverageNotice {
    /// A word that decides what the row speaks of is not known. The row is left out.
    #[error(
        "Ligne {line}, colonne « {column} » : « {value} » n’est pas reconnu ({expected}) ; la ligne est laissée de côté."
    )]
    RowLeftOut { line: u32, column: String, value: String, expected: &'static str },
    /// A word or a number is not known. The cell is left out, the row stays.
    #[error(
        "Ligne {line}, colonne « {column} » : « {value} » n’est pas reconnu ({expected}) ; la cellule est laissée de côté."
    )]
    CellLeftOut { line: u32, column: String, value: String, expected: &'static str },
    /// An unknown word for the evidence: doubt is the honest reading.
    #[error(
        "Ligne {line}, colonne « preuve » : « {value} » n’est pas reconnu ; la valeur est tenue pour « à confirmer »."
    )]
    UnknownEvidence { line: u32, value: String },
    /// A share below 0 or above 100. It is left out.
    #[error(
        "Ligne {line}, colonne « taux » : « {value} » sort de l’intervalle de 0 à 100 % ; le taux est laissé de côté."
    )]
    ShareOutOfRange { line: u32, value: String },
    /// More schools equipped than there are. Both counts are left out.
    #[error(
        "Ligne {line}, colonnes « equipes » et « total » : « {equipped} » dépasse « {total} » ; les deux effectifs sont laissés de côté."
    )]
    EquippedExceedsTotal { line: u32, equipped: u32, total: u32 },
    /// More schools equipped, without a total, than the reference table has.
    #[error(
        "Ligne {line} : {equipped} équipés dépassent les {reference} établissements de la référence ; sans total, cette valeur n’a pas de part."
    )]
    EquippedExceedsReference { line: u32, equipped: u32, reference: u32 },
    /// Schools equipped and not equipped are not all there are. Where they are more, the counts are
    /// left out; where they are fewer, the others are not known.
    #[error(
        "Ligne {line} : {equipped} équipés et {not_equipped} non équipés ne font pas {total} ; {}.",
        if equipped.saturating_add(*not_equipped) > *total { "ces effectifs sont laissés de côté" } else { "la part est un minimum" }
    )]
    CountsDoNotAddUp { line: u32, equipped: u32, not_equipped: u32, total: u32 },
    /// The published share is more than a point away from the counts. It is kept, except a 0 or a
    /// 100 that the counts deny.
    #[error(
        "Ligne {line}, colonne « taux » : « {} » s’écarte de {equipped} sur {total}, soit {} ; les effectifs et le taux sont à vérifier.",
        french::percent(*share, &french::ROUND_FIGURES), french::percent(*counted, &french::ROUND_FIGURES)
    )]
    ShareDisagreesWithCounts { line: u32, share: f64, counted: f64, equipped: u32, total: u32 },
}

impl CoverageNotice {
    /// The line of the file that it speaks of.
    pub fn line(&self) -> u32 {
        match self {
            Self::RowLeftOut { line, .. }
            | Self::CellLeftOut { line, .. }
            | Self::UnknownEvidence { line, .. }
            | Self::ShareOutOfRange { line, .. }
            | Self::EquippedExceedsTotal { line, .. }
            | Self::EquippedExceedsReference { line, .. }
            | Self::CountsDoNotAddUp { line, .. }
            | Self::ShareDisagreesWithCounts { line, .. } => *line,
        }
    }

    /// A word for it that programs may rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::RowLeftOut { .. } => "ligne_laissee",
            Self::CellLeftOut { .. } => "cellule_laissee",
            Self::UnknownEvidence { .. } => "preuve_inconnue",
            Self::ShareOutOfRange { .. } => "taux_hors_intervalle",
            Self::EquippedExceedsTotal { .. } => "equipes_depassent_total",
            Self::EquippedExceedsReference { .. } => "equipes_depassent_reference",
            Self::CountsDoNotAddUp { .. } => "effectifs_en_desaccord",
            Self::ShareDisagreesWithCounts { .. } => "taux_et_effectifs_en_desaccord",
        }
    }

    /// The column that it speaks of, where it is one.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::RowLeftOut { column, .. } | Self::CellLeftOut { column, .. } => Some(column),
            _ => None,
        }
    }

    /// The cell, as the file has it.
    pub fn value(&self) -> Option<&str> {
        match self {
            Self::RowLeftOut { value, .. }
            | Self::CellLeftOut { value, .. }
            | Self::UnknownEvidence { value, .. }
            | Self::ShareOutOfRange { value, .. } => Some(value),
            Self::EquippedExceedsTotal { .. }
            | Self::EquippedExceedsReference { .. }
            | Self::CountsDoNotAddUp { .. }
            | Self::ShareDisagreesWithCounts { .. } => None,
        }
    }

    /// Whether a value of the file could not be read, rather than only deserves a look.
    pub fn is_a_loss(&self) -> bool {
        match self {
            Self::ShareDisagreesWithCounts { .. } => false,
            Self::CountsDoNotAddUp { equipped, not_equipped, total, .. } => {
                equipped.saturating_add(*not_equipped) > *total
            }
            _ => true,
        }
    }
}
