//! How long the whole program takes to export the 101 départements to a picture of 1600 pixels, and
//! how much memory: start, outlines, data, drawing and file included.
//!
//! `cargo bench --bench export`, alone on a quiet machine.

use std::{
    error::Error,
    path::Path,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use nix::sys::resource::{UsageWho, getrusage};

type Outcome<T> = Result<T, Box<dyn Error>>;

const WARM_UPS: usize = 2;
const RUNS: usize = 15;

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
        let times = timed(options, &picture)?;
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

/// How long each run took, the shortest first.
fn timed(options: &[&str], picture: &Path) -> Outcome<Vec<Duration>> {
    let mut times = Vec::with_capacity(RUNS);
    for run in 0..WARM_UPS + RUNS {
        let start = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_atlas-ent"))
            .args(["export", "--type", "college", "--sortie"])
            .arg(picture)
            .args(options)
            .status()?;
        let time = start.elapsed();
        if !status.success() {
            return Err(format!("the export failed: {status}").into());
        }
        if run >= WARM_UPS {
            times.push(time);
        }
    }
    times.sort_unstable();
    Ok(times)
}

/// The most memory that any of the runs held at once.
fn peak_megabytes() -> Outcome<f64> {
    let kibibytes = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    Ok(kibibytes as f64 * 1024.0 / 1e6)
}

fn shown(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1e3)
}
