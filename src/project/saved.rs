//! Tables as the bytes of files, in the format that their extension asks for.

use std::path::Path;

use super::{Reading, Template, joined_table};
use crate::{
    coverage::Dataset,
    french::NARROW_SPACE,
    table::{SheetFormat, WriteError, to_bytes},
};

/// Why a table can't be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The extension says nothing that can be written.
    #[error("« {0} »{NARROW_SPACE}: l’extension doit être .csv ou .xlsx.")]
    UnknownFormat(String),
    /// The format can't hold it.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The format that the extension of `path` asks for.
///
/// # Errors
/// When it is neither `.csv` nor `.xlsx`.
pub fn sheet_format(path: &Path) -> Result<SheetFormat, SaveError> {
    let unknown = || SaveError::UnknownFormat(path.to_string_lossy().into_owned());
    SheetFormat::of_path(path).ok_or_else(unknown)
}

/// The table under the map, for a file at `path`.
///
/// # Errors
/// When the extension is not known.
pub fn joined_table_bytes(
    reading: &Reading,
    dataset: &Dataset,
    path: &Path,
) -> Result<Vec<u8>, SaveError> {
    let format = sheet_format(path)?;
    Ok(to_bytes(&joined_table(reading, dataset), format)?)
}

/// A template to fill, for a file at `path`.
///
/// # Errors
/// When the extension is not known.
pub fn template_bytes(template: Template, path: &Path) -> Result<Vec<u8>, SaveError> {
    let format = sheet_format(path)?;
    Ok(to_bytes(&template.sheet(), format)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_that_is_not_known_is_quoted() {
        let error = template_bytes(Template::BySchool, Path::new("a.ods")).unwrap_err();
        assert!(error.to_string().contains("« a.ods »"), "{error}");
        assert!(template_bytes(Template::BySchool, Path::new("a.XLSX")).is_ok());
    }
}
