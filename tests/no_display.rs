//! Without a screen, the window says what is missing, and `export` works all the same.
//!
//! A test program of its own, since it is about the machine rather than about arguments.

#![expect(clippy::unwrap_used, reason = "in a test program, what fails is the test")]

use std::process::{Command, Output};

/// The program, on a machine that shows no sign of a screen.
fn without_a_screen(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_atlas-ent"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("XDG_RUNTIME_DIR")
        .current_dir(folder.path())
        .output()
        .unwrap()
}

#[test]
fn the_window_names_the_missing_packages_and_the_command_that_works() {
    let output = without_a_screen(&[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for part in ["libx11-6", "export", "écran"] {
        assert!(said.contains(part), "« {part} » is not in: {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn a_map_is_exported_all_the_same() {
    let output = without_a_screen(&["export", "--sortie", "carte.svg"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}
