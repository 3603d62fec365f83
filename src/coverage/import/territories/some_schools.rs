//! Which schools a whole table counts, where a title, its sheet or the name of the file says it.

use super::super::{
    ColumnMeaning, ImportChoices, Meaning, Supposition, SuppositionKind, assumed::Around,
    columns::ColumnSet, headers::SchoolsSaid,
};

/// Supposes of all columns what stands around the table, where neither they nor the rows say it.
pub(super) fn suppose(
    sets: &mut [ColumnSet],
    columns: &[ColumnMeaning],
    around: &Around<'_>,
    choices: &ImportChoices,
    suppositions: &mut Vec<Supposition>,
) {
    let is_refused = choices.refused.contains(&SuppositionKind::SomeSchools);
    let says = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
    let of_rows = says(Meaning::Secteur) || says(Meaning::Perimetre);
    // Columns that count other schools beside say that the table is of them too.
    let names_sectors = sets.iter().any(|set| set.says.sector.is_some());
    let names_subsets = columns.iter().any(|column| column.theme.subset.is_some());
    let Some((said, from)) = around.schools().filter(|_| !is_refused && !sets.is_empty()) else {
        return;
    };
    let sector = said.sector.filter(|_| !of_rows && !names_sectors);
    let subset = said.subset.filter(|_| !says(Meaning::Perimetre) && !names_subsets);
    if SchoolsSaid::default() == (SchoolsSaid { sector, subset }) {
        return;
    }
    for set in sets {
        set.says.sector = set.says.sector.or(sector);
        set.says.subset = set.says.subset.or(subset);
    }
    suppositions.push(Supposition::SomeSchools { sector, subset, from });
}
