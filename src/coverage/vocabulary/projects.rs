//! The names of ENT projects that the embedded facts know.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{coverage::FACTS_CSV, table::normalise};

/// Whether a text is the name of an ENT that the embedded facts know: « e-lyco », « ENTEA 2 ».
pub(in crate::coverage) fn is_project(text: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(known);
    KNOWN.contains(normalise(text.trim()).as_ref())
}

/// Every name of the column « projet », alone where a cell holds several.
fn known() -> BTreeSet<String> {
    let mut reader = csv::Reader::from_reader(FACTS_CSV.as_bytes());
    let column = reader
        .headers()
        .ok()
        .and_then(|headers| headers.iter().position(|header| header == "projet"));
    let Some(column) = column else { return BTreeSet::new() };
    let records: Vec<csv::StringRecord> = reader.records().flatten().collect();
    let cells = records.iter().filter_map(|record| record.get(column));
    let names = cells.flat_map(|cell| cell.split([';', '('])).flat_map(|cell| cell.split(" puis "));
    names
        .map(|name| normalise(name.trim().trim_end_matches(')')).into_owned())
        // Two letters may be anything.
        .filter(|name| name.len() > 2)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::vocabulary::{Answer, answer};

    #[test]
    fn no_name_of_a_project_says_anything_but_yes() {
        let mut reader = csv::Reader::from_reader(FACTS_CSV.as_bytes());
        let column = reader.headers().unwrap().iter().position(|name| name == "projet").unwrap();
        for record in reader.records() {
            let record = record.unwrap();
            let said = answer(&record[column]);
            assert!(matches!(said, None | Some(Answer::Yes)), "{}: {said:?}", &record[column]);
        }
    }

    #[test]
    fn names_of_the_facts_are_known_however_they_are_written() {
        for name in ["e-lyco", "E-LYCO", "Lilie", "mon bureau numérique", "ENTEA 2"] {
            assert!(is_project(name), "{name}");
        }
        for text in ["", "oui", "en cours", "fibre", "x"] {
            assert!(!is_project(text), "{text:?}");
        }
    }
}
