//! The territory of each row of a table.

use super::{
    ColumnMeaning, ImportChoices, ImportError, Meaning, NotJoined, Unmatched, row_levels,
    sub_totals::sum_of_row,
};
use crate::{
    coverage::CoverageNotice,
    french::NARROW_SPACE,
    table::Table,
    territory::{
        Edition, Level, TerritoryId,
        matching::{ColumnMatches, Match, MatchedValue, RepairReport, match_column},
    },
};

/// The territory of each row, and what was done to find it.
pub(super) struct Places {
    /// Of most rows.
    pub level: Level,
    /// Each row says its own level.
    pub is_mixed: bool,
    pub edition: Option<Edition>,
    pub reasons: Vec<String>,
    pub repairs: Vec<RepairReport>,
    pub unmatched: Vec<Unmatched>,
    pub notices: Vec<CoverageNotice>,
    pub doubts: Vec<String>,
    pub(super) of_rows: Vec<Place>,
}

/// Rows without a code that may be sums; where there are more, codes are missing.
const MOST_SUB_TOTALS: usize = 50;

/// Where a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A territory of the map.
    On(TerritoryId),
    /// A territory of another level than the map's: its row is a sum of others.
    SubTotal(TerritoryId),
    Unknown,
}

impl Places {
    /// From the level of each row where a column says it, else of the columns that name
    /// territories the surest, codes before names.
    ///
    /// # Errors
    /// When no column names territories.
    pub fn find(
        table: &Table,
        columns: &[ColumnMeaning],
        choices: &ImportChoices,
    ) -> Result<Self, ImportError> {
        if let Some(mixed) = row_levels::find(table, columns, choices) {
            return Ok(mixed);
        }
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
        reasons.extend(decision.reasons.iter().map(ToString::to_string));
        let unnamed = matches.rows().filter(|found| **found == Match::Empty).count();
        let of_rows = matches.rows().zip(&values).zip(table.rows()).map(|((found, value), row)| {
            let by_hand = || choices.pairings.get(*value).copied();
            match (found.territory().or_else(by_hand), found) {
                (Some(territory), _) => Place::On(territory),
                (None, Match::OtherLevel(territory) | Match::Total(territory)) => {
                    Place::SubTotal(*territory)
                }
                (None, Match::Empty) if unnamed <= MOST_SUB_TOTALS => {
                    sum_of_row(&row, columns, decision.level)
                }
                (None, _) => Place::Unknown,
            }
        });
        Ok(Self {
            level: decision.level,
            is_mixed: false,
            edition: decision.edition,
            reasons,
            of_rows: of_rows.collect(),
            repairs: matches.repairs(),
            unmatched: unmatched(table, &matches, choices),
            notices: Vec::new(),
            doubts: Vec::new(),
        })
    }

    /// The territory of a row on the map.
    pub fn of_row(&self, rank: usize) -> Option<TerritoryId> {
        match self.of_rows.get(rank) {
            Some(Place::On(territory)) => Some(*territory),
            _ => None,
        }
    }

    /// The territory that a row sums up, at another level than the map's.
    pub fn sub_total(&self, rank: usize) -> Option<TerritoryId> {
        match self.of_rows.get(rank) {
            Some(Place::SubTotal(territory)) => Some(*territory),
            _ => None,
        }
    }
}

fn unmatched(table: &Table, matches: &ColumnMatches, choices: &ImportChoices) -> Vec<Unmatched> {
    let values = matches.values().iter();
    let left = values.filter(|value| !choices.pairings.contains_key(&value.value));
    left.filter_map(|value| {
        let MatchedValue { value, rows, first_row, outcome } = value;
        let line = table.row(*first_row).map_or(0, |row| row.line);
        let why = why_not(outcome)?;
        Some(Unmatched { value: value.clone(), rows: *rows, line, why })
    })
    .collect()
}

/// Why a value is not joined; `None` when it is.
pub(super) fn why_not(outcome: &Match) -> Option<NotJoined> {
    Some(match outcome {
        Match::Exact(_) | Match::Repaired { .. } => return None,
        Match::Suggested { candidates } => NotJoined::Suggested(candidates.clone()),
        Match::Ambiguous { candidates } => NotJoined::Ambiguous(candidates.clone()),
        Match::OtherLevel(id) | Match::Total(id) => NotJoined::OtherLevel(*id),
        Match::Outside { name } | Match::Part { name, .. } => NotJoined::Outside(name),
        Match::Empty => NotJoined::Empty,
        Match::None => NotJoined::Unknown,
    })
}
