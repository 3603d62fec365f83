//! `atlas-ent exemple`: the fictitious data as a file.

use std::path::Path;

use crate::{
    coverage::fictitious,
    disk::{self, DiskError},
};

/// Writes the fictitious example as CSV.
pub(super) fn write_example(output: &Path) -> Result<(), DiskError> {
    disk::write(output, fictitious::generate().as_bytes())
}
