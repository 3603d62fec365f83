//! Tables that mix levels: a column says which, row by row, beside codes and names.

use jiff::civil::Date;

use super::{
    ColumnMeaning, ImportChoices, Meaning, NotJoined, Unmatched, date_style,
    places::{Place, Places, why_not},
    read_when,
    territory_rows::left_out,
};
use crate::{
    coverage::{borders, words},
    french::{NARROW_SPACE, counted},
    table::Table,
    territory::{
        Code, Edition, Level, Registry, TerritoryId,
        matching::{ColumnDecision, Match, RepairReport, match_column},
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
        table.rows().map(|row| words::level(row.cell(level_column))).collect();
    let naming = Level::MAPPED.map(|level| (level, naming_columns(level, &column)));
    if naming.iter().all(|(_, columns)| columns.is_empty()) {
        return None;
    }
    let mut finder = Finder {
        table,
        choices,
        levels,
        of_rows: vec![Place::Unknown; table.len()],
        repairs: Vec::new(),
        unmatched: Vec::new(),
        doubts: Vec::new(),
    };
    let edition = choices.edition.unwrap_or_else(|| finder.edition(&naming, &column));
    for (rank, level) in finder.levels.iter().enumerate() {
        if *level == Some(Level::France) {
            finder.of_rows[rank] = Place::On(TerritoryId::France);
        }
    }
    for (level, columns) in &naming {
        finder.join(*level, edition, columns);
    }
    let unknown = table.rows().zip(&finder.levels).filter(|(_, level)| level.is_none());
    let expected = "France, région, académie ou département";
    let notices = unknown
        .map(|(row, _)| left_out(&row, "niveau", row.cell(level_column), expected))
        .collect();
    let (level, reason) = finder.told(&table.headers()[level_column]);
    Some(Places {
        level,
        is_mixed: true,
        edition: Some(edition),
        reasons: vec![reason],
        repairs: finder.repairs,
        unmatched: finder.unmatched,
        notices,
        doubts: finder.doubts,
        of_rows: finder.of_rows,
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
    of_rows: Vec<Place>,
    repairs: Vec<RepairReport>,
    unmatched: Vec<Unmatched>,
    doubts: Vec<String>,
}

impl Finder<'_> {
    fn cell(&self, rank: usize, column: usize) -> &str {
        self.table.row(rank).map_or("", |row| row.cell(column))
    }

    fn ranks_at(&self, level: Level) -> Vec<usize> {
        let at_level = |rank: &usize| self.levels[*rank] == Some(level);
        (0..self.levels.len()).filter(at_level).collect()
    }

    /// The borders that its régions and académies are meant in, decided as for any dataset.
    fn edition(
        &self,
        naming: &[(Level, Vec<usize>)],
        column: &impl Fn(Meaning) -> Option<usize>,
    ) -> Edition {
        let mut places: Vec<(Level, Code, &str)> = Vec::new();
        for (level, columns) in naming {
            for rank in self.ranks_at(*level) {
                let cells = || columns.iter().map(|column| self.cell(rank, *column));
                let name =
                    cells().find(|cell| cell.chars().filter(|c| c.is_alphabetic()).count() > 2);
                let name = name.unwrap_or("");
                let code = cells().find_map(|cell| Code::new(cell).ok());
                let by_name = || {
                    let found = Edition::ALL.map(|edition| {
                        let decision = ColumnDecision::chosen(*level, edition);
                        let matches = match_column(&[name], &decision, &[]);
                        matches.of_row(0).and_then(Match::territory)?.code()
                    });
                    found.into_iter().flatten().collect::<Vec<Code>>()
                };
                let codes = code.map_or_else(by_name, |code| vec![code]);
                places.extend(codes.into_iter().map(|code| (*level, code, name)));
            }
        }
        borders::decide(places.into_iter(), self.latest(column), Registry::official())
    }

    fn latest(&self, column: &impl Fn(Meaning) -> Option<usize>) -> Option<Date> {
        let column = column(Meaning::Date).or_else(|| column(Meaning::Annee))?;
        let cells: Vec<&str> = self.table.rows().map(|row| row.cell(column)).collect();
        let style = date_style(&cells);
        cells.iter().filter_map(|cell| Some(read_when(cell, style)?.period.end())).max()
    }

    /// Joins the rows of a level: by the first column that names a territory in the edition of the
    /// file, then in the other, whose rows keep their own borders.
    fn join(&mut self, level: Level, edition: Edition, columns: &[usize]) {
        let other = Edition::ALL.into_iter().find(|other| *other != edition);
        let mut left = self.ranks_at(level);
        for (edition, is_own) in [(Some(edition), true), (other, false)] {
            let Some(edition) = edition else { continue };
            for column in columns {
                left = self.join_by(&left, *column, level, edition, is_own);
            }
        }
        let decision = ColumnDecision::chosen(level, edition);
        for rank in left {
            let cells = || columns.iter().map(|column| self.cell(rank, *column));
            if let Some(paired) = cells().find_map(|cell| self.choices.pairings.get(cell)) {
                self.of_rows[rank] = Place::On(*paired);
                continue;
            }
            let value = cells().find(|cell| !cell.is_empty()).unwrap_or("").to_owned();
            let matches = match_column(&[&value], &decision, &self.choices.disabled_repairs);
            let why = matches.of_row(0).and_then(why_not).unwrap_or(NotJoined::Unknown);
            self.leave(rank, value, why);
        }
        self.compare(level, edition, columns);
    }

    /// Joins rows by one column; those that it does not name are left.
    fn join_by(
        &mut self,
        ranks: &[usize],
        column: usize,
        level: Level,
        edition: Edition,
        is_own: bool,
    ) -> Vec<usize> {
        let values: Vec<&str> = ranks.iter().map(|rank| self.cell(*rank, column)).collect();
        let decision = ColumnDecision::chosen(level, edition);
        let matches = match_column(&values, &decision, &self.choices.disabled_repairs);
        let mut left = Vec::new();
        for (rank, found) in ranks.iter().zip(matches.rows()) {
            match found {
                Match::Exact(id) => self.of_rows[*rank] = Place::On(*id),
                // In the borders of others, only what is written as they are.
                Match::Repaired { id, .. } if is_own => self.of_rows[*rank] = Place::On(*id),
                _ => left.push(*rank),
            }
        }
        if is_own {
            self.repaired(matches.repairs());
        }
        left
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

    fn leave(&mut self, rank: usize, value: String, why: NotJoined) {
        let line = self.table.row(rank).map_or(0, |row| row.line);
        let alike =
            self.unmatched.iter_mut().find(|other| other.value == value && other.why == why);
        match alike {
            Some(other) => other.rows += 1,
            None => self.unmatched.push(Unmatched { value, rows: 1, line, why }),
        }
    }

    /// Tells rows whose name is that of another territory than their code.
    fn compare(&mut self, level: Level, edition: Edition, columns: &[usize]) {
        const TOLD: usize = 3;
        let Some((name_column, _)) = columns.split_last().filter(|(_, codes)| !codes.is_empty())
        else {
            return;
        };
        let ranks = self.ranks_at(level);
        let names: Vec<&str> = ranks.iter().map(|rank| self.cell(*rank, *name_column)).collect();
        let matches = match_column(&names, &ColumnDecision::chosen(level, edition), &[]);
        let mut differing =
            ranks.iter().zip(&names).zip(matches.rows()).filter_map(|((rank, name), named)| {
                let (Place::On(joined), Match::Exact(named)) = (self.of_rows[*rank], named) else {
                    return None;
                };
                let other_code = joined.code() != named.code();
                let line = self.table.row(*rank)?.line;
                let is = Registry::official().get(joined)?.name.as_str();
                other_code.then(|| format!("ligne {line}, « {name} » a le code de {is}"))
            });
        let told: Vec<String> = differing.by_ref().take(TOLD).collect();
        let more = differing.count();
        if told.is_empty() {
            return;
        }
        let more = if more > 0 {
            format!(" ; et {}", counted(more, "autre ligne", "autres lignes"))
        } else {
            String::new()
        };
        let said = format!(
            "Le code et le nom ne vont pas ensemble, et le code est suivi{NARROW_SPACE}: {}{more}.",
            told.join(" ; ")
        );
        self.doubts.push(said);
    }

    /// The level of most rows, the finest of several, and how many rows each has.
    fn told(&self, header: &str) -> (Level, String) {
        let at = |level: Level| {
            let on = |place: &&Place| matches!(place, Place::On(id) if id.level() == level);
            self.of_rows.iter().filter(on).count()
        };
        let level = Level::MAPPED.into_iter().max_by_key(|level| (at(*level), *level));
        let level = level.filter(|level| at(*level) > 0).unwrap_or(Level::France);
        let all = [Level::France].into_iter().chain(Level::MAPPED).filter(|level| at(*level) > 0);
        let counts: Vec<String> = all
            .map(|level| {
                format!("{} pour {}", counted(at(level), "ligne", "lignes"), plural(level))
            })
            .collect();
        let reason = format!(
            "Échelon{NARROW_SPACE}: dit ligne par ligne par la colonne « {header} », {}.",
            counts.join(", ")
        );
        (level, reason)
    }
}

fn plural(level: Level) -> String {
    match level {
        Level::France => "la France".to_owned(),
        level => format!("les {}", level.plural()),
    }
}
