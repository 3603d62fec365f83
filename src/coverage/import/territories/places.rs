//! The territory of each row of a table, where one column gives the level of all.

use super::super::{
    ImportChoices, ImportError,
    columns::{ColumnMeaning, Meaning},
    report::{NotJoined, Recognised, RecognisedKind, Unmatched},
    supposition::{Supposition, SuppositionKind},
};
use super::{labels::Labels, place::RowPlace, row_levels};
use crate::{
    table::Table,
    territory::{
        Edition, Level, TerritoryId,
        matching::{ColumnDecision, Match, Matcher, RepairReport, match_column, whole_named},
    },
};

/// The territory of each row, and what was done to find it.
pub(in crate::coverage::import) struct Places {
    /// Of most rows.
    pub level: Level,
    /// Each row says its own level.
    pub is_mixed: bool,
    pub edition: Option<Edition>,
    pub recognised: Vec<Recognised>,
    pub suppositions: Vec<Supposition>,
    pub repairs: Vec<RepairReport>,
    pub unmatched: Vec<Unmatched>,
    /// Of each row.
    pub of_rows: Vec<RowPlace>,
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
        let Some((main, decision)) = naming_column(columns) else {
            return Err(ImportError::NoTerritory { found: table.headers().to_vec() });
        };
        let companion = companion(columns, main, decision.level);
        let naming: Vec<usize> = [Some(main), companion].into_iter().flatten().collect();
        let filled_down = match choices.refused.contains(&SuppositionKind::FilledDown) {
            true => &[][..],
            false => &naming,
        };
        let labels = Labels::new(table, filled_down, &telling_columns(columns));
        let cells = |column: usize| -> Vec<&str> {
            (0..table.len()).map(|rank| labels.cell(rank, column)).collect()
        };
        let values = cells(main);
        let matches = match_column(&values, decision, &choices.disabled_repairs);
        let beside = companion.map(|column| {
            let own = columns[column].territories.as_ref();
            let values = cells(column);
            let as_level = own.filter(|own| own.level == decision.level).unwrap_or(decision);
            let matches = match_column(&values, as_level, &choices.disabled_repairs);
            (values, matches)
        });
        let totals = TotalFinder { table, columns, level: decision.level };
        let place = |(rank, found): (usize, &Match)| {
            let beside = beside
                .as_ref()
                .and_then(|(values, matches)| Some((*values.get(rank)?, matches.of_row(rank)?)));
            let by_hand = |value: &str| choices.pairings.get(value).copied();
            if let Some(paired) =
                by_hand(values[rank]).or_else(|| by_hand(beside.map_or("", |(value, _)| value)))
            {
                return RowPlace::On(paired);
            }
            place_of(values[rank], found, beside, || totals.of_row(rank))
        };
        let of_rows: Vec<RowPlace> = matches.rows().enumerate().map(place).collect();
        let mut suppositions = Vec::new();
        if !decision.alternatives.is_empty() && choices.level != Some(decision.level) {
            let others = decision.alternatives.iter().map(|(level, _)| *level).collect();
            suppositions.push(Supposition::Level { level: decision.level, others });
        }
        if labels.filled > 0 {
            suppositions.push(Supposition::FilledDown {
                header: table.headers()[main].clone(),
                cells: labels.filled,
            });
        }
        let mut recognised = vec![Recognised::new(
            RecognisedKind::Level,
            format!("{}, colonne « {} »", decision.level.singular(), table.headers()[main]),
        )];
        recognised.extend(
            decision
                .reasons
                .iter()
                .map(|why| Recognised::new(RecognisedKind::LevelReason, why.to_string())),
        );
        Ok(Self {
            level: decision.level,
            is_mixed: false,
            edition: decision.edition,
            recognised,
            suppositions,
            repairs: matches.repairs(),
            unmatched: unmatched(table, &of_rows),
            of_rows,
        })
    }

    /// The territory of a row on the map.
    pub fn of_row(&self, rank: usize) -> Option<TerritoryId> {
        match self.of_rows.get(rank)? {
            RowPlace::On(territory) | RowPlace::PartOf { whole: territory, .. } => Some(*territory),
            _ => None,
        }
    }
}

impl Places {
    /// Whether a row is of a known place that the atlas has no outline of.
    pub fn is_outside(&self, rank: usize) -> bool {
        matches!(self.of_rows.get(rank), Some(RowPlace::Outside(_)))
    }
}

/// The finest level is what a table by territory counts; the wider ones locate it.
fn naming_column(columns: &[ColumnMeaning]) -> Option<(usize, &ColumnDecision)> {
    let candidates = columns.iter().enumerate().filter_map(|(rank, column)| {
        let decision = column.territories.as_ref()?;
        Some(((decision.level, is_code(column.meaning?), decision.confidence), rank, decision))
    });
    let best = candidates.max_by_key(|(key, rank, _)| (*key, usize::MAX - *rank));
    best.map(|(_, rank, decision)| (rank, decision))
}

/// The other column that names the same territories: their names beside their codes.
fn companion(columns: &[ColumnMeaning], main: usize, level: Level) -> Option<usize> {
    let main_is_code = columns[main].meaning.is_some_and(is_code);
    columns.iter().enumerate().find_map(|(rank, column)| {
        let at_level = column.territories.as_ref().is_some_and(|own| own.level == level);
        let is_other = column.meaning.is_some_and(|meaning| is_code(meaning) != main_is_code);
        (rank != main && at_level && is_other).then_some(rank)
    })
}

/// Columns that tell rows of one place apart.
fn telling_columns(columns: &[ColumnMeaning]) -> Vec<usize> {
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

pub(super) fn is_code(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::CodeDepartement | Meaning::CodeRegion | Meaning::CodeAcademie | Meaning::Code
    )
}

/// The place of a row from one or two columns that name it. A blank beside a known code or name
/// takes nothing away; two that are known and differ are both refused.
pub(super) fn place_of(
    value: &str,
    found: &Match,
    beside: Option<(&str, &Match)>,
    total: impl Fn() -> Option<RowPlace>,
) -> RowPlace {
    let other = beside.and_then(|(_, found)| found.territory());
    match (found, other) {
        (Match::Exact(id) | Match::Repaired { id, .. }, Some(other))
            if id.code() != other.code() || id.level() != other.level() =>
        {
            let name = beside.map_or("", |(value, _)| value).to_owned();
            RowPlace::Disagree { code: *id, name }
        }
        (Match::Exact(id) | Match::Repaired { id, .. }, _) => RowPlace::On(*id),
        (Match::Part { whole, name }, _) => RowPlace::PartOf { whole: *whole, name },
        (Match::Empty, Some(other)) => RowPlace::On(other),
        (Match::OtherLevel(id), _) => {
            total().unwrap_or(RowPlace::Total { of: *id, is_worded: false })
        }
        (Match::Total(of), _) => RowPlace::Total { of: *of, is_worded: true },
        (Match::Outside { name }, _) => RowPlace::Outside(name),
        (found, _) => {
            if let Some((value, Match::Outside { name })) = beside
                && !value.is_empty()
            {
                return RowPlace::Outside(name);
            }
            if let Some((value, found)) = beside
                && let Some(of) = whole_named(value)
            {
                let is_worded = !matches!(found, Match::OtherLevel(_));
                return RowPlace::Total { of, is_worded };
            }
            match found {
                Match::Empty => total().unwrap_or(RowPlace::Blank),
                found => RowPlace::Unknown {
                    value: value.to_owned(),
                    why: why_not(found).unwrap_or(NotJoined::Unknown),
                },
            }
        }
    }
}

/// Finds the total that a row without a code stands for.
struct TotalFinder<'a> {
    table: &'a Table,
    columns: &'a [ColumnMeaning],
    level: Level,
}

impl TotalFinder<'_> {
    /// What a row without a code at the level of the map adds up: its other columns name a wider
    /// territory, or a total in words.
    fn of_row(&self, rank: usize) -> Option<RowPlace> {
        let row = self.table.row(rank)?;
        let decided = self.columns.iter().enumerate().filter_map(|(column, meaning)| {
            Some((row.cell(column), meaning.territories.as_ref()?))
        });
        let mut wider: Option<TerritoryId> = None;
        for (cell, decision) in decided {
            if cell.is_empty() {
                continue;
            }
            if let Some(of) = whole_named(cell) {
                return Some(RowPlace::Total { of, is_worded: true });
            }
            let found = match Matcher::new(decision, &[]).value(cell) {
                Match::Exact(id) | Match::Repaired { id, .. } | Match::OtherLevel(id) => Some(id),
                _ => None,
            };
            // The finest says most: a row of Bretagne may also name France.
            wider = wider.max(found.filter(|id| id.level() < self.level));
        }
        // Only a row all of whose own labels are blank is a sub-total of its région.
        wider.map(|of| RowPlace::Total { of, is_worded: false })
    }
}

/// The values that are not joined, each once.
pub(super) fn unmatched(table: &Table, of_rows: &[RowPlace]) -> Vec<Unmatched> {
    let mut ranks: std::collections::HashMap<(String, bool), usize> =
        std::collections::HashMap::new();
    let mut all: Vec<Unmatched> = Vec::new();
    for (row, place) in table.rows().zip(of_rows) {
        let (value, why) = match place {
            RowPlace::Unknown { value, why } => (value.clone(), why.clone()),
            RowPlace::Disagree { code, name } => (name.clone(), NotJoined::CodeOfAnother(*code)),
            RowPlace::Outside(name) => ((*name).to_owned(), NotJoined::Outside(name)),
            RowPlace::On(_)
            | RowPlace::PartOf { .. }
            | RowPlace::Total { .. }
            | RowPlace::Blank => {
                continue;
            }
        };
        let disagrees = matches!(why, NotJoined::CodeOfAnother(_));
        if disagrees {
            all.push(Unmatched { value, rows: 1, line: row.line, why });
            continue;
        }
        match ranks.get(&(value.clone(), disagrees)) {
            Some(rank) => all[*rank].rows += 1,
            None => {
                ranks.insert((value.clone(), disagrees), all.len());
                all.push(Unmatched { value, rows: 1, line: row.line, why });
            }
        }
    }
    all
}

/// Why a value is not joined; `None` when it is.
pub(super) fn why_not(outcome: &Match) -> Option<NotJoined> {
    Some(match outcome {
        Match::Exact(_) | Match::Repaired { .. } | Match::Part { .. } => return None,
        Match::Suggested { candidates } => NotJoined::Suggested(candidates.clone()),
        Match::Ambiguous { candidates } => NotJoined::Ambiguous(candidates.clone()),
        Match::OtherLevel(id) | Match::Total(id) => NotJoined::OtherLevel(*id),
        Match::Outside { name } => NotJoined::Outside(name),
        Match::Empty => NotJoined::Empty,
        Match::None => NotJoined::Unknown,
    })
}
