//! The share and the counts of a row.

use super::super::{
    ImportChoices,
    columns::ColumnSet,
    excerpt::excerpt,
    headers::counts_the_silent,
    numbers::{
        DecimalSign, Expected, Number, ShareStyle, SignReason, count, number, number_style,
        share_style,
    },
};
use crate::{
    coverage::{CoverageNotice, MissingReason, figures::Figures, vocabulary::missing_word},
    table::{CellKind, Row, Table},
};

/// How the figures of a table are written: decided once for all its columns.
pub(super) struct FigureReader {
    /// Shares side by side are written alike: one of them may settle it for all.
    share: Option<ShareStyle>,
    sets: Vec<SetSigns>,
    headers: Vec<String>,
    /// Columns that count schools without an answer.
    silent: Vec<usize>,
}

/// One set of columns, and the decimal signs of its counts.
struct SetSigns {
    set: ColumnSet,
    equipped: DecimalSign,
    not_equipped: DecimalSign,
    total: DecimalSign,
}

/// What a row says of a set.
pub(super) struct RowFigures {
    pub figures: Figures,
    /// Some schools did not answer: those that are not known to be equipped may be.
    pub is_a_minimum: bool,
    /// Some cell holds a value, or what should be one.
    pub holds_a_value: bool,
    pub notices: Vec<CoverageNotice>,
    /// Cells that have a mark after their number.
    pub flags: Vec<String>,
    /// The text of the cell that stands in place of a share, where there is none.
    pub said: Option<String>,
}

impl FigureReader {
    /// Decides it from whole columns. Answers too which thousands were guessed.
    pub fn new(table: &Table, sets: &[ColumnSet], choices: &ImportChoices) -> (Self, Vec<String>) {
        let cells =
            |column: usize| table.rows().map(move |row| (row.cell(column), row.kind(column)));
        let shares: Vec<usize> = sets.iter().filter_map(|set| set.share).collect();
        let share = shares.first().map(|first| {
            let alike: Vec<(&str, CellKind)> =
                shares.iter().flat_map(|column| cells(*column)).collect();
            let mut style = share_style(&alike, table.written_header(*first));
            if let Some(scale) = choices.scale {
                style.choose(scale);
            }
            style.sign = choices.decimal_sign.unwrap_or(style.sign);
            style
        });
        let mut thousands = Vec::new();
        let mut sign = |column: Option<usize>| {
            let Some(column) = column else { return DecimalSign::Comma };
            if let Some(chosen) = choices.decimal_sign {
                return chosen;
            }
            let style = number_style(cells(column), Expected::Count);
            if let Some(SignReason::Thousands(cell)) = style.reason {
                thousands.push(cell);
            }
            style.sign
        };
        let sets = sets
            .iter()
            .map(|set| SetSigns {
                set: *set,
                equipped: sign(set.equipped),
                not_equipped: sign(set.not_equipped),
                total: sign(set.total),
            })
            .collect();
        let headers = table.headers().to_vec();
        let silent = (0..headers.len()).filter(|rank| counts_the_silent(&headers[*rank])).collect();
        (Self { share, sets, headers, silent }, thousands)
    }

    /// The sets of columns, in their order.
    pub fn sets(&self) -> impl Iterator<Item = &ColumnSet> {
        self.sets.iter().map(|signs| &signs.set)
    }

    /// How shares are written, where there are some.
    pub fn share_style(&self) -> Option<&ShareStyle> {
        self.share.as_ref()
    }

    /// The figures of a row in a set, checked, and what was found wrong with them.
    pub fn read(&self, row: &Row<'_>, rank: usize) -> RowFigures {
        let signs = &self.sets[rank];
        let set = &signs.set;
        let mut reading = Cells {
            reader: self,
            row,
            notices: Vec::new(),
            flags: Vec::new(),
            missing: None,
            said: None,
        };
        let published = set.share.and_then(|column| reading.share(column));
        let published =
            published.map(|share| if set.is_complement { 100.0 - share } else { share });
        let mut counted = |column: Option<usize>, sign| column.and_then(|c| reading.count(c, sign));
        let (equipped, not_equipped, total) = (
            counted(set.equipped, signs.equipped),
            counted(set.not_equipped, signs.not_equipped),
            counted(set.total, signs.total),
        );
        let answers = Answers { line: row.line, equipped, not_equipped, total };
        let disagreement = answers.disagreement();
        let is_refused = disagreement.as_ref().is_some_and(CoverageNotice::is_a_loss);
        let (equipped, total) = if is_refused { (None, None) } else { (equipped, total) };
        let not_equipped = not_equipped.filter(|_| !is_refused);
        let equipped = equipped.or_else(|| total?.checked_sub(not_equipped?));
        // « Avec » and « sans » are all of them together.
        let both = || equipped?.checked_add(not_equipped?);
        let total = total.or_else(|| both().filter(|_| set.total.is_none()));
        let Cells { mut notices, flags, missing, said, .. } = reading;
        let (mut figures, notice) = Figures::check(row.line, published, equipped, total);
        notices.extend(notice);
        let is_silent = |column: &usize| {
            let (cell, kind) = (row.cell(*column), row.kind(*column));
            count(cell, kind, DecimalSign::Comma).is_some_and(|schools| schools > 0)
        };
        let is_a_minimum = figures.equipped.is_some()
            && figures.total.is_some()
            && (disagreement.is_some() || self.silent.iter().any(is_silent));
        notices.extend(disagreement);
        if figures.share.is_none() {
            figures.missing = figures.missing.or(missing);
        }
        let holds_a_value = [set.share, set.equipped, set.not_equipped]
            .into_iter()
            .flatten()
            .any(|column| missing_word(row.cell(column)).is_none());
        let said = said.filter(|_| figures.share.is_none());
        RowFigures { figures, is_a_minimum, holds_a_value, notices, flags, said }
    }
}

/// The counts of a row that has all three.
struct Answers {
    line: u32,
    equipped: Option<u32>,
    not_equipped: Option<u32>,
    total: Option<u32>,
}

impl Answers {
    /// That they contradict each other.
    fn disagreement(&self) -> Option<CoverageNotice> {
        let (equipped, not_equipped, total) = (self.equipped?, self.not_equipped?, self.total?);
        let line = self.line;
        (equipped.checked_add(not_equipped) != Some(total))
            .then_some(CoverageNotice::CountsDoNotAddUp { line, equipped, not_equipped, total })
    }
}

/// The cells of a row, while they are read.
struct Cells<'a> {
    reader: &'a FigureReader,
    row: &'a Row<'a>,
    notices: Vec<CoverageNotice>,
    flags: Vec<String>,
    /// Why there is no value, where a word says so.
    missing: Option<MissingReason>,
    /// What stands in place of a value: that word, else the first cell that is no number, else
    /// nothing at all.
    said: Option<String>,
}

impl Cells<'_> {
    fn share(&mut self, column: usize) -> Option<f64> {
        let style = self.reader.share.as_ref()?;
        let (cell, kind) = (self.row.cell(column), self.row.kind(column));
        if self.is_missing(cell) {
            return None;
        }
        let Some(percent) = style.percent(cell, kind) else {
            self.left_out(column, "un nombre");
            return None;
        };
        self.note_flag(cell, number(cell, kind, style.sign));
        if !(0.0..=100.0).contains(&percent) {
            let value = excerpt(cell);
            self.note_said(cell);
            self.notices.push(CoverageNotice::ShareOutOfRange { line: self.row.line, value });
            return None;
        }
        Some(percent)
    }

    fn count(&mut self, column: usize, sign: DecimalSign) -> Option<u32> {
        let (cell, kind) = (self.row.cell(column), self.row.kind(column));
        if self.is_missing(cell) {
            return None;
        }
        match count(cell, kind, sign) {
            Some(schools) => {
                self.note_flag(cell, number(cell, kind, sign));
                Some(schools)
            }
            None => {
                self.left_out(column, "un nombre entier");
                None
            }
        }
    }

    /// Whether a cell has no value. An empty one states nothing; a word says why, and the first
    /// word of a row stands.
    fn is_missing(&mut self, cell: &str) -> bool {
        let Some(word) = missing_word(cell) else { return false };
        if !cell.trim().is_empty() && self.missing.is_none() {
            self.missing = Some(word.reason);
            self.said = Some(excerpt(cell));
        }
        self.note_said(cell);
        true
    }

    fn note_said(&mut self, cell: &str) {
        if self.said.as_deref().is_none_or(str::is_empty) {
            self.said = Some(excerpt(cell.trim()));
        }
    }

    fn note_flag(&mut self, cell: &str, number: Option<Number>) {
        if number.is_some_and(|number| number.flag) {
            self.flags.push(excerpt(cell));
        }
    }

    fn left_out(&mut self, column: usize, expected: &'static str) {
        self.note_said(self.row.cell(column));
        self.notices.push(CoverageNotice::CellLeftOut {
            line: self.row.line,
            column: self.reader.headers.get(column).cloned().unwrap_or_default(),
            value: excerpt(self.row.cell(column)),
            expected,
        });
    }
}
