//! The territory of each row of a table.

use std::collections::BTreeMap;

use super::{ColumnMeaning, ImportChoices, ImportError, Meaning, NotJoined, Unmatched};
use crate::{
    french::NARROW_SPACE,
    table::Table,
    territory::{
        Edition, Level, TerritoryId,
        matching::{ColumnMatches, Match, match_column},
    },
};

/// The territory of each row.
pub(super) struct Places<'a> {
    pub level: Level,
    pub edition: Option<Edition>,
    pub reasons: Vec<String>,
    pub matches: ColumnMatches,
    pairings: &'a BTreeMap<String, TerritoryId>,
    values: Vec<String>,
}

impl<'a> Places<'a> {
    /// Of the columns that name territories, the surest; codes before names.
    pub fn find(
        table: &Table,
        columns: &[ColumnMeaning],
        choices: &'a ImportChoices,
    ) -> Result<Self, ImportError> {
        let candidates = columns.iter().enumerate().filter_map(|(rank, column)| {
            let decision = column.territories.as_ref()?;
            let meaning = column.meaning?;
            let is_code = matches!(
                meaning,
                Meaning::CodeDepartement
                    | Meaning::CodeRegion
                    | Meaning::CodeAcademie
                    | Meaning::Code
            );
            // The finest level is what a table by territory counts; the wider ones locate it.
            Some(((decision.level, is_code, decision.confidence), rank, decision))
        });
        let Some((_, rank, decision)) =
            candidates.max_by_key(|(key, rank, _)| (*key, usize::MAX - *rank))
        else {
            let found = table.headers().to_vec();
            return Err(ImportError::NoTerritory { found });
        };
        let values: Vec<&str> = table.rows().map(|row| row.cell(rank)).collect();
        let matches = match_column(&values, decision, &choices.disabled_repairs);
        let header = &table.headers()[rank];
        let mut reasons = vec![format!(
            "Échelon{NARROW_SPACE}: {}, d’après la colonne « {header} ».",
            decision.level.singular()
        )];
        reasons.extend(decision.reasons.iter().cloned());
        Ok(Self {
            level: decision.level,
            edition: decision.edition,
            reasons,
            matches,
            pairings: &choices.pairings,
            values: values.into_iter().map(str::to_owned).collect(),
        })
    }

    pub fn of_row(&self, rank: usize) -> Option<TerritoryId> {
        let by_hand = || self.pairings.get(self.values.get(rank)?).copied();
        self.matches.of_row(rank).and_then(Match::territory).or_else(by_hand)
    }

    pub fn unmatched(&self, table: &Table) -> Vec<Unmatched> {
        self.matches
            .values()
            .iter()
            .filter(|value| !self.pairings.contains_key(&value.value))
            .filter_map(|value| {
                let why = match &value.outcome {
                    Match::Exact(_) | Match::Repaired { .. } => return None,
                    Match::Suggested { candidates } => NotJoined::Suggested(candidates.clone()),
                    Match::Ambiguous { candidates } => NotJoined::Ambiguous(candidates.clone()),
                    Match::OtherLevel(id) => NotJoined::OtherLevel(*id),
                    Match::Outside { name } => NotJoined::Outside(name),
                    Match::Empty => NotJoined::Empty,
                    Match::None => NotJoined::Unknown,
                };
                let line = table.row(value.first_row).map_or(0, |row| row.line);
                Some(Unmatched { value: value.value.clone(), rows: value.rows, line, why })
            })
            .collect()
    }
}
