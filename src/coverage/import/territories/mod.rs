//! A table by territory: each row is one figure of one territory, or several side by side.

mod asked;
mod figures;
mod level_sums;
mod places;
mod row_dates;
mod rows;
mod sectors;

use std::{cmp::Ordering, collections::BTreeSet};

use self::{
    figures::FigureReader,
    places::RowPlace,
    row_dates::RowDates,
    rows::{RowReader, RowSays},
};
use super::{
    ColumnMeaning, ImportChoices, ImportError, ImportReport, Meaning, Supposition,
    assumed::Around,
    columns::{ColumnSet, column_sets},
    conflicts::Stated,
    doubt::Doubt,
    fate::{Fate, Fates, LeftOut, LeftOutReason, NotCountedHere},
    numbers::ScaleReason,
    part::{Content, Part, Territories},
    report::{Recognised, RecognisedKind, Showable},
};
use crate::{
    coverage::{Observation, Period, SchoolType},
    french::NARROW_SPACE,
    table::Table,
    territory::{Edition, Level, Registry, TerritoryId},
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
    let sets = sets_as_chosen(column_sets(table, &columns), choices);
    let around = Around::new(table, name);
    let mut report = ImportReport {
        recognised: places.recognised.clone(),
        suppositions: places.suppositions.clone(),
        showable: showable(table, &columns, &sets),
        ..ImportReport::default()
    };
    report.questions = asked::questions(table, &columns, &sets, &around, choices);
    let has_stage = columns.iter().any(|column| column.meaning == Some(Meaning::Stade));
    if sets.iter().all(|set| set.shown().is_none()) && !has_stage && report.questions.is_empty() {
        return Err(ImportError::NoValue { found: table.headers().to_vec() });
    }
    asked::suppose_columns(table, &columns, &sets, choices, &mut report.suppositions);

    let dates = RowDates::new(table, &columns, choices);
    let period = period_of_file(&dates, &sets, &around, choices, &mut report);
    report.suppositions.extend(dates.supposition(table));
    report.suppositions.extend(said_by_the_file(table, &columns));
    let school_type = type_of_file(&columns, &sets, &around, places.level, choices, &mut report);
    let (figures, thousands) = FigureReader::new(table, &sets, choices);
    tell_figures(table, &figures, thousands, &mut report);
    tell_dates(table, &dates, &sets, &mut report);

    let reader = RowReader {
        figures,
        dates,
        columns: &columns,
        headers: table.headers(),
        school_type,
        period,
        name,
    };
    let rows = read_rows(table, &reader, &places);
    let is_decided = report.questions.is_empty();
    let RowsRead { stated, totals, fates, notices, doubts } = rows;
    report.fates = fates;
    report.notices = notices;
    report.doubts = doubts;
    report.doubts.extend(same_names(table, &columns));
    report.doubts.extend(asked::unread(table, &columns));
    let observations: Vec<&Observation> = stated.iter().map(|one| &one.observation).collect();
    report.doubts.extend(all_alike(&observations));
    report.doubts.extend(level_sums::disagreements(&observations, &totals, Registry::official()));
    suppose_reference(&observations, &mut report.suppositions);
    let sector = sectors::of_columns(&sets).or_else(|| {
        let sector = sectors::of_rows(&observations)?;
        let others = sets.iter().filter_map(ColumnSet::shown);
        let others = others.map(|column| table.headers()[column].clone()).collect();
        report.suppositions.push(Supposition::OneSector { sector, others });
        Some(sector)
    });

    let edition = places.edition.unwrap_or_else(|| edition_of(&sets, period));
    let level = if places.is_mixed { busiest_level(&observations) } else { None };
    let busiest = columns
        .iter()
        .any(|column| column.meaning == Some(Meaning::Type))
        .then(|| busiest_type(&observations))
        .flatten();
    let content = Territories {
        sector,
        edition,
        school_type: choices.school_type.or(busiest).unwrap_or(school_type),
        level: level.unwrap_or(places.level),
        duplicates: choices.duplicates,
        stated: if is_decided { stated } else { Vec::new() },
    };
    report.territories = content
        .stated
        .iter()
        .map(|one| one.observation.territory)
        .collect::<BTreeSet<TerritoryId>>()
        .len();
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

/// What a saved table says that was supposed of its figures, and is so still.
fn said_by_the_file<'a>(
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

/// What all rows say.
struct RowsRead {
    stated: Vec<Stated>,
    /// Totals, and whether their wording says so.
    totals: Vec<(Observation, bool)>,
    fates: Fates,
    notices: Vec<crate::coverage::CoverageNotice>,
    doubts: Vec<Doubt>,
}

fn read_rows(table: &Table, reader: &RowReader<'_>, places: &Places) -> RowsRead {
    let (mut stated, mut totals) = (Vec::new(), Vec::new());
    let (mut notices, mut flags) = (Vec::new(), Vec::new());
    let mut fates: Vec<(u32, Fate)> = Vec::with_capacity(table.len());
    let mut counting_both = 0_usize;
    for (row, place) in table.rows().zip(&places.of_rows) {
        let lost = |reason, says: &RowSays| {
            Fate::LeftOut(LeftOut { reason, holds_a_value: says.holds_a_value })
        };
        let fate = match place {
            RowPlace::On(territory) => on_map(
                reader.read(&row, *territory, None),
                &mut stated,
                &mut notices,
                &mut flags,
                &mut counting_both,
            ),
            RowPlace::PartOf { whole, name } => on_map(
                reader.read(&row, *whole, Some(name)),
                &mut stated,
                &mut notices,
                &mut flags,
                &mut counting_both,
            ),
            RowPlace::Total { of, is_worded } => {
                // Not on the map, hence nothing is lost where its words are not understood.
                let says = reader.read(&row, *of, None);
                totals.extend(says.stated.into_iter().map(|one| (one.observation, *is_worded)));
                Fate::Total(*of)
            }
            RowPlace::Outside(_) => Fate::NotCounted(NotCountedHere::Outside),
            RowPlace::Disagree { code, .. } => {
                let says = reader.read(&row, *code, None);
                lost(LeftOutReason::CodeAndNameDisagree, &says)
            }
            RowPlace::Blank => match reader.read(&row, TerritoryId::France, None) {
                says if says.holds_a_value => lost(LeftOutReason::NoPlace, &says),
                _ => Fate::Note,
            },
            RowPlace::Unknown { .. } => {
                let says = reader.read(&row, TerritoryId::France, None);
                lost(LeftOutReason::UnknownPlace, &says)
            }
        };
        fates.push((row.line, fate));
    }
    let mut fates = Fates::new(fates);
    for (line, _) in table.notes() {
        fates.push(*line, Fate::Note);
    }
    let mut doubts = Vec::new();
    if !flags.is_empty() {
        const SAMPLES: usize = 4;
        let examples = flags.iter().take(SAMPLES).map(|cell| format!("« {cell} »")).collect();
        doubts.push(Doubt::Flags { cells: flags.len(), examples });
    }
    if counting_both > 0 {
        doubts.push(Doubt::BothTypes(counting_both));
    }
    RowsRead { stated, totals, fates, notices, doubts }
}

fn on_map(
    says: RowSays,
    stated: &mut Vec<Stated>,
    notices: &mut Vec<crate::coverage::CoverageNotice>,
    flags: &mut Vec<String>,
    counting_both: &mut usize,
) -> Fate {
    stated.extend(says.stated);
    notices.extend(says.notices);
    flags.extend(says.flags);
    *counting_both += usize::from(says.counts_both);
    says.fate
}

/// What a person chose for all rows is not for the name of a single column to deny.
fn sets_as_chosen(mut sets: Vec<ColumnSet>, choices: &ImportChoices) -> Vec<ColumnSet> {
    if let [only] = sets.as_mut_slice() {
        only.says.period = only.says.period.filter(|_| choices.dating.is_none());
        only.says.school_type = only.says.school_type.filter(|_| choices.school_type.is_none());
    }
    sets
}

/// The date of rows and columns that have none of their own: chosen, or supposed from what stands
/// around; none where nothing says it.
fn period_of_file(
    dates: &RowDates,
    sets: &[ColumnSet],
    around: &Around<'_>,
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> Option<Period> {
    if let Some(dating) = choices.dating {
        let period = dating.day().map(Period::Day);
        let told = period.map_or_else(|| "sans date".to_owned(), |period| period.to_string());
        report
            .recognised
            .push(Recognised::new(RecognisedKind::Date, format!("{told}, choisie à la main")));
        return period;
    }
    if dates.columns().is_some() || sets.iter().all(|set| set.says.period.is_some()) {
        return None;
    }
    match around.date() {
        Some(supposition @ Supposition::Date { period, .. }) => {
            report.suppositions.push(supposition);
            Some(period)
        }
        _ => {
            report
                .recognised
                .push(Recognised::new(RecognisedKind::Date, "non indiquée dans le fichier"));
            None
        }
    }
}

fn type_of_file(
    columns: &[ColumnMeaning],
    sets: &[ColumnSet],
    around: &Around<'_>,
    level: Level,
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> SchoolType {
    if let Some(chosen) = choices.school_type {
        let told = format!("{}, choisi à la main", chosen.label());
        report.recognised.push(Recognised::new(RecognisedKind::SchoolType, told));
        return chosen;
    }
    let first = sets.first().and_then(|set| set.says.school_type);
    if let Some(only) = first.filter(|one| sets.iter().all(|s| s.says.school_type == Some(*one))) {
        return only;
    }
    let has_column = columns.iter().any(|column| column.meaning == Some(Meaning::Type));
    let (school_type, from) = around.school_type(columns, level);
    let is_said = has_column || sets.iter().all(|set| set.says.school_type.is_some());
    match from {
        Some(from) if !is_said => {
            report.suppositions.push(Supposition::SchoolType { school_type, from });
        }
        _ if !is_said => report.recognised.push(Recognised::new(
            RecognisedKind::SchoolType,
            format!("{}, d’après les noms des colonnes", school_type.label()),
        )),
        _ => {}
    }
    school_type
}

fn tell_figures(
    table: &Table,
    figures: &FigureReader,
    thousands: Vec<String>,
    report: &mut ImportReport,
) {
    const NAMED: usize = 6;
    let shown: Vec<usize> = figures.sets().filter_map(ColumnSet::shown).collect();
    let named: Vec<String> = figures
        .sets()
        .filter_map(|set| Some((set, set.shown()?)))
        .take(NAMED)
        .map(|(set, column)| {
            let school_type = set.says.school_type.map(|one| one.label().to_owned());
            let sector = set.says.sector.map(|one| one.label().to_owned());
            let period = set.says.period.map(|period| period.to_string());
            let says: Vec<String> = [school_type, sector, period].into_iter().flatten().collect();
            let header = &table.headers()[column];
            if says.is_empty() || shown.len() < 2 {
                format!("« {header} »")
            } else {
                format!("« {header} » ({})", says.join(", "))
            }
        })
        .collect();
    if !named.is_empty() {
        let more = if shown.len() > NAMED { "…" } else { "" };
        let is_complement = figures.sets().any(|set| set.is_complement);
        let text = match named.as_slice() {
            [one] if is_complement => {
                format!("colonne {one}, dont le complément à 100{NARROW_SPACE}% est montré")
            }
            [one] => format!("colonne {one}"),
            several => format!(
                "{} observations par ligne{NARROW_SPACE}: {}{more}",
                shown.len(),
                several.join(", ")
            ),
        };
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

/// Where the dates come from.
fn tell_dates(table: &Table, dates: &RowDates, sets: &[ColumnSet], report: &mut ImportReport) {
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
fn showable(table: &Table, columns: &[ColumnMeaning], sets: &[ColumnSet]) -> Vec<Showable> {
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

/// Columns of the same name, of which one is read.
fn same_names(table: &Table, columns: &[ColumnMeaning]) -> Vec<Doubt> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut doubts = Vec::new();
    for (rank, column) in columns.iter().enumerate() {
        let name = table.written_header(rank);
        let twin = (0..rank).find(|other| {
            !name.is_empty()
                && crate::table::normalise(table.written_header(*other))
                    == crate::table::normalise(name)
        });
        if let Some(twin) = twin
            && column.could_show.is_some()
            && told.insert(name.to_owned())
        {
            let used = table.headers()[twin].clone();
            doubts.push(Doubt::SameName { header: name.to_owned(), used });
        }
    }
    doubts
}

/// A doubt when every territory has the same share: a column was perhaps filled down.
fn all_alike(observations: &[&Observation]) -> Option<Doubt> {
    let mut shares = observations.iter().filter_map(|observation| observation.share);
    let first = shares.next()?;
    let others = shares.clone().count();
    (others >= 4 && shares.all(|share| share == first)).then_some(Doubt::AllAlike(first))
}

/// Undated shares without counts are weighed, in sums, by the reference numbers of 2024.
fn suppose_reference(observations: &[&Observation], suppositions: &mut Vec<Supposition>) {
    let weighed = observations.iter().any(|o| {
        o.period.is_none()
            && o.territory.level() == Level::Departement
            && o.share.is_some()
            && o.total.is_none()
    });
    if weighed {
        suppositions.push(Supposition::Reference2024);
    }
}

/// The type that more observations speak of than of the other; `None` where they are as many.
fn busiest_type(observations: &[&Observation]) -> Option<SchoolType> {
    let count = |school_type: SchoolType| {
        observations.iter().filter(|o| o.school_types.contains(school_type)).count()
    };
    let [lycees, colleges] = [SchoolType::Lycee, SchoolType::College].map(count);
    match lycees.cmp(&colleges) {
        Ordering::Greater => Some(SchoolType::Lycee),
        Ordering::Less => Some(SchoolType::College),
        Ordering::Equal => None,
    }
}

/// The borders in force at the latest date of a file that has none of its own.
fn edition_of(sets: &[ColumnSet], period: Option<Period>) -> Edition {
    let of_sets = sets.iter().filter_map(|set| set.says.period);
    let latest = of_sets.chain(period).map(Period::end).max();
    latest.map_or(Edition::Since2016, |day| Edition::in_force(day.year()))
}

/// The level of the map on which most values stand, the finest of several.
fn busiest_level(observations: &[&Observation]) -> Option<Level> {
    let has_value = |o: &&&Observation| o.share.is_some() || o.stage.is_some();
    let at = |level| {
        let with_value = observations.iter().filter(has_value);
        with_value.filter(|o| o.territory.level() == level).count()
    };
    Level::MAPPED
        .into_iter()
        .filter(|level| at(*level) > 0)
        .max_by_key(|level| (at(*level), *level))
}
