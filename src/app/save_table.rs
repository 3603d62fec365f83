//! Saving tables: the one under the map, and templates to fill.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    destination::{Chosen, Destination},
    export_picture::Exported,
    job::Job,
};
use crate::{
    coverage::Dataset,
    disk,
    project::{Reading, SaveError, Template, joined_table_bytes, sheet_format, template_bytes},
    table::{Sheet, to_bytes},
};

/// What is saved.
pub enum TableToSave {
    /// The value of each territory of the map, as it was when it was asked for.
    Joined { reading: Arc<Reading>, dataset: Arc<Dataset> },
    /// The rows of the table, as they are shown.
    Rows { sheet: Sheet, name: String },
    /// A template to fill.
    Template(Template),
}

impl TableToSave {
    /// A name for the file.
    pub fn suggested_name(&self) -> String {
        match self {
            Self::Joined { reading, .. } => format!("{}.xlsx", reading.name.file_name()),
            Self::Rows { name, .. } => format!("{name}-lignes.xlsx"),
            Self::Template(template) => format!("{}.xlsx", template.file_name()),
        }
    }

    /// Waits for a file name, then writes.
    pub fn save(self, ctx: &egui::Context, destination: Destination) -> Job<Exported> {
        Job::start_asking("Enregistrement du tableau", ctx, move |given_up| {
            let path = match destination.wait(with_extension) {
                Chosen::Path(path) => path,
                Chosen::Exists(path) => return Some(Exported::Exists(path)),
                Chosen::Nothing => return None,
                Chosen::NoDialog => return Some(Exported::NoDialog),
            };
            given_up.begin();
            let written = self.bytes(&path).map_err(|error| error.to_string());
            if given_up.is_so() {
                return None;
            }
            let written = written
                .and_then(|bytes| disk::write(&path, &bytes).map_err(|error| error.to_string()));
            Some(match written {
                Ok(()) => Exported::File { what: "Tableau enregistré", path },
                Err(sentence) => {
                    Exported::Failed(format!("Tableau non enregistré\u{202f}: {sentence}"))
                }
            })
        })
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, SaveError> {
        match self {
            Self::Joined { reading, dataset } => joined_table_bytes(reading, dataset, path),
            Self::Rows { sheet, .. } => Ok(to_bytes(sheet, sheet_format(path)?)?),
            Self::Template(template) => template_bytes(*template, path),
        }
    }
}

/// A name without a known extension is that of a workbook.
fn with_extension(path: PathBuf) -> PathBuf {
    if sheet_format(&path).is_ok() {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".xlsx");
    path.with_file_name(name)
}
