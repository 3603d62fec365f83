//! What each column of a table means, and why.

use super::super::{ImportChoices, headers::theme};
use super::{
    ColumnMeaning, ColumnReason, Meaning, answer_names, answer_rows,
    as_figures::as_figures,
    bare_dates,
    cells::Cells,
    chosen,
    one_of_each::keep_one_of_each,
    one_subset::keep_one_subset,
    periods, sampled, saved,
    synonyms::{Hit, Sense, Synonyms},
    territories,
    verdict::{Verdict, by_values, verdict},
};
use crate::{
    coverage::{school::Uai, vocabulary::school_word},
    table::{CellKind, Table},
    territory::matching::Confidence,
};

/// Gives each column its meaning, one for each header, in their order. No two columns have the
/// same, save those of figures whose names tell them apart by a date, a type of schools, a sector
/// or a measure.
pub fn meanings(table: &Table) -> Vec<ColumnMeaning> {
    let mut columns = understood(table);
    keep_one_subset(table, &mut columns, None);
    columns
}

/// The same, with figures of all schools and those of some side by side.
fn understood(table: &Table) -> Vec<ColumnMeaning> {
    let seen = seen_of_all(table);
    let header = |index| table.written_header(index);
    let mut columns: Vec<ColumnMeaning> =
        seen.iter().enumerate().map(|(index, cells)| by_name(header(index), cells)).collect();
    let by_school = columns.iter().any(|column| column.meaning == Some(Meaning::Uai));
    as_figures(&mut columns, &header, &seen, by_school);
    if by_school {
        name_of_schools(table, &seen, &mut columns);
    } else {
        nature_is_a_type(&seen, &mut columns);
        answer_names::understand(table, &seen, &mut columns);
        answer_rows::understand(table, &seen, &mut columns);
    }
    territories::decide_all(table, &mut columns);
    bare_dates::understand(table, &mut columns);
    saved::understand(table, &mut columns);
    periods::understand(table, &mut columns);
    keep_one_of_each(table, &mut columns);
    columns
}

/// The same, with what a person chose in the place of the guesses.
pub(in crate::coverage::import) fn meanings_as_chosen(
    table: &Table,
    choices: &ImportChoices,
) -> Vec<ColumnMeaning> {
    let mut columns = understood(table);
    keep_one_subset(table, &mut columns, choices.shown.as_deref());
    chosen::apply(table, &mut columns, choices);
    columns
}

/// Each column by its name, with its meaning as a person chose it or as it is guessed: what there is
/// to say of a table that no map can be drawn from.
pub fn columns_as_chosen(table: &Table, choices: &ImportChoices) -> Vec<(String, ColumnMeaning)> {
    table.headers().iter().cloned().zip(meanings_as_chosen(table, choices)).collect()
}

/// Some cells of each column, row by row: the cells of a column lie far apart in a large file.
fn seen_of_all(table: &Table) -> Vec<Cells<'_>> {
    let mut seen: Vec<Vec<(&str, CellKind)>> = vec![Vec::new(); table.headers().len()];
    for row in sampled(table) {
        for (column, cells) in seen.iter_mut().enumerate() {
            cells.push((row.cell(column), row.kind(column)));
        }
    }
    seen.into_iter().map(Cells::new).collect()
}

/// From its name and its values, figures aside.
fn by_name(header: &str, cells: &Cells<'_>) -> ColumnMeaning {
    let theme = theme(header);
    let named = |meaning, confidence, reasons| {
        ColumnMeaning::new(meaning, confidence, reasons, theme.clone())
    };
    let mut refused = Vec::new();
    let are_schools = cells.filled().len() > 1 && cells.are_read_by(Uai::shaped);
    for hit in Synonyms::embedded().find(header) {
        let meaning = match hit.sense {
            Sense::Means(meaning) if meaning.is_a_figure() => continue,
            // An « identifiant » is of what it numbers.
            Sense::Means(meaning) if meaning != Meaning::Uai && are_schools => continue,
            Sense::Means(meaning) => meaning,
            Sense::Ignored => {
                return named(None, Confidence::Sure, vec![ColumnReason::KnownAndUnused]);
            }
        };
        let mut reasons = vec![named_by(&hit, header)];
        let (meaning, confidence) = match verdict(meaning, header, cells, hit.exact) {
            Verdict::Confirmed(why) => {
                reasons.push(ColumnReason::Values(why));
                (meaning, if hit.exact { Confidence::Sure } else { Confidence::Likely })
            }
            Verdict::Rather(rather, why) => {
                reasons.push(ColumnReason::Rather(rather, why));
                (rather, Confidence::Likely)
            }
            Verdict::Silent if hit.exact => (meaning, Confidence::Likely),
            Verdict::Silent => (meaning, Confidence::Uncertain),
            Verdict::Refuted(why) => {
                refused.push(ColumnReason::Refuted(meaning, why));
                continue;
            }
        };
        refused.append(&mut reasons);
        return named(Some(meaning), confidence, refused);
    }
    if let Some((meaning, why)) = by_values(cells) {
        refused.push(ColumnReason::Values(why));
        return named(Some(meaning), Confidence::Uncertain, refused);
    }
    if refused.is_empty() {
        refused.push(ColumnReason::NotUnderstood);
    }
    named(None, Confidence::Uncertain, refused)
}

fn named_by(hit: &Hit, header: &str) -> ColumnReason {
    let header = header.trim().to_owned();
    if hit.exact {
        ColumnReason::NameIsKnown(header)
    } else {
        ColumnReason::NameHolds { header, words: hit.words.clone() }
    }
}

/// In a table of schools, « nom » is the school's.
fn name_of_schools(table: &Table, seen: &[Cells<'_>], columns: &mut [ColumnMeaning]) {
    if columns.iter().any(|column| column.meaning == Some(Meaning::NomEtablissement)) {
        return;
    }
    for (index, column) in columns.iter_mut().enumerate() {
        if column.meaning == Some(Meaning::Nom)
            && !territories::are_named(&territories::cells(table, index))
        {
            column.meaning = Some(Meaning::NomEtablissement);
            column.reasons.push(ColumnReason::OneRowASchool);
        }
    }
    if columns.iter().any(|column| column.meaning == Some(Meaning::NomEtablissement)) {
        return;
    }
    // « Lycée », « Nom du collège » above texts.
    let names_schools = |(index, column): &(usize, &ColumnMeaning)| {
        column.meaning.is_none()
            && column.could_show.is_none()
            && column.theme.names_schools
            && !column.theme.is_count
            && !column.theme.is_rate
            && !seen[*index].is_empty()
            && !seen[*index].are_numbers()
    };
    if let Some((index, _)) = columns.iter().enumerate().find(names_schools) {
        columns[index].meaning = Some(Meaning::NomEtablissement);
        columns[index].reasons.push(ColumnReason::OneRowASchool);
    }
}

/// In a table by territory, « nature » or « établissement » says of which type of schools a row
/// speaks.
fn nature_is_a_type(seen: &[Cells<'_>], columns: &mut [ColumnMeaning]) {
    if columns.iter().any(|column| column.meaning == Some(Meaning::Type)) {
        return;
    }
    let are_types = |index: usize| seen[index].are_read_by(school_word);
    let nature = columns.iter().enumerate().position(|(index, column)| {
        matches!(column.meaning, Some(Meaning::LibelleNature | Meaning::NomEtablissement))
            && are_types(index)
    });
    if let Some(column) = nature.and_then(|index| columns.get_mut(index)) {
        column.meaning = Some(Meaning::Type);
        column.reasons.push(ColumnReason::Values("les valeurs sont des types d’établissement"));
    }
}
