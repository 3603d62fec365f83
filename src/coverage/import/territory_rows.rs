//! The observations of one row of a table by territory.

use super::{
    ImportChoices, ImportError, Meaning,
    column_sets::{ColumnSet, reason},
    figures::FigureReader,
    missing_word,
    row_dates::RowDates,
};
use crate::{
    coverage::{
        CoverageNotice, Evidence, Measure, MissingReason, Observation, Period, SchoolType,
        SchoolTypes, words,
    },
    table::{Row, Table},
    territory::TerritoryId,
};

/// How the rows of a table by territory are read.
pub(super) struct TerritoryRows<'a, C> {
    /// The columns of figures, one set for each date or type that stands side by side.
    sets: Vec<(ColumnSet, FigureReader)>,
    dates: RowDates,
    school_type: SchoolType,
    column: &'a C,
    /// The name of the file, for rows without a source.
    name: &'a str,
}

impl<'a, C: Fn(Meaning) -> Option<usize>> TerritoryRows<'a, C> {
    /// Decides it from whole columns.
    ///
    /// # Errors
    /// When no column holds a value.
    pub fn new(
        table: &Table,
        sets: &[ColumnSet],
        (dates, school_type): (RowDates, SchoolType),
        column: &'a C,
        name: &'a str,
        choices: &ImportChoices,
    ) -> Result<Self, ImportError> {
        // Shares side by side are written alike: one of them may settle it for all.
        let shares: Vec<usize> = sets.iter().filter_map(|set| set.share).collect();
        let readers = sets.iter().map(|set| {
            let of_set = |meaning| match meaning {
                Meaning::Taux | Meaning::Equipes | Meaning::Total => set.column(meaning),
                other => column(other),
            };
            Ok((*set, FigureReader::new(table, &of_set, &shares, choices)?))
        });
        let sets = readers.collect::<Result<_, _>>()?;
        Ok(Self { sets, dates, school_type, column, name })
    }

    /// What was recognised, in sentences.
    pub fn reasons(&self, headers: &[String]) -> Vec<String> {
        let sets: Vec<ColumnSet> = self.sets.iter().map(|(set, _)| *set).collect();
        let figures = self.sets.first().map(|(_, figures)| figures);
        match reason(&sets, headers) {
            Some(wide) => {
                let style = figures.map(FigureReader::style_reasons).unwrap_or_default();
                [vec![wide], style].concat()
            }
            None => figures.map(FigureReader::reasons).unwrap_or_default(),
        }
    }

    /// What a row says of its territory, one observation for each set of columns; none, with a
    /// notice, where what it speaks of is not clear.
    pub fn read(
        &self,
        row: &Row<'_>,
        territory: TerritoryId,
        notices: &mut Vec<CoverageNotice>,
    ) -> Vec<Observation> {
        let text = |meaning| (self.column)(meaning).map_or("", |c| row.cell(c)).to_owned();
        let Some(types) = self.types(row, notices) else { return vec![] };
        let measure = text(Meaning::Mesure);
        let Some(measure) = word_or(&measure, Measure::Deploye, words::measure) else {
            notices.push(left_out(row, "mesure", &measure, "déployé ou usage"));
            return vec![];
        };
        let status = text(Meaning::Statut);
        let Some(planned) = word_or(&status, false, words::planned) else {
            notices.push(left_out(row, "statut", &status, "réalisé ou prévu"));
            return vec![];
        };
        let stage = text(Meaning::Stade);
        if words::stage(&stage).is_none() && missing_word(&stage).is_none() {
            notices.push(CoverageNotice::CellLeftOut {
                line: row.line,
                column: "stade",
                value: quoted(&stage),
                expected: "étude préalable, expérimentation ou généralisation",
            });
        }
        let evidence = self.evidence(row, notices);
        let periods = self.periods(row, notices);
        let sets = self.sets.iter().zip(periods);
        sets.filter_map(|((set, figures), period)| {
            let Told::Period(period) = period else { return None };
            let (figures, figure_notices) = figures.read(row);
            notices.extend(figure_notices);
            let own_type = || SchoolTypes::One(set.says.school_type.unwrap_or(self.school_type));
            let stage = words::stage(&stage);
            // An empty cell beside a stage or a count is no word about the share.
            let says_more = stage.is_some() || figures.equipped.is_some();
            let is_blank = set.share.is_some_and(|column| row.cell(column).is_empty());
            let is_silent = says_more && is_blank;
            let missing = figures.missing;
            Some(Observation {
                territory,
                school_types: types.unwrap_or_else(own_type),
                sector: None,
                period,
                stage,
                share: figures.share,
                equipped: figures.equipped,
                total: figures.total,
                missing: missing.filter(|why| !(is_silent && *why == MissingReason::NonRenseigne)),
                measure,
                perimeter: text(Meaning::Perimetre),
                planned,
                evidence,
                project: text(Meaning::Projet),
                note: text(Meaning::Note),
                source: match text(Meaning::Source) {
                    source if source.is_empty() => self.name.to_owned(),
                    source => source,
                },
                line: row.line,
            })
        })
        .collect()
    }

    /// The date of each set: that of the row, or, where the row has none or there are several
    /// sets, that of the names of its columns.
    fn periods(&self, row: &Row<'_>, notices: &mut Vec<CoverageNotice>) -> Vec<Told> {
        let named = self.dates.are_assumed() || self.sets.len() > 1;
        let of_columns: Vec<Option<Period>> =
            self.sets.iter().map(|(set, _)| set.says.period.filter(|_| named)).collect();
        if of_columns.iter().all(Option::is_some) {
            return of_columns.into_iter().map(Told::Period).collect();
        }
        let of_row = self.dates.read(row);
        notices.extend(of_row.notice);
        let told = |of_column: Option<Period>| match (of_column, of_row.left_out) {
            (None, true) => Told::Nothing,
            (of_column, _) => Told::Period(of_column.or(of_row.period)),
        };
        of_columns.into_iter().map(told).collect()
    }

    /// The types that a row names; `Some(None)` where it leaves them to the file.
    fn types(
        &self,
        row: &Row<'_>,
        notices: &mut Vec<CoverageNotice>,
    ) -> Option<Option<SchoolTypes>> {
        match (self.column)(Meaning::Type).map(|column| row.cell(column)) {
            None | Some("") => Some(None),
            Some(cell) => {
                let types = words::school_types(cell);
                if types.is_none() {
                    notices.push(left_out(row, "type", cell, "lycée ou collège"));
                }
                types.map(Some)
            }
        }
    }

    /// An unknown word must not make a figure surer than its source does.
    fn evidence(&self, row: &Row<'_>, notices: &mut Vec<CoverageNotice>) -> Evidence {
        let cell = (self.column)(Meaning::Preuve).map_or("", |column| row.cell(column));
        word_or(cell, Evidence::Documente, words::evidence).unwrap_or_else(|| {
            notices.push(CoverageNotice::UnknownEvidence { line: row.line, value: quoted(cell) });
            Evidence::AConfirmer
        })
    }
}

/// What is told of the date of a set of columns.
enum Told {
    /// Its date; `None` where the file gives none.
    Period(Option<Period>),
    /// The cell can't be read, and the figures are left out.
    Nothing,
}

pub(super) fn left_out(
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
