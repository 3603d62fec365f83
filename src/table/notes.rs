//! The notes that stand below a table.

use super::{
    Lines, TableNotice,
    block::Block,
    kind::{Kind, kind},
    names::in_one,
    normalise::normalise,
    notice::excerpt,
};

/// Words that open a note when a sign follows them: « Source : DEPP », « Champ (hors Mayotte) ».
/// « Champagne-Ardenne » and « Champ-sur-Drac » are places.
const OPENINGS: [&str; 21] = [
    "source",
    "sources",
    "note",
    "notes",
    "note de lecture",
    "lecture",
    "champ",
    "avertissement",
    "remarque",
    "remarques",
    "legende",
    "definition",
    "definitions",
    "precision",
    "methode",
    "methodologie",
    "perimetre",
    "unite",
    "mise a jour",
    "extraction",
    "nb",
];

/// Signs between such a word and the note.
const SEPARATORS: [char; 7] = [':', '–', '—', '-', '(', '.', '='];

/// At most so many rows are looked at.
const MOST: usize = 40;

/// No name is as long as this, in letters and in words.
const LONG: usize = 60;
const LONG_WORDS: usize = 8;

/// Notes taken off the end of a table: their lines and their texts.
pub(super) type Notes = Vec<(u32, String)>;

/// Takes the notes off the end of the rows, however these are cut into blocks: all from the first
/// that reads as a note, in the rows at the end that hold a single text. What only names something
/// stays a row, whatever it is: what a name means is not known here.
pub(super) fn take(blocks: &mut Vec<Block>, columns: usize) -> Notes {
    if columns < 2 {
        return Notes::new();
    }
    let ranks = blocks.iter().enumerate().rev();
    let from_the_end =
        ranks.flat_map(|(at, block)| (0..block.len()).rev().map(move |row| (at, row)));
    let alone = from_the_end.take(MOST).take_while(|(at, row)| is_alone(&blocks[*at], *row));
    let Some((at, row)) = alone.filter(|(at, row)| is_note(&blocks[*at], *row)).last() else {
        return Notes::new();
    };
    // Something must be left that they are notes of.
    if row == 0 && blocks[..at].iter().all(|block| block.len() == 0) {
        return Notes::new();
    }
    let mut notes = Notes::new();
    for (rank, block) in blocks.iter().enumerate().skip(at) {
        let first = if rank == at { row } else { 0 };
        notes.extend((first..block.len()).map(|row| (block.line(row), in_one(block, row))));
    }
    blocks.truncate(at + 1);
    blocks[at].drop_from(row);
    notes
}

/// What is told of notes; nothing where there are none.
pub(super) fn notice(notes: &Notes) -> Option<TableNotice> {
    let (_, first) = notes.first()?;
    let lines: Lines = notes.iter().map(|(line, _)| *line).collect();
    Some(TableNotice::NoteRows { lines, first: excerpt(first) })
}

/// Whether a row holds one text and no more; « Source : » may have its own in the next cell.
fn is_alone(block: &Block, row: usize) -> bool {
    match block.filled(row) {
        1 => true,
        2 => block.trimmed(row).find(|cell| !cell.is_empty()).is_some_and(|first| {
            first.strip_suffix(':').is_some_and(|word| OPENINGS.contains(&&*plain(word)))
        }),
        _ => false,
    }
}

fn is_note(block: &Block, row: usize) -> bool {
    let text = in_one(block, row);
    opens(&text) || is_marked(&text) || is_sentence(&text)
}

fn plain(text: &str) -> String {
    text.split_whitespace().map(normalise).collect::<Vec<_>>().join(" ")
}

/// « Source : DEPP », « Sources DEPP, ARF », « nd : non disponible ».
fn opens(text: &str) -> bool {
    let start = plain(text);
    if ["source ", "sources ", "n.b."].iter().any(|opening| start.starts_with(opening)) {
        // « Source : » alone says nothing.
        return text.chars().filter(|letter| letter.is_alphanumeric()).count() > "sources".len();
    }
    let Some(end) = text.find(SEPARATORS) else { return false };
    let (word, rest) = text.split_at(end);
    let is_name = rest.starts_with('-') && !word.ends_with(char::is_whitespace);
    // « nd », « s » and « p » are explained below many a table.
    let explains = word.trim().chars().count() <= 3
        && !word.chars().any(char::is_uppercase)
        && rest.starts_with([':', '=']);
    !is_name
        && (explains || OPENINGS.contains(&&*plain(word)))
        && rest.chars().any(char::is_alphanumeric)
}

/// « * hors Mayotte », « (1) Données provisoires », « ¹ Hors privé », « © IGN ».
fn is_marked(text: &str) -> bool {
    let in_brackets = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let rest = match in_brackets {
        Some((mark, rest)) if mark.len() == 1 || mark.parse::<u8>().is_ok() => rest,
        _ => match text.strip_prefix(['*', '†', '‡', '¹', '²', '³', '©', '•']) {
            Some(rest) => rest.trim_start_matches('*'),
            None => return false,
        },
    };
    rest.chars().any(char::is_alphabetic)
}

/// « Les lycées privés sont exclus. », or longer than any name.
fn is_sentence(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_long = words >= LONG_WORDS && text.chars().count() >= LONG;
    kind(text) == Kind::Word && (is_long || (words >= 4 && text.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many rows are left, and the notes, whether the rows stand in one block or in many.
    fn left(rows: &[(u32, &[&str])]) -> (usize, Notes) {
        let mut one = vec![Block::default()];
        rows.iter().for_each(|(line, cells)| one[0].push(*line, cells.iter().copied()));
        let of_one = |(line, cells): &(u32, &[&str])| {
            let mut block = Block::default();
            block.push(*line, cells.iter().copied());
            block
        };
        let mut many: Vec<Block> = rows.iter().map(of_one).collect();
        let notes = take(&mut one, 3);
        assert_eq!(take(&mut many, 3), notes, "the parts of a file change nothing");
        let count = |blocks: &[Block]| blocks.iter().map(Block::len).sum::<usize>();
        assert_eq!(count(&many), count(&one));
        (count(&one), notes)
    }

    #[test]
    fn notes_below_a_table_are_taken_off() {
        let data = (2, &["01", "Ain", "9"][..]);
        for note in [
            "Source : DEPP",
            "Source DEPP, 2011",
            "Sources - ARF et ADF",
            "Champ : France entière",
            "CHAMP (hors Mayotte)",
            "Note de lecture\u{a0}: en 2011…",
            "Les lycées privés sont exclus.",
            "* hors Mayotte",
            "(1) Hors Mayotte",
            "nd : non disponible",
            "Lecture = au 31 octobre",
            "Au 31 octobre 2011 neuf départements sur dix avaient répondu à cette enquête",
        ] {
            for line in [3, 4] {
                let (rows, notes) = left(&[data, (line, &[note])]);
                assert_eq!((rows, notes), (1, vec![(line, note.to_owned())]), "{note}");
            }
        }
        let notes: [(u32, &[&str]); 3] =
            [data, (4, &["Source :", "DEPP"]), (5, &["hors Mayotte", "", " "])];
        let expected = vec![(4, "Source : DEPP".to_owned()), (5, "hors Mayotte".to_owned())];
        assert_eq!(left(&notes), (1, expected));
    }

    #[test]
    fn names_without_a_value_stay_rows() {
        let data = (2, &["01", "Ain", "9"][..]);
        for row in [
            &["02"][..],
            &["", "Aisne"],
            &["Val de Marne"],
            &["Champagne Ardenne"],
            &["Champ-sur-Drac"],
            &["Provence-Alpes-Côte d’Azur"],
            &["Pays de la Loire"],
            &["Lot (Le)"],
            &["(La) Réunion"],
            &["Total France métropolitaine et outre-mer"],
            &["Note :"],
        ] {
            for line in [3, 4] {
                assert_eq!(left(&[data, (line, row)]), (2, Notes::new()), "{row:?}");
            }
        }
        let regions: [(u32, &[&str]); 4] =
            [data, (3, &["Champagne Ardenne"]), (4, &["Corse"]), (5, &["Franche-Comté"])];
        assert_eq!(left(&regions).0, 4);
    }

    #[test]
    fn rows_out_of_order_are_no_trouble() {
        let rows: [(u32, &[&str]); 3] =
            [(9, &["01", "Ain", "9"]), (4, &["Source : DEPP"]), (2, &["suite"])];
        assert_eq!(left(&rows).0, 1);
        assert_eq!(left(&[(4, &["Source : DEPP"])]).0, 1, "nothing that it is a note of");
    }
}
