//! Two sectors' shares without counts, which don't add up: one of them is shown at first.

use std::collections::BTreeMap;

use super::super::columns::ColumnSet;
use crate::{
    coverage::{Observation, school::Sector},
    territory::TerritoryId,
};

/// The first sector of the file, where columns of two stand side by side.
pub(super) fn of_columns(sets: &[ColumnSet]) -> Option<Sector> {
    let first = sets.iter().find_map(|set| set.says.sector)?;
    let other = sets.iter().any(|set| set.says.sector.is_some_and(|sector| sector != first));
    let counted = sets.iter().filter(|set| set.says.sector.is_some()).all(ColumnSet::is_counted);
    (other && !counted).then_some(first)
}

/// The first sector of the file, where most territories that have a row of each have no row of
/// both.
pub(super) fn of_rows(rows: &[&Observation]) -> Option<Sector> {
    let first = rows.iter().find_map(|row| row.sector)?;
    let mut sectors: BTreeMap<TerritoryId, Said> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.share.is_some()) {
        let said = sectors.entry(row.territory).or_default();
        let is_counted = row.equipped.is_some() && row.total.is_some();
        match row.sector {
            Some(sector) if sector == first => said.first = true,
            Some(_) => said.other = true,
            None => said.both = true,
        }
        said.is_bare |= row.sector.is_some() && !is_counted;
    }
    let apart = sectors.values().filter(|said| said.first && said.other);
    let (mut lost, mut told) = (0_usize, 0_usize);
    for said in apart {
        *(if said.is_bare && !said.both { &mut lost } else { &mut told }) += 1;
    }
    (lost > told).then_some(first)
}

/// What the rows of a territory speak of.
#[derive(Clone, Copy, Default)]
struct Said {
    first: bool,
    other: bool,
    /// A row about all its schools.
    both: bool,
    /// Some row about one sector has a share alone.
    is_bare: bool,
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::{
            import::{ImportChoices, SuppositionKind, import},
            school::Sector,
        },
        table::read_csv,
    };

    fn shown(text: &str) -> (Option<Sector>, bool) {
        let table = read_csv(text.as_bytes()).unwrap().0;
        let made = import(&table, "taux.csv", &ImportChoices::default()).unwrap();
        let suppositions = &made.reports[0].suppositions;
        let is_told = suppositions.iter().any(|one| one.kind() == SuppositionKind::OneSector);
        (made.sector, is_told)
    }

    #[test]
    fn shares_of_two_sectors_in_rows_are_two_subjects() {
        let text = "dep;secteur;taux ENT\n01;Privé;10\n01;Public;90\n38;Privé;20\n38;Public;80\n";
        assert_eq!(shown(text), (Some(Sector::Prive), true));
    }

    #[test]
    fn a_row_about_both_or_counts_speak_of_all_schools() {
        let both = "dep;secteur;taux ENT\n01;Privé;10\n01;Public;90\n01;Ensemble;50\n";
        assert_eq!(shown(both), (None, false));
        let counts = "dep;secteur;équipés;total\n01;Privé;1;10\n01;Public;9;10\n";
        assert_eq!(shown(counts), (None, false));
        let apart = "dep;secteur;taux ENT\n01;Privé;10\n38;Public;80\n2A;Public;70\n";
        assert_eq!(shown(apart), (None, false), "no territory has both");
    }
}
