//! A table by territory: each row is one figure of one territory.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    ColumnMeaning, ImportChoices, ImportError, ImportReport, Imported, Meaning, NotJoined,
    Unmatched, assumptions, by_school, date_style, duplicates::settle, figures::FigureReader,
    meanings, missing_word, read_when,
};
use crate::{
    coverage::{
        CoverageNotice, Dataset, Evidence, Measure, Observation, Period, SchoolTypes, words,
    },
    french::NARROW_SPACE,
    table::{Row, Table},
    territory::{
        Edition, Level, Registry, TerritoryId,
        matching::{ColumnMatches, Match, match_column},
    },
};

/// Reads a table by territory, or by school. `name` is that of the file, in which a type or a year may stand;
/// `today` dates a file that gives no date.
///
/// # Errors
/// When no column names a territory, or none holds a value.
pub fn import(
    table: &Table,
    name: &str,
    today: Date,
    choices: &ImportChoices,
) -> Result<Imported, ImportError> {
    let mut columns = meanings(table);
    for (rank, meaning) in &choices.meanings {
        if let Some(column) = columns.get_mut(*rank) {
            column.meaning = *meaning;
        }
    }
    if by_school::is_by_school(&columns) {
        return by_school::import(table, columns, name, today, choices);
    }
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
    let (observations, mut doubts) = settle(observations, choices.duplicates);
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
    };
    let edition = places.edition.unwrap_or(assumed.edition());
    let dataset = Dataset::from_observations(observations, edition, Registry::official());
    Ok(Imported { dataset, report, school_type: assumed.school_type, level: places.level })
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

/// The territory of each row.
pub(super) struct Places<'a> {
    level: Level,
    edition: Option<Edition>,
    pub reasons: Vec<String>,
    pub matches: ColumnMatches,
    pairings: &'a BTreeMap<String, TerritoryId>,
    values: Vec<String>,
}

impl<'a> Places<'a> {
    /// Of the columns that name territories, the surest; codes before names.
    pub fn find(
        table: &Table,
        columns: &[ColumnMeaning],
        choices: &'a ImportChoices,
    ) -> Result<Self, ImportError> {
        let candidates = columns.iter().enumerate().filter_map(|(rank, column)| {
            let decision = column.territories.as_ref()?;
            let meaning = column.meaning?;
            let is_code = matches!(
                meaning,
                Meaning::CodeDepartement
                    | Meaning::CodeRegion
                    | Meaning::CodeAcademie
                    | Meaning::Code
            );
            // The finest level is what a table by territory counts; the wider ones locate it.
            Some(((decision.level, is_code, decision.confidence), rank, decision))
        });
        let Some((_, rank, decision)) =
            candidates.max_by_key(|(key, rank, _)| (*key, usize::MAX - *rank))
        else {
            let found = table.headers().to_vec();
            return Err(ImportError::NoTerritory { found });
        };
        let values: Vec<&str> = table.rows().map(|row| row.cell(rank)).collect();
        let matches = match_column(&values, decision, &choices.disabled_repairs);
        let header = &table.headers()[rank];
        let mut reasons = vec![format!(
            "Échelon{NARROW_SPACE}: {}, d’après la colonne « {header} ».",
            decision.level.singular()
        )];
        reasons.extend(decision.reasons.iter().cloned());
        Ok(Self {
            level: decision.level,
            edition: decision.edition,
            reasons,
            matches,
            pairings: &choices.pairings,
            values: values.into_iter().map(str::to_owned).collect(),
        })
    }

    pub fn of_row(&self, rank: usize) -> Option<TerritoryId> {
        let by_hand = || self.pairings.get(self.values.get(rank)?).copied();
        self.matches.of_row(rank).and_then(Match::territory).or_else(by_hand)
    }

    pub fn unmatched(&self, table: &Table) -> Vec<Unmatched> {
        self.matches
            .values()
            .iter()
            .filter(|value| !self.pairings.contains_key(&value.value))
            .filter_map(|value| {
                let why = match &value.outcome {
                    Match::Exact(_) | Match::Repaired { .. } => return None,
                    Match::Suggested { candidates } => NotJoined::Suggested(candidates.clone()),
                    Match::Ambiguous { candidates } => NotJoined::Ambiguous(candidates.clone()),
                    Match::OtherLevel(id) => NotJoined::OtherLevel(*id),
                    Match::Outside { name } => NotJoined::Outside(name),
                    Match::Empty => NotJoined::Empty,
                    Match::None => NotJoined::Unknown,
                };
                let line = table.row(value.first_row).map_or(0, |row| row.line);
                Some(Unmatched { value: value.value.clone(), rows: value.rows, line, why })
            })
            .collect()
    }
}
