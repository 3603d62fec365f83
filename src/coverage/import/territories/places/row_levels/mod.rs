//! Tables that mix levels: a column says which, row by row, beside codes and names.

mod edition;
mod joined;

use std::collections::BTreeSet;

use super::{Places, RowPlace, place::settle_by_hand, unmatched::unmatched};
use crate::{
    coverage::import::{
        ImportChoices,
        columns::{ColumnMeaning, Meaning},
        recognised::{Recognised, RecognisedKind},
        unmatched::NotJoined,
    },
    french::counted,
    table::Table,
    territory::{
        Edition, Level, TerritoryId,
        matching::{ColumnDecision, Match, Matcher, RepairReport, whole_named},
    },
};

/// The places of a table in which each row says its level; `None` for any other.
pub(super) fn find(
    table: &Table,
    columns: &[ColumnMeaning],
    choices: &ImportChoices,
) -> Option<Places> {
    let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let level_column = column(Meaning::Niveau)?;
    let levels: Vec<Option<Level>> =
        table.rows().map(|row| Level::from_word(row.cell(level_column))).collect();
    let naming = Level::MAPPED.map(|level| (level, naming_columns(level, &column)));
    if naming.iter().all(|(_, columns)| columns.is_empty()) {
        return None;
    }
    let mut finder = Finder {
        table,
        choices,
        of_rows: vec![RowPlace::Blank; table.len()],
        repairs: Vec::new(),
        levels,
    };
    let dates = column(Meaning::Date).or_else(|| column(Meaning::Annee));
    let edition = choices.edition.unwrap_or_else(|| finder.edition(&naming, dates));
    finder.of_france(&naming);
    for (level, columns) in &naming {
        finder.join(*level, edition, columns);
    }
    finder.of_unknown_level(level_column);
    settle_by_hand(&mut finder.of_rows, &choices.pairings);
    let (level, counts) = finder.counted();
    let of_rows = finder.of_rows;
    Some(Places {
        level,
        is_mixed: true,
        edition: Some(edition),
        recognised: vec![Recognised::new(
            RecognisedKind::Level,
            format!(
                "dit ligne par ligne par la colonne « {} », {counts}",
                table.headers()[level_column]
            ),
        )],
        suppositions: Vec::new(),
        repairs: finder.repairs,
        unmatched: unmatched(table, &of_rows),
        of_rows,
    })
}

/// The columns that may name a territory of a level, codes before names.
fn naming_columns(level: Level, column: &impl Fn(Meaning) -> Option<usize>) -> Vec<usize> {
    let [code, name] = match level {
        Level::Departement => [Meaning::CodeDepartement, Meaning::NomDepartement],
        Level::Region => [Meaning::CodeRegion, Meaning::NomRegion],
        Level::Academie => [Meaning::CodeAcademie, Meaning::NomAcademie],
        Level::France => return vec![],
    };
    [Meaning::Code, code, Meaning::Nom, name].into_iter().filter_map(column).collect()
}

struct Finder<'a> {
    table: &'a Table,
    choices: &'a ImportChoices,
    /// What each row says; `None` where the word is not known.
    levels: Vec<Option<Level>>,
    of_rows: Vec<RowPlace>,
    repairs: Vec<RepairReport>,
}

impl<'a> Finder<'a> {
    fn cell(&self, rank: usize, column: usize) -> &'a str {
        self.table.row(rank).map_or("", |row| row.cell(column))
    }

    fn ranks_at(&self, level: Level) -> Vec<usize> {
        let at_level = |rank: &usize| self.levels[*rank] == Some(level);
        (0..self.levels.len()).filter(at_level).collect()
    }

    /// Rows of France, or of what is called so and is not all of it.
    fn of_france(&mut self, naming: &[(Level, Vec<usize>)]) {
        let columns: BTreeSet<usize> =
            naming.iter().flat_map(|(_, columns)| columns.iter().copied()).collect();
        let decision = ColumnDecision::chosen(Level::Departement, Edition::Since2016);
        let matcher = Matcher::new(&decision, &[]);
        for rank in self.ranks_at(Level::France) {
            let outside =
                columns.iter().find_map(|column| match matcher.value(self.cell(rank, *column)) {
                    Match::Outside { name } => Some(name),
                    _ => None,
                });
            self.of_rows[rank] = match outside {
                Some(name) => RowPlace::Outside(name),
                None => RowPlace::On(TerritoryId::France),
            };
        }
    }

    /// Rows whose level is blank or not known.
    fn of_unknown_level(&mut self, level_column: usize) {
        let decision = ColumnDecision::chosen(Level::Departement, Edition::Since2016);
        let matcher = Matcher::new(&decision, &[]);
        for rank in 0..self.levels.len() {
            if self.levels[rank].is_some() {
                continue;
            }
            let value = self.cell(rank, level_column);
            self.of_rows[rank] = match whole_named(value) {
                Some(of) => RowPlace::Total { of, is_worded: true },
                None if value.is_empty() => RowPlace::Blank,
                None => match matcher.value(value) {
                    // « France métropolitaine » is no level, and not all of France.
                    Match::Outside { name } => RowPlace::Outside(name),
                    _ => RowPlace::Unknown { value: value.to_owned(), why: NotJoined::NoLevel },
                },
            };
        }
    }

    /// The level of most rows, the finest of several, and how many rows each has.
    fn counted(&self) -> (Level, String) {
        let at = |level: Level| {
            let on = |place: &&RowPlace| matches!(place, RowPlace::On(id) if id.level() == level);
            self.of_rows.iter().filter(on).count()
        };
        let level = Level::MAPPED.into_iter().max_by_key(|level| (at(*level), *level));
        let level = level.filter(|level| at(*level) > 0).unwrap_or(Level::France);
        let all = [Level::France].into_iter().chain(Level::MAPPED).filter(|level| at(*level) > 0);
        let counts: Vec<String> = all
            .map(|level| {
                let whom = match level {
                    Level::France => "la France".to_owned(),
                    level => format!("les {}", level.plural()),
                };
                format!("{} pour {whom}", counted(at(level), "ligne", "lignes"))
            })
            .collect();
        (level, counts.join(", "))
    }
}
