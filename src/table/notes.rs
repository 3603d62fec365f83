//! The notes that stand below a table.

use super::{
    Lines, TableNotice,
    block::Block,
    kind::{Kind, kind},
    normalise,
    notice::excerpt,
};

/// How notes begin, normalised.
const OPENINGS: [&str; 10] = [
    "source",
    "note",
    "champ",
    "lecture",
    "avertissement",
    "remarque",
    "legende",
    "definition",
    "(1)",
    "*",
];

/// At most so many rows are looked at.
const MOST: usize = 40;

/// Takes the notes off the end of the last block, and says so.
pub(super) fn take(block: &mut Block, columns: usize) -> Option<TableNotice> {
    let count = block.len();
    let is_alone = |row: &usize| block.filled(*row) == 1 && columns > 1;
    let run = (0..count).rev().take(MOST).take_while(is_alone).count();
    let first = (count - run..count).find(|row| is_note(block, *row))?;
    // Something must be left that they are notes of.
    (first > 0).then_some(())?;
    let lines: Lines = (first..count).map(|row| block.line(row)).collect();
    let text = block.trimmed(first).find(|cell| !cell.is_empty()).map(excerpt)?;
    block.drop_from(first);
    Some(TableNotice::NoteRows { lines, first: text })
}

fn is_note(block: &Block, row: usize) -> bool {
    let Some(text) = block.trimmed(row).find(|cell| !cell.is_empty()) else { return false };
    let plain = normalise(text);
    let words = text.split_whitespace().count();
    let opens = OPENINGS.iter().any(|opening| plain.starts_with(opening));
    let before = row.saturating_sub(1);
    let breaks: usize = block.trimmed(before).map(|cell| cell.matches('\n').count()).sum();
    let gap = row > 0 && (block.line(row) - block.line(before)) as usize > 1 + breaks;
    let sentence = words >= 3 && kind(text) == Kind::Word;
    (opens && (gap || words >= 2)) || (gap && sentence) || (sentence && text.chars().count() >= 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(rows: &[(u32, &[&str])]) -> (usize, Option<TableNotice>) {
        let mut block = Block::default();
        rows.iter().for_each(|(line, cells)| block.push(*line, cells.iter().copied()));
        let notice = take(&mut block, 3);
        (block.len(), notice)
    }

    #[test]
    fn notes_below_a_table_are_taken_off() {
        let data = (2, &["01", "Ain", "9"][..]);
        for note in ["Source : DEPP", "Champ : France entière", "Les lycées privés sont exclus."]
        {
            let (rows, notice) = left(&[data, (4, &[note])]);
            assert_eq!(rows, 1, "{note}");
            assert!(notice.unwrap().to_string().contains(note));
        }
        assert_eq!(left(&[data, (4, &["Source : DEPP"]), (5, &["(1) Hors Mayotte"])]).0, 1);
    }

    #[test]
    fn data_with_holes_stay() {
        let data = (2, &["01", "Ain", "9"][..]);
        for row in [&["02"][..], &["", "Aisne"], &["Val de Marne"]] {
            assert_eq!(left(&[data, (3, row)]), (2, None), "{row:?}");
        }
        assert_eq!(left(&[data, (4, &["02"])]), (2, None));
    }
}
