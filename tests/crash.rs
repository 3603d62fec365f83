//! What is written down when the program meets a defect of its own.
//!
//! The child is this very test, run again: it installs what the program installs, and breaks.

#![cfg(target_os = "linux")]

use std::{env, fs, process::Command};

const CHILD: &str = "breaks_when_it_is_asked_to";
const ASKED: &str = "ATLAS_ENT_TEST_DEFECT";

#[test]
fn breaks_when_it_is_asked_to() {
    if env::var_os(ASKED).is_none() {
        return;
    }
    atlas_ent::report_defects();
    named_in_the_report("/partage/mes notes/taux.csv");
}

#[inline(never)]
fn named_in_the_report(path: &str) {
    panic!("« {path} » could not be understood");
}

#[test]
fn a_defect_is_written_down_with_its_place_and_its_way_and_no_folder_of_a_person() {
    let home = tempfile::tempdir().expect("a folder");
    let child = Command::new(env::current_exe().expect("this test"))
        .args([CHILD, "--exact", "--nocapture"])
        .env(ASKED, "1")
        .env("XDG_DATA_HOME", home.path())
        .output()
        .expect("the child runs");
    assert!(!child.status.success());
    let said = String::from_utf8_lossy(&child.stderr).into_owned();
    let path = home.path().join("atlas-ent/defaut.txt");
    let line = said.lines().find(|line| line.contains("c’est un défaut du programme"));
    let line = line.unwrap_or_else(|| panic!("nothing told: {said}"));
    assert!(line.contains(&path.display().to_string()), "{line}");
    let report = fs::read_to_string(&path).expect("the report");
    for part in [
        "« taux.csv » could not be understood",
        "tests/crash.rs:23:5",
        concat!("Atlas ENT ", env!("CARGO_PKG_VERSION")),
        "named_in_the_report",
        CHILD,
    ] {
        assert!(report.contains(part), "« {part} » is not in {report}");
    }
    for folder in ["partage", "mes notes", "/home/", ".cargo", env!("CARGO_MANIFEST_DIR")] {
        assert!(!report.contains(folder), "« {folder} » is in {report}");
    }
}
