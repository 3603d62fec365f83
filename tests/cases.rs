//! Files as people bring them, and what a right program makes of each.
//!
//! A case is a file or a few, what a person wants of them, and what must then be seen of `verifier`,
//! `tableau` and `export`. `tests/cases/README.md` describes how it is written.

#![expect(clippy::unwrap_used, reason = "in a test program, what fails is the test")]

#[path = "cases/checks.rs"]
mod checks;
#[path = "cases/page.rs"]
mod page;
#[path = "cases/reading.rs"]
mod reading;
#[path = "cases/table.rs"]
mod table;
#[path = "cases/words.rs"]
mod words;

use std::{fs, path::Path};

use checks::Bench;
use reading::Case;

/// Where the cases stand, and the files that no text can hold.
fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"))
}

/// Runs every case of a file, and tells those that are not right.
fn all_are_right(name: &str) {
    let text = fs::read_to_string(folder().join(name)).unwrap();
    let cases = reading::cases(&text).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
    let bench = Bench::new(&cases, folder());
    let told = |case: &Case| {
        let wrong = bench.check(case).err()?;
        Some(format!("{} (line {} of {name})\n  {}\n  {wrong}", case.name, case.line, case.why))
    };
    let wrong: Vec<String> = cases.iter().filter_map(told).collect();
    assert!(
        wrong.is_empty(),
        "{} of {} cases are not right:\n\n{}\n",
        wrong.len(),
        cases.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn words_of_equipment_say_what_they_say() {
    all_are_right("words.cases");
}

#[test]
fn schools_are_joined_and_none_is_equipped_unless_a_file_says_so() {
    all_are_right("schools.cases");
}

#[test]
fn rows_find_their_place_and_none_goes_in_silence() {
    all_are_right("places.cases");
}

#[test]
fn figures_are_read_or_told() {
    all_are_right("figures.cases");
}

#[test]
fn a_map_shows_what_its_columns_say() {
    all_are_right("subjects.cases");
}

#[test]
fn figures_of_some_schools_are_never_those_of_all() {
    all_are_right("subsets.cases");
}

#[test]
fn answers_are_counted_in_columns_and_in_rows() {
    all_are_right("answers.cases");
}

#[test]
fn dates_are_those_of_the_file() {
    all_are_right("dates.cases");
}

#[test]
fn totals_and_parts_are_told_apart() {
    all_are_right("totals.cases");
}

#[test]
fn every_format_gives_the_same_table() {
    all_are_right("formats.cases");
}

#[test]
fn names_of_columns_and_lists_say_no_more_than_they_do() {
    all_are_right("names.cases");
}

#[test]
fn what_is_plain_is_not_asked() {
    all_are_right("plain.cases");
}
