//! What was repaired or left out while reading a table.

use super::Encoding;
use crate::french::{counted, plural};

/// Something about a file that its user should know, as a French sentence through `Display`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableNotice {
    /// Cells are missing at the end of rows; they were taken as empty.
    #[error(
        "{lines}\u{202f}: moins de {}\u{202f}; celles qui manquent sont lues comme vides.",
        cells(*.expected)
    )]
    TooFewCells { lines: Lines, expected: usize },
    /// Cells stand beyond the last column; they were left out.
    #[error(
        "{lines}\u{202f}: plus de {}\u{202f}; ce qui dépasse est laissé de côté, à partir de « {first} ».",
        cells(*.expected)
    )]
    TooManyCells { lines: Lines, expected: usize, first: String },
    /// Numbers of the last column were cut at their decimal commas, and put together again.
    #[error(
        "{} un nombre coupé à sa virgule, parce que les cellules sont séparées par des virgules\u{202f}; {}\u{202f}: « {sample} ».",
        counted(*.count, "ligne contient", "lignes contiennent"),
        plural(*.count, "il est rétabli", "ils sont rétablis")
    )]
    SplitDecimals { count: usize, sample: String },
    /// Numbers were perhaps cut at their decimal commas: none is read.
    #[error(
        "{} des chiffres au-delà de la dernière colonne, peut-être les décimales d’un nombre coupé à sa virgule\u{202f}; {}\u{202f}: « {sample} ».",
        counted(*.count, "ligne contient", "lignes contiennent"),
        plural(*.count, "il n’est pas lu", "ils ne sont pas lus")
    )]
    DoubtfulDecimals { count: usize, sample: String },
    /// A quote opens a cell and is never closed; it was read as an ordinary character.
    #[error(
        "{lines}\u{202f}: un guillemet droit (\") y ouvre une cellule et n’est pas refermé\u{202f}; il \
         est lu comme un caractère ordinaire. Vérifiez ce qu’elle contient."
    )]
    OpenQuote { lines: Lines },
    /// Bytes that the encoding does not know.
    #[error(
        "{} n’existent pas en {encoding}{} Si des accents manquent, choisissez un autre encodage.",
        counted(*.count, "octet", "octets"),
        if *.encoding == Encoding::Utf8 { " et sont lus comme sous Windows." } else { " et sont remplacés par « \u{fffd} »." }
    )]
    ForeignBytes { count: usize, encoding: Encoding },
    /// Zeros and other control characters, left out.
    #[error("{} sont laissés de côté.", counted(*.count, "caractère invisible", "caractères invisibles"))]
    ControlCharacters { count: usize },
    /// Each of these lines stood in quotes, separators and all.
    #[error(
        "{} entre guillemets en entier\u{202f}: {} en cellules après les avoir retirés.",
        counted(*.count, "ligne était", "lignes étaient"),
        plural(*.count, "elle est coupée", "elles sont coupées")
    )]
    QuotedLines { count: usize },
    /// Cells written `="01"`.
    #[error(
        "{} sous la forme =\"…\"\u{202f}: {} sans ce qui l’entoure, par exemple « {sample} ».",
        counted(*.count, "cellule est écrite", "cellules sont écrites"),
        plural(*.count, "elle est lue", "chacune est lue")
    )]
    ProtectedCells { count: usize, sample: String },
    /// Accents that were encoded twice.
    #[error(
        "{} des accents encodés deux fois en UTF-8\u{202f}; ils sont rétablis\u{202f}: « {before} » est lu \
         « {after} ».",
        counted(*.count, "cellule contient", "cellules contiennent")
    )]
    AccentsTwice { count: usize, before: String, after: String },
    /// There is no line of names above the data.
    #[error(
        "La ligne {line} contient déjà des données\u{202f}: les colonnes sont nommées « colonne 1 », « colonne 2 »…"
    )]
    NoHeader { line: u32 },
    /// Text above the header.
    #[error("{lines}\u{202f}: texte au-dessus de l’en-tête, laissé de côté\u{202f}: « {first} ».")]
    TitleRows { lines: Lines, first: String },
    /// Text below the table.
    #[error("{lines}\u{202f}: note sous le tableau, laissée de côté\u{202f}: « {first} ».")]
    NoteRows { lines: Lines, first: String },
    /// Rows that repeat the names of the columns.
    #[error("{lines}\u{202f}: l’en-tête y est répété, sans plus.")]
    RepeatedHeader { lines: Lines },
    /// Columns that hold something and have no name.
    #[error("Sans nom dans l’en-tête\u{202f}: {}.", quoted(.columns))]
    UnnamedColumns { columns: Vec<String> },
    /// Columns of the same name; the later ones are called by their place too.
    #[error(
        "Même nom pour {} colonnes\u{202f}: « {name} » (colonnes {})\u{202f}; celles qui suivent la première \
         sont appelées par leur rang.",
        columns.len(),
        ranks(.columns)
    )]
    HeaderTwice { name: String, columns: Vec<usize> },
    /// More such columns than are told one by one.
    #[error("Autres noms présents plusieurs fois dans l’en-tête\u{202f}: {}.", quoted(.names))]
    RepeatedNames { names: Vec<String> },
    /// All rows have one cell more than the header: its names belong to the cells further right.
    #[error(
        "L’en-tête (ligne {line}) a une cellule de moins que chaque ligne\u{202f}: ses noms sont décalés \
         d’une colonne, et la première colonne n’a pas de nom."
    )]
    ShortHeader { line: u32 },
    /// Rows that are hidden in a workbook, by hand or by a filter.
    #[error("{lines}\u{202f}: {} dans le classeur et {} de côté.", plural(lines.count, "masquée", "masquées"), plural(lines.count, "laissée", "laissées"))]
    HiddenRows { lines: Lines },
    /// Cells merged downwards: all have the value of the first.
    #[error(
        "{} une cellule fusionnée\u{202f}: {} reprend sa valeur, par exemple « {sample} ».",
        counted(*.count, "cellule vide prolonge", "cellules vides prolongent"),
        plural(*.count, "elle", "chacune")
    )]
    MergedCells { count: usize, sample: String },
    /// Several sheets hold something, and one was read: the others, with the rows below their
    /// headers.
    #[error(
        "Le classeur contient {}\u{202f}; seule « {sheet} » est lue\u{202f}; {}. L’aperçu, ou l’option \
         --feuille, en lit une autre.",
        counted(.others.len() + 1, "feuille remplie", "feuilles remplies"),
        not_read(.others)
    )]
    OtherSheets { sheet: String, others: Vec<(String, usize)> },
    /// Fields of an object inside a record became columns.
    #[error("Les champs de {} sont devenus des colonnes.", quoted(.fields))]
    Flattened { fields: Vec<String> },
    /// Lists and deeper objects, kept as JSON text.
    #[error("Listes ou objets gardés comme texte\u{202f}: {}.", quoted(.columns))]
    NestedValues { columns: Vec<String> },
    /// `NaN` and `Infinity`, which Python writes into JSON.
    #[error(
        "{} NaN ou Infinity, qui ne sont pas des nombres\u{202f}: {} comme vides.",
        counted(*.count, "valeur est", "valeurs sont"),
        plural(*.count, "elle est lue", "elles sont lues")
    )]
    NotNumbers { count: usize },
    /// Elements of a JSON array that are no records.
    #[error("{} du tableau JSON ne sont pas des enregistrements et sont laissés de côté.", counted(*.count, "élément", "éléments"))]
    NotRecords { count: usize },
}

impl TableNotice {
    /// The first line of the file that it speaks of.
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::TooFewCells { lines, .. }
            | Self::TooManyCells { lines, .. }
            | Self::OpenQuote { lines }
            | Self::TitleRows { lines, .. }
            | Self::NoteRows { lines, .. }
            | Self::RepeatedHeader { lines }
            | Self::HiddenRows { lines } => lines.first.first().copied(),
            Self::NoHeader { line } | Self::ShortHeader { line } => Some(*line),
            _ => None,
        }
    }
}

/// Some lines of a file: how many, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    pub count: usize,
    /// At most [`Lines::NAMED`], in the order of the file.
    pub first: Vec<u32>,
}

impl Lines {
    /// How many lines a sentence names.
    pub const NAMED: usize = 5;

    /// Adds a line below the others.
    pub(super) fn add(&mut self, line: u32) {
        self.count += 1;
        if self.first.len() < Self::NAMED {
            self.first.push(line);
        }
    }

    /// Adds lines that all stand below.
    pub(super) fn append(&mut self, below: &Self) {
        self.count += below.count;
        let room = Self::NAMED - self.first.len().min(Self::NAMED);
        self.first.extend(below.first.iter().take(room));
    }
}

impl FromIterator<u32> for Lines {
    fn from_iter<T: IntoIterator<Item = u32>>(lines: T) -> Self {
        let mut all = Self::default();
        lines.into_iter().for_each(|line| all.add(line));
        all
    }
}

impl std::fmt::Display for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(plural(self.count, "Ligne", "Lignes"))?;
        for (index, line) in self.first.iter().enumerate() {
            let is_last = index + 1 == self.count;
            let glue = if index == 0 {
                " "
            } else if is_last {
                " et "
            } else {
                ", "
            };
            write!(f, "{glue}{line}")?;
        }
        match self.count - self.first.len() {
            0 => Ok(()),
            more => write!(f, " et {}", counted(more, "autre", "autres")),
        }
    }
}

/// The beginning of a text, as notices quote it.
pub(super) fn excerpt(text: &str) -> String {
    const LENGTH: usize = 60;
    let mut excerpt: String = text.trim().chars().take(LENGTH).collect();
    if text.trim().chars().nth(LENGTH).is_some() {
        excerpt.push('…');
    }
    excerpt
}

fn cells(count: usize) -> String {
    counted(count, "cellule", "cellules")
}

/// « 2, 5 et 7 », the first five of them.
fn ranks(columns: &[usize]) -> String {
    let told: Vec<String> = columns.iter().take(Lines::NAMED).map(ToString::to_string).collect();
    match columns.len() - told.len() {
        0 => match told.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} et {last}", before.join(", ")),
            None => String::new(),
        },
        more => format!("{} et {}", told.join(", "), counted(more, "autre", "autres")),
    }
}

/// At most five names between « guillemets ».
fn quoted(names: &[String]) -> String {
    let mut text = names.iter().take(5).map(|n| format!("« {n} »")).collect::<Vec<_>>().join(", ");
    if names.len() > 5 {
        text.push_str(&format!(" et {}", counted(names.len() - 5, "autre", "autres")));
    }
    text
}

/// « feuille « Lycées » non lue : 18 lignes ».
fn not_read(sheets: &[(String, usize)]) -> String {
    const NAMED: usize = 12;
    let told = |(name, rows): &(String, usize)| {
        format!("feuille « {name} » non lue\u{202f}: {}", counted(*rows, "ligne", "lignes"))
    };
    let mut named: Vec<String> = sheets.iter().take(NAMED).map(told).collect();
    let more = sheets.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(counted(more, "autre feuille", "autres feuilles"));
    }
    named.join("\u{202f}; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_the_first_lines_and_counts_the_others() {
        let said = |lines: &[u32]| lines.iter().copied().collect::<Lines>().to_string();
        assert_eq!(said(&[3]), "Ligne 3");
        assert_eq!(said(&[3, 8]), "Lignes 3 et 8");
        assert_eq!(said(&[1, 2, 3, 4, 5, 6, 7]), "Lignes 1, 2, 3, 4, 5 et 2 autres");
    }

    #[test]
    fn a_notice_says_where_and_what_was_done() {
        let notice = TableNotice::TooFewCells { lines: [4].into_iter().collect(), expected: 3 };
        assert_eq!(notice.line(), Some(4));
        assert!(notice.to_string().starts_with("Ligne 4\u{202f}: moins de 3 cellules"));
        let notice = TableNotice::ForeignBytes { count: 2, encoding: Encoding::Utf8 };
        assert!(notice.to_string().contains("lus comme sous Windows"));
    }
}
