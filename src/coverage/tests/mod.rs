//! Cases that need a whole dataset: what is documented, what was counted by hand, sums.

mod bounds;
mod documented;
mod reading;
mod rules;
mod sectors;
mod sums;
mod undated;

use jiff::civil::Date;

use super::*;
use crate::{
    table::read_csv,
    territory::{Code, Edition, Level, Registry, Standing, TerritoryId},
};

const HEADER: &str = "niveau,code,nom,type,date,stade,taux,equipes,total,mesure,statut,preuve\n";

/// A dataset from rows in the columns of [`HEADER`].
fn read(rows: &str) -> (Dataset, Vec<String>) {
    dataset_of(&format!("{HEADER}{rows}"))
}

/// A dataset of what rows of a file would say.
fn data(rows: Vec<Observation>) -> Dataset {
    Dataset::from_observations(rows, Edition::Before2016, Registry::official())
}

/// A share that a row gives of the schools of a territory.
fn share(id: TerritoryId, school_type: SchoolType, period: &str, percent: f64) -> Observation {
    Observation {
        period: Period::parse(period).ok(),
        share: Some(percent),
        line: 2,
        ..Observation::about(id, SchoolTypes::One(school_type))
    }
}

fn departement(code: &str) -> TerritoryId {
    TerritoryId::Departement(Code::new(code).unwrap())
}

fn query(school_type: SchoolType, level: Level, date: Date) -> Query {
    let (edition, date) = (Edition::Before2016, Some(date));
    Query { school_type, level, edition, measure: Measure::Deploye, date }
}

fn ask(dataset: &Dataset, query: &Query) -> Vec<TerritoryState> {
    states(dataset, Registry::official(), query)
}

fn state_of(dataset: &Dataset, query: &Query, code: &str) -> TerritoryState {
    let code = Code::new(code).unwrap();
    let id = TerritoryId::new(query.level, query.edition, code);
    ask(dataset, query).into_iter().find(|state| state.id == id).unwrap()
}

fn percent_of(dataset: &Dataset, query: &Query, code: &str) -> Option<f64> {
    state_of(dataset, query, code).share.ok().map(|share| share.percent)
}

/// Why there is no value, and whether one of a part is known.
fn reason<T>(value: Result<T, Gap>) -> Result<T, (MissingReason, bool)> {
    value.map_err(|gap| (gap.reason, gap.partial.is_some()))
}
