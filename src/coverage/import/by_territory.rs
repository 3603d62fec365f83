//! A table by territory: each row is one figure of one territory.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    ColumnMeaning, Content, ImportChoices, ImportError, ImportReport, Meaning, Part, assumptions,
    date_style,
    duplicates::{Settled, settle},
    figures::FigureReader,
    missing_word,
    places::Places,
    read_when,
};
use crate::{
    coverage::{CoverageNotice, Evidence, Measure, Observation, Period, SchoolTypes, words},
    table::{Row, Table},
    territory::TerritoryId,
};

/// Reads a table by territory. `name` is that of the file, in which a type or a year may stand;
/// `today` dates a file that gives no date.
///
/// # Errors
/// When no column names a territory, or none holds a value.
pub(super) fn read(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    today: Date,
    choices: &ImportChoices,
) -> Result<Part, ImportError> {
    let places = Places::find(table, &columns, choices)?;
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let figures = FigureReader::new(table, &column, choices)?;
    let assumed = assumptions::assume(table, name, today, places.level, &column, choices);

    let mut recognised = places.reasons.clone();
    recognised.extend(figures.reasons());
    recognised.extend(assumed.reasons.iter().cloned());

    let dates: Vec<&str> = assumed
        .date_column
        .map(|column| table.rows().map(|row| row.cell(column)).collect())
        .unwrap_or_default();
    let style = date_style(&dates);
    let text = |row: &Row<'_>, meaning| column(meaning).map_or("", |c| row.cell(c)).to_owned();

    let mut notices = Vec::new();
    let mut observations = Vec::new();
    for (rank, row) in table.rows().enumerate() {
        let Some(territory) = places.of_row(rank) else { continue };
        let period = match assumed.date_column {
            None => Period::Day(assumed.date),
            Some(column) => match read_when(row.cell(column), style) {
                Some(when) => when.period,
                None => {
                    notices.push(left_out(&row, "date", row.cell(column), "une date"));
                    continue;
                }
            },
        };
        let school_types = match column(Meaning::Type).map(|column| row.cell(column)) {
            None | Some("") => SchoolTypes::One(assumed.school_type),
            Some(cell) => match words::school_types(cell) {
                Some(types) => types,
                None => {
                    notices.push(left_out(&row, "type", cell, "lycée ou collège"));
                    continue;
                }
            },
        };
        let measure = text(&row, Meaning::Mesure);
        let Some(measure) = word_or(&measure, Measure::Deploye, words::measure) else {
            notices.push(left_out(&row, "mesure", &measure, "déployé ou usage"));
            continue;
        };
        let status = text(&row, Meaning::Statut);
        let Some(planned) = word_or(&status, false, words::planned) else {
            notices.push(left_out(&row, "statut", &status, "réalisé ou prévu"));
            continue;
        };
        let (figures, figure_notices) = figures.read(&row);
        notices.extend(figure_notices);
        let stage = text(&row, Meaning::Stade);
        if !stage.is_empty() && words::stage(&stage).is_none() && missing_word(&stage).is_none() {
            notices.push(CoverageNotice::CellLeftOut {
                line: row.line,
                column: "stade",
                value: quoted(&stage),
                expected: "étude préalable, expérimentation ou généralisation",
            });
        }
        // An unknown word must not make a figure surer than its source does.
        let evidence = text(&row, Meaning::Preuve);
        let evidence =
            word_or(&evidence, Evidence::Documente, words::evidence).unwrap_or_else(|| {
                let value = quoted(&evidence);
                notices.push(CoverageNotice::UnknownEvidence { line: row.line, value });
                Evidence::AConfirmer
            });
        observations.push(Observation {
            territory,
            school_types,
            period,
            stage: words::stage(&stage),
            share: figures.share,
            equipped: figures.equipped,
            total: figures.total,
            missing: figures.missing,
            measure,
            perimeter: text(&row, Meaning::Perimetre),
            planned,
            evidence,
            project: text(&row, Meaning::Projet),
            note: text(&row, Meaning::Note),
            source: match text(&row, Meaning::Source) {
                source if source.is_empty() => name.to_owned(),
                source => source,
            },
            line: row.line,
        });
    }
    let joined = observations.len();
    let Settled { observations, mut doubts, repeats } = settle(observations, choices.duplicates);
    doubts.extend(assumptions::all_alike(&observations));
    let territories: BTreeSet<TerritoryId> = observations.iter().map(|o| o.territory).collect();
    let report = ImportReport {
        recognised,
        repaired: places.matches.repairs(),
        unmatched: places.unmatched(table),
        doubts,
        notices,
        rows: table.len(),
        joined,
        territories: territories.len(),
        columns: table.headers().iter().cloned().zip(columns).collect(),
        repeats,
        leaves_out: false,
    };
    let edition = places.edition.unwrap_or(assumed.edition());
    let content = Content::Territories {
        observations,
        edition,
        school_type: assumed.school_type,
        level: places.level,
    };
    Ok(Part { name: name.to_owned(), content, report })
}

fn left_out(
    row: &Row<'_>,
    column: &'static str,
    value: &str,
    expected: &'static str,
) -> CoverageNotice {
    CoverageNotice::RowLeftOut { line: row.line, column, value: quoted(value), expected }
}

/// A value as a notice quotes it.
fn quoted(value: &str) -> String {
    value.chars().take(40).collect()
}

/// A word of a cell: `default` where it is empty, `None` where it is not known.
fn word_or<T>(cell: &str, default: T, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    if cell.is_empty() { Some(default) } else { parse(cell) }
}
