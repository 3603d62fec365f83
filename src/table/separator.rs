//! What sets the cells of a text apart.

use std::fmt;

use csv::ReaderBuilder;
use serde::{Deserialize, Serialize};

use super::quotes;

/// The separators that French files come with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    Semicolon,
    Comma,
    Tab,
    Bar,
    /// Between cells in quotes, as R writes them unless it is told otherwise.
    Space,
}

impl Separator {
    /// All, in the order of a menu.
    pub const ALL: [Self; 5] = [Self::Semicolon, Self::Comma, Self::Tab, Self::Bar, Self::Space];

    /// Those that stand in no name; the first wins a tie.
    pub(super) const SIGNS: [Self; 4] = [Self::Semicolon, Self::Comma, Self::Tab, Self::Bar];

    /// « point-virgule ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Semicolon => "point-virgule",
            Self::Comma => "virgule",
            Self::Tab => "tabulation",
            Self::Bar => "barre verticale",
            Self::Space => "espace",
        }
    }

    /// The character, all of them ASCII.
    pub fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Bar => b'|',
            Self::Space => b' ',
        }
    }
}

impl fmt::Display for Separator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// Why cells are cut at a separator, as a French sentence through `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeparatorReason {
    /// By a person.
    Chosen,
    /// The first line of the file gives it.
    Declared,
    /// Most lines are cut into so many cells.
    Cuts { columns: usize },
    /// None cuts the lines alike.
    OneColumn,
}

impl fmt::Display for SeparatorReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("Il est choisi à la main."),
            Self::Declared => f.write_str("La première ligne (sep=) le donne."),
            Self::Cuts { columns } => {
                write!(f, "Il coupe la plupart des lignes en {columns} cellules.")
            }
            Self::OneColumn => {
                f.write_str("Aucun ne revient de ligne en ligne\u{202f}: il y a une seule colonne.")
            }
        }
    }
}

/// How many records, and how many bytes, a guess looks at.
const RECORDS: usize = 100;
const BYTES: usize = 1 << 20;

/// The separator of a text, and how many cells most rows then have.
///
/// The one that cuts the first records into the same number of cells, outside quotes. A title
/// above the table or an address full of commas speaks for none.
pub(super) fn guess(text: &[u8]) -> (Separator, usize) {
    let sample = head(text);
    if let Some(width) = width_between_spaces(sample) {
        return (Separator::Space, width);
    }
    let all_widths = Separator::SIGNS.map(|separator| (separator, widths(sample, separator)));
    // Lines of nothing but separators.
    if let Some((separator, _)) = all_widths.iter().find(|(_, widths)| widths.is_empty()) {
        return (*separator, 1);
    }
    let score = |(separator, widths): &(Separator, Vec<usize>)| {
        let (width, rows) = most_frequent(widths);
        // A single column fits whatever the separator: it wins only where nothing else does.
        let agreement = if width < 2 { 0 } else { rows * 1000 / widths.len().max(1) };
        (*separator, width, agreement)
    };
    let scores = all_widths.each_ref().map(score);
    let best = scores.iter().map(|(_, _, agreement)| *agreement).max().unwrap_or(0);
    // Among those that agree about as well, the one that makes more columns. The comma comes last:
    // in « 1,5;2,5;3,5 » it makes more, and is a decimal sign.
    let good = |separator: Separator| {
        let found = scores.iter().copied().find(|score| score.0 == separator);
        found.filter(|score| score.2 > 0 && score.2 * 10 >= best * 8)
    };
    let others =
        [Separator::Semicolon, Separator::Tab, Separator::Bar].into_iter().filter_map(good);
    let widest = others.rev().max_by_key(|score| score.1).or_else(|| good(Separator::Comma));
    // Rows of one cell below a header of many still leave the header.
    let first = |(separator, widths): &(Separator, Vec<usize>)| {
        (widths.first().copied().unwrap_or(1), *separator)
    };
    let header = all_widths.iter().map(first).rev().max_by_key(|(width, _)| *width);
    let alone = header.map_or((Separator::Comma, 1), |(width, separator)| match width {
        1 => (Separator::Comma, 1),
        width => (separator, width),
    });
    widest.map_or(alone, |(separator, width, _)| (separator, width))
}

/// How many cells the rows have, where single spaces set them apart: R puts its names in quotes, and
/// may leave out that of the first column.
fn width_between_spaces(sample: &[u8]) -> Option<usize> {
    let first = sample.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let names = first.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    let gaps = memchr::memmem::find_iter(names, b"\" \"").count();
    let quotes = memchr::memchr_iter(b'"', names).count();
    if gaps == 0 || quotes != 2 * gaps {
        return None;
    }
    let widths = widths(sample, Separator::Space);
    let (header, rows) = widths.split_first()?;
    let width = *rows.first()?;
    let is_table =
        rows.iter().all(|row| *row == width) && (width == *header || width == header + 1);
    is_table.then_some(width)
}

/// How many cells most rows have.
pub(super) fn width(text: &[u8], separator: Separator) -> usize {
    most_frequent(&widths(head(text), separator)).0
}

/// The beginning of a text, without a last line that may be cut.
fn head(text: &[u8]) -> &[u8] {
    if text.len() <= BYTES {
        return text;
    }
    let head = &text[..BYTES];
    match memchr::memrchr2(b'\n', b'\r', head) {
        Some(end) => &head[..end],
        None => head,
    }
}

fn widths(sample: &[u8], separator: Separator) -> Vec<usize> {
    // A quote left open would make one record of all that follows.
    let orphans = quotes::scan(sample, separator.byte(), 1, sample.len() + 1).orphans;
    let sample = quotes::repair(sample, separator.byte(), &orphans);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(&*sample);
    let records = reader.byte_records().map_while(Result::ok).take(RECORDS);
    let is_blank = |record: &csv::ByteRecord| record.iter().all(|c| c.trim_ascii().is_empty());
    records.filter(|record| !is_blank(record)).map(|record| record.len()).collect()
}

/// The most frequent width, the greatest of several, and in how many rows.
fn most_frequent(widths: &[usize]) -> (usize, usize) {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0]));
    let (rows, width) = runs.max().unwrap_or((0, 1));
    (width, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str) -> Separator {
        guess(text.as_bytes()).0
    }

    #[test]
    fn the_separator_that_cuts_all_rows_alike_wins() {
        assert_eq!(guessed("code,nom,taux\n01,Ain,9\n"), Separator::Comma);
        assert_eq!(guessed("code;nom, prénom;taux\n01;A, B;9,5\n02;C;9\n"), Separator::Semicolon);
        assert_eq!(guessed("code\tnom\n01\tAin\n"), Separator::Tab);
        assert_eq!(guessed("code|nom"), Separator::Bar);
        assert_eq!(guess(b"code\n01\n"), (Separator::Comma, 1));
        assert_eq!(guess(b"a;b;c\n1\n2\n"), (Separator::Semicolon, 3));
    }

    #[test]
    fn spaces_set_cells_apart_between_names_in_quotes_alone() {
        assert_eq!(
            guess(b"\"code\" \"taux\"\n\"1\" \"01\" 12,5\n\"2\" \"02\" 9\n"),
            (Separator::Space, 3)
        );
        assert_eq!(guess(b"\"nom\" \"taux\"\n\"Haute Marne\" 12.5\n"), (Separator::Space, 2));
        for text in ["Haute Marne\nHaute Savoie\n", "\"Haute Marne\"\n\"Haute Savoie\"\n"] {
            assert_eq!(guess(text.as_bytes()), (Separator::Comma, 1), "{text}");
        }
        assert_eq!(guessed("\"a\";\"b\"\n\"1 2\";\"3\"\n"), Separator::Semicolon);
    }

    #[test]
    fn decimal_commas_do_not_hide_the_separator() {
        let text = "code;taux\n01;91,5\n02;90,1\n03;80,2\n";
        assert_eq!(guessed(text), Separator::Semicolon);
        let many = "a;b;c\n1,5;2,5;3,5\n".to_owned() + &"1,5;2,5;3,5\n".repeat(20);
        assert_eq!(guessed(&many), Separator::Semicolon);
        let tabs = "nom\ttaux, en %\na\t1,5\nb\t2,5\n";
        assert_eq!(guessed(tabs), Separator::Tab);
    }

    #[test]
    fn titles_and_quoted_separators_do_not_count() {
        let text = "Lycées, collèges, CFA, tous\n\ncode;taux\n01;9\n02;8\n";
        assert_eq!(guessed(text), Separator::Semicolon);
        assert_eq!(guessed("\"a;b;c;d\",taux\n\"e;f;g;h\",2\n"), Separator::Comma);
    }
}
