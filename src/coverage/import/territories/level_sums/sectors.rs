//! A row about all schools against the public and the private row beside it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::super::doubt::TotalDisagreement;
use crate::{
    coverage::{Measure, Observation, SchoolType, school::Sector},
    french::{NARROW_SPACE, counted, integer},
    territory::{Registry, TerritoryId},
};

/// Of what rows of both sectors speak: territory, types, date, measure, planned or not.
type Figure = (TerritoryId, [bool; 2], Option<Date>, Measure, bool);

type Count = fn(&Observation) -> Option<u32>;

/// Rows about all schools of a territory that are not the sum of its public and its private row.
pub(super) fn disagreements(rows: &[&Observation], registry: &Registry) -> Vec<TotalDisagreement> {
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
        let name = registry.get(all.territory).map_or("", |territory| territory.name.as_str());
        let counts: [(Count, [&str; 2]); 2] = [
            (|row| row.total, ["établissement", "établissements"]),
            (|row| row.equipped, ["établissement équipé", "établissements équipés"]),
        ];
        for (count, [one, many]) in counts {
            let (Some(stated), Some(first), Some(second)) =
                (count(&all), count(&public), count(&private))
            else {
                continue;
            };
            let sum = u64::from(first) + u64::from(second);
            if sum != u64::from(stated) {
                let said = format!(
                    "{name} (ligne {}){NARROW_SPACE}: {} dans le fichier pour le public et le \
                     privé ensemble, {} en additionnant les lignes {} et {}.",
                    all.line,
                    counted(stated as usize, one, many),
                    integer(sum as i64),
                    public.line.min(private.line),
                    public.line.max(private.line),
                );
                told.push(TotalDisagreement {
                    line: all.line,
                    territory: all.territory,
                    told: said,
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
