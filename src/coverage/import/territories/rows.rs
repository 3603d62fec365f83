//! All rows of a table by territory: what they state, and what becomes of each.

use std::collections::BTreeSet;

use super::super::{
    conflicts::Stated,
    doubt::Doubt,
    fate::{Fate, Fates, LeftOut, LeftOutReason, NotCountedHere},
};
use super::{
    answers::add_up,
    level_sums::TotalRow,
    places::{Places, RowPlace},
    row::{RowReader, RowSays},
};
use crate::{
    coverage::CoverageNotice,
    table::{Row, Table},
    territory::{Level, Registry, TerritoryId, matching::Piece},
};

/// What all rows say.
pub(super) struct RowsRead {
    pub stated: Vec<Stated>,
    pub totals: Vec<TotalRow>,
    pub fates: Fates,
    pub notices: Vec<CoverageNotice>,
    pub doubts: Vec<Doubt>,
}

/// Reads them, each at its place.
pub(super) fn read_rows(table: &Table, reader: &RowReader<'_>, places: &Places) -> RowsRead {
    let (mut on_map, mut totals) = (OnMap::default(), Vec::new());
    let mut fates: Vec<(u32, Fate)> = Vec::with_capacity(table.len());
    // Rows of answers add up: the same again is no other school.
    let mut rows: BTreeSet<Vec<String>> = BTreeSet::new();
    for (row, place) in table.rows().zip(&places.of_rows) {
        let says = |territory| reader.read(&row, territory, None);
        if reader.figures.has_answers() && !rows.insert(cells_of(&row, table)) {
            fates.push((row.line, Fate::NotCounted(NotCountedHere::Repeated)));
            continue;
        }
        let fate = match place {
            RowPlace::On(territory) => on_map.add(says(*territory)),
            RowPlace::PartOf { whole, name } => on_map.add(reader.read(&row, *whole, Some(name))),
            RowPlace::Total { of, is_worded } => {
                // Not on the map, hence nothing is lost where its words are not understood.
                let stated = says(*of).stated.into_iter();
                totals.extend(stated.map(|one| TotalRow::of(one.observation, *is_worded)));
                Fate::Total(*of)
            }
            RowPlace::Outside(name) if let Some(piece) = Piece::named(name) => {
                let stated = says(TerritoryId::France).stated.into_iter();
                totals.extend(stated.map(|one| TotalRow::of_piece(one.observation, piece)));
                Fate::Total(TerritoryId::France)
            }
            RowPlace::Outside(_) => Fate::NotCounted(NotCountedHere::Outside),
            RowPlace::Disagree { code, .. } => {
                left_out(LeftOutReason::CodeAndNameDisagree, &says(*code))
            }
            RowPlace::Blank => match says(TerritoryId::France) {
                says if says.holds_a_value => left_out(LeftOutReason::NoPlace, &says),
                _ => Fate::Note,
            },
            RowPlace::Unknown { .. } => {
                left_out(LeftOutReason::UnknownPlace, &says(TerritoryId::France))
            }
        };
        fates.push((row.line, fate));
    }
    if reader.figures.has_answers() {
        on_map.stated = add_up(std::mem::take(&mut on_map.stated));
    }
    on_map.take_whole_places(&mut totals, &mut fates);
    let mut fates = Fates::new(fates);
    for (line, _) in table.notes() {
        fates.push(*line, Fate::Note);
    }
    let doubts = on_map.doubts();
    RowsRead { stated: on_map.stated, totals, fates, notices: on_map.notices, doubts }
}

fn cells_of(row: &Row<'_>, table: &Table) -> Vec<String> {
    (0..table.headers().len()).map(|column| row.cell(column).to_owned()).collect()
}

fn left_out(reason: LeftOutReason, says: &RowSays) -> Fate {
    Fate::LeftOut(LeftOut { reason, holds_a_value: says.holds_a_value })
}

/// What the rows say whose place is on the map.
#[derive(Default)]
struct OnMap {
    stated: Vec<Stated>,
    notices: Vec<CoverageNotice>,
    /// Cells that have a mark after their number.
    flags: Vec<String>,
    /// Rows that count lycées and collèges together.
    counting_both: usize,
}

impl OnMap {
    fn add(&mut self, says: RowSays) -> Fate {
        self.stated.extend(says.stated);
        self.notices.extend(says.notices);
        self.flags.extend(says.flags);
        self.counting_both += usize::from(says.counts_both);
        says.fate
    }

    /// A région or an académie none of whose départements has a row adds nothing up: it is a place
    /// of its own, on the map of its level.
    fn take_whole_places(&mut self, totals: &mut Vec<TotalRow>, fates: &mut [(u32, Fate)]) {
        let rows: BTreeSet<TerritoryId> =
            self.stated.iter().map(|one| one.observation.territory).collect();
        let is_alone = |id: TerritoryId| {
            matches!(id.level(), Level::Region | Level::Academie)
                && Registry::official().get(id).is_some_and(|territory| {
                    let mut inside = territory.departements.iter();
                    inside.all(|code| !rows.contains(&TerritoryId::Departement(*code)))
                })
        };
        let (alone, others): (Vec<_>, Vec<_>) = std::mem::take(totals)
            .into_iter()
            .partition(|total: &TotalRow| !total.is_worded && is_alone(total.row.territory));
        *totals = others;
        for TotalRow { row: observation, .. } in alone {
            if let Ok(rank) = fates.binary_search_by_key(&observation.line, |(line, _)| *line) {
                fates[rank].1 = Fate::OnMap;
            }
            self.stated.push(Stated { observation, part: None, file: 0 });
        }
    }

    fn doubts(&self) -> Vec<Doubt> {
        const SAMPLES: usize = 4;
        let mut doubts = Vec::new();
        if !self.flags.is_empty() {
            let examples = self.flags.iter().take(SAMPLES).map(|cell| format!("« {cell} »"));
            doubts.push(Doubt::Flags { cells: self.flags.len(), examples: examples.collect() });
        }
        if self.counting_both > 0 {
            doubts.push(Doubt::BothTypes(self.counting_both));
        }
        doubts
    }
}
