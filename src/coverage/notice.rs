//! What a table of coverage holds that could not be used.

use crate::french;

/// Something left out of a table, or doubtful in it, as a French sentence through `Display`.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CoverageNotice {
    /// No territory of that level has that code. The row is left out.
    #[error(
        "Ligne {line}, colonne « code » : « {value} » ne correspond à aucun territoire du niveau « {level} » ; la ligne est laissée de côté."
    )]
    UnknownTerritory { line: u32, level: &'static str, value: String },
    /// A word that decides what the row speaks of is not known. The row is left out.
    #[error(
        "Ligne {line}, colonne « {column} » : « {value} » n’est pas reconnu ({expected}) ; la ligne est laissée de côté."
    )]
    RowLeftOut { line: u32, column: &'static str, value: String, expected: &'static str },
    /// A word or a number is not known. The cell is left out, the row stays.
    #[error(
        "Ligne {line}, colonne « {column} » : « {value} » n’est pas reconnu ({expected}) ; la cellule est laissée de côté."
    )]
    CellLeftOut { line: u32, column: &'static str, value: String, expected: &'static str },
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
    /// The published share is more than a point away from the counts. It is kept, except a 0 or a
    /// 100 that the counts deny.
    #[error(
        "Ligne {line}, colonne « taux » : « {} » s’écarte de {equipped} sur {total}, soit {} ; les effectifs et le taux sont à vérifier.",
        french::percent(*share), french::percent(*counted)
    )]
    ShareDisagreesWithCounts { line: u32, share: f64, counted: f64, equipped: u32, total: u32 },
}

impl CoverageNotice {
    /// The line of the file that it speaks of.
    pub fn line(&self) -> u32 {
        match self {
            Self::UnknownTerritory { line, .. }
            | Self::RowLeftOut { line, .. }
            | Self::CellLeftOut { line, .. }
            | Self::UnknownEvidence { line, .. }
            | Self::ShareOutOfRange { line, .. }
            | Self::EquippedExceedsTotal { line, .. }
            | Self::ShareDisagreesWithCounts { line, .. } => *line,
        }
    }
}

/// A table that says nothing of coverage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CoverageError {
    /// Columns without which no row can be placed.
    #[error(
        "Il manque {} : {}. Colonnes lues : {}. Renommez ou ajoutez les colonnes qui manquent.",
        french::counted(missing.len(), "colonne", "colonnes"), quoted(missing), quoted(found)
    )]
    MissingColumns { missing: Vec<String>, found: Vec<String> },
    /// None of the columns that hold a value.
    #[error(
        "Aucune colonne ne porte de valeur. Colonnes lues : {}. Ajoutez « taux », « equipes » et « total », ou « stade ».",
        quoted(found)
    )]
    NoValueColumn { found: Vec<String> },
}

/// « code », « nom » : at most a dozen, so that the sentence stays one.
fn quoted(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(12).map(|name| format!("« {name} »")).collect();
    let rest = if names.len() > shown.len() { ", …" } else { "" };
    shown.join(", ") + rest
}
