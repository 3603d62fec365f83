//! A table by school: the ministry's list, or a list of the numbers of those that are equipped.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    ColumnMeaning, Content, ImportChoices, ImportError, ImportReport, Meaning, NotJoined, Part,
    Tells, Unmatched, assumptions, equipment::EquipmentColumn, places::Places,
    school_rows::SchoolReader,
};
use crate::{
    coverage::school::{Equipment, School, SchoolKind, Uai, UaiError},
    french::{NARROW_SPACE, counted, integer},
    table::Table,
    territory::{Code, Level, TerritoryId},
};

/// Whether a table has one row a school: a column of school numbers, and no figures of its own.
pub(super) fn is_by_school(columns: &[ColumnMeaning]) -> bool {
    let has = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
    has(Meaning::Uai) && !has(Meaning::Taux) && !(has(Meaning::Equipes) && has(Meaning::Total))
}

/// Reads a table by school. Where no column names a département, the numbers of the schools do.
///
/// # Errors
/// None so far: a table with numbers of schools always says something.
pub(super) fn read(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    choices: &ImportChoices,
) -> Result<Part, ImportError> {
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let places = Places::find(table, &columns, choices).ok();
    let equipment = column(Meaning::Equipe)
        .or_else(|| column(Meaning::Projet))
        .map(|column| EquipmentColumn::new(table, column));
    let assumed = assumptions::assume(table, name, Level::Departement, &column, choices);
    let reader = SchoolReader::new(table, &column, equipment.as_ref(), assumed.date_column);
    let mut recognised = match &places {
        Some(places) => places.reasons.clone(),
        None => vec![format!(
            "Département{NARROW_SPACE}: d’après les trois premiers chiffres des numéros UAI."
        )],
    };
    recognised.extend(equipment.iter().map(EquipmentColumn::reason));
    recognised.push(assumed.date_reason.clone());

    let mut left = LeftOut::default();
    let mut schools: Vec<School> = Vec::with_capacity(table.len());
    let mut joined = 0;
    for (rank, row) in table.rows().enumerate() {
        let uai = match reader.uai(&row) {
            Ok((uai, None)) => uai,
            Ok((uai, Some(error))) => {
                left.wrong_letter(row.line, &error);
                uai
            }
            Err(error) => {
                left.no_number(row.line, error);
                continue;
            }
        };
        let departement = match &places {
            None => uai.departement(),
            Some(places) => places.of_row(rank).and_then(departement_of),
        };
        joined += usize::from(departement.is_some());
        schools.push(reader.school(&row, uai, departement));
    }
    let territories: BTreeSet<Code> = schools.iter().filter_map(|s| s.departement).collect();
    let mut unmatched = left.unmatched;
    unmatched.extend(places.iter().flat_map(|places| places.unmatched.iter().cloned()));
    let mut report = ImportReport {
        recognised,
        repaired: places.map(|places| places.repairs).unwrap_or_default(),
        unmatched,
        doubts: vec![],
        notices: vec![],
        rows: table.len(),
        joined,
        territories: territories.len(),
        columns: table.headers().iter().cloned().zip(columns).collect(),
        repeats: false,
        leaves_out: false,
    };
    if left.wrong_letters > 0 {
        let numbers = counted(left.wrong_letters, "numéro UAI a", "numéros UAI ont");
        report.doubts.push(format!(
            "{numbers} une lettre de contrôle fausse{NARROW_SPACE}: {}. Ces établissements sont \
             comptés.",
            left.letters.join(" ; ")
        ));
    }
    let tells = Tells::of(&schools, equipment.is_some());
    let content = if reader.tells_kinds() {
        report.recognised.insert(
            0,
            format!("Une ligne par établissement{NARROW_SPACE}: additionnés par département."),
        );
        report.recognised.extend(kinds(&schools));
        Content::Schools {
            tells,
            schools,
            school_type: choices.school_type,
            date: assumed.date,
            edition: assumed.edition(),
            everywhere: choices.everywhere,
        }
    } else {
        report.recognised.insert(
            0,
            format!(
                "Une liste de numéros UAI{NARROW_SPACE}: à rapprocher de la liste des \
                 établissements."
            ),
        );
        Content::Equipment {
            tells,
            told: equipment_of(schools),
            date: assumed.date,
            everywhere: choices.everywhere,
        }
    };
    Ok(Part { name: name.to_owned(), report, content })
}

fn departement_of(territory: TerritoryId) -> Option<Code> {
    match territory {
        TerritoryId::Departement(code) => Some(code),
        _ => None,
    }
}

/// What a list says of each school, by number; to be in a list without a column of equipment is to
/// be equipped. Of several rows for one school, the last stands.
pub(super) fn equipment_of(schools: Vec<School>) -> HashMap<u32, (Uai, Equipment)> {
    let told = schools.into_iter().map(|school| {
        let row = Some(school.row);
        let said = Equipment { equipped: Some(true), row, ..Equipment::default() };
        let equipment = school.equipment.unwrap_or(said);
        (school.uai.number(), (school.uai, equipment))
    });
    told.collect()
}

/// « Lycées : 598 généraux, 1 246 généraux et technologiques… » and how many are neither.
fn kinds(schools: &[School]) -> Vec<String> {
    let mut numbers: BTreeMap<Option<SchoolKind>, BTreeSet<u32>> = BTreeMap::new();
    for school in schools {
        numbers.entry(school.kind).or_default().insert(school.uai.number());
    }
    let told: Vec<String> = numbers
        .iter()
        .filter_map(|(kind, numbers)| {
            let count = integer(numbers.len() as i64);
            Some(format!("{}{NARROW_SPACE}: {count}", kind.as_ref()?.label()))
        })
        .collect();
    if told.is_empty() { vec![] } else { vec![format!("Types : {}.", told.join(", "))] }
}

/// Rows that are not read as they stand.
#[derive(Default)]
struct LeftOut {
    wrong_letters: usize,
    /// A few of them.
    letters: Vec<String>,
    unmatched: Vec<Unmatched>,
    /// The ranks of values among `unmatched`.
    ranks: HashMap<String, usize>,
}

/// How many wrong letters a sentence quotes.
const QUOTED: usize = 3;

impl LeftOut {
    fn wrong_letter(&mut self, line: u32, error: &UaiError) {
        self.wrong_letters += 1;
        if let UaiError::Letter { found, expected } = error
            && self.letters.len() < QUOTED
        {
            self.letters.push(format!("« {found} » (ligne {line}), où « {expected} » est attendu"));
        }
    }

    /// A row without a number: a loss, unless nothing is written.
    fn no_number(&mut self, line: u32, error: UaiError) {
        let UaiError::Shape(value) = error else { return };
        let why = if value.is_empty() { NotJoined::Empty } else { NotJoined::NoNumber };
        match self.ranks.get(&value) {
            Some(rank) => self.unmatched[*rank].rows += 1,
            None => {
                self.ranks.insert(value.clone(), self.unmatched.len());
                self.unmatched.push(Unmatched { value, rows: 1, line, why });
            }
        }
    }
}
