//! The share and the counts of a row.

use super::super::{
    ColumnMeaning, ImportChoices, ImportReport,
    columns::{Cells as ColumnCells, ColumnSet, answer_in},
    excerpt::excerpt,
    headers::counts_the_silent,
    numbers::{
        DecimalSign, Expected, Number, ShareStyle, SignReason, count, number, number_style, ratio,
        share_style,
    },
    report::{Recognised, RecognisedKind},
    schools::equipment::{EquipmentColumn, tell_equipment},
};
use super::scale::by_counts;
use crate::{
    coverage::{
        CoverageNotice, MissingReason,
        figures::Figures,
        vocabulary::{Answer, SectorWord, missing_word, sector_word},
    },
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
    /// Beside those that count a yes and a no, the columns of what is neither.
    others: Vec<usize>,
    /// Columns are headed by answers: blanks count none.
    is_pivot: bool,
    /// What each row answers, where rows are answers.
    answers: Option<EquipmentColumn>,
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
}

impl FigureReader {
    /// Decides it from whole columns. Answers too which thousands were guessed.
    pub fn new(
        table: &Table,
        columns: &[ColumnMeaning],
        sets: &[ColumnSet],
        choices: &ImportChoices,
    ) -> (Self, Vec<String>) {
        let cells =
            |column: usize| table.rows().map(move |row| (row.cell(column), row.kind(column)));
        let shares: Vec<usize> = sets.iter().filter_map(|set| set.share).collect();
        let share = shares.first().map(|first| {
            let alike: Vec<(&str, CellKind)> =
                shares.iter().flat_map(|column| cells(*column)).collect();
            let mut style = share_style(&alike, table.written_header(*first));
            by_counts(table, sets, &mut style);
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
        let sets: Vec<SetSigns> = sets
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
        // Beside a yes and a no, what is neither; a column that means something else is none.
        let is_other = |column: &usize| {
            let says = answer_in(table.written_header(*column));
            let cells = ColumnCells::new(cells(*column));
            matches!(says, Some(Answer::Unknown | Answer::Planned))
                && columns[*column].meaning.is_none()
                && (cells.is_empty() || cells.are_counts())
        };
        let both = |set: &SetSigns| set.set.equipped.is_some() && set.set.not_equipped.is_some();
        let others = match sets.iter().any(both) {
            true => (0..table.headers().len()).filter(is_other).collect(),
            false => Vec::new(),
        };
        let counts_answers = |set: &SetSigns| {
            set.set.equipped.is_some_and(|column| {
                !columns[column].theme.names_equipment
                    && answer_in(table.written_header(column)) == Some(Answer::Yes)
            })
        };
        let is_pivot = sets.iter().any(counts_answers);
        let has_answers = sets.iter().any(|set| set.set.answers.is_some());
        let answers = has_answers.then(|| EquipmentColumn::find(table, columns, choices)).flatten();
        (Self { share, sets, headers, silent, others, is_pivot, answers }, thousands)
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
        let mut reading = Cells {
            reader: self,
            row,
            notices: Vec::new(),
            flags: Vec::new(),
            missing: None,
            blank_is_none: false,
        };
        if let (Some(answers), Some(column)) = (&self.answers, set.answers) {
            let schools = match set.total {
                Some(total) => reading.count(total, signs.total),
                None => Some(1),
            };
            return answered(row, schools, answers.read(row), column, reading);
        }
        reading.blank_is_none = self.is_pivot_row(row, set);
        let published = set.share.and_then(|column| reading.share(column));
        let published =
            published.map(|share| if set.is_complement { 100.0 - share } else { share });
        let mut counted = |column: Option<usize>, sign| column.and_then(|c| reading.count(c, sign));
        let (equipped, not_equipped, total) = (
            counted(set.equipped, signs.equipped),
            counted(set.not_equipped, signs.not_equipped),
            counted(set.total, signs.total),
        );
        let (equipped, total) = match set.ratio.and_then(|column| reading.ratio(column)) {
            Some((some, of)) if set.is_complement => (of.checked_sub(some), Some(of)),
            Some((some, of)) => (Some(some), Some(of)),
            None => (equipped, total),
        };
        let others: u32 =
            self.others.iter().filter_map(|column| reading.count(*column, signs.total)).sum();
        let answers = Answers { line: row.line, equipped, not_equipped, others, total };
        let disagreement = answers.disagreement();
        let is_refused = disagreement.as_ref().is_some_and(CoverageNotice::is_a_loss);
        let (equipped, total) = if is_refused { (None, None) } else { (equipped, total) };
        let not_equipped = not_equipped.filter(|_| !is_refused);
        let equipped = equipped.or_else(|| total?.checked_sub(not_equipped?));
        // « Avec » and « sans » are all of them together.
        let both = || equipped?.checked_add(not_equipped?)?.checked_add(others);
        let total = total.or_else(|| both().filter(|_| set.total.is_none()));
        let Cells { mut notices, flags, missing, .. } = reading;
        let (mut figures, notice) = Figures::check(row.line, published, equipped, total);
        notices.extend(notice);
        let is_silent = |column: &usize| {
            let (cell, kind) = (row.cell(*column), row.kind(*column));
            count(cell, kind, DecimalSign::Comma).is_some_and(|schools| schools > 0)
        };
        let is_a_minimum = figures.equipped.is_some()
            && figures.total.is_some()
            && (disagreement.is_some() || others > 0 || self.silent.iter().any(is_silent));
        notices.extend(disagreement);
        if figures.share.is_none() {
            figures.missing = figures.missing.or(missing);
        }
        let holds_a_value = [set.share, set.ratio, set.equipped, set.not_equipped]
            .into_iter()
            .flatten()
            .any(|column| missing_word(row.cell(column)).is_none());
        RowFigures { figures, is_a_minimum, holds_a_value, notices, flags }
    }
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
    reading: Cells<'_>,
) -> RowFigures {
    let equipped = schools.map(|schools| if has == Some(true) { schools } else { 0 });
    let (figures, notice) = Figures::check(row.line, None, equipped, schools);
    let Cells { mut notices, flags, .. } = reading;
    notices.extend(notice);
    RowFigures {
        figures,
        is_a_minimum: has.is_none() && schools.is_some_and(|schools| schools > 0),
        holds_a_value: missing_word(row.cell(column)).is_none(),
        notices,
        flags,
    }
}

/// The counts of a row that has all three.
struct Answers {
    line: u32,
    equipped: Option<u32>,
    not_equipped: Option<u32>,
    /// Neither a yes nor a no.
    others: u32,
    total: Option<u32>,
}

impl Answers {
    /// That they contradict each other.
    fn disagreement(&self) -> Option<CoverageNotice> {
        let (equipped, not_equipped, total) = (self.equipped?, self.not_equipped?, self.total?);
        let line = self.line;
        let sum = equipped.checked_add(not_equipped).and_then(|sum| sum.checked_add(self.others));
        (sum != Some(total)).then_some(CoverageNotice::CountsDoNotAddUp {
            line,
            equipped,
            not_equipped,
            total,
        })
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
    /// A blank cell of a pivot table counts none.
    blank_is_none: bool,
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
            self.notices.push(CoverageNotice::ShareOutOfRange { line: self.row.line, value });
            return None;
        }
        Some(percent)
    }

    fn count(&mut self, column: usize, sign: DecimalSign) -> Option<u32> {
        let (cell, kind) = (self.row.cell(column), self.row.kind(column));
        if self.blank_is_none && cell.trim().is_empty() {
            return Some(0);
        }
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

    fn ratio(&mut self, column: usize) -> Option<(u32, u32)> {
        let cell = self.row.cell(column);
        if self.is_missing(cell) {
            return None;
        }
        let found = ratio(cell);
        if found.is_none() {
            self.left_out(column, "un nombre sur un autre, comme 20/50");
        }
        found.map(|one| (one.some, one.of))
    }

    /// Whether a cell has no value. An empty one states nothing; a word says why, and the first
    /// word of a row stands.
    fn is_missing(&mut self, cell: &str) -> bool {
        let Some(word) = missing_word(cell) else { return false };
        if !cell.trim().is_empty() && self.missing.is_none() {
            self.missing = Some(word.reason);
        }
        true
    }

    fn note_flag(&mut self, cell: &str, number: Option<Number>) {
        if number.is_some_and(|number| number.flag) {
            self.flags.push(excerpt(cell));
        }
    }

    fn left_out(&mut self, column: usize, expected: &'static str) {
        self.notices.push(CoverageNotice::CellLeftOut {
            line: self.row.line,
            column: self.reader.headers.get(column).cloned().unwrap_or_default(),
            value: excerpt(self.row.cell(column)),
            expected,
        });
    }
}
