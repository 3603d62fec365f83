//! Which line names the columns.

use std::{collections::HashMap, fmt};

use super::{
    TableError, TooLarge,
    block::Block,
    kind::{Kind, kind},
};

/// How many rows are looked at.
pub(super) const SAMPLE: usize = 200;

/// Titles take fewer rows than this; a header further down is none.
const MOST_TITLES: usize = 40;

/// More columns than any spreadsheet has.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// Where the header of a table stands among the first rows of its file.
pub(super) struct Header {
    /// The line of the names; `None` when the file has none.
    pub line: Option<u32>,
    /// Rank of the first row of names, or of data where there are no names. What stands above is a
    /// title.
    pub top: usize,
    /// Rank of the first row of data.
    pub data: usize,
    /// How many columns the table has.
    pub width: usize,
    /// Whether all rows of data have one cell more than the names, as R writes them.
    pub is_short: bool,
    pub reason: HeaderReason,
}

/// Why a line names the columns, or none does, as a French sentence through `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderReason {
    /// By a person.
    Chosen,
    /// It is the first that holds something.
    First,
    /// It is the first that is as wide as the table, and it is made of words.
    AsWideAsTheTable,
    /// Two lines complete each other.
    OnTwoLines,
    /// Words stand above figures, with a hole among them.
    WordsAboveFigures,
    /// The data begin at this line, which looks like those below.
    DataFrom { line: u32 },
}

impl fmt::Display for HeaderReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chosen => "Elle est choisie à la main.",
            Self::First => "La première ligne remplie nomme les colonnes.",
            Self::AsWideAsTheTable => {
                "C’est la première ligne aussi large que le tableau, et faite de mots."
            }
            Self::OnTwoLines => "Les noms des colonnes tiennent sur deux lignes.",
            Self::WordsAboveFigures => "Des mots au-dessus de chiffres nomment les colonnes.",
            Self::DataFrom { line } => {
                return write!(
                    f,
                    "Aucun nom ne se trouve au-dessus de la ligne {line}, qui ressemble aux suivantes."
                );
            }
        })
    }
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
        Some(0) => (Found::None(0), HeaderReason::Chosen),
        Some(line) => {
            let row = by_line(line).unwrap_or(count - 1);
            (Found::Rows { first: row, last: row }, HeaderReason::Chosen)
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
    fn find(&self) -> (Found, HeaderReason) {
        let enough = match self.width {
            0 | 1 => 1,
            2 => 2,
            width => (width - (width / 4).max(1)).max(2),
        };
        let searched = self.count.min(MOST_TITLES);
        for row in 0..searched {
            if self.filled[row] >= enough && !self.is_labelled(row) {
                return self.judge(row);
            }
            if row + 1 < self.count
                && self.completes(row, row + 1)
                && self.filled[row] + self.filled[row + 1] >= enough
            {
                let found = Found::Rows { first: row, last: row + 1 };
                return (found, HeaderReason::OnTwoLines);
            }
        }
        // Nothing is wide enough, in a table full of holes: the widest row names the most.
        let widest = (0..searched).rev().max_by_key(|row| self.filled[*row]).unwrap_or(0);
        self.judge(widest)
    }

    /// Whether a row says something of the whole table: « Champ : ; France ».
    fn is_labelled(&self, row: usize) -> bool {
        let first = self.rows.trimmed(row).find(|cell| !cell.is_empty());
        self.filled[row] <= 2 && first.is_some_and(|cell| cell.ends_with(':'))
    }

    /// Whether the first row that is wide enough names the columns, or is one of data already.
    fn judge(&self, row: usize) -> (Found, HeaderReason) {
        if self.is_data(row) {
            let line = self.rows.line(row);
            // Names with a hole among them, as a column of row numbers leaves one.
            if let Some(above) = row.checked_sub(1)
                && self.rows.extent(above) == self.rows.extent(row)
                && self.contrast(above) > 0
            {
                let found = Found::Rows { first: above, last: above };
                return (found, HeaderReason::WordsAboveFigures);
            }
            return (Found::None(row), HeaderReason::DataFrom { line });
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
            (_, true) => HeaderReason::OnTwoLines,
            (0, _) => HeaderReason::First,
            _ => HeaderReason::AsWideAsTheTable,
        };
        (Found::Rows { first: row, last }, reason)
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
        let width = self.rows.extent(first).max(self.rows.extent(second));
        let words =
            |row| self.kinds(row).all(|k| matches!(k, Kind::Word | Kind::Year | Kind::Blank));
        second + 1 < self.count
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

    fn header(&self, found: Found, reason: HeaderReason) -> Result<Header, TableError> {
        let (line, data, top) = match found {
            Found::Rows { first, last } => (Some(self.rows.line(last)), last + 1, first),
            Found::None(row) => (None, row, row),
        };
        let names = line.map(|_| data - 1);
        let is_short = names.is_some_and(|row| self.is_short(row));
        let width = match names {
            Some(row) if is_short => self.rows.width(row) + 1,
            _ => self.table_width(names, top, data),
        };
        if width > MOST_COLUMNS {
            let line = line.unwrap_or_else(|| self.rows.line(data));
            return Err(TableError::TooLarge { what: TooLarge::Columns { line, found: width } });
        }
        Ok(Header { line, top, data, width, is_short, reason })
    }

    /// Whether every row below these names has exactly one cell more, and most fill their last: a
    /// separator at the end of each line makes an empty one.
    fn is_short(&self, names: usize) -> bool {
        let width = self.rows.width(names) + 1;
        let below = || names + 1..self.count;
        let filled = below().filter(|row| self.rows.extent(*row) == width).count();
        self.rows.extent(names) == width - 1
            && below().all(|row| self.rows.width(row) == width || self.filled[row] == 1)
            && filled > 0
            && filled * 10 >= below().len() * 8
    }

    /// As wide as its names, or wider when more than a few rows hold something beyond.
    fn table_width(&self, header: Option<usize>, top: usize, data: usize) -> usize {
        let named = header.map_or(0, |row| self.rows.extent(row).max(self.rows.extent(top)));
        let mut extents: Vec<usize> = (data..self.count).map(|row| self.rows.extent(row)).collect();
        extents.sort_unstable_by(|a, b| b.cmp(a));
        let few = if header.is_none() { 0 } else { (extents.len() / 20).max(2) };
        named.max(extents.get(few).copied().unwrap_or(0)).max(1)
    }
}
