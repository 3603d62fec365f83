//! How long the whole program takes to export the 101 départements, and how much memory: start,
//! outlines, data, drawing and file included.
//!
//! `cargo bench --bench export`, alone on a quiet machine. With `ATLAS_ENT_AVANT=PROGRAMME`, an
//! earlier build is measured in turn with this one.

#[path = "export/whole_process.rs"]
mod whole_process;

use std::{
    env,
    path::Path,
    process::{Command, ExitCode},
    time::Duration,
};

use nix::sys::resource::{UsageWho, getrusage};
use whole_process::{Outcome, RUNS, WARM_UPS, peak_megabytes, shown, timed};

/// A file that is written, and what it may take.
struct Case {
    name: &'static str,
    options: &'static [&'static str],
    file: &'static str,
    /// By the clock; by the processors for the picture of 1600 pixels, which is compared so.
    most: Duration,
    counts_processors: bool,
}

const PRINT: &[&str] = &["--largeur", "3508"];
/// The bars of the issue.
const CASES: [Case; 5] = [
    case("PNG 1600, données documentées", &[], "carte.png", 55, true),
    case("PNG 1600, exemple fictif", &["--exemple"], "carte.png", 100, false),
    case("PNG, A4 à 300 ppp", PRINT, "carte.png", 400, false),
    case("PDF, A4", PRINT, "carte.pdf", 200, false),
    case("SVG, A4", PRINT, "carte.svg", 60, false),
];
const MOST_MEGABYTES: f64 = 100.0;
/// A picture of 16 000 pixels.
const WIDEST: Case = case("PNG 16 000", &["--largeur", "16000"], "carte.png", 20_000, false);
const MOST_MEGABYTES_WIDEST: f64 = 250.0;

const fn case(
    name: &'static str,
    options: &'static [&'static str],
    file: &'static str,
    most: u64,
    counts_processors: bool,
) -> Case {
    Case { name, options, file, most: Duration::from_millis(most), counts_processors }
}

fn main() -> Outcome<ExitCode> {
    let folder = tempfile::tempdir()?;
    let before = env::var_os("ATLAS_ENT_AVANT");
    let programs: Vec<(&str, &Path)> = before
        .iter()
        .map(|path| ("avant", Path::new(path)))
        .chain([("maintenant", Path::new(env!("CARGO_BIN_EXE_atlas-ent")))])
        .collect();
    println!("export --type college, {RUNS} fois, processus entier");
    println!("{:<42}{:>10}{:>10}{:>12}{:>8}", "", "médiane", "minimum", "processeur", "barre");
    let mut is_within = true;
    for case in &CASES {
        for (which, program) in &programs {
            let path = folder.path().join(case.file);
            let Ok((median, least, busy)) = measured(program, case, &path) else {
                println!("{:<42} ne sait pas", format!("{}, {which}", case.name));
                continue;
            };
            let name = format!("{}, {which} ({} ko)", case.name, path.metadata()?.len() / 1000);
            println!(
                "{name:<42}{:>10}{:>10}{:>12}{:>8}",
                shown(median),
                shown(least),
                shown(busy),
                shown(case.most)
            );
            let counted = if case.counts_processors { busy } else { median };
            is_within &= *which == "avant" || counted <= case.most;
        }
    }
    is_within &= is_small("mémoire au plus haut", MOST_MEGABYTES)?;
    let now = Path::new(env!("CARGO_BIN_EXE_atlas-ent"));
    is_within &= export(now, &WIDEST, &folder.path().join("large.png")).status()?.success();
    is_within &= is_small("mémoire d’un PNG de 16 000 pixels", MOST_MEGABYTES_WIDEST)?;
    println!("{}", if is_within { "tenu" } else { "dépassé" });
    Ok(if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn is_small(name: &str, most: f64) -> Outcome<bool> {
    let megabytes = peak_megabytes()?;
    println!("{name} : {megabytes:.0} Mo, à ne pas dépasser : {most:.0} Mo");
    Ok(megabytes <= most)
}

/// By the clock, the median and the shortest; then how long a run keeps processors busy.
fn measured(program: &Path, case: &Case, path: &Path) -> Outcome<(Duration, Duration, Duration)> {
    let before = processor_time()?;
    let times = timed(|| export(program, case, path))?;
    let busy = (processor_time()? - before) / (WARM_UPS + RUNS) as u32;
    Ok((times[RUNS / 2], times[0], busy))
}

/// The export of collèges.
fn export(program: &Path, case: &Case, path: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["export", "--type", "college", "--sortie"]).arg(path).args(case.options);
    command
}

/// How long all runs so far kept processors busy.
fn processor_time() -> Outcome<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds = [usage.user_time(), usage.system_time()]
        .map(|time| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6);
    Ok(Duration::from_secs_f64(seconds.iter().sum()))
}
