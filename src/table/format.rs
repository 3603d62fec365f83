//! The formats that can be read.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Text whose cells are set apart by a separator, tab included.
    Csv,
    Xlsx,
    Xls,
    Ods,
    Json,
    GeoJson,
}

impl Format {
    /// « classeur Excel (XLSX) ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "texte à séparateurs (CSV)",
            Self::Xlsx => "classeur Excel (XLSX)",
            Self::Xls => "classeur Excel 97-2003 (XLS)",
            Self::Ods => "classeur OpenDocument (ODS)",
            Self::Json => "JSON",
            Self::GeoJson => "GeoJSON",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
