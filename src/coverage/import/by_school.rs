//! A table by school: schools are added up to départements, and every wider level follows.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    ColumnMeaning, ImportChoices, ImportError, ImportReport, Imported, Meaning, assumptions,
    by_territory::Places, equipment::EquipmentColumn,
};
use crate::{
    coverage::{
        Dataset, Evidence, Measure, MissingReason, Observation, Period, SchoolType, SchoolTypes,
        school::{
            Counts, Perimeter, School, SchoolKind, Supervision, Uai, kind_of_label, kind_of_nature,
            sector_of, supervision_of, tally,
        },
    },
    french::{NARROW_SPACE, counted, integer},
    table::{Row, Table, normalise},
    territory::{Level, Registry, TerritoryId},
};

/// Whether a table has one row a school: a column of school numbers, and no figures of its own.
pub(super) fn is_by_school(columns: &[ColumnMeaning]) -> bool {
    let has = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
    has(Meaning::Uai) && !has(Meaning::Taux) && !(has(Meaning::Equipes) && has(Meaning::Total))
}

/// Reads a table by school.
///
/// # Errors
/// When no column says in which département a school is.
pub(super) fn import(
    table: &Table,
    columns: Vec<ColumnMeaning>,
    name: &str,
    today: Date,
    choices: &ImportChoices,
) -> Result<Imported, ImportError> {
    let places = Places::find(table, &columns, choices)?;
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let equipment = column(Meaning::Equipe).map(|column| EquipmentColumn::new(table, column));
    let reader = SchoolReader::new(table, &column, equipment.as_ref());
    let mut left = LeftOut::default();
    let mut schools: BTreeMap<Uai, School> = BTreeMap::new();
    let mut joined = 0;
    for (rank, row) in table.rows().enumerate() {
        let territory = places.of_row(rank);
        joined += usize::from(territory.is_some());
        let departement = match territory {
            Some(TerritoryId::Departement(code)) => Some(code),
            _ => None,
        };
        match reader.school(&row, departement, &mut left) {
            Some(school) if schools.contains_key(&school.uai) => left.repeated += 1,
            Some(school) => {
                schools.insert(school.uai, school);
            }
            None => {}
        }
    }
    let assumed = assumptions::assume(table, name, today, Level::Departement, &column, choices);
    let counts = tally(schools.values(), Perimeter::default());
    let observations: Vec<Observation> = counts
        .iter()
        .map(|((school_type, code), counts)| {
            let territory = TerritoryId::Departement(*code);
            observation(territory, *school_type, counts, assumed.date, name)
        })
        .collect();
    let mut recognised = places.reasons.clone();
    recognised.insert(
        0,
        format!("Une ligne par établissement{NARROW_SPACE}: additionnés par département."),
    );
    recognised.extend(equipment.iter().map(EquipmentColumn::reason));
    recognised.extend(assumed.reasons.last().cloned());
    let mut doubts = left.sentences();
    if equipment.is_none() {
        doubts.push(
            "Aucune colonne ne dit quels établissements ont un ENT\u{202f}: ajoutez-en une \
             (« oui », « 1 », « x » ou le nom du projet)."
                .to_owned(),
        );
    }
    let outside = schools.values().filter(|school| school.departement.is_none()).count();
    if outside > 0 {
        let outside = counted(outside, "établissement est", "établissements sont");
        doubts.push(format!("{outside} hors de la carte et ne sont pas comptés."));
    }
    let of_type = |wanted| counts.keys().filter(|(school_type, _)| *school_type == wanted).count();
    let school_type = choices.school_type.unwrap_or({
        let more_lycees = of_type(SchoolType::Lycee) > of_type(SchoolType::College);
        if more_lycees { SchoolType::Lycee } else { SchoolType::College }
    });
    let territories: BTreeSet<TerritoryId> = observations.iter().map(|o| o.territory).collect();
    let report = ImportReport {
        recognised,
        repaired: places.matches.repairs(),
        unmatched: places.unmatched(table),
        doubts,
        notices: vec![],
        rows: table.len(),
        joined,
        territories: territories.len(),
        columns: table.headers().iter().cloned().zip(columns).collect(),
    };
    let edition = assumed.edition();
    let dataset = Dataset::from_observations(observations, edition, Registry::official());
    let level = match school_type {
        SchoolType::Lycee => Level::Region,
        SchoolType::College => Level::Departement,
    };
    Ok(Imported { dataset, report, school_type, level })
}

/// The schools of a type in a département as one figure.
fn observation(
    territory: TerritoryId,
    school_type: SchoolType,
    counts: &Counts,
    date: Date,
    name: &str,
) -> Observation {
    let known = counts.total > 0;
    let share = 100.0 * f64::from(counts.equipped) / f64::from(counts.total.max(1));
    Observation {
        territory,
        school_types: SchoolTypes::One(school_type),
        period: Period::Day(date),
        stage: None,
        share: known.then_some(share),
        equipped: known.then_some(counts.equipped),
        total: Some(if known { counts.total } else { counts.unknown }),
        missing: (!known).then_some(MissingReason::NonRenseigne),
        measure: Measure::Deploye,
        perimeter: "public et privé, hors agricole".to_owned(),
        planned: false,
        evidence: Evidence::Documente,
        project: String::new(),
        note: String::new(),
        source: name.to_owned(),
        line: 0,
    }
}

/// How the columns of a list of schools are read.
struct SchoolReader<'a> {
    uai: Option<usize>,
    nature: Option<usize>,
    labels: Vec<usize>,
    sector: Option<usize>,
    ministry: Option<usize>,
    equipment: Option<&'a EquipmentColumn>,
}

impl<'a> SchoolReader<'a> {
    fn new(
        table: &Table,
        column: &impl Fn(Meaning) -> Option<usize>,
        equipment: Option<&'a EquipmentColumn>,
    ) -> Self {
        let named = |name: &str| {
            let known = ["ministeretutelle", "libelleministere", "ministere"];
            known.contains(&normalise(name).as_ref())
        };
        let labels = [Meaning::LibelleNature, Meaning::Type, Meaning::NomEtablissement];
        Self {
            uai: column(Meaning::Uai),
            nature: column(Meaning::Nature),
            labels: labels.into_iter().filter_map(column).collect(),
            sector: column(Meaning::Secteur),
            ministry: table.headers().iter().position(|header| named(header)),
            equipment,
        }
    }

    fn school(
        &self,
        row: &Row<'_>,
        departement: Option<crate::territory::Code>,
        left: &mut LeftOut,
    ) -> Option<School> {
        let uai = match Uai::read(row.cell(self.uai?)) {
            Ok((uai, None)) => uai,
            Ok((uai, Some(_))) => {
                left.wrong_letter += 1;
                uai
            }
            Err(_) => {
                left.no_number += 1;
                return None;
            }
        };
        let Some(kind) = self.kind(row) else {
            left.other_kind += 1;
            return None;
        };
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        Some(School {
            uai,
            departement,
            kind,
            sector: sector_of(cell(self.sector)),
            supervision: self
                .ministry
                .map_or(Supervision::Education, |column| supervision_of(row.cell(column))),
            equipped: self.equipment.and_then(|equipment| equipment.read(row)),
        })
    }

    fn kind(&self, row: &Row<'_>) -> Option<SchoolKind> {
        match self.nature {
            Some(column) => kind_of_nature(row.cell(column)),
            None => self.labels.iter().find_map(|column| kind_of_label(row.cell(*column))),
        }
    }
}

/// Rows that are not counted, and why.
#[derive(Default)]
struct LeftOut {
    no_number: usize,
    wrong_letter: usize,
    other_kind: usize,
    repeated: usize,
}

impl LeftOut {
    fn sentences(&self) -> Vec<String> {
        [
            (self.wrong_letter, "numéros UAI ont une lettre de contrôle fausse, et sont comptés"),
            (self.no_number, "lignes n’ont pas de numéro UAI, et ne sont pas comptées"),
            (self.other_kind, "lignes ne sont ni un lycée ni un collège, et ne sont pas comptées"),
            (self.repeated, "lignes répètent un établissement déjà lu"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, text)| format!("{} {text}.", integer(count as i64)))
        .collect()
    }
}
