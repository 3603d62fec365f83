//! The territory of each row, where one column gives the level of all.

use super::{
    Places, RowPlace, corsica,
    labels::Labels,
    naming::{companion, naming_column, telling_columns},
    place::{place_of, settle_by_hand},
    totals::TotalFinder,
    unmatched::unmatched,
    wider,
};
use crate::{
    coverage::import::{
        ImportChoices, ImportError, Supposition, SuppositionKind,
        columns::ColumnMeaning,
        recognised::{Recognised, RecognisedKind},
    },
    table::Table,
    territory::matching::{ColumnDecision, ColumnMatches, Match, match_column},
};

/// The places of a table by the column that names territories the surest, and the one beside it.
///
/// # Errors
/// When no column names territories.
pub(super) fn find(
    table: &Table,
    columns: &[ColumnMeaning],
    choices: &ImportChoices,
) -> Result<Places, ImportError> {
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
    let joined = |column: usize, decision: &ColumnDecision| {
        let values = labels.cells(column);
        let matches = match_column(&values, decision, &choices.disabled_repairs);
        Joined { values, matches }
    };
    let named = joined(main, decision);
    let beside = companion.map(|column| {
        let own = columns[column].territories.as_ref();
        joined(column, own.filter(|own| own.level == decision.level).unwrap_or(decision))
    });
    let totals = TotalFinder { table, columns, level: decision.level };
    let of_row = |(rank, found): (usize, &Match)| {
        let beside = beside.as_ref().and_then(|beside| beside.of_row(rank));
        let by_hand = |value: &str| choices.pairings.get(value).copied();
        let paired =
            by_hand(named.values[rank]).or_else(|| by_hand(beside.map_or("", |(value, _)| value)));
        match paired {
            Some(paired) => RowPlace::On(paired),
            None => place_of(named.values[rank], found, beside, || totals.of_row(rank)),
        }
    };
    let mut of_rows: Vec<RowPlace> = named.matches.rows().enumerate().map(of_row).collect();
    wider::refuse_contradictions(table, columns, &mut of_rows);
    settle_by_hand(&mut of_rows, &choices.pairings);
    corsica::as_total(&mut of_rows, decision.edition);
    let header = &table.headers()[main];
    Ok(Places {
        level: decision.level,
        is_mixed: false,
        edition: decision.edition,
        recognised: recognised(header, decision),
        suppositions: suppositions(header, decision, labels.filled, choices),
        repairs: named.matches.repairs(),
        unmatched: unmatched(table, &of_rows),
        of_rows,
    })
}

/// The values of a column, and what each is.
struct Joined<'a> {
    values: Vec<&'a str>,
    matches: ColumnMatches,
}

impl<'a> Joined<'a> {
    fn of_row(&self, rank: usize) -> Option<(&'a str, &Match)> {
        Some((*self.values.get(rank)?, self.matches.of_row(rank)?))
    }
}

/// Codes of several levels, and labels that are filled down.
fn suppositions(
    header: &str,
    decision: &ColumnDecision,
    filled: usize,
    choices: &ImportChoices,
) -> Vec<Supposition> {
    let mut suppositions = Vec::new();
    if !decision.alternatives.is_empty() && choices.level != Some(decision.level) {
        let others = decision.alternatives.iter().map(|(level, _)| *level).collect();
        suppositions.push(Supposition::Level { level: decision.level, others });
    }
    if filled > 0 {
        suppositions.push(Supposition::FilledDown { header: header.to_owned(), cells: filled });
    }
    suppositions
}

/// The level and its column, and why it is that level.
fn recognised(header: &str, decision: &ColumnDecision) -> Vec<Recognised> {
    let level = format!("{}, colonne « {header} »", decision.level.singular());
    let reasons = decision.reasons.iter();
    let told = reasons.map(|why| Recognised::new(RecognisedKind::LevelReason, why.to_string()));
    [Recognised::new(RecognisedKind::Level, level)].into_iter().chain(told).collect()
}
