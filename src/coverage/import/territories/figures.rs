//! The share and the counts of each row.

use super::super::{
    ColumnMeaning, ImportChoices, ImportReport,
    columns::{Cells as ColumnCells, ColumnSet, answer_in},
    headers::counts_the_silent,
    numbers::{DecimalSign, ShareStyle, count},
    recognised::{Recognised, RecognisedKind},
    schools::equipment::{EquipmentColumn, tell_equipment},
};
use super::{
    row_cells::RowCells,
    row_counts::Counts,
    written::{SetSigns, cells_of, signs_of_counts, style_of_shares},
};
use crate::{
    coverage::{
        CoverageNotice,
        figures::Figures,
        vocabulary::{Answer, SectorWord, missing_word, sector_word},
    },
    table::{Row, Table},
};

/// How the figures of a table are written: decided once for all its columns.
pub(super) struct FigureReader {
    /// Shares side by side are written alike: one of them may settle it for all.
    share: Option<ShareStyle>,
    sets: Vec<SetSigns>,
    headers: Vec<String>,
    /// Columns that count schools without an answer.
    silent: Vec<usize>,
    /// Beside those that count a yes and a no, the columns of what is neither.
    others: Vec<usize>,
    /// Columns are headed by answers: blanks count none.
    is_pivot: bool,
    /// What each row answers, where rows are answers.
    answers: Option<EquipmentColumn>,
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
    pub fn new(
        table: &Table,
        columns: &[ColumnMeaning],
        sets: &[ColumnSet],
        choices: &ImportChoices,
    ) -> (Self, Vec<String>) {
        let share = style_of_shares(table, sets, choices);
        let (sets, thousands) = signs_of_counts(table, sets, choices);
        let headers = table.headers().to_vec();
        let silent = (0..headers.len()).filter(|rank| counts_the_silent(&headers[*rank])).collect();
        let has_answers = sets.iter().any(|set| set.set.answers.is_some());
        let answers = has_answers.then(|| EquipmentColumn::find(table, columns, choices)).flatten();
        let reader = Self {
            share,
            silent,
            others: neither_yes_nor_no(table, columns, &sets),
            is_pivot: sets.iter().any(|set| is_headed_by_an_answer(table, columns, &set.set)),
            sets,
            headers,
            answers,
        };
        (reader, thousands)
    }

    /// The sets of columns, in their order.
    pub fn sets(&self) -> impl Iterator<Item = &ColumnSet> {
        self.sets.iter().map(|signs| &signs.set)
    }

    /// Whether a row of a pivot table counts some answer: its blanks count none.
    fn is_pivot_row(&self, row: &Row<'_>, set: &ColumnSet) -> bool {
        let of_answers = [set.equipped, set.not_equipped].into_iter().flatten();
        self.is_pivot
            && of_answers.chain(self.others.iter().copied()).chain(set.total).any(|column| {
                count(row.cell(column), row.kind(column), DecimalSign::Comma).is_some()
            })
    }

    /// How shares are written, where there are some.
    pub fn share_style(&self) -> Option<&ShareStyle> {
        self.share.as_ref()
    }

    /// Whether rows are answers, which add up.
    pub fn has_answers(&self) -> bool {
        self.answers.is_some()
    }

    /// Whether a row gives the total of all answers.
    pub fn is_total_of_answers(&self, row: &Row<'_>) -> bool {
        self.answers.as_ref().is_some_and(|column| is_total(row.cell(column.column)))
    }

    /// What was decided of a column of answers, and the words that are none.
    pub fn tell_answers(&self, report: &mut ImportReport) {
        let Some(column) = &self.answers else { return };
        let words = column.words.iter().filter(|word| !is_total(&word.word)).cloned();
        report.words.extend(words);
        let rows = match self.sets.iter().any(|set| set.set.total.is_some()) {
            true => "une réponse chacune, additionnées par territoire",
            false => "un établissement chacune, additionnés par territoire",
        };
        report.recognised.push(Recognised::new(RecognisedKind::Rows, rows));
        tell_equipment(Some(column), report);
    }

    /// The figures of a row in a set, checked, and what was found wrong with them.
    pub fn read(&self, row: &Row<'_>, rank: usize) -> RowFigures {
        let signs = &self.sets[rank];
        let set = &signs.set;
        let mut cells = RowCells::new(row, &self.headers, self.share.as_ref());
        if let (Some(answers), Some(column)) = (&self.answers, set.answers) {
            let schools = match set.total {
                Some(total) => cells.count(total, signs.total),
                None => Some(1),
            };
            return answered(row, schools, answers.read(row), column, cells);
        }
        cells.blank_is_none = self.is_pivot_row(row, set);
        let published = set.share.and_then(|column| cells.share(column));
        let published =
            published.map(|share| if set.is_complement { 100.0 - share } else { share });
        let counts = self.counts(row, signs, &mut cells);
        let disagreement = counts.disagreement();
        let is_refused = disagreement.as_ref().is_some_and(CoverageNotice::is_a_loss);
        let (equipped, total) = if is_refused { (None, None) } else { counts.completed() };
        let RowCells { mut notices, flags, missing, said, .. } = cells;
        let (mut figures, notice) = Figures::check(row.line, published, equipped, total);
        notices.extend(notice);
        let some_did_not_answer =
            disagreement.is_some() || counts.others > 0 || self.counts_silent_schools(row);
        let is_a_minimum =
            figures.equipped.is_some() && figures.total.is_some() && some_did_not_answer;
        notices.extend(disagreement);
        if figures.share.is_none() {
            figures.missing = figures.missing.or(missing);
        }
        let holds_a_value = [set.share, set.ratio, set.equipped, set.not_equipped]
            .into_iter()
            .flatten()
            .any(|column| missing_word(row.cell(column)).is_none());
        let said = said.filter(|_| figures.share.is_none());
        RowFigures { figures, is_a_minimum, holds_a_value, notices, flags, said }
    }

    /// The counts of a row in a set, as its cells give them.
    fn counts(&self, row: &Row<'_>, signs: &SetSigns, cells: &mut RowCells<'_>) -> Counts {
        let set = &signs.set;
        let mut counted = |column: Option<usize>, sign| column.and_then(|c| cells.count(c, sign));
        let (equipped, not_equipped, total) = (
            counted(set.equipped, signs.equipped),
            counted(set.not_equipped, signs.not_equipped),
            counted(set.total, signs.total),
        );
        let (equipped, total) = match set.ratio.and_then(|column| cells.ratio(column)) {
            Some((some, of)) if set.is_complement => (of.checked_sub(some), Some(of)),
            Some((some, of)) => (Some(some), Some(of)),
            None => (equipped, total),
        };
        let others = self.others.iter().filter_map(|column| cells.count(*column, signs.total));
        Counts {
            line: row.line,
            equipped,
            not_equipped,
            others: others.sum(),
            total,
            has_a_total: set.total.is_some(),
        }
    }

    /// Whether a row counts some schools in a column of those without an answer.
    fn counts_silent_schools(&self, row: &Row<'_>) -> bool {
        self.silent.iter().any(|column| {
            let (cell, kind) = (row.cell(*column), row.kind(*column));
            count(cell, kind, DecimalSign::Comma).is_some_and(|schools| schools > 0)
        })
    }
}

/// Beside a yes and a no, the columns of what is neither; one that means something else is none.
fn neither_yes_nor_no(table: &Table, columns: &[ColumnMeaning], sets: &[SetSigns]) -> Vec<usize> {
    let is_other = |column: &usize| {
        let says = answer_in(table.written_header(*column));
        let cells = ColumnCells::new(cells_of(table, *column));
        matches!(says, Some(Answer::Unknown | Answer::Planned))
            && columns[*column].meaning.is_none()
            && (cells.is_empty() || cells.are_counts())
    };
    let both = |set: &SetSigns| set.set.equipped.is_some() && set.set.not_equipped.is_some();
    match sets.iter().any(both) {
        true => (0..table.headers().len()).filter(is_other).collect(),
        false => Vec::new(),
    }
}

/// Whether the equipped schools of a set stand below an answer alone: « Oui ».
fn is_headed_by_an_answer(table: &Table, columns: &[ColumnMeaning], set: &ColumnSet) -> bool {
    set.equipped.is_some_and(|column| {
        !columns[column].theme.names_equipment
            && answer_in(table.written_header(column)) == Some(Answer::Yes)
    })
}

/// « Total », « Ensemble » among answers.
fn is_total(cell: &str) -> bool {
    sector_word(cell) == Some(SectorWord::Both)
}

/// What a row says that is an answer of some schools.
fn answered(
    row: &Row<'_>,
    schools: Option<u32>,
    has: Option<bool>,
    column: usize,
    cells: RowCells<'_>,
) -> RowFigures {
    let equipped = schools.map(|schools| if has == Some(true) { schools } else { 0 });
    let (figures, notice) = Figures::check(row.line, None, equipped, schools);
    let RowCells { mut notices, flags, .. } = cells;
    notices.extend(notice);
    RowFigures {
        figures,
        is_a_minimum: has.is_none() && schools.is_some_and(|schools| schools > 0),
        holds_a_value: missing_word(row.cell(column)).is_none(),
        notices,
        flags,
        said: None,
    }
}
