//! The rows of a text, read on all cores.

use std::{
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    Lines, Progress, Separator, Table, TableError, TableNotice,
    block::Block,
    cutter::{Wanted, cut},
    header::{self, Header},
    line_ends::line_ends,
    names::{self, Named},
    notes, repeated_header,
    rows::Around,
    split_decimals::SplitDecimals,
};

/// A text, valid UTF-8, in parts that begin with a record each.
pub(super) struct Body {
    pub text: Arc<Vec<u8>>,
    /// Where the first part begins.
    pub start: usize,
    /// Where each part begins, from there.
    pub cuts: Vec<usize>,
    pub separator: Separator,
    pub first_line: u32,
}

/// What one core made of its part.
struct Part {
    block: Block,
    long: Lines,
    first_beyond: Option<String>,
}

impl Body {
    /// The first rows, at their full width.
    pub fn head(&self) -> Block {
        let wanted = Wanted {
            first_line: 0,
            width: usize::MAX,
            rows: header::SAMPLE,
            cells: 4 * header::MOST_COLUMNS * header::SAMPLE,
        };
        let all = self.start..self.text.len();
        let records = cut(&self.text, all, self.separator.byte(), self.first_line, wanted);
        Block::of_records(Arc::clone(&self.text), records)
    }

    /// All rows below the header, of which `head` has the first.
    pub fn table(
        &self,
        head: &Block,
        header: &Header,
        notices: &mut Vec<TableNotice>,
        progress: &Progress,
    ) -> Result<Table, TableError> {
        let first_line = match head.line(header.data) {
            // There is nothing below the header.
            0 => head.line(header.data - 1).saturating_add(1),
            line => line,
        };
        let (mut long, mut first_beyond, mut blocks) = (Lines::default(), None, Vec::new());
        let split = SplitDecimals::find(head, header, self.separator);
        let read_width = split.as_ref().map_or(header.width, |split| split.width + 2);
        for part in self.parts(Wanted::all(first_line, read_width), progress)? {
            long.append(&part.long);
            first_beyond = first_beyond.or(part.first_beyond);
            if part.block.len() > 0 {
                blocks.push(part.block);
            }
        }
        let mended = split.map(|split| (split.width, split.mend(&blocks)));
        let width = mended.as_ref().map_or(header.width, |(width, _)| *width);
        let header = &Header { width, is_short: header.is_short && mended.is_none(), ..*header };
        if let Some((_, (rows, notice))) = mended {
            blocks = rows;
            notices.extend(notice);
        }
        let notes = notes::take(&mut blocks, header.width);
        let short = lines_shorter_than(header.width, &blocks);
        let shift = header.is_short
            && short.count + long.count == 0
            && has_row_names(&blocks, header.width, self.separator);
        let Named { names, titles, notices: named } = names::name(head, header, shift);
        notices.extend(named);
        let expected = header.width;
        if short.count > 0 {
            notices.push(TableNotice::TooFewCells { lines: short, expected });
        }
        if let Some(first) = first_beyond {
            notices.push(TableNotice::TooManyCells { lines: long, expected, first });
        }
        notices.extend(notes::notice(&notes));
        let repeated = repeated_header::take(&mut blocks, &names.written);
        notices.extend(repeated_header::notice(&repeated));
        let notes = repeated.into_iter().chain(notes).collect();
        let around = Around { titles, notes, ..Around::default() };
        Ok(Table::new(names, around, blocks))
    }

    /// What all cores make of their parts, in the order of the file.
    fn parts(&self, wanted: Wanted, progress: &Progress) -> Result<Vec<Part>, TableError> {
        let starts = self.cuts.iter().map(|cut| self.start + cut);
        let ends = starts.clone().skip(1).chain([self.text.len()]);
        let parts: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        let lines = |part: &Range<usize>| line_ends(&self.text[part.clone()]);
        let lines: Vec<u32> = parts.par_iter().map(lines).collect();
        let first_lines: Vec<u32> = lines
            .iter()
            .scan(self.first_line, |next, count| Some(std::mem::replace(next, *next + count)))
            .collect();
        let done = AtomicUsize::new(0);
        let read = |(part, line): (&Range<usize>, &u32)| {
            let records = cut(&self.text, part.clone(), self.separator.byte(), *line, wanted);
            let (long, first_beyond) = (records.long.clone(), records.first_beyond.clone());
            let block = Block::of_records(Arc::clone(&self.text), records);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            let share = 0.3 + 0.7 * done as f32 / parts.len() as f32;
            match progress(share).is_continue() {
                true => Ok(Part { block, long, first_beyond }),
                false => Err(TableError::Cancelled),
            }
        };
        parts.par_iter().zip(&first_lines).map(read).collect()
    }
}

/// The rows that have fewer cells than this.
fn lines_shorter_than(width: usize, blocks: &[Block]) -> Lines {
    let rows = blocks.iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
    let short = rows.filter(|(block, row)| block.width(*row) < width);
    short.map(|(block, row)| block.line(row)).collect()
}

/// Whether the first cells of all rows may be their names, to which a header that is one cell short
/// gives none: no two alike, as R itself asks. Decimal commas between cells that a comma sets apart
/// make one cell too many as well, of a few digits behind a whole number.
fn has_row_names(blocks: &[Block], width: usize, separator: Separator) -> bool {
    let rows = || blocks.iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
    let mut names = FxHashSet::default();
    let distinct = rows().all(|(block, row)| names.insert(block.cell(row, 0).trim()));
    let digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = |cell: &str| digits(cell) && (cell == "0" || !cell.starts_with('0'));
    let is_split = |(block, row): (&Block, usize)| {
        let [whole, decimals] = [2, 1].map(|back| block.cell(row, width - back).trim());
        is_whole(whole) && digits(decimals) && decimals.len() <= 3
    };
    let split = separator == Separator::Comma && width >= 2 && rows().all(is_split);
    distinct && !split
}
