//! Several columns with one meaning: those that stand side by side, and the one that is kept.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::super::headers::{HeaderSays, HeaderStyle};
use super::{ColumnMeaning, ColumnReason, Meaning, beside, sets::REPEATED};
use crate::table::Table;

/// Of several columns with one meaning, the surest stays, then the first.
pub(super) fn keep_one_of_each(table: &Table, columns: &mut [ColumnMeaning]) {
    let style = HeaderStyle::of(table.headers());
    for meaning in Meaning::ALL {
        if REPEATED.contains(&meaning) && stand_side_by_side(table, columns, meaning, style) {
            continue;
        }
        let with_it = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(meaning));
        let surest = with_it.min_by_key(|(index, c)| (Reverse(c.confidence), *index));
        let best = match meaning {
            Meaning::Equipe => beside::shown_of_several(table, columns),
            _ => surest.map(|(index, _)| index),
        };
        let Some(best) = best else { continue };
        let header = table.headers()[best].clone();
        for (index, column) in columns.iter_mut().enumerate() {
            if index != best && column.meaning == Some(meaning) {
                column.forget(ColumnReason::TakenBy { header: header.clone(), meaning });
            }
        }
    }
}

/// Whether the columns of a figure tell its values at several dates, for several types, sectors or
/// measures. Of two that say the same, the surest and first is kept, and the others are set aside.
fn stand_side_by_side(
    table: &Table,
    columns: &mut [ColumnMeaning],
    meaning: Meaning,
    style: HeaderStyle,
) -> bool {
    let with_it: Vec<usize> =
        (0..columns.len()).filter(|index| columns[*index].meaning == Some(meaning)).collect();
    let mut by_confidence = with_it.clone();
    by_confidence.sort_by_key(|index| Reverse(columns[*index].confidence));
    let mut said: FxHashSet<HeaderSays> = FxHashSet::default();
    let kept: FxHashSet<usize> = by_confidence
        .iter()
        .copied()
        .filter(|index| said.insert(HeaderSays::of_column(table, *index, style)))
        .collect();
    if kept.len() < 2 {
        return false;
    }
    let first = with_it.iter().find(|index| kept.contains(index));
    let header = first.map_or_else(String::new, |first| table.headers()[*first].clone());
    for index in with_it {
        if kept.contains(&index) {
            columns[index].reasons.push(ColumnReason::OneOfSeveral);
        } else {
            columns[index].forget(ColumnReason::TakenBy { header: header.clone(), meaning });
        }
    }
    true
}
