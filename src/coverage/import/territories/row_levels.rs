//! Tables that mix levels: a column says which, row by row, beside codes and names.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::{
    ImportChoices,
    columns::{Cells, ColumnMeaning, Meaning},
    dates::read_when,
    report::{NotJoined, Recognised, RecognisedKind},
};
use super::{
    place::RowPlace,
    places::{Places, place_of, unmatched, why_not},
};
use crate::{
    coverage::borders,
    french::counted,
    table::Table,
    territory::{
        Code, Edition, Level, Registry, TerritoryId,
        matching::{ColumnDecision, Match, Matcher, RepairReport, match_column, whole_named},
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
    let edition = choices.edition.unwrap_or_else(|| finder.edition(&naming, columns, &column));
    finder.of_france(&naming);
    for (level, columns) in &naming {
        finder.join(*level, edition, columns);
    }
    finder.of_unknown_level(level_column);
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

    /// The borders that its régions and académies are meant in, decided as for any dataset.
    fn edition(
        &self,
        naming: &[(Level, Vec<usize>)],
        columns: &[ColumnMeaning],
        column: &impl Fn(Meaning) -> Option<usize>,
    ) -> Edition {
        let mut places: BTreeSet<(Level, Code, &str)> = BTreeSet::new();
        let mut seen: BTreeSet<(Level, Vec<&str>)> = BTreeSet::new();
        for (level, columns) in naming.iter().filter(|(level, _)| *level != Level::Departement) {
            let matchers = Edition::ALL
                .map(|edition| Matcher::new(&ColumnDecision::chosen(*level, edition), &[]));
            for rank in self.ranks_at(*level) {
                let cells: Vec<&str> =
                    columns.iter().map(|column| self.cell(rank, *column)).collect();
                if !seen.insert((*level, cells.clone())) {
                    continue;
                }
                let letters = |cell: &&&str| cell.chars().filter(|c| c.is_alphabetic()).count() > 2;
                let name = cells.iter().find(letters).copied().unwrap_or("");
                match cells.iter().find_map(|cell| Code::new(cell).ok()) {
                    Some(code) => {
                        places.insert((*level, code, name));
                    }
                    None => places.extend(matchers.iter().filter_map(|matcher| {
                        Some((*level, matcher.value(name).territory()?.code()?, name))
                    })),
                }
            }
        }
        let latest = self.latest(columns, column);
        borders::decide(places.into_iter(), latest, Registry::official())
    }

    fn latest(
        &self,
        columns: &[ColumnMeaning],
        column: &impl Fn(Meaning) -> Option<usize>,
    ) -> Option<Date> {
        let column = column(Meaning::Date).or_else(|| column(Meaning::Annee))?;
        debug_assert!(column < columns.len());
        let distinct: BTreeSet<&str> = self.table.rows().map(|row| row.cell(column)).collect();
        let cells = Cells::of_texts(distinct.iter().copied());
        let style = cells.date_style(&self.table.headers()[column]);
        distinct.iter().filter_map(|cell| Some(read_when(cell, style)?.period.end())).max()
    }

    /// Joins the rows of a level, in the edition of the file, then in the other, whose rows keep
    /// their own borders.
    fn join(&mut self, level: Level, edition: Edition, columns: &[usize]) {
        let ranks = self.ranks_at(level);
        if ranks.is_empty() {
            return;
        }
        let decision = ColumnDecision::chosen(level, edition);
        let disabled = &self.choices.disabled_repairs;
        let matches: Vec<_> = columns
            .iter()
            .map(|column| {
                let values: Vec<&str> =
                    ranks.iter().map(|rank| self.cell(*rank, *column)).collect();
                match_column(&values, &decision, disabled)
            })
            .collect();
        let mut is_used = vec![false; columns.len()];
        for (at, rank) in ranks.iter().enumerate() {
            let found: Vec<(usize, &str, &Match)> = columns
                .iter()
                .zip(&matches)
                .enumerate()
                .filter_map(|(rank_of_column, (column, matches))| {
                    Some((rank_of_column, self.cell(*rank, *column), matches.of_row(at)?))
                })
                .filter(|(_, cell, _)| !cell.is_empty())
                .collect();
            let paired = found.iter().find_map(|(_, cell, _)| self.choices.pairings.get(*cell));
            self.of_rows[*rank] = match (paired, found.as_slice()) {
                (Some(paired), _) => RowPlace::On(*paired),
                (None, []) => RowPlace::Blank,
                (None, found) => {
                    let joined = found.iter().find(|(.., found)| found.territory().is_some());
                    match joined {
                        Some((main, value, first)) => {
                            is_used[*main] = true;
                            let beside = found
                                .iter()
                                .find(|(other, _, found)| {
                                    other != main
                                        && found.territory().is_some_and(|id| {
                                            first.territory().and_then(TerritoryId::code)
                                                != id.code()
                                        })
                                })
                                .map(|(_, cell, found)| (*cell, *found));
                            place_of(value, first, beside, || None)
                        }
                        None => {
                            let (_, value, first) = found[0];
                            let outside = found.iter().find_map(|(.., found)| match found {
                                Match::Outside { name } => Some(*name),
                                _ => None,
                            });
                            let part = found.iter().find_map(|(.., found)| match found {
                                Match::Part { whole, name } => {
                                    Some(RowPlace::PartOf { whole: *whole, name })
                                }
                                _ => None,
                            });
                            part.unwrap_or_else(|| match outside {
                                Some(name) => RowPlace::Outside(name),
                                None => RowPlace::Unknown {
                                    value: value.to_owned(),
                                    why: why_not(first).unwrap_or(NotJoined::Unknown),
                                },
                            })
                        }
                    }
                }
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
