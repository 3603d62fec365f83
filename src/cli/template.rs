//! `atlas-ent modele`: a table to fill.

use std::path::Path;

use super::CommandError;
use crate::{
    disk,
    project::{Template, template_bytes},
};

/// Writes an empty table with the columns that the program expects.
pub(super) fn write_template(template: Template, output: &Path) -> Result<(), CommandError> {
    disk::write(output, &template_bytes(template, output)?)?;
    Ok(())
}
