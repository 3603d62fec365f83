//! All rows of a list of schools.

use super::super::{
    doubt::Doubt,
    fate::{Fate, Fates},
    territories::Places,
};
use super::{left_out::NumbersLeft, row::SchoolReader};
use crate::{
    coverage::{CoverageNotice, school::School},
    table::Table,
    territory::{Code, TerritoryId},
};

/// What the rows of a list say.
pub(super) struct RowsRead {
    pub schools: Vec<School>,
    pub fates: Fates,
    pub left: NumbersLeft,
    /// Cells that can't be read.
    pub unread: Vec<CoverageNotice>,
    pub doubts: Vec<Doubt>,
}

/// Reads them.
pub(super) fn read_rows<'a>(
    table: &'a Table,
    reader: &SchoolReader<'a>,
    places: Option<&Places>,
) -> RowsRead {
    let mut left = NumbersLeft::default();
    let mut unread: Vec<CoverageNotice> = Vec::new();
    let mut schools: Vec<School> = Vec::with_capacity(table.len());
    let mut fates: Vec<(u32, Fate)> = Vec::with_capacity(table.len());
    let (mut elsewhere, mut odd_positions) = ((0_usize, 0_u32), 0_usize);
    for (rank, row) in table.rows().enumerate() {
        let uai = match reader.uai(&row) {
            Ok((uai, None)) => uai,
            Ok((uai, Some(error))) => {
                left.wrong_letter(row.line, &error);
                uai
            }
            Err(error) => {
                fates
                    .push((row.line, left.no_number(row.line, error, reader.says_something(&row))));
                continue;
            }
        };
        let listed = places.and_then(|places| places.of_row(rank)).and_then(departement_of);
        // A school of Saint-Martin has a number of Guadeloupe, and stands where its list says.
        let is_outside = places.is_some_and(|places| places.is_outside(rank));
        let by_number = uai.departement().filter(|_| !is_outside);
        if let (Some(listed), Some(number)) = (listed, by_number)
            && listed != number
        {
            elsewhere = (elsewhere.0 + 1, if elsewhere.0 == 0 { row.line } else { elsewhere.1 });
        }
        let school = reader.school(&row, uai, listed.or(by_number), &mut unread);
        odd_positions += usize::from(reader.has_an_odd_position(&row, &school));
        schools.push(school);
        // Joining tells whether it is counted.
        fates.push((row.line, Fate::OnMap));
    }
    let mut fates = Fates::new(fates);
    for (line, _) in table.notes() {
        fates.push(*line, Fate::Note);
    }
    let mut doubts: Vec<Doubt> = left.doubt().into_iter().collect();
    if elsewhere.0 > 0 {
        doubts.push(Doubt::OtherDepartement { schools: elsewhere.0, line: elsewhere.1 });
    }
    if odd_positions > 0 && reader.has_positions() {
        doubts.push(Doubt::OddPositions(odd_positions));
    }
    RowsRead { schools, fates, left, unread, doubts }
}

fn departement_of(territory: TerritoryId) -> Option<Code> {
    match territory {
        TerritoryId::Departement(code) => Some(code),
        _ => None,
    }
}
