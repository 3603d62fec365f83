//! Tables that were saved from a map of something else than the ENT: a column says what.

use super::{ColumnMeaning, ColumnReason, Meaning};
use crate::{
    coverage::{
        Counted, Measure, SchoolType, Subject, Subset,
        import::headers::{subset, theme},
        school::Sector,
    },
    table::Table,
    territory::matching::Confidence,
};

/// What the figures of a saved table count, where it says so: one and the same in all of its rows.
pub(in crate::coverage::import) fn saved_subject(
    table: &Table,
    columns: &[ColumnMeaning],
) -> Option<Counted> {
    let column = columns.iter().position(|column| column.meaning == Some(Meaning::Sujet))?;
    let mut cells = table.rows().map(|row| row.cell(column).trim()).filter(|c| !c.is_empty());
    let first = cells.next()?;
    cells.all(|cell| cell == first).then(|| Counted::other(first))
}

/// Gives the figures of such a table the meaning that they were saved with. Their names are the
/// words of the subject, which say nothing of an ENT.
pub(super) fn understand(table: &Table, columns: &mut [ColumnMeaning]) {
    let Some(counted) = saved_subject(table, columns) else { return };
    let mut subsets = vec![None];
    subsets.extend((0..columns.len()).map(|rank| subset(table.written_header(rank))));
    subsets.dedup();
    for subject in subsets.into_iter().flat_map(|subset| subjects(&counted, subset)) {
        // What the same figures would be called if they were those of the ENT.
        let plain = Subject { counted: Counted::Ent, ..subject.clone() }.columns();
        let meanings = [Meaning::Taux, Meaning::Equipes, Meaning::Total];
        for ((name, plain), meaning) in subject.columns().iter().zip(&plain).zip(meanings) {
            for (rank, column) in columns.iter_mut().enumerate() {
                if table.written_header(rank) == name {
                    let reasons = vec![ColumnReason::NameSays(name.clone())];
                    *column =
                        ColumnMeaning::new(Some(meaning), Confidence::Sure, reasons, theme(plain));
                }
            }
        }
    }
}

/// All that may be counted so.
fn subjects(counted: &Counted, subset: Option<Subset>) -> impl Iterator<Item = Subject> {
    let sectors = [None, Some(Sector::Public), Some(Sector::Prive)];
    SchoolType::ALL.into_iter().flat_map(move |school_type| {
        Measure::ALL.into_iter().flat_map(move |measure| {
            sectors.map(|sector| Subject {
                counted: counted.clone(),
                measure,
                sector,
                subset,
                ..Subject::ent(school_type)
            })
        })
    })
}
