//! A row about all schools against the public and the private row beside it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::super::total::{TotalDisagreement, TotalNumbers};
use crate::{
    coverage::{Measure, Observation, SchoolType, school::Sector},
    territory::TerritoryId,
};

/// Of what rows of both sectors speak: territory, types, date, measure, planned or not.
type Figure = (TerritoryId, [bool; 2], Option<Date>, Measure, bool);

/// Rows about all schools of a territory that are not the sum of its public and its private row.
pub(super) fn disagreements(rows: &[&Observation]) -> Vec<TotalDisagreement> {
    let mut figures: BTreeMap<Figure, Vec<&Observation>> = BTreeMap::new();
    for row in rows {
        figures.entry(figure(row)).or_default().push(row);
    }
    let of = |rows: &[&Observation], sector: Option<Sector>| -> Option<Observation> {
        let mut found = rows.iter().filter(|row| row.sector == sector);
        found.next().map(|row| (*row).clone()).filter(|_| found.next().is_none())
    };
    let mut told = Vec::new();
    for rows in figures.values() {
        let (Some(all), Some(public), Some(private)) =
            (of(rows, None), of(rows, Some(Sector::Public)), of(rows, Some(Sector::Prive)))
        else {
            continue;
        };
        for equipped in [false, true] {
            let count = |row: &Observation| if equipped { row.equipped } else { row.total };
            let (Some(stated), Some(first), Some(second)) =
                (count(&all), count(&public), count(&private))
            else {
                continue;
            };
            let (stated, sum) = (u64::from(stated), u64::from(first) + u64::from(second));
            if sum != stated {
                let mut lines = [public.line, private.line];
                lines.sort_unstable();
                let numbers = TotalNumbers::Sectors { equipped, stated, sum, lines };
                let (line, territory) = (all.line, all.territory);
                told.push(TotalDisagreement {
                    line,
                    territory,
                    piece: None,
                    subject: None,
                    numbers,
                });
            }
        }
    }
    told
}

fn figure(row: &Observation) -> Figure {
    let types = SchoolType::ALL.map(|one| row.school_types.contains(one));
    (row.territory, types, row.end(), row.measure, row.planned)
}
