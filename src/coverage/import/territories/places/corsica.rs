//! « Corse », « 20 » beside its two départements: their total.

use super::RowPlace;
use crate::{
    coverage::import::unmatched::NotJoined,
    territory::{Code, Edition, TerritoryId},
};

/// The number of the région, in both editions.
const CORSICA: &str = "94";

/// Its two départements, which were one, `20`, before 1976.
const DEPARTEMENTS: [&str; 2] = ["2A", "2B"];

/// Takes what may be either of the two for their total, where both have rows of their own.
pub(super) fn as_total(of_rows: &mut [RowPlace], edition: Option<Edition>) {
    let departements = DEPARTEMENTS.map(|code| Code::new(code).map(TerritoryId::Departement));
    let [Ok(south), Ok(north)] = departements else { return };
    let Ok(code) = Code::new(CORSICA) else { return };
    let has_row = |id| of_rows.contains(&RowPlace::On(id));
    if !has_row(south) || !has_row(north) {
        return;
    }
    let of = TerritoryId::Region(edition.unwrap_or(Edition::Since2016), code);
    for place in of_rows {
        if let RowPlace::Unknown { why: NotJoined::Ambiguous(candidates), .. } = place
            && candidates.len() == 2
            && [south, north].iter().all(|id| candidates.contains(id))
        {
            *place = RowPlace::Total { of, is_worded: false };
        }
    }
}
