//! Columns that name territories: their level and edition, with the other columns as witnesses.

use super::{ColumnMeaning, ColumnReason, Meaning, column::ROWS_SEEN, sampled};
use crate::{
    coverage::{school::Uai, vocabulary::missing_word},
    table::Table,
    territory::{
        Edition, Level,
        matching::{ColumnDecision, Companion, Confidence, decide, match_column},
    },
};

/// Decides the level and the edition of the columns of territories.
pub(super) fn decide_all(table: &Table, columns: &mut [ColumnMeaning]) {
    let row_by_row = columns.iter().any(|column| column.meaning == Some(Meaning::Niveau));
    let is_unknown = |(index, column): (usize, &ColumnMeaning)| {
        column.meaning.is_none()
            && column.could_show.is_none()
            && column.confidence == Confidence::Uncertain
            && may_be_names(table, index)
            && decide(&cells_seen(table, index), table.written_header(index), &[]).is_some()
    };
    let unknown: Vec<bool> = columns.iter().enumerate().map(is_unknown).collect();
    let has_witness = |meaning: Meaning| meaning.is_territory() || is_witness(meaning);
    let wanted: Vec<usize> = (0..columns.len())
        .filter(|index| unknown[*index] || columns[*index].meaning.is_some_and(has_witness))
        .collect();
    let seen = SeenColumns::new(table, wanted);
    let witnesses: Vec<usize> = (0..columns.len())
        .filter(|index| columns[*index].meaning.is_some_and(is_witness))
        .collect();
    for (index, column) in columns.iter_mut().enumerate() {
        let named = column.meaning.filter(|meaning| meaning.is_territory());
        if row_by_row && matches!(named, Some(Meaning::Code | Meaning::Nom)) {
            column.reasons.push(ColumnReason::LevelRowByRow);
            continue;
        }
        if named.is_none() && !unknown[index] {
            continue;
        }
        let others: Vec<Companion<'_>> = (witnesses.iter().filter(|other| **other != index))
            .map(|other| Companion { header: &table.headers()[*other], values: seen.cells(*other) })
            .collect();
        let values = seen.cells(index);
        match decide(values, table.written_header(index), &others) {
            Some(decision) if named.is_some() || decision.confidence > Confidence::Uncertain => {
                column.meaning = meaning_at(decision.level, values);
                column.confidence = decision.confidence;
                column.reasons.extend(
                    decision.reasons.iter().map(|why| ColumnReason::Territories(why.to_string())),
                );
                column.territories = Some(decision);
            }
            _ if named.is_some() && values.iter().any(|cell| missing_word(cell).is_none()) => {
                column.forget(ColumnReason::NoTerritory);
            }
            _ => {}
        }
    }
}

/// The cells of some columns, taken out of the rows at one go: these lie far apart in a large file.
struct SeenColumns<'a> {
    columns: Vec<usize>,
    cells: Vec<Vec<&'a str>>,
}

impl<'a> SeenColumns<'a> {
    fn new(table: &'a Table, columns: Vec<usize>) -> Self {
        let mut cells: Vec<Vec<&str>> =
            columns.iter().map(|_| Vec::with_capacity(table.len())).collect();
        for row in table.rows() {
            for (column, cells) in columns.iter().zip(&mut cells) {
                cells.push(row.cell(*column));
            }
        }
        Self { columns, cells }
    }

    fn cells(&self, column: usize) -> &[&'a str] {
        let rank = self.columns.iter().position(|one| *one == column);
        rank.map_or(&[], |rank| &self.cells[rank])
    }
}

/// Whether values are territories.
pub(super) fn are_named(values: &[&str]) -> bool {
    decide(values, "", &[]).is_some()
}

/// Some cells of a column.
fn cells_seen(table: &Table, column: usize) -> Vec<&str> {
    sampled(table).map(|row| row.cell(column)).collect()
}

/// The level that a person gave to a column; its edition is still decided from the values.
pub(super) fn as_chosen(table: &Table, rank: usize, meaning: Meaning) -> Option<ColumnDecision> {
    let values = cells(table, rank);
    let guess = || decide(&values, table.written_header(rank), &[]);
    let level = match meaning {
        Meaning::CodeDepartement | Meaning::NomDepartement => Level::Departement,
        Meaning::CodeRegion | Meaning::NomRegion => Level::Region,
        Meaning::CodeAcademie | Meaning::NomAcademie => Level::Academie,
        Meaning::Code | Meaning::Nom => return guess(),
        _ => return None,
    };
    // The header or the values may have said another level: only the edition is taken from them.
    let guessed = guess().filter(|decision| decision.level == level);
    Some(guessed.unwrap_or_else(|| at_level(&values, level)))
}

/// A decision for a level, in the edition that more of the values belong to.
pub(super) fn at_level(values: &[&str], level: Level) -> ColumnDecision {
    let recognised = |edition| {
        let decision = ColumnDecision::chosen(level, edition);
        match_column(values, &decision, &[]).joined_rows()
    };
    let before = recognised(Edition::Before2016) > recognised(Edition::Since2016);
    let edition = if before { Edition::Before2016 } else { Edition::Since2016 };
    ColumnDecision::chosen(level, edition)
}

/// A column that tells where a row is, other than by a code.
fn is_witness(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::NomDepartement
            | Meaning::NomRegion
            | Meaning::NomAcademie
            | Meaning::Nom
            | Meaning::Uai
            | Meaning::CodePostal
            | Meaning::CodeCommune
    )
}

/// Whether a column with an unknown name may hold names of territories: most of its cells are
/// letters, and none is a number. Codes are not looked for, since numbers of schools are like
/// them.
fn may_be_names(table: &Table, column: usize) -> bool {
    let cells = table.rows().take(ROWS_SEEN).map(|row| row.cell(column));
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let letters = |cell: &&&str| cell.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let named = filled.iter().filter(letters).count();
    named >= 3
        && named * 10 >= filled.len() * 9
        && !filled.iter().all(|cell| Uai::shaped(cell).is_some())
}

/// Codes or names, at that level.
pub(super) fn meaning_at(level: Level, values: &[&str]) -> Option<Meaning> {
    let filled = values.iter().filter(|value| !value.is_empty());
    let (filled, with_digits) = filled.fold((0_usize, 0_usize), |(filled, with_digits), value| {
        let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
        (filled + 1, with_digits + usize::from(has_digit))
    });
    let codes = with_digits * 2 > filled;
    Some(match (level, codes) {
        (Level::Departement, true) => Meaning::CodeDepartement,
        (Level::Departement, false) => Meaning::NomDepartement,
        (Level::Region, true) => Meaning::CodeRegion,
        (Level::Region, false) => Meaning::NomRegion,
        (Level::Academie, true) => Meaning::CodeAcademie,
        (Level::Academie, false) => Meaning::NomAcademie,
        (Level::France, _) => Meaning::Nom,
    })
}

pub(super) fn cells(table: &Table, column: usize) -> Vec<&str> {
    table.rows().map(|row| row.cell(column)).collect()
}
