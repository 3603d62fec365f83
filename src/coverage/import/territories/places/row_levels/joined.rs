//! The rows of one level, joined by the columns that name them.

use super::{
    super::{
        RowPlace,
        place::{place_of, why_not},
    },
    Finder,
};
use crate::{
    coverage::import::unmatched::NotJoined,
    territory::{
        Edition, Level, TerritoryId,
        matching::{ColumnDecision, ColumnMatches, Match, RepairReport, match_column},
    },
};

/// A cell of a row that names its place.
struct Naming<'a> {
    /// The rank of its column among those that name places.
    column: usize,
    value: &'a str,
    found: &'a Match,
}

impl Finder<'_> {
    /// Joins the rows of a level, in the edition of the file, then in the other, whose rows keep
    /// their own borders.
    pub(super) fn join(&mut self, level: Level, edition: Edition, columns: &[usize]) {
        let ranks = self.ranks_at(level);
        if ranks.is_empty() {
            return;
        }
        let decision = ColumnDecision::chosen(level, edition);
        let matches: Vec<ColumnMatches> = columns
            .iter()
            .map(|column| {
                let values: Vec<&str> =
                    ranks.iter().map(|rank| self.cell(*rank, *column)).collect();
                match_column(&values, &decision, &self.choices.disabled_repairs)
            })
            .collect();
        let mut is_used = vec![false; columns.len()];
        for (at, rank) in ranks.into_iter().enumerate() {
            let named: Vec<Naming<'_>> = (columns.iter().zip(&matches).enumerate())
                .filter_map(|(column, (of_table, matches))| {
                    let (value, found) = (self.cell(rank, *of_table), matches.of_row(at)?);
                    (!value.is_empty()).then_some(Naming { column, value, found })
                })
                .collect();
            let paired = named.iter().find_map(|one| self.choices.pairings.get(one.value));
            let main = named.iter().find(|one| one.found.territory().is_some());
            self.of_rows[rank] = match (paired, main) {
                (Some(paired), _) => RowPlace::On(*paired),
                (None, Some(main)) => {
                    is_used[main.column] = true;
                    place_by(main, &named)
                }
                (None, None) => place_without_territory(&named),
            };
        }
        for (matches, _) in matches.iter().zip(&is_used).filter(|(_, used)| **used) {
            self.repaired(matches.repairs());
        }
    }

    fn repaired(&mut self, reports: Vec<RepairReport>) {
        const SAMPLES: usize = 3;
        for report in reports {
            match self.repairs.iter_mut().find(|known| known.kind == report.kind) {
                Some(known) => {
                    known.values += report.values;
                    known.rows += report.rows;
                    known.samples.extend(report.samples);
                    known.samples.truncate(SAMPLES);
                }
                None => self.repairs.push(report),
            }
        }
        self.repairs.sort_by_key(|report| report.kind);
    }
}

/// The place that a cell names, unless another of the row names another.
fn place_by(main: &Naming<'_>, named: &[Naming<'_>]) -> RowPlace {
    let code = main.found.territory().and_then(TerritoryId::code);
    let is_another = |one: &&Naming<'_>| {
        one.column != main.column && one.found.territory().is_some_and(|id| id.code() != code)
    };
    let beside = named.iter().find(is_another).map(|one| (one.value, one.found));
    place_of(main.value, main.found, beside, || None)
}

/// The place of a row none of whose cells names a territory: a part of one, or one without an
/// outline, else none that is known.
fn place_without_territory(named: &[Naming<'_>]) -> RowPlace {
    let Some(first) = named.first() else { return RowPlace::Blank };
    let part = named.iter().find_map(|one| match one.found {
        Match::Part { whole, name } => Some(RowPlace::PartOf { whole: *whole, name }),
        _ => None,
    });
    let outside = || {
        named.iter().find_map(|one| match one.found {
            Match::Outside { name } => Some(RowPlace::Outside(name)),
            _ => None,
        })
    };
    part.or_else(outside).unwrap_or_else(|| RowPlace::Unknown {
        value: first.value.to_owned(),
        why: why_not(first.found).unwrap_or(NotJoined::Unknown),
    })
}
