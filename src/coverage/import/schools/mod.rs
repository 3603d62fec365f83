//! A table by school: the ministry's list, or a list of the numbers of those that are equipped.

pub(in crate::coverage::import) mod equipment;
mod left_out;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use self::{
    equipment::{Blank, EquipmentColumn, Holds},
    left_out::NumbersLeft,
    rows::SchoolReader,
};
use super::{
    ColumnMeaning, ImportChoices, ImportReport, ListRole, Meaning, Question, Supposition,
    SuppositionKind,
    assumed::Around,
    columns::Cells,
    doubt::Doubt,
    fate::{Fate, Fates},
    headers::{Topic, speaks_of_equipment},
    part::{Answers, Content, NumberSays, Numbers, Part, Schools},
    report::{Recognised, RecognisedKind, Showable},
    territories::Places,
};
use crate::{
    coverage::{
        CoverageNotice, Period,
        school::{School, SchoolKind},
        vocabulary::{missing_word, tokens},
    },
    french::integer,
    table::Table,
    territory::{Code, Edition, TerritoryId},
};

/// Reads a table by school. Where no column names a département, the numbers of the schools do.
pub(super) fn read(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    choices: &ImportChoices,
) -> Part {
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let places = Places::find(table, &columns, choices).ok();
    let equipment = equipment_column(table, &columns)
        .map(|(column, holds)| EquipmentColumn::new(table, column, holds, &choices.words))
        .map(|column| match choices.refused.contains(&SuppositionKind::BlankIsNo) {
            true => column.with_silent_blanks(),
            false => column,
        });
    let reader = SchoolReader::new(table, &columns, equipment.as_ref());
    let around = Around::new(table, name);
    let mut report = ImportReport {
        showable: showable(table, &columns),
        words: equipment.as_ref().map(|column| column.words.clone()).unwrap_or_default(),
        ..ImportReport::default()
    };
    tell_equipment(equipment.as_ref(), &mut report);
    let date = date_of_file(&around, choices, &mut report);

    let read = read_rows(table, &reader, places.as_ref());
    report.fates = read.fates;
    report.notices = read.unread;
    report.unmatched = read.left.unmatched;
    report.doubts.extend(read.doubts);
    report.territories =
        read.schools.iter().filter_map(|s| s.departement).collect::<BTreeSet<Code>>().len();
    tell_places(places, &mut report);

    let answers = Answers::of(&read.schools, equipment.is_some());
    let speaks = columns.iter().zip(table.headers()).any(|(column, header)| {
        column.meaning != Some(Meaning::Note) && speaks_of_equipment(header)
    }) || speaks_of_equipment(name)
        || column(Meaning::Projet).is_some();
    let content = if reader.tells_kinds() {
        report.recognised.insert(
            0,
            Recognised::new(
                RecognisedKind::Rows,
                "un établissement chacune, additionnés par département",
            ),
        );
        report.recognised.extend(kinds(&read.schools));
        report.questions.extend(rate_of_schools(table, &columns, answers, choices));
        Content::Schools(Schools {
            schools: read.schools,
            answers,
            school_type: choices.school_type,
            date,
            edition: date.map_or(Edition::Since2016, |day| Edition::in_force(day.year())),
            everywhere: choices.everywhere,
            role: choices.role,
            speaks_of_equipment: speaks,
        })
    } else {
        report.recognised.insert(
            0,
            Recognised::new(
                RecognisedKind::Rows,
                "des numéros UAI, à rapprocher de la liste des établissements",
            ),
        );
        let numbers = read.schools.into_iter().map(|school| NumberSays {
            uai: school.uai,
            equipment: school.equipment,
            line: school.row.1,
        });
        Content::Numbers(Numbers {
            rows: numbers.collect(),
            answers,
            date,
            everywhere: choices.everywhere,
            role: choices.role,
            speaks_of_equipment: speaks,
        })
    };
    report.columns = table.headers().iter().cloned().zip(columns).collect();
    Part { name: name.to_owned(), report, counted: None, content }
}

/// The column that says which schools are equipped, and what it holds: answers, else names of
/// projects, else dates since when (« Date de déploiement de l’ENT »).
fn equipment_column(table: &Table, columns: &[ColumnMeaning]) -> Option<(usize, Holds)> {
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let answers = || {
        let column = column(Meaning::Equipe)?;
        let header = table.written_header(column);
        let holds = match () {
            () if names_projects(header) => Holds::Names,
            () if says_since_when(header) => since_when(table, column),
            () => Holds::Answers,
        };
        Some((column, holds))
    };
    let names = || Some((column(Meaning::Projet)?, Holds::Names));
    let dates = || {
        let column = column(Meaning::Date)?;
        let is_of_equipment = columns[column].theme.topic == Topic::Equipment;
        is_of_equipment.then(|| (column, since_when(table, column)))
    };
    answers().or_else(names).or_else(dates)
}

fn since_when(table: &Table, column: usize) -> Holds {
    let cells = Cells::of_texts(table.rows().map(|row| row.cell(column)));
    Holds::Dates(cells.date_style(table.written_header(column)))
}

/// Whether a column is headed as one of dates: « ENT depuis », « Date de déploiement ».
fn says_since_when(header: &str) -> bool {
    const SINCE: [&str; 4] = ["depuis", "date", "annee", "rentree"];
    tokens(header).iter().any(|word| SINCE.contains(&word.as_str()))
}

/// Whether a column is headed as one of names: « Projet ENT », « Nom de l’ENT ».
fn names_projects(header: &str) -> bool {
    const NAMES: [&str; 6] = ["projet", "projets", "nom", "solution", "produit", "editeur"];
    tokens(header).iter().any(|word| NAMES.contains(&word.as_str()))
}

/// What the rows of a list say.
struct RowsRead {
    schools: Vec<School>,
    fates: Fates,
    left: NumbersLeft,
    /// Cells that can't be read.
    unread: Vec<CoverageNotice>,
    doubts: Vec<Doubt>,
}

fn read_rows(table: &Table, reader: &SchoolReader<'_>, places: Option<&Places>) -> RowsRead {
    let mut left = NumbersLeft::default();
    let mut unread: Vec<CoverageNotice> = Vec::new();
    let mut schools: Vec<School> = Vec::with_capacity(table.len());
    let mut fates: Vec<(u32, Fate)> = Vec::with_capacity(table.len());
    let (mut elsewhere, mut odd_positions) = ((0_usize, 0_u32), 0_usize);
    for (rank, row) in table.rows().enumerate() {
        let uai = match reader.uai(&row) {
            Ok((uai, None)) => uai,
            Ok((uai, Some(error))) => {
                left.wrong_letter(row.line, &error);
                uai
            }
            Err(error) => {
                fates
                    .push((row.line, left.no_number(row.line, error, reader.says_something(&row))));
                continue;
            }
        };
        let listed = places.and_then(|places| places.of_row(rank)).and_then(departement_of);
        // A school of Saint-Martin has a number of Guadeloupe, and stands where its list says.
        let is_outside = places.is_some_and(|places| places.is_outside(rank));
        let by_number = uai.departement().filter(|_| !is_outside);
        if let (Some(listed), Some(number)) = (listed, by_number)
            && listed != number
        {
            elsewhere = (elsewhere.0 + 1, if elsewhere.0 == 0 { row.line } else { elsewhere.1 });
        }
        let school = reader.school(&row, uai, listed.or(by_number), &mut unread);
        odd_positions += usize::from(reader.has_an_odd_position(&row, &school));
        schools.push(school);
        // Joining tells whether it is counted.
        fates.push((row.line, Fate::OnMap));
    }
    let mut fates = Fates::new(fates);
    for (line, _) in table.notes() {
        fates.push(*line, Fate::Note);
    }
    let mut doubts: Vec<Doubt> = left.doubt().into_iter().collect();
    if elsewhere.0 > 0 {
        doubts.push(Doubt::OtherDepartement { schools: elsewhere.0, line: elsewhere.1 });
    }
    if odd_positions > 0 && reader.has_positions() {
        doubts.push(Doubt::OddPositions(odd_positions));
    }
    RowsRead { schools, fates, left, unread, doubts }
}

fn departement_of(territory: TerritoryId) -> Option<Code> {
    match territory {
        TerritoryId::Departement(code) => Some(code),
        _ => None,
    }
}

fn date_of_file(
    around: &Around<'_>,
    choices: &ImportChoices,
    report: &mut ImportReport,
) -> Option<jiff::civil::Date> {
    let period = match choices.dating {
        Some(dating) => dating.day().map(Period::Day),
        None => match around.date() {
            Some(supposition @ Supposition::Date { period, .. }) => {
                report.suppositions.push(supposition);
                Some(period)
            }
            _ => None,
        },
    };
    if period.is_none() {
        report
            .recognised
            .push(Recognised::new(RecognisedKind::Date, "non indiquée dans le fichier"));
    }
    period.map(Period::end)
}

fn tell_equipment(equipment: Option<&EquipmentColumn>, report: &mut ImportReport) {
    let Some(column) = equipment else { return };
    let blank = match column.blank {
        Blank::Absent => "",
        Blank::Nothing => ", où une cellule vide ne dit rien",
        Blank::No => ", où une cellule vide dit non",
    };
    report.recognised.push(Recognised::new(
        RecognisedKind::Equipment,
        format!("colonne « {} »{blank}", column.header),
    ));
    if column.blank == Blank::No {
        report.suppositions.push(Supposition::BlankIsNo { header: column.header.clone() });
    }
}

fn tell_places(places: Option<Places>, report: &mut ImportReport) {
    match places {
        Some(places) => {
            report.recognised.extend(places.recognised);
            report.repaired = places.repairs;
        }
        None => report.recognised.push(Recognised::new(
            RecognisedKind::Level,
            "département, d’après les trois premiers chiffres des numéros UAI",
        )),
    }
}

/// A rate for each school, where nothing says which are equipped: for a person to decide.
fn rate_of_schools(
    table: &Table,
    columns: &[ColumnMeaning],
    answers: Answers,
    choices: &ImportChoices,
) -> Option<Question> {
    const SHOWN: usize = 3;
    if answers != Answers::None || choices.role == Some(ListRole::Schools) {
        return None;
    }
    let rank = (0..columns.len()).find(|rank| {
        let column = &columns[*rank];
        column.meaning.is_none() && column.theme.is_rate && are_shares(table, *rank)
    })?;
    let filled = table.rows().map(|row| row.cell(rank)).filter(|cell| missing_word(cell).is_none());
    Some(Question::RateOfSchools {
        header: table.headers()[rank].clone(),
        values: filled.take(SHOWN).map(str::to_owned).collect(),
    })
}

fn are_shares(table: &Table, column: usize) -> bool {
    let cells = table.rows().map(|row| (row.cell(column), row.kind(column)));
    Cells::new(cells).are_shares(table.written_header(column))
}

/// The columns that say yes or no of each school, the one that is counted first.
fn showable(table: &Table, columns: &[ColumnMeaning]) -> Vec<Showable> {
    let mut all: Vec<Showable> = columns
        .iter()
        .enumerate()
        .filter_map(|(column, meaning)| {
            let could = meaning.could_show.filter(|could| *could == Meaning::Equipe)?;
            Some(Showable {
                column,
                header: table.headers()[column].clone(),
                meaning: could,
                is_shown: meaning.meaning == Some(Meaning::Equipe),
            })
        })
        .collect();
    all.sort_by_key(|one| (!one.is_shown, one.column));
    all
}

/// « Lycées : 598 généraux, 1 246 généraux et technologiques… » and how many are neither.
fn kinds(schools: &[School]) -> Option<Recognised> {
    let mut numbers: BTreeMap<SchoolKind, BTreeSet<u32>> = BTreeMap::new();
    for school in schools {
        if let Some(kind) = school.kind {
            numbers.entry(kind).or_default().insert(school.uai.number());
        }
    }
    let told: Vec<String> = numbers
        .iter()
        .map(|(kind, numbers)| format!("{} ({})", kind.label(), integer(numbers.len() as i64)))
        .collect();
    (!told.is_empty()).then(|| Recognised::new(RecognisedKind::Kinds, told.join(", ")))
}
