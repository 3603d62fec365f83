//! How long the whole program takes over two files that grow in one direction: many columns of
//! dates side by side, and many rows of all levels with names that nobody knows.
//!
//! `cargo bench --bench import`, alone on a quiet machine.

#[path = "export/whole_process.rs"]
mod whole_process;

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, ExitCode, Stdio},
    time::Duration,
};

use atlas_ent::territory::{Edition, Level, Registry, Territory};
use whole_process::{Outcome, RUNS, peak_megabytes, shown, timed, timed_until};

const COLUMNS: usize = 1_000;
const ROWS: usize = 100_000;
/// One row in so many names a place that nobody knows.
const ONE_UNKNOWN_IN: usize = 5;

/// `verifier` leaves with it when a row with a value was left out.
const ROWS_LEFT_OUT: i32 = 1;

fn main() -> Outcome<ExitCode> {
    let folder = tempfile::tempdir()?;
    let (wide, long) = (folder.path().join("large.csv"), folder.path().join("longue.csv"));
    fs::write(&wide, wide_table()?)?;
    fs::write(&long, long_table()?)?;
    println!("verifier, {RUNS} fois, processus entier");
    println!("{:<44}{:>10}{:>10}{:>10}{:>14}", "", "médiane", "minimum", "maximum", "au plus");
    let mut is_within = true;
    let of_columns = timed(|| check(&wide))?;
    let of_rows = timed_until(|| check(&long), ROWS_LEFT_OUT)?;
    for (name, times, most) in [
        ("101 lignes, 1 000 colonnes datées", of_columns, Duration::from_millis(500)),
        ("100 000 lignes, noms inconnus", of_rows, Duration::from_secs(1)),
    ] {
        let (median, least, longest) = (times[RUNS / 2], times[0], times[RUNS - 1]);
        is_within &= median <= most;
        let [median, least, longest, most] = [median, least, longest, most].map(shown);
        println!("{name:<44}{median:>10}{least:>10}{longest:>10}{most:>14}");
    }
    println!("mémoire au plus : {:.0} Mo", peak_megabytes()?);
    println!("{}", if is_within { "tenu" } else { "dépassé" });
    Ok(if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn check(file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas-ent"));
    command.arg("verifier").arg(file).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn code(territory: &Territory) -> String {
    territory.id.code().map_or_else(String::new, |code| code.to_string())
}

/// A row for each département, a share for each month from 1940.
fn wide_table() -> Result<String, std::fmt::Error> {
    let mut text = "code".to_owned();
    for column in 0..COLUMNS {
        write!(text, ";taux ENT {}-{:02}", 1940 + column / 12, column % 12 + 1)?;
    }
    text.push('\n');
    let all = Registry::official().territories(Level::Departement, Edition::Since2016);
    for (rank, territory) in all.iter().enumerate() {
        text.push_str(&code(territory));
        for column in 0..COLUMNS {
            write!(text, ";{}", (rank * 7 + column) % 101)?;
        }
        text.push('\n');
    }
    Ok(text)
}

/// Rows that each say their level, over many years, and names that nobody knows among them.
fn long_table() -> Result<String, std::fmt::Error> {
    let registry = Registry::official();
    let places: Vec<(&str, &Territory)> = Level::MAPPED
        .into_iter()
        .flat_map(|level| {
            let all = registry.territories(level, Edition::Since2016);
            all.iter().map(move |territory| (level.singular(), territory))
        })
        .collect();
    let mut text = "niveau;nom;type;date;taux équipés\n".to_owned();
    for row in 0..ROWS {
        let (level, territory) = places[row % places.len()];
        let (year, share) = (1990 + row / places.len() % 100, row % 101);
        if row % ONE_UNKNOWN_IN == 0 {
            writeln!(text, "{level};Pays inconnu n° {row};collège;{year};{share}")?;
        } else {
            writeln!(text, "{level};{};collège;{year};{share}", territory.name)?;
        }
    }
    Ok(text)
}
