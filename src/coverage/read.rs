//! From the rows of a table to observations.

use jiff::civil::Date;

use super::{
    CoverageError, CoverageNotice, Evidence, Measure, Observation, Period, borders,
    columns::{Columns, optional},
    figures::Figures,
    words,
};
use crate::{
    table::{Row, Table},
    territory::{Code, Edition, Level, Registry, TerritoryId},
};

const LEVELS: &str = "France, région, académie ou département";
const TYPES: &str = "lycée, collège ou lycée et collège";
const DATES: &str = "2011, 2011-10 ou 2011-10-31";
const STAGES: &str = "étude préalable, expérimentation ou généralisation";
const MEASURES: &str = "déployé ou usage";
const STATUSES: &str = "réalisé ou prévu";
const NUMBER: &str = "un nombre";
const COUNT: &str = "un nombre entier";

/// Everything that a table says, in the order of its rows, and the edition it was written in.
pub(super) struct Reading {
    pub observations: Vec<Observation>,
    pub edition: Edition,
    pub notices: Vec<CoverageNotice>,
}

/// Reads a coverage table by territory.
///
/// # Errors
/// When a column is missing without which no row means anything. What is wrong in one row or cell
/// is a notice, and the rest goes on.
pub(super) fn read(table: &Table, registry: &Registry) -> Result<Reading, CoverageError> {
    let columns = Columns::find(table)?;
    let edition = edition(table, &columns, registry);
    let mut reader = Reader { columns, edition, registry, notices: Vec::new() };
    let observations = table.rows().filter_map(|row| reader.observation(&row)).collect();
    Ok(Reading { observations, edition, notices: reader.notices })
}

fn edition(table: &Table, columns: &Columns, registry: &Registry) -> Edition {
    let places = table.rows().filter_map(|row| {
        let level = words::level(row.cell(columns.level))?;
        let code = Code::new(row.cell(columns.code)).ok()?;
        Some((level, code, optional(&row, columns.name)))
    });
    let end = |row: Row<'_>| Period::parse(row.cell(columns.date)).ok().map(Period::end);
    let latest: Option<Date> = table.rows().filter_map(end).max();
    borders::decide(places, latest, registry)
}

struct Reader<'a> {
    columns: Columns,
    edition: Edition,
    registry: &'a Registry,
    notices: Vec<CoverageNotice>,
}

impl Reader<'_> {
    /// What a row says; `None`, with a notice, when what it speaks of is not clear.
    fn observation(&mut self, row: &Row<'_>) -> Option<Observation> {
        let text = |column| optional(row, column).to_owned();
        let columns = &self.columns;
        let (perimeter, project) = (text(columns.perimeter), text(columns.project));
        let (note, source) = (text(columns.note), text(columns.source));
        let (kind, status) = (Some(columns.school_type), columns.status);
        let (date, measure) = (Some(columns.date), columns.measure);

        let territory = self.territory(row)?;
        let school_types = self.decisive(row, kind, "type", None, words::school_types, TYPES)?;
        let period = |text: &str| Period::parse(text).ok();
        let period = self.decisive(row, date, "date", None, period, DATES)?;
        let deployed = Some(Measure::Deploye);
        let measure = self.decisive(row, measure, "mesure", deployed, words::measure, MEASURES)?;
        let planned =
            self.decisive(row, status, "statut", Some(false), words::planned, STATUSES)?;
        let figures = self.figures(row);
        Some(Observation {
            territory,
            school_types,
            sector: None,
            period: Some(period),
            stage: self.cell(row, self.columns.stage, "stade", words::stage, STAGES),
            share: figures.share,
            equipped: figures.equipped,
            total: figures.total,
            missing: figures.missing,
            measure,
            perimeter,
            planned,
            evidence: self.evidence(row),
            project,
            note,
            source,
            line: row.line,
        })
    }

    fn territory(&mut self, row: &Row<'_>) -> Option<TerritoryId> {
        let column = Some(self.columns.level);
        let level = self.decisive(row, column, "niveau", None, words::level, LEVELS)?;
        if level == Level::France {
            return Some(TerritoryId::France);
        }
        let value = row.cell(self.columns.code);
        // A file may hold rows of the other edition: they keep their own borders.
        let editions = [self.edition].into_iter().chain(Edition::ALL);
        let found = Code::new(value).ok().and_then(|code| {
            let mut ids = editions.map(|edition| TerritoryId::new(level, edition, code));
            ids.find(|id| self.registry.get(*id).is_some())
        });
        if found.is_none() {
            let (level, value) = (level.singular(), quotable(value));
            self.notices.push(CoverageNotice::UnknownTerritory { line: row.line, level, value });
        }
        found
    }

    /// A word without which the row means nothing; an empty cell is `default`.
    fn decisive<T>(
        &mut self,
        row: &Row<'_>,
        column: Option<usize>,
        name: &'static str,
        default: Option<T>,
        parse: impl Fn(&str) -> Option<T>,
        expected: &'static str,
    ) -> Option<T> {
        let text = optional(row, column);
        if text.is_empty() && default.is_some() {
            return default;
        }
        let value = parse(text);
        if value.is_none() {
            let (line, value) = (row.line, quotable(text));
            let notice = CoverageNotice::RowLeftOut { line, column: name, value, expected };
            self.notices.push(notice);
        }
        value
    }

    /// A cell that the row can do without.
    fn cell<T>(
        &mut self,
        row: &Row<'_>,
        column: Option<usize>,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        expected: &'static str,
    ) -> Option<T> {
        let text = optional(row, column);
        let value = parse(text);
        if value.is_none() && !text.is_empty() {
            let (line, value) = (row.line, quotable(text));
            let notice = CoverageNotice::CellLeftOut { line, column: name, value, expected };
            self.notices.push(notice);
        }
        value
    }

    fn evidence(&mut self, row: &Row<'_>) -> Evidence {
        let text = optional(row, self.columns.evidence);
        if text.is_empty() {
            return Evidence::Documente;
        }
        words::evidence(text).unwrap_or_else(|| {
            let (line, value) = (row.line, quotable(text));
            self.notices.push(CoverageNotice::UnknownEvidence { line, value });
            Evidence::AConfirmer
        })
    }

    fn figures(&mut self, row: &Row<'_>) -> Figures {
        let published = self.cell(row, self.columns.share, "taux", words::number, NUMBER);
        let equipped = self.cell(row, self.columns.equipped, "equipes", words::count, COUNT);
        let total = self.cell(row, self.columns.total, "total", words::count, COUNT);
        let published = published.filter(|share| {
            let possible = (0.0..=100.0).contains(share);
            if !possible {
                let value = quotable(optional(row, self.columns.share));
                self.notices.push(CoverageNotice::ShareOutOfRange { line: row.line, value });
            }
            possible
        });
        let (figures, notice) = Figures::check(row.line, published, equipped, total);
        self.notices.extend(notice);
        figures
    }
}

/// A value as a notice quotes it.
fn quotable(text: &str) -> String {
    text.chars().take(40).collect()
}
