//! The territory of each value of a column.

use rustc_hash::FxHashMap;

use crate::territory::{Registry, TerritoryId};

use super::{ColumnDecision, Match, Matcher, RepairKind, Sample};

/// One distinct value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchedValue {
    /// As the file has it.
    pub value: String,
    /// How many rows have it.
    pub rows: usize,
    /// The first of them, as an index among the values that were given.
    pub first_row: usize,
    pub outcome: Match,
}

/// Every row of a column with what its value is. A value that stands in a thousand rows is read
/// once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMatches {
    values: Vec<MatchedValue>,
    of_row: Vec<u32>,
}

/// What was repaired in a column, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairReport {
    pub kind: RepairKind,
    /// Distinct values that needed it.
    pub values: usize,
    /// Rows that have them.
    pub rows: usize,
    /// A few of the values, the first of the file.
    pub samples: Vec<Sample>,
}

impl RepairReport {
    /// « 9 codes sans zéro initial : « 1 » → 01, … ».
    pub fn sentence(&self) -> String {
        self.kind.sentence(self.values, &self.samples)
    }
}

/// How many values a report quotes.
const SAMPLES: usize = 3;

/// Beyond so many unknown values, a column is no list of territories with slips: looking for the
/// nearest name of each would only take time.
const MOST_SUGGESTED: usize = 300;

/// Reads each value at the level and in the edition of `decision`. A value that needs a repair
/// among `disabled` is suggested rather than joined.
pub fn match_column(
    values: &[&str],
    decision: &ColumnDecision,
    disabled: &[RepairKind],
) -> ColumnMatches {
    let matcher = Matcher::new(decision, disabled);
    let mut indices: FxHashMap<&str, u32> = FxHashMap::default();
    let mut matched: Vec<MatchedValue> = Vec::new();
    let mut of_row = Vec::with_capacity(values.len());
    let mut unknown = 0;
    for (row, value) in values.iter().enumerate() {
        let index = *indices.entry(value).or_insert_with(|| {
            let mut outcome = matcher.value(value);
            if outcome == Match::None && unknown < MOST_SUGGESTED {
                unknown += 1;
                let candidates = matcher.suggest(value);
                if !candidates.is_empty() {
                    outcome = Match::Suggested { candidates };
                }
            }
            let value = (*value).to_owned();
            matched.push(MatchedValue { value, rows: 0, first_row: row, outcome });
            matched.len() as u32 - 1
        });
        matched[index as usize].rows += 1;
        of_row.push(index);
    }
    ColumnMatches { values: matched, of_row }
}

impl ColumnMatches {
    /// What the value of a row is; `None` beyond the last.
    pub fn of_row(&self, row: usize) -> Option<&Match> {
        let index = *self.of_row.get(row)?;
        self.values.get(index as usize).map(|value| &value.outcome)
    }

    /// What the value of each row is, in their order.
    pub fn rows(&self) -> impl Iterator<Item = &Match> {
        self.of_row.iter().filter_map(|index| Some(&self.values.get(*index as usize)?.outcome))
    }

    /// The distinct values, in the order in which they appear.
    pub fn values(&self) -> &[MatchedValue] {
        &self.values
    }

    /// How many rows are joined to a territory.
    pub fn joined_rows(&self) -> usize {
        let joined = self.values.iter().filter(|value| value.outcome.territory().is_some());
        joined.map(|value| value.rows).sum()
    }

    /// What was repaired, by kind, in the order of a report. A value that needed two repairs is
    /// counted in both.
    pub fn repairs(&self) -> Vec<RepairReport> {
        let reports = RepairKind::ALL.into_iter().map(|kind| self.report(kind));
        reports.filter(|report| report.values > 0).collect()
    }

    fn report(&self, kind: RepairKind) -> RepairReport {
        let mut report = RepairReport { kind, values: 0, rows: 0, samples: Vec::new() };
        for value in &self.values {
            let Match::Repaired { id, repairs } = value.outcome else { continue };
            if !repairs.contains(kind) {
                continue;
            }
            report.values += 1;
            report.rows += value.rows;
            if report.samples.len() < SAMPLES {
                let from = value.value.clone();
                report.samples.push(Sample { to: written_as(id, &from), from });
            }
        }
        report
    }
}

/// The code of a territory where the file has a code, its name where it has a name.
fn written_as(id: TerritoryId, value: &str) -> String {
    let is_name = value.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let name = || Registry::official().get(id).map(|territory| territory.name.clone());
    let code = id.code().filter(|_| !is_name).map(|code| code.to_string());
    code.or_else(name).unwrap_or_default()
}
