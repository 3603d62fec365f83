//! What was recognised of the figures and the dates of a table by territory, in sentences.

use std::collections::BTreeSet;

use super::super::{
    ColumnMeaning, ImportReport, Meaning, Supposition,
    columns::ColumnSet,
    numbers::ScaleReason,
    recognised::{Recognised, RecognisedKind},
    report::Showable,
};
use super::{figures::FigureReader, row_dates::RowDates, sectors};
use crate::{coverage::Subset, french::NARROW_SPACE, table::Table};

/// The columns of figures, and how they are written.
pub(super) fn tell_figures(
    table: &Table,
    figures: &FigureReader,
    thousands: Vec<String>,
    report: &mut ImportReport,
) {
    if let Some(text) = columns_told(table, figures) {
        report.recognised.push(Recognised::new(RecognisedKind::Figures, text));
    }
    if let Some(style) = figures.share_style() {
        let scale = Recognised::new(RecognisedKind::Scale, style.scale_reason.to_string());
        report.recognised.push(scale);
        if let Some(why) = &style.sign_reason {
            report.recognised.push(Recognised::new(RecognisedKind::Decimals, why.to_string()));
        }
        if style.scale_reason.is_a_guess() {
            let odd = match &style.scale_reason {
                ScaleReason::Mixed(odd) => odd.clone(),
                _ => Vec::new(),
            };
            report.suppositions.push(Supposition::Scale { scale: style.scale, odd });
        }
    }
    let thousands = thousands.into_iter().take(1);
    report.suppositions.extend(thousands.map(|cell| Supposition::Thousands { cell }));
}

/// « 2 observations par ligne : « taux 2010 » (2010), « taux 2011 » (2011) ».
fn columns_told(table: &Table, figures: &FigureReader) -> Option<String> {
    const NAMED: usize = 6;
    let shown: Vec<(&ColumnSet, usize)> =
        figures.sets().filter_map(|set| Some((set, set.shown()?))).collect();
    let named = |(set, column): &(&ColumnSet, usize)| {
        let school_type = set.says.school_type.map(|one| one.label().to_owned());
        let sector = set.says.sector.map(|one| one.label().to_owned());
        let subset = set.says.subset.map(Subset::label);
        let period = set.says.period.map(|period| period.to_string());
        let says: Vec<String> =
            [school_type, subset, sector, period].into_iter().flatten().collect();
        let header = &table.headers()[*column];
        if says.is_empty() || shown.len() < 2 {
            format!("« {header} »")
        } else {
            format!("« {header} » ({})", says.join(", "))
        }
    };
    let named: Vec<String> = shown.iter().take(NAMED).map(named).collect();
    let more = if shown.len() > NAMED { "…" } else { "" };
    let is_complement = figures.sets().any(|set| set.is_complement);
    Some(match named.as_slice() {
        [] => return None,
        [one] if is_complement => {
            format!("colonne {one}, dont le complément à 100{NARROW_SPACE}% est montré")
        }
        [one] => format!("colonne {one}"),
        several => format!(
            "{} observations par ligne{NARROW_SPACE}: {}{more}",
            shown.len(),
            several.join(", ")
        ),
    })
}

/// Where the dates come from.
pub(super) fn tell_dates(
    table: &Table,
    dates: &RowDates,
    sets: &[ColumnSet],
    report: &mut ImportReport,
) {
    let name = |column: usize| format!("« {} »", table.headers()[column]);
    let text = match dates.columns() {
        Some((column, Some(month))) => format!("colonnes {} et {}", name(column), name(month)),
        Some((column, None)) => format!("colonne {}", name(column)),
        None => match sets.iter().filter_map(|set| set.says.period).next() {
            Some(period) if sets.len() == 1 => format!("{period}, d’après le nom de la colonne"),
            Some(_) => "celles des noms de colonnes".to_owned(),
            None => return,
        },
    };
    report.recognised.push(Recognised::new(RecognisedKind::Date, text));
    let guesses = dates.guesses(table).into_iter();
    report.recognised.extend(guesses.map(|guess| Recognised::new(RecognisedKind::Date, guess)));
}

/// The columns that the map can show, those that it shows first.
pub(super) fn showable(
    table: &Table,
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
) -> Vec<Showable> {
    let sector = sectors::of_columns(sets);
    let of_sector = |set: &&ColumnSet| sector.is_none() || set.says.sector == sector;
    let shown: BTreeSet<usize> =
        sets.iter().filter(of_sector).flat_map(ColumnSet::columns).collect();
    let mut all: Vec<Showable> = columns
        .iter()
        .enumerate()
        .filter_map(|(column, meaning)| {
            let is_shown = meaning.meaning.is_some() && shown.contains(&column);
            let could = meaning.could_show.filter(|meaning| *meaning != Meaning::Stade)?;
            Some(Showable {
                column,
                header: table.headers()[column].clone(),
                meaning: could,
                is_shown,
            })
        })
        .collect();
    all.sort_by_key(|one| (!one.is_shown, one.column));
    all
}
