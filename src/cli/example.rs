//! `atlas-ent exemple`: the fictitious data as a file.

use std::path::Path;

use super::files::{WriteError, write};
use crate::coverage::fictitious;

/// Writes the fictitious example as CSV.
pub(super) fn write_example(output: &Path) -> Result<(), WriteError> {
    write(output, fictitious::generate().as_bytes())
}
