//! Decimal commas between cells that a comma sets apart: `07,Ardèche,10,5` has one cell more than
//! its header, and 10 is not what it says.

use super::{Separator, TableNotice, block::Block, header::Header};

/// Where the numbers of the last column were cut at their decimal commas.
pub(super) struct SplitDecimals {
    /// How many columns have a name, or a place for one.
    pub width: usize,
    /// The first column that may have been cut; `None` where it is certainly the last, and its
    /// numbers can be put together again.
    doubtful_from: Option<usize>,
}

/// What stands behind a text that is no number for certain.
const DOUBTFUL: &str = " (?)";

impl SplitDecimals {
    /// Finds it in the first rows, by those that are longer than the header: each has digits where
    /// the last column has them, and digits beyond.
    pub fn find(head: &Block, header: &Header, separator: Separator) -> Option<Self> {
        header.line?;
        let width = head.width(header.data - 1);
        if separator != Separator::Comma || width < 2 {
            return None;
        }
        let rows = header.data..head.len();
        let long: Vec<usize> = rows.filter(|row| head.extent(*row) > width).collect();
        let is_cut = |row: &usize| {
            is_whole(head.cell(*row, width - 1))
                && (width..head.extent(*row))
                    .all(|column| decimals(head.cell(*row, column)).is_some())
        };
        if long.is_empty() || !long.iter().all(is_cut) {
            return None;
        }
        let short_decimals = |row: &&usize| {
            head.extent(**row) == width + 1
                && decimals(head.cell(**row, width)).is_some_and(|digits| digits <= 2)
        };
        let may_be_cut_at = |column: &usize| {
            long.iter().all(|row| {
                is_whole(head.cell(*row, *column))
                    && decimals(head.cell(*row, column + 1)).is_some_and(|digits| digits <= 2)
            })
        };
        let rival = (1..width - 1).find(may_be_cut_at);
        // Rows that are numbered, as R does without a name for it, are longer for another reason.
        let are_numbered = long.len() > 1
            && long
                .iter()
                .enumerate()
                .all(|(rank, row)| head.cell(*row, 0).trim().parse() == Ok(rank + 1));
        let nearly_all = long.iter().filter(short_decimals).count() * 10 >= long.len() * 9;
        let is_sure = nearly_all && rival.is_none() && !are_numbered;
        Some(Self { width, doubtful_from: (!is_sure).then(|| rival.unwrap_or(width - 1)) })
    }

    /// The rows with their numbers put together, or so that none is taken for a number.
    pub fn mend(&self, blocks: &[Block]) -> (Vec<Block>, Option<TableNotice>) {
        let (mut count, mut sample) = (0, String::new());
        let mended = blocks.iter().map(|block| {
            let mut mended = Block::default();
            for row in 0..block.len() {
                let mut cells: Vec<&str> =
                    (0..block.width(row).min(self.width)).map(|c| block.cell(row, c)).collect();
                let joined = (block.extent(row) > self.width).then(|| self.joined(block, row));
                if let Some((first, text)) = &joined {
                    cells[*first..].fill("");
                    cells[*first] = text;
                    count += 1;
                    if sample.is_empty() {
                        sample.clone_from(text);
                    }
                }
                mended.push(block.line(row), cells);
            }
            mended
        });
        let mended: Vec<Block> = mended.collect();
        let notice = match self.doubtful_from {
            _ if count == 0 => None,
            None => Some(TableNotice::SplitDecimals { count, sample }),
            Some(_) => Some(TableNotice::DoubtfulDecimals { count, sample }),
        };
        (mended, notice)
    }

    /// The cells of a row that are one number, and the column in which it stands.
    fn joined(&self, block: &Block, row: usize) -> (usize, String) {
        let first = self.doubtful_from.unwrap_or(self.width - 1);
        let cells = (first..block.extent(row)).map(|column| block.cell(row, column).trim());
        let text = cells.collect::<Vec<_>>().join(",");
        match self.doubtful_from {
            Some(_) => (first, text + DOUBTFUL),
            None => (first, text),
        }
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
