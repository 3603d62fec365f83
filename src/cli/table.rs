//! `atlas-ent tableau`: the figures of a map as a file, without a screen.

use super::{CommandError, arguments::TableRequest, tables::open};
use crate::{disk, project::joined_table_bytes};

/// Writes the table under the map that was asked for.
pub(super) fn write_table(request: &TableRequest) -> Result<(), CommandError> {
    let session = open(&request.choices)?;
    let dataset = session.dataset();
    let document = request.choices.document(session.document().clone(), dataset);
    let bytes = joined_table_bytes(&session.read(&document), dataset, &request.output)?;
    disk::write(&request.output, &bytes)?;
    Ok(())
}
