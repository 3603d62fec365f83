//! The desktop program.

use std::process::ExitCode;

use crate::outline::OutlineFiles;

/// Opens the window.
pub fn run(_outlines: OutlineFiles) -> ExitCode {
    ExitCode::FAILURE
}
