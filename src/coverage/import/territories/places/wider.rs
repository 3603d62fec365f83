//! A région or an académie beside a département that does not belong to it: neither is believed.

use rustc_hash::FxHashMap;

use super::{RowPlace, place::both_cells};
use crate::{
    coverage::import::columns::{ColumnMeaning, Meaning},
    table::{Table, normalise},
    territory::{
        Code, Edition, Level, Registry, TerritoryId,
        matching::{ColumnDecision, Confidence, Matcher},
    },
};

/// Takes the rows off the map whose département another column puts elsewhere, in both editions:
/// a column may be of the other one.
pub(super) fn refuse_contradictions(
    table: &Table,
    columns: &[ColumnMeaning],
    of_rows: &mut [RowPlace],
) {
    for (rank, column) in columns.iter().enumerate() {
        let Some(decision) = &column.territories else { continue };
        let is_wider = matches!(decision.level, Level::Region | Level::Academie);
        let is_sure = is_named_as_such(table.written_header(rank), column.meaning)
            && decision.confidence >= Confidence::Likely;
        if !is_wider || !is_sure {
            continue;
        }
        let mut read: FxHashMap<&str, Held> = FxHashMap::default();
        for (cell, place) in table.cells(rank).zip(&mut *of_rows) {
            let RowPlace::On(id @ TerritoryId::Departement(code)) = *place else { continue };
            let held = read.entry(cell).or_insert_with(|| Held::by(cell, decision.level));
            if held.leaves_out(code) {
                let name = cell.to_owned();
                let cells = both_cells(&code.to_string(), &name);
                *place = RowPlace::Disagree { code: id, named: None, name, cells };
            }
        }
    }
}

/// Whether a column is of régions or académies beyond doubt: names are, while small numbers may be
/// ranks unless they are called codes of régions.
fn is_named_as_such(header: &str, meaning: Option<Meaning>) -> bool {
    let header = normalise(header);
    matches!(meaning, Some(Meaning::NomRegion | Meaning::NomAcademie))
        || ["reg", "aca"].iter().any(|word| header.contains(word))
}

/// The départements that a cell holds, in each edition that knows it.
struct Held(Vec<&'static [Code]>);

impl Held {
    fn by(cell: &str, level: Level) -> Self {
        let held = |edition| {
            let matcher = Matcher::new(&ColumnDecision::chosen(level, edition), &[]);
            let territory = Registry::official().get(matcher.value(cell).territory()?)?;
            Some(territory.departements.as_slice())
        };
        Self(Edition::ALL.into_iter().filter_map(held).collect())
    }

    /// Whether the cell is known, and holds a département in no edition.
    fn leaves_out(&self, departement: Code) -> bool {
        !self.0.is_empty() && !self.0.iter().any(|held| held.contains(&departement))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::{ImportChoices, import},
        table::read_csv,
    };

    /// How many territories are on the map, and whether all rows are.
    fn shown(text: &str) -> (usize, bool) {
        let table = read_csv(text.as_bytes()).unwrap().0;
        let made = import(&table, "taux.csv", &ImportChoices::default()).unwrap();
        (made.reports[0].territories, made.reports[0].is_complete())
    }

    #[test]
    fn a_departement_in_another_region_is_not_believed() {
        for text in [
            "departement;region;taux ENT\n01;Bretagne;10\n22;Bretagne;20\n38;Rhône-Alpes;30\n",
            "departement;code_region;taux ENT\n01;53;10\n22;53;20\n38;84;30\n",
            "departement;académie;taux ENT\n01;Rennes;10\n22;Rennes;20\n38;Grenoble;30\n",
        ] {
            assert_eq!(shown(text), (2, false), "{text}");
        }
    }

    #[test]
    fn a_region_of_either_edition_holds_its_departements() {
        for text in [
            "departement;region;taux ENT\n01;Rhône-Alpes;10\n22;Bretagne;20\n57;Lorraine;30\n",
            "departement;region;taux ENT\n01;Auvergne-Rhône-Alpes;10\n22;;20\n57;Grand Est;30\n",
            "departement;académie;taux ENT\n01;Lyon;10\n22;Rennes;20\n14;Caen;30\n",
        ] {
            assert_eq!(shown(text), (3, true), "{text}");
        }
    }
}
