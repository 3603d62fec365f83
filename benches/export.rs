//! How long the whole program takes to export the 101 départements to a picture of 1600 pixels, and
//! how much memory: start, outlines, data, drawing and file included.
//!
//! `cargo bench --bench export`, alone on a quiet machine.

#[path = "export/whole_process.rs"]
mod whole_process;

use std::{
    path::Path,
    process::{Command, ExitCode},
    time::Duration,
};

use whole_process::{Outcome, RUNS, peak_megabytes, shown, timed};

/// The bar of the issue.
const MOST_TIME: Duration = Duration::from_millis(100);
const MOST_MEGABYTES: f64 = 100.0;

fn main() -> Outcome<ExitCode> {
    let folder = tempfile::tempdir()?;
    let picture = folder.path().join("carte.png");
    println!("export --type college, PNG de 1600 pixels, {RUNS} fois, processus entier");
    println!("{:<34}{:>10}{:>10}{:>10}", "", "médiane", "minimum", "maximum");
    let mut is_within = true;
    for (name, options) in
        [("données documentées", &[][..]), ("exemple fictif (101 colorés)", &["--exemple"][..])]
    {
        let times = timed(|| export(options, &picture))?;
        let (median, least, most) = (times[RUNS / 2], times[0], times[RUNS - 1]);
        println!("{name:<34}{:>10}{:>10}{:>10}", shown(median), shown(least), shown(most));
        is_within &= median <= MOST_TIME;
    }
    let megabytes = peak_megabytes()?;
    is_within &= megabytes <= MOST_MEGABYTES;
    println!("mémoire au plus haut : {megabytes:.0} Mo");
    println!(
        "à ne pas dépasser : {} et {MOST_MEGABYTES:.0} Mo, {}",
        shown(MOST_TIME),
        if is_within { "tenu" } else { "dépassé" }
    );
    Ok(if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The export of collèges with some options.
fn export(options: &[&str], picture: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas-ent"));
    command.args(["export", "--type", "college", "--sortie"]).arg(picture).args(options);
    command
}
