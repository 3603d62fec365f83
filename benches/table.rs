//! How long it takes to read the schools of France, ten times over.
//!
//! `cargo bench --bench table` prints the times; the memory that a reading adds to the file itself
//! is printed first, from what the system says of this process (Linux only).

#![expect(clippy::unwrap_used, reason = "a bench that fails should say where")]

use std::{fmt::Write, hint::black_box};

use atlas_ent::table::{READ_ON, ReadOptions, read};
use criterion::{Criterion, Throughput};

const ROWS: usize = 60_000;
const COLUMNS: usize = 70;

/// A list of schools of 40 MB: UAI, texts, codes, coordinates, many cells empty or quoted.
fn schools(quoted: bool) -> Vec<u8> {
    let mut text = String::with_capacity(42 << 20);
    let names: Vec<String> = (0..COLUMNS).map(|n| format!("Colonne_{n}")).collect();
    text.push_str(&names.join(";"));
    for row in 0..ROWS {
        text.push_str("\r\n");
        for column in 0..COLUMNS {
            if column > 0 {
                text.push(';');
            }
            let quote = if quoted { "\"" } else { "" };
            let _ = match column % 7 {
                0 => write!(text, "{quote}{:07}A{quote}", row + column),
                1 => write!(text, "{quote}Lycée général et technologique{quote}"),
                2 => write!(text, "{quote}{:03}{quote}", row % 976),
                3 => write!(text, "\"{} rue de l’Église; BP\"", row % 300),
                4 => write!(text, "{quote}{},{}{quote}", row % 100, column),
                5 => Ok(()),
                _ => write!(text, "{quote}oui{quote}"),
            };
        }
    }
    text.into_bytes()
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10);
    for (name, quoted) in [("schools", false), ("schools, all quoted", true)] {
        let bytes = schools(quoted);
        let windows = encoding_rs::WINDOWS_1252.encode(std::str::from_utf8(&bytes).unwrap()).0;
        print_memory(name, &bytes);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        let options = ReadOptions::default();
        group.bench_function(name, |b| {
            b.iter(|| read(black_box(&bytes), "schools.csv", &options, READ_ON).unwrap());
        });
        if !quoted {
            group.bench_function("schools, Windows-1252", |b| {
                b.iter(|| read(black_box(&windows), "schools.csv", &options, READ_ON).unwrap());
            });
        }
    }
    group.finish();
}

fn print_memory(name: &str, bytes: &[u8]) {
    // The peak is that of the whole process so far: told against what is held when it starts.
    let before = status("VmRSS:");
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let reading = read(bytes, "schools.csv", &ReadOptions::default(), READ_ON).unwrap();
    let (peak, held) = (status("VmHWM:"), status("VmRSS:"));
    println!(
        "{name}: {} MB, {} rows; {} MB held, {} MB at the peak, beside the file",
        bytes.len() / 1_000_000,
        reading.table.len(),
        held.saturating_sub(before) / 1000,
        peak.saturating_sub(before) / 1000,
    );
}

/// A line of `/proc/self/status`, in kilobytes; 0 elsewhere.
fn status(name: &str) -> usize {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    bench(&mut criterion);
    criterion.final_summary();
}
