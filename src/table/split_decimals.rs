//! Decimal commas between cells that a comma sets apart: `07,Ardèche,10,5` has one cell more than
//! its header, and 10 is not what it says.

use super::{Separator, TableNotice, block::Block, header::Header};

/// Where the numbers of a column were cut at their decimal commas.
pub(super) struct SplitDecimals {
    /// How many columns have a name, or a place for one.
    pub width: usize,
    /// The first column that may have been cut.
    column: usize,
    /// Certainly that one, whose numbers can be put together again; else what stands from it on is
    /// not known.
    is_sure: bool,
}

/// What stands behind a text that is no number for certain.
const DOUBTFUL: &str = " (?)";

impl SplitDecimals {
    /// Finds it in the first rows, by those that are longer than the header.
    pub fn find(head: &Block, header: &Header, separator: Separator) -> Option<Self> {
        header.line?;
        let width = head.width(header.data - 1);
        if separator != Separator::Comma || width < 2 {
            return None;
        }
        let (long, short): (Vec<usize>, Vec<usize>) =
            (header.data..head.len()).partition(|row| head.extent(*row) > width);
        if long.is_empty() {
            return None;
        }
        let rows = Rows { head, width, long, short };
        rows.cut_once().or_else(|| rows.cut_at_the_end())
    }

    /// The rows with their numbers put together, or so that none is taken for a number.
    pub fn mend(&self, blocks: &[Block]) -> (Vec<Block>, Option<TableNotice>) {
        let (mut sure, mut doubtful) = (Told::default(), Told::default());
        let mended = blocks.iter().map(|block| {
            let mut mended = Block::default();
            for row in 0..block.len() {
                let cells: Vec<&str> =
                    (0..block.width(row)).map(|column| block.cell(row, column)).collect();
                if block.extent(row) <= self.width {
                    mended.push(block.line(row), cells.into_iter().take(self.width));
                    continue;
                }
                let (text, is_sure) = self.joined(block, row);
                let mut whole: Vec<&str> = cells.iter().copied().take(self.column).collect();
                whole.push(&text);
                if is_sure {
                    whole.extend(cells.iter().copied().skip(self.column + 2));
                }
                whole.resize(self.width, "");
                mended.push(block.line(row), whole);
                (if is_sure { &mut sure } else { &mut doubtful }).add(&text);
            }
            mended
        });
        let mended: Vec<Block> = mended.collect();
        let notice = match (sure.count, doubtful.count) {
            (0, 0) => None,
            (count, 0) => Some(TableNotice::SplitDecimals { count, sample: sure.sample }),
            (_, count) => Some(TableNotice::DoubtfulDecimals { count, sample: doubtful.sample }),
        };
        (mended, notice)
    }

    /// The cells of a row that are one number, and whether they certainly are.
    fn joined(&self, block: &Block, row: usize) -> (String, bool) {
        let extent = block.extent(row);
        let is_like_the_others = is_whole(block.cell(row, self.column))
            && decimals(block.cell(row, self.column + 1)).is_some();
        let is_sure = self.is_sure && extent == self.width + 1 && is_like_the_others;
        let end = if is_sure { self.column + 2 } else { extent };
        let cells = (self.column..end).map(|column| block.cell(row, column).trim());
        let text = cells.collect::<Vec<_>>().join(",");
        if is_sure { (text, true) } else { (text + DOUBTFUL, false) }
    }
}

/// Rows that were mended alike.
#[derive(Clone, Debug, Default)]
struct Told {
    count: usize,
    sample: String,
}

impl Told {
    fn add(&mut self, text: &str) {
        self.count += 1;
        if self.sample.is_empty() {
            text.clone_into(&mut self.sample);
        }
    }
}

/// The first rows of a table: those that are longer than its header, and the others.
struct Rows<'a> {
    head: &'a Block,
    width: usize,
    long: Vec<usize>,
    short: Vec<usize>,
}

impl<'a> Rows<'a> {
    /// One column was cut, once in each long row. Several may be it where numbers stand side by
    /// side: what the other rows have in these columns tells.
    fn cut_once(&self) -> Option<SplitDecimals> {
        let is_one_longer = |row: &usize| self.head.extent(*row) == self.width + 1;
        if !self.long.iter().all(is_one_longer) {
            return None;
        }
        let may_be_cut: Vec<usize> =
            (1..self.width).filter(|column| self.may_be_cut_at(*column)).collect();
        let first = *may_be_cut.first()?;
        let fits = |column: &&usize| self.columns_agree(**column) && self.is_plain(**column);
        let fitting: Vec<usize> = match may_be_cut.len() {
            1 => may_be_cut.iter().filter(|column| self.columns_agree(**column)).copied().collect(),
            _ => may_be_cut.iter().filter(fits).copied().collect(),
        };
        let is_sure = fitting.len() == 1 && !self.are_numbered();
        let column = if is_sure { fitting[0] } else { first };
        Some(SplitDecimals { width: self.width, column, is_sure })
    }

    /// The last column was cut, perhaps more than once, or its decimals are long.
    fn cut_at_the_end(&self) -> Option<SplitDecimals> {
        let last = self.width - 1;
        let is_cut = |row: &usize| {
            is_whole(self.head.cell(*row, last))
                && (self.width..self.head.extent(*row))
                    .all(|column| decimals(self.head.cell(*row, column)).is_some())
        };
        if !self.long.iter().all(is_cut) {
            return None;
        }
        let short_decimals = |row: &&usize| {
            self.head.extent(**row) == self.width + 1
                && decimals(self.head.cell(**row, self.width)).is_some_and(|digits| digits <= 2)
        };
        let nearly_all =
            self.long.iter().filter(short_decimals).count() * 10 >= self.long.len() * 9;
        let is_sure = nearly_all && !self.are_numbered();
        Some(SplitDecimals { width: self.width, column: last, is_sure })
    }

    fn may_be_cut_at(&self, column: usize) -> bool {
        self.long.iter().all(|row| {
            is_whole(self.head.cell(*row, column))
                && decimals(self.head.cell(*row, column + 1)).is_some_and(|digits| digits <= 2)
        })
    }

    /// A cell of a long row whose numbers were cut at `cut`, as far as its decimals.
    fn cell(&self, row: usize, column: usize, cut: usize) -> &'a str {
        self.head.cell(row, if column > cut { column + 1 } else { column }).trim()
    }

    /// Whether each column holds in the long rows what it holds in the others: numbers or texts, of
    /// one digit or of more.
    fn columns_agree(&self, cut: usize) -> bool {
        (0..self.width).all(|column| {
            let of_short = self.short.iter().map(|row| self.head.cell(*row, column).trim());
            let of_long = self.long.iter().map(|row| self.cell(*row, column, cut));
            let short: Vec<&str> = of_short.filter(|cell| !cell.is_empty()).collect();
            let long: Vec<&str> = of_long.filter(|cell| !cell.is_empty()).collect();
            let all = |cells: &[&str], test: fn(&str) -> bool| {
                !cells.is_empty() && cells.iter().all(|cell| test(cell))
            };
            let has_one_digit = |cell: &str| decimals(cell) == Some(1);
            let has_more = |cell: &str| decimals(cell).is_some_and(|digits| digits > 1);
            let is_number = |cell: &str| decimals(cell).is_some();
            let is_text = |cell: &str| decimals(cell).is_none();
            // Two rows may have one digit by chance.
            let are_many = self.long.len() > 2;
            !(are_many && all(&short, has_more) && all(&long, has_one_digit)
                || all(&short, is_number) && all(&long, is_text)
                || all(&short, is_text) && all(&long, is_number))
        })
    }

    /// Whether the decimals are written as a program does that writes no more than it must: « 5,60 »
    /// beside a number without decimals is « 5 » and « 60 ».
    fn is_plain(&self, cut: usize) -> bool {
        let ends_in_zero = |row: &usize| {
            let cell = self.head.cell(*row, cut + 1).trim();
            cell.trim_end_matches('%').trim_end().ends_with('0')
        };
        match self.short.is_empty() {
            true => !self.long.iter().all(ends_in_zero),
            false => !self.long.iter().any(ends_in_zero),
        }
    }

    /// Rows that are numbered, as R does without a name for it, are longer for another reason.
    fn are_numbered(&self) -> bool {
        self.long.len() > 1
            && self
                .long
                .iter()
                .enumerate()
                .all(|(rank, row)| self.head.cell(*row, 0).trim().parse() == Ok(rank + 1))
    }
}

fn is_whole(cell: &str) -> bool {
    let cell = cell.trim();
    let are_digits = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    are_digits && (cell == "0" || !cell.starts_with('0'))
}

/// How many digits a cell has, where it has nothing else but a percent sign behind them.
fn decimals(cell: &str) -> Option<usize> {
    let digits = cell.trim().trim_end_matches('%').trim_end();
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits.len())
}

#[cfg(test)]
mod tests {
    use crate::table::{Table, TableNotice, read_csv};

    /// The cells of a column, and whether they were put together or told as doubtful.
    fn read(text: &str, column: &str) -> (Vec<String>, bool, bool) {
        let (table, notices): (Table, Vec<TableNotice>) = read_csv(text.as_bytes()).unwrap();
        let column = table.column(column).unwrap();
        let told = |test: fn(&TableNotice) -> bool| notices.iter().any(test);
        (
            table.cells(column).map(str::to_owned).collect(),
            told(|notice| matches!(notice, TableNotice::SplitDecimals { .. })),
            told(|notice| matches!(notice, TableNotice::DoubtfulDecimals { .. })),
        )
    }

    #[test]
    fn numbers_are_put_together_where_the_last_column_was_cut() {
        for (text, expected) in [
            ("code,nom,taux\n07,Ardèche,10,5\n22,Côtes-d'Armor,20,1\n", ["10,5", "20,1"]),
            ("code,taux\n07,10,5\n22,20\n", ["10,5", "20"]),
            ("code,nom,taux\n07,Ardèche,10,25 %\n22,Côtes-d'Armor,0,5 %\n", ["10,25 %", "0,5 %"]),
        ] {
            let (cells, is_mended, _) = read(text, "taux");
            assert_eq!((cells, is_mended), (expected.map(str::to_owned).to_vec(), true), "{text}");
        }
    }

    #[test]
    fn numbers_are_put_together_in_the_middle_where_the_other_columns_tell() {
        for (text, taux, nb) in [
            ("code,taux,nom\n07,10,5,Ardèche\n22,20,Côtes\n", ["10,5", "20"], None),
            ("code,nom,taux,nb\n01,Ain,91,5,60\n38,Isère,45,90\n", ["91,5", "45"], Some("60")),
            ("code,taux,nb\n07,12,5,60\n22,20,1,90\n", ["12,5", "20,1"], Some("60")),
            ("code,taux,nb\n07,12,25,61\n22,20,93\n23,40,84\n", ["12,25", "20"], Some("61")),
        ] {
            let (cells, is_mended, is_doubtful) = read(text, "taux");
            let is_right = if cells.len() == 2 { cells == taux } else { cells[..2] == taux };
            if text.contains("12,25") {
                // « 12,25 » and 61, or 12 and « 25,61 »: nothing tells.
                assert!(is_doubtful, "{text}");
                continue;
            }
            assert!(is_right && is_mended && !is_doubtful, "{text}: {cells:?}");
            if let Some(nb) = nb {
                assert_eq!(read(text, "nb").0[0], nb, "{text}");
            }
        }
    }

    #[test]
    fn what_may_be_another_number_is_read_as_none() {
        for (text, column, first) in [
            ("code,taux,lycées\n07,10,5,12\n22,20,1,14\n", "taux", "10,5,12 (?)"),
            ("code,nom,taux\n07,Ardèche,10,500\n22,Côtes-d'Armor,20,1250\n", "taux", "10,500 (?)"),
            ("code,taux\n1,38,10\n2,73,20\n", "taux", "38,10 (?)"),
        ] {
            let (cells, _, is_doubtful) = read(text, column);
            assert_eq!((cells[0].as_str(), is_doubtful), (first, true), "{text}");
        }
    }

    #[test]
    fn other_long_rows_stay() {
        for text in [
            "code,taux,nom\n07,10,Ardèche,x\n22,20,Côtes,y\n",
            "code,taux,\n07,10,5\n22,20,1\n",
            "code;taux\n07;10,5\n22;20,1\n",
        ] {
            let (_, is_mended, is_doubtful) = read(text, "taux");
            assert!(!is_mended && !is_doubtful, "{text}");
        }
    }
}
