//! Which of several contradictory rows counts, as a person decided.

use super::stated::{Stated, one_file, share, sum};
use crate::coverage::{MissingReason, Observation, import::Duplicates};

/// The one that counts; a sum or a mean is that of all, and stands on the last.
pub(super) fn one_of(mut rows: Vec<Stated>, rule: Duplicates) -> Option<Observation> {
    match rule {
        Duplicates::First => Some(rows.swap_remove(0).observation),
        Duplicates::Last => rows.pop().map(|row| row.observation),
        Duplicates::Sum => {
            let (equipped, total) = (sum(&rows, |row| row.equipped), sum(&rows, |row| row.total));
            // Shares without counts don't add up.
            let share = share(equipped, total);
            let missing = share.is_none().then_some(MissingReason::Contradictoire);
            let file = one_file(&rows);
            let last = rows.pop()?.observation;
            Some(Observation { equipped, total, share, missing, file, ..last })
        }
        Duplicates::Mean => {
            let shares: Vec<f64> = rows.iter().filter_map(|row| row.observation.share).collect();
            let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
            let share = (!shares.is_empty()).then_some(mean);
            let missing = share.is_none().then_some(MissingReason::Contradictoire);
            let file = one_file(&rows);
            let last = rows.pop()?.observation;
            Some(Observation { share, equipped: None, total: None, missing, file, ..last })
        }
    }
}
