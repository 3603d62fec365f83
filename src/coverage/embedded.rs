//! The two datasets that the program carries.

use serde::{Deserialize, Serialize};

use super::Dataset;
use crate::{table::read_csv, territory::Registry};

/// Documented observations, 2001 to 2017: real, and full of gaps.
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

    /// « Faits documentés, 2001–2017 ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Facts => "Faits documentés, 2001–2017",
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

    /// Reads it. Panics only if the embedded file is broken, which the tests below would have
    /// shown; they also check that it is read without a notice.
    #[expect(clippy::expect_used, reason = "the files are embedded and tested, not an input")]
    pub fn dataset(self) -> Dataset {
        let (table, _) = read_csv(self.csv().as_bytes()).expect("embedded data is valid CSV");
        let (dataset, _) = Dataset::read(&table, Registry::official())
            .expect("embedded data has the columns of a coverage table");
        dataset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_files_are_read_without_a_notice() {
        for (embedded, rows) in [(Embedded::Facts, 76), (Embedded::Example, 3232)] {
            let (table, table_notices) = read_csv(embedded.csv().as_bytes()).unwrap();
            let (dataset, notices) = Dataset::read(&table, Registry::official()).unwrap();
            assert!(table_notices.is_empty(), "{table_notices:?}");
            assert!(notices.is_empty(), "{notices:?}");
            assert_eq!(dataset.observations().len(), rows, "{embedded:?}");
        }
    }
}
