//! The columns that name places, and those that tell rows of one place apart.

use crate::{
    coverage::import::columns::{ColumnMeaning, Meaning},
    territory::{Level, matching::ColumnDecision},
};

/// The finest level is what a table by territory counts; the wider ones locate it.
pub(super) fn naming_column(columns: &[ColumnMeaning]) -> Option<(usize, &ColumnDecision)> {
    let candidates = columns.iter().enumerate().filter_map(|(rank, column)| {
        let decision = column.territories.as_ref()?;
        Some(((decision.level, is_code(column.meaning?), decision.confidence), rank, decision))
    });
    let best = candidates.max_by_key(|(key, rank, _)| (*key, usize::MAX - *rank));
    best.map(|(_, rank, decision)| (rank, decision))
}

/// The other column that names the same territories: their names beside their codes.
pub(super) fn companion(columns: &[ColumnMeaning], main: usize, level: Level) -> Option<usize> {
    let main_is_code = columns[main].meaning.is_some_and(is_code);
    columns.iter().enumerate().find_map(|(rank, column)| {
        let at_level = column.territories.as_ref().is_some_and(|own| own.level == level);
        let is_other = column.meaning.is_some_and(|meaning| is_code(meaning) != main_is_code);
        (rank != main && at_level && is_other).then_some(rank)
    })
}

/// Columns that tell rows of one place apart.
pub(super) fn telling_columns(columns: &[ColumnMeaning]) -> Vec<usize> {
    let tells = |column: &ColumnMeaning| {
        matches!(
            column.meaning,
            Some(
                Meaning::Type
                    | Meaning::Secteur
                    | Meaning::Date
                    | Meaning::Annee
                    | Meaning::Mois
                    | Meaning::Mesure
                    | Meaning::Statut
            )
        )
    };
    (0..columns.len()).filter(|rank| tells(&columns[*rank])).collect()
}

fn is_code(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::CodeDepartement | Meaning::CodeRegion | Meaning::CodeAcademie | Meaning::Code
    )
}
