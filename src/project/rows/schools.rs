//! A row for each school of a place.

use std::{collections::HashMap, sync::Arc};

use jiff::civil::Date;

use super::{Body, RowColumn, RowId, Rows, Value, value::name_of};
use crate::{
    coverage::{
        Dataset, Period, SchoolType, Subject,
        school::{KnownAt, NotCounted, Perimeter, School, SchoolList, Supervision},
    },
    french::{NARROW_SPACE, capitalised, counted},
    territory::{Code, Edition, Level, Registry, TerritoryId},
};

/// Some schools of a list.
#[derive(Debug)]
pub(super) struct SchoolRows {
    list: Arc<SchoolList>,
    /// Their ranks in it.
    ranks: Vec<u32>,
    perimeter: Perimeter,
    /// `None` where nothing is known yet.
    known: Option<KnownAt>,
    /// Académie and région of each département. Never iterated.
    containers: HashMap<Code, [Option<TerritoryId>; 2]>,
}

impl Rows {
    /// The schools of a place: those of a type, or all that a list holds. In France, schools
    /// outside every département too, which no map shows and which the notices count.
    pub fn schools(
        dataset: &Dataset,
        school_type: Option<SchoolType>,
        within: TerritoryId,
        edition: Edition,
        date: Option<Date>,
    ) -> Self {
        let list = Arc::clone(dataset.schools());
        let departements = Registry::official().get(within).map(|place| &place.departements);
        let is_here = |school: &School| {
            let here = match school.departement {
                None => within == TerritoryId::France,
                Some(code) => departements.is_some_and(|all| all.binary_search(&code).is_ok()),
            };
            here && (school_type.is_none() || school.school_type() == school_type)
        };
        let (ranks, ids): (Vec<u32>, Vec<RowId>) = (0..)
            .zip(list.schools())
            .filter(|(_, school)| is_here(school))
            .map(|(rank, school)| (rank, RowId::School(school.uai)))
            .unzip();
        let body = SchoolRows {
            ranks,
            perimeter: dataset.perimeter(),
            known: KnownAt::of_list(&list, date),
            containers: containers(edition),
            list,
        };
        let what = school_type.map_or("établissements", SchoolType::label);
        let title = format!("{}, {}", capitalised(what), name_of(within));
        let (notices, files) = (body.notices(), body.list.files().join(", "));
        let mut rows = Self::new(title, RowColumn::SCHOOLS.to_vec(), ids, Body::Schools(body));
        // Lists of schools say what is deployed.
        let counted = dataset.counted().clone();
        rows.holders = Subject { counted, ..Subject::ent(SchoolType::Lycee) }.holders();
        rows.notes = notices.clone();
        if !files.is_empty() {
            rows.notes.push(format!("Données{NARROW_SPACE}: {files}."));
        }
        rows.notices = notices;
        rows
    }
}

impl SchoolRows {
    fn school(&self, row: usize) -> Option<&School> {
        let rank = *self.ranks.get(row)?;
        self.list.schools().get(usize::try_from(rank).ok()?)
    }

    pub fn value(&self, row: usize, column: RowColumn) -> Value<'_> {
        let Some(school) = self.school(row) else { return Value::Missing };
        let container = |rank: usize| {
            let containers = self.containers.get(&school.departement?)?;
            containers[rank].map(Value::Territory)
        };
        let file = || self.list.files().get(school.row.0);
        let value = match column {
            RowColumn::Uai => Some(Value::Uai(school.uai)),
            RowColumn::Name => {
                Some(&school.name).filter(|name| !name.is_empty()).map(|name| Value::School(name))
            }
            RowColumn::Kind => school.kind.map(|kind| Value::Text(kind.label().into())),
            RowColumn::Sector => school.sector.map(|sector| Value::Text(sector.label().into())),
            RowColumn::Supervision => {
                school.supervision.map(|one| Value::Text(ministry(one).into()))
            }
            RowColumn::Commune => Some(Value::text_or_missing(&school.commune)),
            RowColumn::Departement => {
                school.departement.map(|code| Value::Territory(TerritoryId::Departement(code)))
            }
            RowColumn::Academie => container(0),
            RowColumn::Region => container(1),
            RowColumn::Has => self.equipped(school).map(Value::Flag),
            RowColumn::Since => {
                let equipment =
                    school.equipment.as_ref().filter(|equipment| equipment.equipped == Some(true));
                equipment.and_then(|e| e.since).map(|day| Value::When(Period::Day(day)))
            }
            RowColumn::Project => {
                school.equipment.as_ref().map(|e| Value::text_or_missing(&e.project))
            }
            RowColumn::Counted => {
                let reason = self.perimeter.leaves_out(school);
                Some(Value::Text(reason.map_or("compté", NotCounted::label).into()))
            }
            RowColumn::Position => Some(Value::Flag(school.position.is_some())),
            RowColumn::File => file().map(|name| Value::text_or_missing(name)),
            RowColumn::Line => Some(Value::Count(school.row.1)),
            _ => None,
        };
        value.unwrap_or(Value::Missing)
    }

    fn equipped(&self, school: &School) -> Option<bool> {
        self.known?.equipped(school)
    }

    /// What a map of these schools would not show.
    fn notices(&self) -> Vec<String> {
        let schools =
            || self.ranks.iter().filter_map(|rank| self.list.schools().get(*rank as usize));
        let off = schools().filter(|school| school.departement.is_none()).count();
        let lost = schools()
            .filter(|school| school.position.is_none() && school.departement.is_some())
            .count();
        let mut notices = vec![];
        if off > 0 {
            let some = counted(off, "établissement n’est", "établissements ne sont");
            notices.push(format!(
                "{some} dans aucun département de l’atlas{NARROW_SPACE}: dans ce tableau, et pas \
                 sur la carte."
            ));
        }
        if lost > 0 {
            let some = counted(lost, "établissement n’a", "établissements n’ont");
            notices.push(format!(
                "{some} pas de coordonnées{NARROW_SPACE}: dans ce tableau et dans les totaux, sans \
                 point sur la carte."
            ));
        }
        notices
    }
}

fn ministry(supervision: Supervision) -> &'static str {
    match supervision {
        Supervision::Education => "Éducation",
        Supervision::Agriculture => "Agriculture",
        Supervision::Autre => "autre",
    }
}

/// Académie and région of each département.
fn containers(edition: Edition) -> HashMap<Code, [Option<TerritoryId>; 2]> {
    let registry = Registry::official();
    let departements = registry.territories(Level::Departement, edition);
    let codes = departements.iter().filter_map(|territory| territory.id.code());
    codes
        .map(|code| {
            let container = |level| registry.container(code, level, edition).map(|t| t.id);
            (code, [Level::Academie, Level::Region].map(container))
        })
        .collect()
}
