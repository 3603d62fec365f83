//! The two datasets that the program carries.

use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use super::{
    Dataset, Voice,
    import::{ImportChoices, import},
};
use crate::table::read_csv;

/// Documented observations, 2001 to 2025: real, and full of gaps.
pub const FACTS_CSV: &str = include_str!("../../geodata/ent-faits.csv");

/// A complete invented dataset, 2009 to 2024, as `fictitious::generate` writes it.
pub const EXAMPLE_CSV: &str = include_str!("../../geodata/exemple-fictif.csv");

/// One of the datasets that need no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Embedded {
    /// What is documented.
    Facts,
    /// What is invented. « DONNÉES FICTIVES » stands across every map of it.
    Example,
}

impl Embedded {
    /// Both, in the order of a menu.
    pub const ALL: [Self; 2] = [Self::Facts, Self::Example];

    /// « Faits documentés, 2001–2025 ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Facts => "Faits documentés, 2001–2025",
            Self::Example => "Exemple fictif",
        }
    }

    /// Whether its figures are invented.
    pub fn fictitious(self) -> bool {
        self == Self::Example
    }

    /// The file, as CSV.
    pub fn csv(self) -> &'static str {
        match self {
            Self::Facts => FACTS_CSV,
            Self::Example => EXAMPLE_CSV,
        }
    }

    /// What it says, read once, as any file is read.
    pub fn dataset(self) -> Arc<Dataset> {
        static FACTS: LazyLock<Arc<Dataset>> = LazyLock::new(|| Arc::new(Embedded::Facts.read()));
        static EXAMPLE: LazyLock<Arc<Dataset>> =
            LazyLock::new(|| Arc::new(Embedded::Example.read()));
        Arc::clone(match self {
            Self::Facts => &FACTS,
            Self::Example => &EXAMPLE,
        })
    }

    /// Panics only if the embedded file is broken, which the tests below would have shown; they also
    /// check that all its rows are on the map and nothing is supposed.
    #[expect(clippy::expect_used, reason = "the files are embedded and tested, not an input")]
    fn read(self) -> Dataset {
        let (table, _) = read_csv(self.csv().as_bytes()).expect("embedded data is valid CSV");
        let imported = import(&table, self.label(), &ImportChoices::default());
        let imported = imported.expect("embedded data has the columns of a coverage table");
        imported.dataset.told_by(Voice::Sources)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_files_are_read_as_any_file_and_nothing_is_supposed() {
        for embedded in Embedded::ALL {
            let (table, table_notices) = read_csv(embedded.csv().as_bytes()).unwrap();
            assert!(table_notices.is_empty(), "{table_notices:?}");
            let name = embedded.label();
            let imported = import(&table, name, &ImportChoices::default()).unwrap();
            let report = &imported.reports[0];
            assert!(report.is_complete(), "{:?} {:?}", report.notices, report.unmatched);
            assert_eq!(report.suppositions, []);
            assert_eq!(report.questions, []);
            assert_eq!(report.fates.counts().on_map, table.len(), "{:?}", report.summary());
        }
    }
}
