//! What takes a look at every row of a file: made once for a report, not in each frame.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    coverage::import::{ImportReport, Meaning},
    french::NARROW_SPACE,
    project::{FileChoices, OwnFile},
    table::{Lines, normalise},
};

/// Sentences about the rows of a file.
pub(super) struct Told {
    of: Arc<ImportReport>,
    words: Vec<String>,
    /// « 102 lignes : 101 sur la carte, 1 total vérifié. »
    pub summary: String,
    /// The lines of the rows that are left out, a sentence for each reason.
    pub left_out: Vec<String>,
    /// Rows that are known and not counted here, likewise.
    pub not_counted: Vec<String>,
    /// The words that a person explained, as the file writes them.
    written: BTreeMap<String, String>,
}

impl Told {
    pub fn new(file: &OwnFile, report: &Arc<ImportReport>, choices: &FileChoices) -> Self {
        let left_out = report.other_rows_left_out().into_iter().map(|(reason, lines)| {
            let lines: Lines = lines.into_iter().collect();
            format!("{lines}{NARROW_SPACE}: {}.", reason.label())
        });
        let words: Vec<String> = choices.import.words.keys().cloned().collect();
        Self {
            of: Arc::clone(report),
            summary: report.summary(),
            left_out: left_out.collect(),
            not_counted: report.not_counted(),
            written: written(file, report, &words),
            words,
        }
    }

    /// Whether it was made of this report, and of what a person said of its words.
    pub fn is_of(&self, report: &Arc<ImportReport>, choices: &FileChoices) -> bool {
        Arc::ptr_eq(&self.of, report) && self.words.iter().eq(choices.import.words.keys())
    }

    /// A word as the file writes it, for one without case, accents and spaces: « En cours » for
    /// « encours ».
    pub fn written<'a>(&'a self, word: &'a str) -> &'a str {
        self.written.get(word).map_or(word, String::as_str)
    }
}

fn written(file: &OwnFile, report: &ImportReport, words: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let says = |meaning: Option<Meaning>| {
        matches!(meaning, Some(Meaning::Equipe | Meaning::Projet | Meaning::Date))
    };
    let columns = report.columns.iter().enumerate().filter(|(_, (_, one))| says(one.meaning));
    for (column, _) in columns {
        for cell in file.reading.table.cells(column) {
            if found.len() == words.len() {
                return found;
            }
            let plain = normalise(cell);
            if words.iter().any(|word| *word == plain) && !found.contains_key(plain.as_ref()) {
                found.insert(plain.into_owned(), cell.to_owned());
            }
        }
    }
    found
}
