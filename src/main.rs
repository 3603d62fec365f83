//! The `atlas-ent` program: hands its arguments to the library.

use std::process::ExitCode;

use atlas_ent::{app, cli, report_defects};

fn main() -> ExitCode {
    report_defects();
    match cli::run(std::env::args_os().skip(1)) {
        cli::Action::Done(code) => code,
        cli::Action::OpenWindow { outlines, data } => app::run(outlines, data),
    }
}
