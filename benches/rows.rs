//! What it costs to filter and sort the table of 13 358 schools, as many as the national lists hold.
//!
//! All figures are processor time, of all threads. Bar: 16 ms for each.

#[path = "frame/processor_time.rs"]
mod processor_time;

use std::{fmt::Write as _, hint::black_box};

use atlas_ent::{
    coverage::{
        Dataset,
        import::{ImportChoices, import},
    },
    project::{Filter, RowColumn, Rows, Sort},
    table::{READ_ON, ReadOptions, read},
    territory::{Edition, Level, Registry, TerritoryId},
};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::civil::{Date, date};

use processor_time::ProcessorTime;

const SCHOOLS: u32 = 13_358;
const TODAY: Date = date(2024, 12, 31);

/// The rows of France, put together anew: when the data, the date or the place change.
fn building(criterion: &mut Criterion<ProcessorTime>) {
    let dataset = dataset();
    criterion.bench_function("rows/build", |bencher| bencher.iter(|| black_box(rows(&dataset))));
}

/// A filter and an order that were never asked for: words are folded and values put in order.
fn first_time(criterion: &mut Criterion<ProcessorTime>) {
    let dataset = dataset();
    let mut group = criterion.benchmark_group("rows/first");
    for (name, filter, column) in QUESTIONS {
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || rows(&dataset),
                |rows| (view(&rows, filter, column), rows),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

/// The next letter of a filter, or another click on a column.
fn again(criterion: &mut Criterion<ProcessorTime>) {
    let dataset = dataset();
    let rows = rows(&dataset);
    let mut group = criterion.benchmark_group("rows/again");
    for (name, filter, column) in QUESTIONS {
        assert!(!view(&rows, filter, column).is_empty(), "« {filter} » keeps nothing");
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(view(&rows, filter, column)));
        });
    }
    group.finish();
}

const QUESTIONS: [(&str, &str, RowColumn); 4] = [
    ("all, by name", "", RowColumn::Name),
    ("one word, by commune", "jean", RowColumn::Commune),
    ("a column, by school", "commune: ville équipé", RowColumn::Uai),
    ("several terms, by région", "public équipé sauf moulin ou lycée privé", RowColumn::Region),
];

fn view(rows: &Rows, filter: &str, column: RowColumn) -> Vec<usize> {
    let (filter, problems) = Filter::parse(filter, rows);
    assert!(problems.is_empty());
    rows.view(&filter, Some(Sort::descending(column)))
}

fn rows(dataset: &Dataset) -> Rows {
    Rows::schools(dataset, None, TerritoryId::France, Edition::Since2016, Some(TODAY))
}

/// Invented schools, spread over the départements.
fn dataset() -> Dataset {
    let registry = Registry::official();
    let departements = registry.territories(Level::Departement, Edition::Since2016);
    let names = ["Jean Moulin", "Élie Cartan", "Victor Hugo", "Saint-Étienne", "du Haut-Pré"];
    let mut text = String::from(
        "UAI;Nom;Secteur;Commune;Code département;Nature;latitude;longitude;ENT;Projet\n",
    );
    for rank in 0..SCHOOLS {
        let number = 10_000 + rank;
        let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[(number % 23) as usize]);
        let place = &departements[rank as usize % departements.len()];
        let code = place.id.code().map(|code| code.to_string()).unwrap_or_default();
        let (kind, nature) = if rank % 7 < 4 { ("Collège", 340) } else { ("Lycée", 306) };
        let name = names[rank as usize / 3 % names.len()];
        let sector = if rank % 4 == 0 { "Privé" } else { "Public" };
        let equipped = if rank % 3 == 0 { "oui" } else { "non" };
        let _ = writeln!(
            text,
            "{number:07}{letter};{kind} {name} {rank};{sector};Ville-lès-{};{code};{nature};46,5;2,5;{equipped};ENT {code}",
            rank % 4_000
        );
    }
    let made = read(text.as_bytes(), "a.csv", &ReadOptions::default(), READ_ON)
        .ok()
        .and_then(|read| import(&read.table, "a.csv", &ImportChoices::default()).ok());
    match made {
        Some(made) => made.dataset,
        None => panic!("the list of the bench is not understood"),
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime).sample_size(30);
    targets = building, first_time, again
}
criterion_main!(benches);
