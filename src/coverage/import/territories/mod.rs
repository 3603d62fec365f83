//! A table by territory: each row is one figure of one territory, or several side by side.

mod answers;
mod asked;
mod busiest;
mod counts_alone;
mod doubts;
mod figures;
mod level_sums;
mod places;
mod recognised;
mod row;
mod row_cells;
mod row_counts;
mod row_dates;
mod row_words;
mod rows;
mod scale;
mod sectors;
mod some_schools;
mod supposed;
mod whole_file;
mod written;

use std::collections::BTreeSet;

use self::{
    figures::FigureReader,
    row::RowReader,
    row_dates::RowDates,
    row_words::RowWords,
    rows::{RowsRead, read_rows},
};
use super::{
    ColumnMeaning, ImportChoices, ImportError, ImportReport, Meaning, Supposition,
    assumed::Around,
    columns::{ColumnSet, column_sets},
    part::{Content, Part, Territories},
};
use crate::{
    coverage::Observation,
    table::Table,
    territory::{Level, Registry, TerritoryId},
};

pub(super) use places::Places;

/// Reads a table by territory. `name` is that of the file, in which a type or a date may stand.
///
/// # Errors
/// When no column names a territory, or none holds a value.
pub(super) fn read(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    choices: &ImportChoices,
) -> Result<Part, ImportError> {
    let places = Places::find(table, &columns, choices)?;
    let mut sets = whole_file::sets_as_chosen(column_sets(table, &columns), choices);
    let around = Around::new(table, name);
    let mut suppositions = places.suppositions.clone();
    some_schools::suppose(&mut sets, &columns, &around, choices, &mut suppositions);
    let mut report = ImportReport {
        recognised: places.recognised.clone(),
        suppositions,
        showable: recognised::showable(table, &columns, &sets),
        questions: asked::questions(table, &columns, &sets, &around, choices),
        ..ImportReport::default()
    };
    let has_stage = columns.iter().any(|column| column.meaning == Some(Meaning::Stade));
    if sets.iter().all(|set| set.shown().is_none()) && !has_stage && report.questions.is_empty() {
        return Err(ImportError::NoValue { found: table.headers().to_vec() });
    }
    supposed::of_columns(table, &columns, &sets, &around, choices, &mut report.suppositions);

    let file = File { table, columns: &columns, sets: &sets, around, name, choices };
    let reader = file.row_reader(places.level, &mut report);
    let RowsRead { stated, totals, fates, notices, doubts } = read_rows(table, &reader, &places);
    report.fates = fates;
    report.notices = notices;
    reader.figures.tell_answers(&mut report);
    report.doubts = doubts;
    let observations: Vec<&Observation> = stated.iter().map(|one| &one.observation).collect();
    report.doubts.extend(doubts::same_names(table, &columns));
    report.doubts.extend(doubts::unread(table, &columns));
    report.doubts.extend(doubts::all_alike(&observations));
    let checked = level_sums::check(&observations, &totals, Registry::official());
    report.doubts.extend(checked.doubts);
    report.totals = checked.totals;
    supposed::reference(&observations, &mut report.suppositions);
    let scale = scale::ask(table, &sets, &observations, choices, &mut report.suppositions);
    report.questions.extend(scale);

    let mut content = file.shown(&observations, &reader, &places, &mut report);
    content.against_reference =
        counts_alone::against_reference(table, &columns, &sets, &stated, choices, &mut report);
    if report.is_decided() {
        content.stated = stated;
    }
    let territories = content.stated.iter().map(|one| one.observation.territory);
    report.territories = territories.collect::<BTreeSet<TerritoryId>>().len();
    report.repaired = places.repairs;
    report.unmatched = places.unmatched;
    report.columns = table.headers().iter().cloned().zip(columns).collect();
    Ok(Part {
        name: name.to_owned(),
        report,
        counted: None,
        content: Content::Territories(content),
    })
}

/// A table whose columns are understood.
struct File<'a> {
    table: &'a Table,
    columns: &'a [ColumnMeaning],
    sets: &'a [ColumnSet],
    around: Around<'a>,
    name: &'a str,
    choices: &'a ImportChoices,
}

impl<'a> File<'a> {
    /// How its rows are read, decided from all of them and told.
    fn row_reader(&self, level: Level, report: &mut ImportReport) -> RowReader<'a> {
        let Self { table, columns, sets, ref around, name, choices } = *self;
        let dates = RowDates::new(table, columns, choices);
        let period = whole_file::period(&dates, sets, around, choices, report);
        report.suppositions.extend(dates.supposition(table));
        report.suppositions.extend(supposed::said_by_the_file(table, columns));
        let school_type = whole_file::school_type(columns, sets, around, level, choices, report);
        let (figures, thousands) = FigureReader::new(table, columns, sets, choices);
        recognised::tell_figures(table, &figures, thousands, report);
        recognised::tell_dates(table, &dates, sets, report);
        let words = RowWords { columns, headers: table.headers() };
        RowReader { figures, dates, words, school_type, period, name }
    }

    /// What the map shows of it at first, without its rows.
    fn shown(
        &self,
        observations: &[&Observation],
        reader: &RowReader<'_>,
        places: &Places,
        report: &mut ImportReport,
    ) -> Territories {
        let sector = sectors::of_columns(self.sets).or_else(|| {
            let sector = sectors::of_rows(observations)?;
            let others = self.sets.iter().filter_map(ColumnSet::shown);
            let others = others.map(|column| self.table.headers()[column].clone()).collect();
            report.suppositions.push(Supposition::OneSector { sector, others });
            Some(sector)
        });
        let has_types = self.columns.iter().any(|column| column.meaning == Some(Meaning::Type));
        let busiest = if has_types { busiest::school_type(observations) } else { None };
        let level = if places.is_mixed { busiest::level(observations) } else { None };
        Territories {
            sector,
            edition: places
                .edition
                .unwrap_or_else(|| whole_file::edition(self.sets, reader.period)),
            school_type: self.choices.school_type.or(busiest).unwrap_or(reader.school_type),
            level: level.unwrap_or(places.level),
            duplicates: self.choices.duplicates,
            stated: Vec::new(),
            against_reference: false,
        }
    }
}
