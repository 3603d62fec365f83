//! How long a search takes over as many schools as France has, in processor time. Bar: 5 ms.
//!
//! `cargo bench --bench search`, alone on a quiet machine.

#[path = "frame/processor_time.rs"]
mod processor_time;

use std::{fmt::Write as _, hint::black_box};

use atlas_ent::{
    coverage::{
        Dataset,
        import::{ImportChoices, import},
    },
    project::SearchIndex,
    table::read_csv,
    territory::Edition,
};
use criterion::{Criterion, criterion_group, criterion_main};

use processor_time::ProcessorTime;

const SCHOOLS: u32 = 13_358;

/// Nothing but a letter, a word of every school, a place, a number, and two slips.
const QUERIES: [&str; 6] =
    ["l", "lycée", "collège grenoble", "0380001", "jaures martin", "Finistèrre champolion"];

const NAMES: [&str; 7] = [
    "Jean Jaurès",
    "Henri Martin",
    "du Sacré-Cœur",
    "Champollion",
    "Jules Ferry",
    "des Halles",
    "Rosa Parks",
];
const COMMUNES: [&str; 5] = ["Grenoble", "Saint-Égrève", "Lyon", "L’Haÿ-les-Roses", "Cayenne"];

fn search(criterion: &mut Criterion<ProcessorTime>) {
    let dataset = schools();
    let mut group = criterion.benchmark_group("search");
    group.bench_function("index", |bencher| bencher.iter(|| SearchIndex::new(&dataset)));
    let index = SearchIndex::new(&dataset);
    for query in QUERIES {
        group.bench_function(query, |bencher| {
            bencher.iter(|| black_box(index.find(query, Edition::Before2016, 20)));
        });
    }
    group.finish();
}

/// Schools of every département, each with a word of its own.
fn schools() -> Dataset {
    let mut text = String::from(
        "numero_uai;appellation_officielle;nature_uai;secteur_public_prive_libe;libelle_commune\n",
    );
    for rank in 0..SCHOOLS {
        let number = (1 + rank % 95) * 10_000 + rank / 95;
        let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[(number % 23) as usize]);
        let (kind, nature) = if rank % 3 == 0 { ("Lycée", 306) } else { ("Collège", 340) };
        let own: String = rank.to_string().bytes().map(|b| char::from(b - b'0' + b'k')).collect();
        let name = NAMES[rank as usize % NAMES.len()];
        let commune = COMMUNES[rank as usize % COMMUNES.len()];
        let _ = writeln!(
            text,
            "{number:07}{letter};{kind} {name} {own};{nature};Public;{commune} {own}"
        );
    }
    let made =
        read_csv(text.as_bytes()).map_err(|error| error.to_string()).and_then(|(table, _)| {
            let choices = ImportChoices::default();
            import(&table, "liste.csv", &choices).map_err(|e| e.to_string())
        });
    match made {
        Ok(made) => made.dataset,
        Err(error) => panic!("{error}"),
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime);
    targets = search
}
criterion_main!(benches);
