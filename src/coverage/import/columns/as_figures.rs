//! The columns of a table that are figures or answers, beside each other.

use super::super::headers::{Aside, Theme, Topic};
use super::{
    ColumnMeaning, ColumnReason, Meaning,
    cells::Cells,
    figures::{Beside, Figure, figure},
};
use crate::territory::matching::Confidence;

/// Reads figures, and once more those beside a count or a number of schools, in which a decimal is
/// a slip.
pub(super) fn as_figures<'a>(
    columns: &mut [ColumnMeaning],
    header: &impl Fn(usize) -> &'a str,
    seen: &[Cells<'_>],
    by_school: bool,
) {
    let before = columns.to_vec();
    let open = |index: usize| may_be_a_figure(&before[index]);
    let read = |columns: &mut [ColumnMeaning], index: usize, counts: bool| {
        columns[index] = before[index].clone();
        as_figure(&mut columns[index], header(index), &seen[index], Beside { by_school, counts });
    };
    (0..columns.len()).filter(|index| open(*index)).for_each(|index| read(columns, index, false));
    let counted = [Meaning::Total, Meaning::Equipes, Meaning::NonEquipes];
    for index in (0..columns.len()).filter(|index| open(*index)) {
        let is_total = |theme: &Theme| theme.topic == Topic::Bare;
        let kind = is_total(&columns[index].theme);
        let counts = columns.iter().enumerate().any(|(other, column)| {
            other != index
                && column.meaning.is_some_and(|meaning| counted.contains(&meaning))
                && is_total(&column.theme) != kind
        });
        if counts {
            read(columns, index, true);
        }
    }
}

/// A column that its name has not settled: not understood, or known by a part of its name only.
fn may_be_a_figure(column: &ColumnMeaning) -> bool {
    match column.meaning {
        None => column.reasons != [ColumnReason::KnownAndUnused],
        Some(meaning) => column.confidence < Confidence::Sure && !meaning.is_territory(),
    }
}

/// Reads a column as figures, or as answers where each row is a school.
fn as_figure(column: &mut ColumnMeaning, header: &str, cells: &Cells<'_>, beside: Beside) {
    let theme = &column.theme;
    match figure(theme, header, cells, beside) {
        Figure::Means(meaning, why) => {
            // « Nom de l’ENT » stays the name of a project, « Date d’équipement » a date.
            let is_settled = column.meaning.is_some_and(|settled| {
                settled != Meaning::Stade && column.confidence >= Confidence::Likely
                    || settled == Meaning::Projet
            });
            if is_settled {
                return;
            }
            let confidence = match theme.topic {
                Topic::Equipment => Confidence::Sure,
                Topic::Bare if meaning == Meaning::Total => Confidence::Sure,
                _ => Confidence::Likely,
            };
            let reasons =
                vec![ColumnReason::NameSays(header.trim().to_owned()), ColumnReason::Values(why)];
            *column = ColumnMeaning::new(Some(meaning), confidence, reasons, theme.clone());
        }
        Figure::Else(as_meaning) if column.meaning.is_none() => {
            column.could_show = Some(as_meaning);
            column.reasons = vec![match &theme.topic {
                _ if let Some(Aside::SomeSchools(word)) = &theme.aside
                    && !beside.by_school =>
                {
                    ColumnReason::SomeSchools(word.clone())
                }
                Topic::NoState(word) => ColumnReason::NoState(word.clone()),
                Topic::Other(word) | Topic::EquipmentAnd(word) => {
                    ColumnReason::SomethingElse(word.clone())
                }
                Topic::Bare | Topic::Equipment => ColumnReason::NotUnderstood,
            }];
        }
        Figure::Else(_) | Figure::None => {}
    }
}
