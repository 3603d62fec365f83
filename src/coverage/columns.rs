//! Which column of a table holds what.

use super::CoverageError;
use crate::table::{Row, Table};

/// The columns of a coverage table by territory; those that may be absent are optional.
pub(super) struct Columns {
    pub level: usize,
    pub code: usize,
    pub school_type: usize,
    pub date: usize,
    pub name: Option<usize>,
    pub stage: Option<usize>,
    pub share: Option<usize>,
    pub equipped: Option<usize>,
    pub total: Option<usize>,
    pub measure: Option<usize>,
    pub perimeter: Option<usize>,
    pub status: Option<usize>,
    pub evidence: Option<usize>,
    pub project: Option<usize>,
    pub note: Option<usize>,
    pub source: Option<usize>,
}

impl Columns {
    /// Finds the columns by name.
    pub fn find(table: &Table) -> Result<Self, CoverageError> {
        let mut missing = Vec::new();
        let mut required = |name: &str| {
            table.column(name).unwrap_or_else(|| {
                missing.push(name.to_owned());
                usize::MAX
            })
        };
        let columns = Self {
            level: required("niveau"),
            code: required("code"),
            school_type: required("type"),
            date: required("date"),
            name: table.column("nom"),
            stage: table.column("stade"),
            share: table.column("taux"),
            equipped: table.column("equipes"),
            total: table.column("total"),
            measure: table.column("mesure"),
            perimeter: table.column("perimetre"),
            status: table.column("statut"),
            evidence: table.column("preuve"),
            project: table.column("projet"),
            note: table.column("note"),
            source: table.column("source"),
        };
        let found = || table.headers().to_vec();
        if !missing.is_empty() {
            return Err(CoverageError::MissingColumns { missing, found: found() });
        }
        if columns.stage.or(columns.share).or(columns.equipped).is_none() {
            return Err(CoverageError::NoValueColumn { found: found() });
        }
        Ok(columns)
    }
}

/// The text of a column that may be absent.
pub(super) fn optional<'a>(row: &Row<'a>, column: Option<usize>) -> &'a str {
    column.map_or("", |column| row.cell(column))
}
