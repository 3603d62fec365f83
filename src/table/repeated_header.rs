//! A header that stands again among the rows, as where files were put one behind the other.

use super::{Lines, TableNotice, block::Block, names::in_one, notes::Notes};

/// Takes the rows off that repeat the names of the columns, as the file writes them; at least two
/// of these must be names.
pub(super) fn take(blocks: &mut [Block], names: &[String]) -> Notes {
    let mut taken = Notes::new();
    let Some(first) = names.iter().position(|name| !name.is_empty()) else { return taken };
    if names.iter().filter(|name| !name.is_empty()).count() < 2 {
        return taken;
    }
    for block in blocks {
        let repeats = |block: &Block, row: usize| {
            block.cell(row, first).trim() == names[first]
                && (0..names.len().max(block.width(row))).all(|column| {
                    block.cell(row, column).trim() == names.get(column).map_or("", String::as_str)
                })
        };
        let rows: Vec<usize> = (0..block.len()).filter(|row| repeats(block, *row)).collect();
        taken.extend(rows.iter().map(|row| (block.line(*row), in_one(block, *row))));
        block.drop(&rows);
    }
    taken
}

/// What is told of them; nothing where there are none.
pub(super) fn notice(taken: &Notes) -> Option<TableNotice> {
    let lines: Lines = taken.iter().map(|(line, _)| *line).collect();
    (!taken.is_empty()).then_some(TableNotice::RepeatedHeader { lines })
}
