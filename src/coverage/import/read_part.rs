//! Reading one file by itself, whatever its rows are.

use super::{
    ImportChoices, ImportError, ImportReport, Meaning, Part,
    columns::{meanings_as_chosen, saved_subject},
    headers::Topic,
    schools, territories,
};
use crate::{coverage::Counted, table::Table};

/// Reads one file: a table by territory, a list of schools, or a list of numbers of schools.
///
/// # Errors
/// When no column names a territory or a school, or none holds a value.
pub fn read_part(table: &Table, name: &str, choices: &ImportChoices) -> Result<Part, ImportError> {
    let columns = meanings_as_chosen(table, choices);
    let saved = saved_subject(table, &columns);
    // A row whose school has a number is a school, whatever other figures stand beside.
    let mut part = if columns.iter().any(|column| column.meaning == Some(Meaning::Uai)) {
        Ok(schools::read(table, columns, name, choices))
    } else {
        territories::read(table, columns, name, choices)
    }?;
    part.counted = counted(&part.report, choices).or(saved);
    let report = &mut part.report;
    let (confirmed, supposed) = std::mem::take(&mut report.suppositions)
        .into_iter()
        .partition(|supposition| choices.confirmed.contains(&supposition.kind()));
    report.confirmed = confirmed;
    report.suppositions = supposed;
    Ok(part)
}

/// What a person says that is counted, or what the name of the column that they chose says.
fn counted(report: &ImportReport, choices: &ImportChoices) -> Option<Counted> {
    if let Some(subject) = &choices.subject {
        return Some(Counted::other(subject));
    }
    choices.shown.as_ref()?;
    let shown = report.showable.iter().find(|one| one.is_shown)?;
    let (header, column) = report.columns.get(shown.column)?;
    let is_of_schools = report.columns.iter().any(|(_, c)| c.meaning == Some(Meaning::Uai));
    let says_something = matches!(column.theme.topic, Topic::Other(_) | Topic::NoState(_))
        || column.theme.aside.is_some()
        || (is_of_schools && column.theme.subset.is_some());
    says_something.then(|| Counted::column(header))
}
