//! A table by school: the ministry's list, or a list of the numbers of those that are equipped.

mod asked;
pub(in crate::coverage::import) mod equipment;
mod kinds;
mod left_out;
mod recognised;
mod remembered;
mod row;
mod row_columns;
mod rows;
mod supposed;
mod years;

use std::collections::BTreeSet;

use jiff::civil::Date;

use self::{
    equipment::{EquipmentColumn, tell_equipment},
    row::SchoolReader,
    rows::{RowsRead, read_rows},
    years::EarlierYears,
};
use super::{
    ColumnMeaning, ImportChoices, ImportReport, Meaning, Supposition,
    assumed::Around,
    headers::{Stance, stance},
    part::{Answers, Content, NumberSays, Numbers, Part, Schools, Speaks},
    recognised::{Recognised, RecognisedKind, UNDATED},
    territories::Places,
};
use crate::{
    coverage::{Period, school::School},
    table::Table,
    territory::{Code, Edition},
};

/// Reads a table by school. Where no column names a département, the numbers of the schools do.
pub(super) fn read(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    choices: &ImportChoices,
) -> Part {
    let places = Places::find(table, &columns, choices).ok();
    let equipment = EquipmentColumn::find(table, &columns, choices);
    let years = equipment
        .as_ref()
        .and_then(|shown| EarlierYears::find(table, &columns, shown, choices))
        .filter(|_| choices.dating.is_none());
    let reader = SchoolReader::new(table, &columns, equipment.as_ref(), years.as_ref());
    let mut report = ImportReport {
        showable: recognised::showable(table, &columns),
        words: equipment.as_ref().map(|column| column.words.clone()).unwrap_or_default(),
        ..ImportReport::default()
    };
    let rows = match reader.tells_kinds() {
        true => "un établissement chacune, additionnés par département",
        false => "des numéros UAI, à rapprocher de la liste des établissements",
    };
    report.recognised.push(Recognised::new(RecognisedKind::Rows, rows));
    tell_equipment(equipment.as_ref(), &mut report);
    report.suppositions.extend(supposed::of_columns(table, &columns, equipment.as_ref(), choices));
    let of_column = equipment.as_ref().and_then(|column| column.period(table));
    let date = date_of_file(&Around::new(table, name), of_column, choices, &mut report);
    let told = years.as_ref().map(EarlierYears::told);
    report.recognised.extend(told.map(|told| Recognised::new(RecognisedKind::Date, told)));

    let RowsRead { mut schools, fates, left, unread, doubts } =
        read_rows(table, &reader, places.as_ref());
    if reader.tells_kinds() && !reader.has_kinds() {
        let around = Around::new(table, name);
        kinds::of_whole_list(&mut schools, &columns, &around, choices, &mut report);
    }
    report.fates = fates;
    report.notices = unread;
    report.unmatched = left.unmatched;
    report.doubts = doubts;
    report.territories =
        schools.iter().filter_map(|s| s.departement).collect::<BTreeSet<Code>>().len();
    recognised::tell_places(places, &mut report);

    let said = Said {
        answers: Answers::of(&schools, equipment.is_some()),
        date,
        speaks: speaks(table, &columns, name),
    };
    report.questions.extend(asked::another_state(table, &columns, said.answers, choices));
    let content = if reader.tells_kinds() {
        report.recognised.extend(recognised::kinds(&schools));
        report.questions.extend(asked::rate_of_schools(table, &columns, said.answers, choices));
        Content::Schools(said.of_schools(schools, choices))
    } else {
        Content::Numbers(said.of_numbers(schools, choices))
    };
    report.columns = table.headers().iter().cloned().zip(columns).collect();
    Part { name: name.to_owned(), report, counted: None, content }
}

/// What a list says as a whole.
struct Said {
    answers: Answers,
    date: Option<Date>,
    speaks: Speaks,
}

impl Said {
    fn of_schools(self, schools: Vec<School>, choices: &ImportChoices) -> Schools {
        let Self { answers, date, speaks } = self;
        Schools {
            schools,
            answers,
            school_type: choices.school_type,
            date,
            edition: date.map_or(Edition::Since2016, |day| Edition::in_force(day.year())),
            everywhere: choices.everywhere,
            role: choices.role,
            speaks,
        }
    }

    fn of_numbers(self, schools: Vec<School>, choices: &ImportChoices) -> Numbers {
        let Self { answers, date, speaks } = self;
        let rows = schools.into_iter().map(|school| NumberSays {
            uai: school.uai,
            equipment: school.equipment,
            line: school.row.1,
        });
        Numbers {
            rows: rows.collect(),
            answers,
            date,
            everywhere: choices.everywhere,
            role: choices.role,
            speaks,
        }
    }
}

/// Whether the name of a list, its titles or its columns call its schools equipped. One name that
/// negates or plans is enough to doubt all of them; the name of a file alone is only likely.
fn speaks(table: &Table, columns: &[ColumnMeaning], name: &str) -> Speaks {
    let headers = columns.iter().zip(table.headers());
    let headers = headers.filter_map(|(column, header)| match column.meaning {
        Some(Meaning::Projet) => Some(Stance::Equipped),
        Some(Meaning::Note) => None,
        _ => Some(stance(header)),
    });
    let titles = table.titles().iter().map(|title| stance(&title.text));
    let said: Vec<Stance> = headers.chain(titles).collect();
    let of_file = stance(name);
    let says = |wanted: Stance| said.contains(&wanted);
    match of_file {
        _ if says(Stance::Otherwise) => Speaks::Otherwise,
        Stance::Otherwise => Speaks::Otherwise,
        _ if says(Stance::Equipped) => Speaks::OfEquipped,
        _ if says(Stance::EquippedPerhaps) => Speaks::OfEquippedPerhaps,
        Stance::Equipped | Stance::EquippedPerhaps => Speaks::OfEquippedPerhaps,
        Stance::Silent => Speaks::OfNothing,
    }
}

/// The day of the whole file: chosen, or told by the name of its column, or supposed from what
/// stands around.
fn date_of_file(
    around: &Around<'_>,
    of_column: Option<Period>,
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> Option<Date> {
    let period = match choices.dating {
        Some(dating) => dating.day().map(Period::Day),
        None if of_column.is_some() => {
            let told = of_column.map_or_else(String::new, |period| period.to_string());
            let told = format!("{told}, d’après le nom de la colonne");
            report.recognised.push(Recognised::new(RecognisedKind::Date, told));
            of_column
        }
        None => match around.date() {
            Some(supposition @ Supposition::Date { period, .. }) => {
                report.suppositions.push(supposition);
                Some(period)
            }
            _ => None,
        },
    };
    if period.is_none() {
        report.recognised.push(Recognised::new(RecognisedKind::Date, UNDATED));
    }
    period.map(Period::end)
}
