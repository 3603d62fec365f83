//! A whole process, run some times: how long it takes, and how much memory.

use std::{
    error::Error,
    process::Command,
    time::{Duration, Instant},
};

use nix::sys::resource::{UsageWho, getrusage};

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Runs before them.
pub const WARM_UPS: usize = 2;
/// Runs that count.
pub const RUNS: usize = 15;

/// How long each run took, the shortest first.
pub fn timed(command: impl Fn() -> Command) -> Outcome<Vec<Duration>> {
    timed_until(command, 0)
}

/// The same, of a command that leaves with this exit code.
pub fn timed_until(command: impl Fn() -> Command, code: i32) -> Outcome<Vec<Duration>> {
    let mut times = Vec::with_capacity(RUNS);
    for run in 0..WARM_UPS + RUNS {
        let start = Instant::now();
        let status = command().status()?;
        let time = start.elapsed();
        if status.code() != Some(code) {
            return Err(format!("a run failed: {status}").into());
        }
        if run >= WARM_UPS {
            times.push(time);
        }
    }
    times.sort_unstable();
    Ok(times)
}

/// The most memory that any of the runs held at once.
pub fn peak_megabytes() -> Outcome<f64> {
    let kibibytes = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    Ok(kibibytes as f64 * 1024.0 / 1e6)
}

pub fn shown(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1e3)
}
