//! What is supposed of a table by territory: what its columns and its rows leave open.

use std::collections::BTreeSet;

use super::{
    super::{
        ColumnMeaning, ImportChoices, Meaning, Supposition,
        assumed::Around,
        columns::{ColumnSet, answer_in, saved_subject},
        headers::Topic,
    },
    sectors,
};
use crate::{coverage::Observation, table::Table, territory::Level};

/// What the names of the columns that are shown leave to suppose.
pub(super) fn of_columns(
    table: &Table,
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    around: &Around<'_>,
    choices: &ImportChoices,
    suppositions: &mut Vec<Supposition>,
) {
    let name = |rank: usize| table.headers()[rank].clone();
    let is_named = choices.shown.is_some()
        || choices.subject.is_some()
        || saved_subject(table, columns).is_some();
    let Some(first) = sets.first().and_then(ColumnSet::shown) else { return };
    let says_nothing = matches!(columns[first].theme.topic, Topic::Bare | Topic::EquipmentAnd(_));
    let is_share = columns[first].meaning == Some(Meaning::Taux);
    let chosen = choices.meanings.contains_key(&first);
    // Counts beside a share say what it is a share of.
    let is_counted = sets.first().is_some_and(ColumnSet::is_counted);
    // A word that is not known may be the name of an ENT, or what is counted.
    let is_odd = matches!(columns[first].theme.topic, Topic::EquipmentAnd(_));
    // « Oui » does not say to what.
    let is_of_answers = !columns[first].theme.names_equipment
        && (answer_in(table.written_header(first)).is_some()
            || columns[first].meaning == Some(Meaning::Equipe));
    let is_open = is_odd
        || (is_share && says_nothing && !is_counted)
        || (is_of_answers && !around.names_ent());
    if is_open && !is_named && !chosen {
        suppositions.push(Supposition::Share { header: name(first), is_a_count: !is_share });
    }
    // Some of the schools are no rival of all of them.
    let first_is_of_some = sets.first().is_some_and(|set| set.says.subset.is_some());
    let used: Vec<usize> = sets.iter().flat_map(ColumnSet::columns).collect();
    let others: Vec<String> = (0..columns.len())
        .filter(|rank| {
            let column = &columns[*rank];
            let is_the_same_kind = column.could_show == columns[first].could_show;
            let is_rival = first_is_of_some || column.theme.subset.is_none();
            let could_be = column.theme.aside.is_none()
                && is_rival
                && matches!(
                    column.theme.topic,
                    Topic::Bare | Topic::Equipment | Topic::EquipmentAnd(_)
                );
            !used.contains(rank) && is_the_same_kind && could_be
        })
        .map(name)
        .collect();
    if !others.is_empty() && !is_named && !chosen {
        suppositions.push(Supposition::FirstOfSeveral { header: name(first), others });
    }
    if let Some(sector) = sectors::of_columns(sets) {
        let others = sets.iter().filter(|set| set.says.sector.is_some_and(|s| s != sector));
        let others: Vec<String> = others.filter_map(ColumnSet::shown).map(name).collect();
        suppositions.push(Supposition::OneSector { sector, others });
    }
}

/// What a saved table says that was supposed of its figures, and is so still.
pub(super) fn said_by_the_file<'a>(
    table: &'a Table,
    columns: &[ColumnMeaning],
) -> impl Iterator<Item = Supposition> + 'a {
    let column = columns.iter().position(|c| c.meaning == Some(Meaning::Suppositions));
    let cells = column.into_iter().flat_map(|column| table.rows().map(move |row| row.cell(column)));
    let said: BTreeSet<&str> = cells
        .flat_map(|cell| cell.split(" ; "))
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .collect();
    said.into_iter().map(|one| Supposition::SaidByTheFile(one.to_owned()))
}

/// Undated shares without counts are weighed, in sums, by the reference numbers of 2024.
pub(super) fn reference(observations: &[&Observation], suppositions: &mut Vec<Supposition>) {
    let weighed = observations.iter().any(|o| {
        o.period.is_none()
            && o.subset.is_none()
            && o.territory.level() == Level::Departement
            && o.share.is_some()
            && o.total.is_none()
    });
    if weighed {
        suppositions.push(Supposition::Reference2024);
    }
}
