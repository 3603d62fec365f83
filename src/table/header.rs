//! Which line names the columns, and how they are called.

use std::collections::{HashMap, HashSet};

use super::{
    Lines, TableError, TableNotice, TooLarge,
    block::Block,
    kind::{Kind, kind},
    notice::excerpt,
};

/// How many rows are looked at.
pub(super) const SAMPLE: usize = 200;

/// More columns than any spreadsheet has.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// The header of a table.
pub(super) struct Header {
    /// One for each column, no two alike.
    pub names: Vec<String>,
    /// The line of the names; `None` when the file has none.
    pub line: Option<u32>,
    /// Rank of the first row of data.
    pub data: usize,
    /// Why this line, as a French sentence.
    pub reason: String,
    pub notices: Vec<TableNotice>,
}

/// Finds the header among the first rows, which all hold something. `chosen` is the line that a
/// person picked, 0 for « no header ».
///
/// # Errors
/// When there is no row at all, or more columns than anything could show.
pub(super) fn find(rows: &Block, chosen: Option<u32>) -> Result<Header, TableError> {
    let count = rows.len().min(SAMPLE);
    if count == 0 {
        return Err(TableError::Empty);
    }
    let sample = Sample::new(rows, count);
    let by_line = |line: u32| (0..count).find(|row| rows.line(*row) >= line);
    let (found, reason) = match chosen {
        Some(0) => (Found::None(0), "Sans ligne d’en-tête, comme choisi à la main.".to_owned()),
        Some(line) => {
            let row = by_line(line).unwrap_or(count - 1);
            (Found::Rows { first: row, last: row }, "Ligne d’en-tête choisie à la main.".to_owned())
        }
        None => sample.find(),
    };
    sample.header(found, reason)
}

enum Found {
    /// Names stand in one row, or in two that complete each other.
    Rows { first: usize, last: usize },
    /// The data begin at this row, without names.
    None(usize),
}

struct Sample<'a> {
    rows: &'a Block,
    count: usize,
    /// Filled cells of each row.
    filled: Vec<usize>,
    /// Filled cells of a typical row of the table, titles and notes left out.
    width: usize,
}

impl<'a> Sample<'a> {
    fn new(rows: &'a Block, count: usize) -> Self {
        let filled: Vec<usize> = (0..count).map(|row| rows.filled(row)).collect();
        let mut sorted = filled.clone();
        sorted.sort_unstable();
        // Three rows in four may be titles and notes before this is wrong.
        Self { rows, count, filled, width: sorted[(count * 3 / 4).min(count - 1)] }
    }

    /// The first row with enough distinct words, above rows of another kind.
    fn find(&self) -> (Found, String) {
        let enough = match self.width {
            0 | 1 => 1,
            2 => 2,
            width => (width - (width / 4).max(1)).max(2),
        };
        for row in 0..self.count {
            if self.filled[row] >= enough {
                return self.judge(row);
            }
            if row + 1 < self.count
                && self.completes(row, row + 1)
                && self.filled[row] + self.filled[row + 1] >= enough
            {
                let reason = "Les noms des colonnes tiennent sur deux lignes.".to_owned();
                return (Found::Rows { first: row, last: row + 1 }, reason);
            }
        }
        // Nothing is wide enough, in a table full of holes: the widest row names the most.
        let widest = (0..self.count).rev().max_by_key(|row| self.filled[*row]).unwrap_or(0);
        self.judge(widest)
    }

    /// Whether the first row that is wide enough names the columns, or is one of data already.
    fn judge(&self, row: usize) -> (Found, String) {
        if self.is_data(row) {
            let line = self.rows.line(row);
            let reason =
                format!("Aucun nom au-dessus de la ligne {line}, qui ressemble aux suivantes.");
            return (Found::None(row), reason);
        }
        let below = row + 1;
        // A line such as « Champ : ; France » may be as wide as a narrow table.
        if below < self.count
            && self.filled[below] > self.filled[row]
            && self.filled[below] >= self.width
            && self.kinds(below).all(|kind| kind != Kind::Number)
            && self.contrast(below) > self.contrast(row)
        {
            return self.judge(below);
        }
        let last = if below < self.count && self.completes(row, below) { below } else { row };
        let reason = match (row, last > row) {
            (_, true) => "Les noms des colonnes tiennent sur deux lignes.",
            (0, _) => "La première ligne remplie nomme les colonnes.",
            _ => "Première ligne aussi large que le tableau et faite de mots.",
        };
        (Found::Rows { first: row, last }, reason.to_owned())
    }

    /// Whether a row looks like those below rather than like their names.
    fn is_data(&self, row: usize) -> bool {
        let kinds: Vec<Kind> = self.kinds(row).collect();
        let filled = kinds.iter().filter(|kind| **kind != Kind::Blank).count();
        let figures = kinds.iter().filter(|kind| **kind == Kind::Number).count();
        if figures == filled {
            return true;
        }
        let mut alike = 0;
        for (column, kind) in kinds.iter().enumerate() {
            let below = self.kind_below(row, column);
            match (kind, below) {
                (Kind::Number, Some(Kind::Number)) | (Kind::Code, Some(Kind::Code)) => alike += 1,
                (Kind::Word | Kind::Year, Some(Kind::Number | Kind::Code)) => return false,
                _ => {}
            }
        }
        alike > 0 || figures * 2 > filled
    }

    /// In how many columns a row holds a word, and the rows below figures or codes.
    fn contrast(&self, row: usize) -> usize {
        let kinds = self.kinds(row).enumerate();
        let differs = kinds.filter(|(column, kind)| {
            *kind == Kind::Word
                && matches!(self.kind_below(row, *column), Some(Kind::Number | Kind::Code))
        });
        differs.count()
    }

    /// Whether two rows together name the columns: the second, all words, fills the holes that a
    /// merged cell leaves beside « 2010 » in the first, and leaves its own under « code ».
    fn completes(&self, first: usize, second: usize) -> bool {
        let cell = |row, column| self.rows.cell(row, column).trim();
        let adjacent = self.rows.line(second) == self.rows.line(first) + 1;
        let width = self.rows.extent(first).max(self.rows.extent(second));
        let words =
            |row| self.kinds(row).all(|k| matches!(k, Kind::Word | Kind::Year | Kind::Blank));
        adjacent
            && second + 1 < self.count
            && self.filled[first] >= 2
            && self.filled[second] >= 2
            && cell(second, 0).is_empty()
            && !cell(first, 0).is_empty()
            && words(first)
            && words(second)
            && (0..width).all(|c| !cell(first, c).is_empty() || !cell(second, c).is_empty())
    }

    fn kinds(&self, row: usize) -> impl Iterator<Item = Kind> {
        self.rows.trimmed(row).map(kind)
    }

    /// The kind of most cells of a column below a row.
    fn kind_below(&self, row: usize, column: usize) -> Option<Kind> {
        let mut counts: HashMap<Kind, usize> = HashMap::new();
        let mut total = 0;
        for below in row + 1..self.count.min(row + 50) {
            let kind = kind(self.rows.cell(below, column).trim());
            if kind != Kind::Blank {
                // Years and codes of two digits are figures as well as names.
                let kind = if kind == Kind::Year { Kind::Number } else { kind };
                *counts.entry(kind).or_default() += 1;
                total += 1;
            }
        }
        counts.into_iter().find(|(_, count)| count * 10 >= total * 8).map(|(kind, _)| kind)
    }

    fn header(&self, found: Found, reason: String) -> Result<Header, TableError> {
        let (line, data, top) = match found {
            Found::Rows { first, last } => (Some(self.rows.line(last)), last + 1, first),
            Found::None(row) => (None, row, row),
        };
        let width = self.table_width(line.map(|_| data - 1), top, data);
        if width > MOST_COLUMNS {
            let line = line.unwrap_or_else(|| self.rows.line(data));
            return Err(TableError::TooLarge { what: TooLarge::Columns { line, found: width } });
        }
        let mut notices = Vec::new();
        let names = match line {
            Some(_) => self.names(top, data, width, &mut notices),
            None => {
                notices.push(TableNotice::NoHeader { line: self.rows.line(data) });
                (1..=width).map(unnamed).collect()
            }
        };
        // A row of groups such as « 2010 » above the names helped to tell them apart.
        if let Some(first) = self.rows.trimmed(0).find(|cell| !cell.is_empty())
            && top > 0
        {
            let lines: Lines = (0..top).map(|row| self.rows.line(row)).collect();
            notices.insert(0, TableNotice::TitleRows { lines, first: excerpt(first) });
        }
        Ok(Header { names, line, data, reason, notices })
    }

    /// As wide as its names, or wider when more than a few rows hold something beyond.
    fn table_width(&self, header: Option<usize>, top: usize, data: usize) -> usize {
        let named = header.map_or(0, |row| self.rows.extent(row).max(self.rows.extent(top)));
        let mut extents: Vec<usize> = (data..self.count).map(|row| self.rows.extent(row)).collect();
        extents.sort_unstable_by(|a, b| b.cmp(a));
        let few = if header.is_none() { 0 } else { (extents.len() / 20).max(2) };
        named.max(extents.get(few).copied().unwrap_or(0)).max(1)
    }

    fn names(
        &self,
        top: usize,
        data: usize,
        width: usize,
        notices: &mut Vec<TableNotice>,
    ) -> Vec<String> {
        let row = data - 1;
        let mut names: Vec<String> = (0..width).map(|c| one_line(self.rows.cell(row, c))).collect();
        // Names that a merged cell above completes: its text stands over its first column only.
        let groups = if top < row { Some(top) } else { self.groups_above(row) };
        if let Some(groups) = groups {
            self.complete(&mut names, groups);
        }
        let mut unnamed_columns = Vec::new();
        for (column, name) in names.iter_mut().enumerate().filter(|(_, name)| name.is_empty()) {
            *name = unnamed(column + 1);
            let mut below = data..self.count;
            if below.any(|row| !self.rows.cell(row, column).trim().is_empty()) {
                unnamed_columns.push(name.clone());
            }
        }
        if !unnamed_columns.is_empty() {
            notices.push(TableNotice::UnnamedColumns { columns: unnamed_columns });
        }
        let repeated = number_repeated(&mut names);
        if !repeated.is_empty() {
            notices.push(TableNotice::RepeatedNames { names: repeated });
        }
        names
    }

    /// The row right above the names, when it holds groups and these repeat a name.
    fn groups_above(&self, row: usize) -> Option<usize> {
        let above = row.checked_sub(1)?;
        let adjacent = self.rows.line(above) + 1 == self.rows.line(row);
        (adjacent && self.filled[above] >= 2).then_some(above)
    }

    /// Puts the group in front of names that are repeated, and in place of those that lack.
    fn complete(&self, names: &mut [String], groups: usize) {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            *seen.entry(name.clone()).or_default() += 1;
        }
        let mut group = String::new();
        for (column, name) in names.iter_mut().enumerate() {
            let text = one_line(self.rows.cell(groups, column));
            if !text.is_empty() {
                group = text;
            }
            if name.is_empty() {
                name.push_str(&one_line(self.rows.cell(groups, column)));
            } else if !group.is_empty() && seen.get(name.as_str()).is_some_and(|count| *count > 1) {
                *name = format!("{group} {name}");
            }
        }
    }
}

/// « colonne 3 ».
fn unnamed(column: usize) -> String {
    format!("colonne {column}")
}

/// Numbers the names that stand before: « nom », « nom (2) ».
pub(super) fn number_repeated(names: &mut [String]) -> Vec<String> {
    let mut taken: HashSet<String> = names.iter().cloned().collect();
    let (mut seen, mut repeated) = (HashMap::<String, usize>::new(), Vec::new());
    for name in names {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count == 1 {
            continue;
        }
        if *count == 2 {
            repeated.push(name.clone());
        }
        let mut numbered = format!("{name} ({count})");
        while !taken.insert(numbered.clone()) {
            *count += 1;
            numbered = format!("{name} ({count})");
        }
        *name = numbered;
    }
    repeated
}

/// A name without line breaks nor blanks in a row.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
