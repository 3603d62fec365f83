//! What was done with a file, told to the person who brought it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{
    ColumnMeaning, Meaning, Question, Supposition,
    doubt::Doubt,
    fate::{Fates, LeftOutReason, NotCountedHere, TotalsChecked},
    schools::equipment::WordTold,
};
use crate::{
    coverage::CoverageNotice,
    french::{NARROW_SPACE, integer},
    territory::{
        Registry, TerritoryId,
        matching::{Candidate, RepairReport},
    },
};

/// The report of an import. Nothing is dropped that it does not tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportReport {
    /// What became of each row.
    pub fates: Fates,
    /// What came of comparing its totals with their rows.
    pub totals: TotalsChecked,
    /// What a person has to decide before a map is drawn.
    pub questions: Vec<Question>,
    /// Likely readings, until a person confirms them.
    pub suppositions: Vec<Supposition>,
    /// Those that a person confirmed.
    pub confirmed: Vec<Supposition>,
    /// What was repaired, by kind.
    pub repaired: Vec<RepairReport>,
    /// Values that are not joined to a territory of the map.
    pub unmatched: Vec<Unmatched>,
    /// What looks wrong.
    pub doubts: Vec<Doubt>,
    /// Cells that could not be used.
    pub notices: Vec<CoverageNotice>,
    /// Words of equipment that are neither a yes nor a no.
    pub words: Vec<WordTold>,
    /// What was recognised.
    pub recognised: Vec<Recognised>,
    /// Each column with its meaning and the reasons for it, in the order of the file.
    pub columns: Vec<(String, ColumnMeaning)>,
    /// Columns that the map can show, the one that it shows first.
    pub showable: Vec<Showable>,
    /// Territories that have a row.
    pub territories: usize,
    /// Some territories have several values, of which one counts.
    pub repeats: bool,
    /// It is a list of equipped schools that names none in some places: whether these have none is
    /// for a person to say.
    pub leaves_out: bool,
    /// A list whose schools are lycées or collèges, and nothing says which.
    pub(super) types_are_open: bool,
}

/// A column that a map can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showable {
    /// Its rank.
    pub column: usize,
    /// Its name.
    pub header: String,
    /// As what.
    pub meaning: Meaning,
    /// The map shows it.
    pub is_shown: bool,
}

/// What was recognised of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// What.
    pub kind: RecognisedKind,
    /// As the report says it: « département, colonne « code » ».
    pub text: String,
}

/// What is recognised of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecognisedKind {
    /// Rows are territories, schools, or numbers of schools.
    Rows,
    /// The level of its territories.
    Level,
    /// Why it is that level.
    LevelReason,
    /// The borders of its régions or académies.
    Edition,
    /// Its columns of figures.
    Figures,
    /// Percent or fractions.
    Scale,
    /// What stands before decimals.
    Decimals,
    /// Where dates come from.
    Date,
    /// Where the type of schools comes from.
    SchoolType,
    /// The column that says which schools are equipped.
    Equipment,
    /// The kinds of schools.
    Kinds,
    /// Numbers found in another list.
    Joined,
}

/// A value that is not joined.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmatched {
    /// As the file has it.
    pub value: String,
    /// Rows that have it.
    pub rows: usize,
    /// Line of the first of them.
    pub line: u32,
    /// Why it is not joined.
    pub why: NotJoined,
}

/// Why a value is not joined.
#[derive(Clone, Debug, PartialEq)]
pub enum NotJoined {
    /// It may be one of these, the likeliest first.
    Suggested(Vec<Candidate>),
    /// It is one of these, and does not say which.
    Ambiguous(Vec<TerritoryId>),
    /// It is a territory of another level: a sub-total.
    OtherLevel(TerritoryId),
    /// It is known, and has no outline here.
    Outside(&'static str),
    /// It is a name beside the code of another territory.
    CodeOfAnother {
        /// The territory of the code.
        code: TerritoryId,
        /// That of the name, where it is one of the same level.
        named: Option<TerritoryId>,
        /// Both cells, as the value that a person pairs.
        cells: String,
    },
    /// It is no word of a level.
    NoLevel,
    /// It is no number of a school.
    NoNumber,
    /// It is the number of a school that no list has.
    NoSuchSchool,
    /// Nothing is in the cell.
    Empty,
    /// Nothing that is known.
    Unknown,
}

impl NotJoined {
    /// A word for it that programs may rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Suggested(_) => "suggestion",
            Self::Ambiguous(_) => "ambigu",
            Self::OtherLevel(_) => "autre_echelon",
            Self::Outside(_) => "sans_contour",
            Self::CodeOfAnother { .. } => "code_d_un_autre",
            Self::NoLevel => "pas_un_echelon",
            Self::NoNumber => "pas_un_uai",
            Self::NoSuchSchool => "uai_dans_aucune_liste",
            Self::Empty => "vide",
            Self::Unknown => "inconnu",
        }
    }
}

impl ImportReport {
    /// Whether no row with a value was left out, and every cell of a used column could be read.
    pub fn is_complete(&self) -> bool {
        self.fates.nothing_is_lost()
            && !self.notices.iter().any(CoverageNotice::is_a_loss)
            && self.words.iter().all(|word| word.says.is_some())
    }

    /// The lines of the rows that are left out, for each reason, but for those whose values stand
    /// among [`Self::unmatched`], where they are told with their rows.
    pub fn other_rows_left_out(&self) -> BTreeMap<LeftOutReason, Vec<u32>> {
        let mut rows = self.fates.left_out();
        rows.retain(|reason, _| {
            let is_named = matches!(
                reason,
                LeftOutReason::UnknownPlace
                    | LeftOutReason::CodeAndNameDisagree
                    | LeftOutReason::NoSuchSchool
            );
            !is_named || self.values_left_out().next().is_none()
        });
        // A row of which a sentence speaks already is not told twice.
        let told: BTreeSet<u32> = self
            .notices
            .iter()
            .filter(|notice| notice.is_a_loss())
            .map(CoverageNotice::line)
            .collect();
        for lines in rows.values_mut() {
            lines.retain(|line| !told.contains(line));
        }
        rows.retain(|_, lines| !lines.is_empty());
        rows
    }

    /// The values whose rows are left out: those that are not joined, and not known either.
    pub fn values_left_out(&self) -> impl Iterator<Item = &Unmatched> {
        self.unmatched.iter().filter(|one| !matches!(one.why, NotJoined::Outside(_)))
    }

    /// What is known and not counted here, a sentence for each reason: « 2 lignes sont de lieux sans
    /// contour et ne sont pas comptées : Nouvelle-Calédonie (ligne 5), … ».
    pub fn not_counted(&self) -> Vec<String> {
        let outside = self.unmatched.iter().filter_map(|one| match one.why {
            NotJoined::Outside(name) => Some(format!("{name} ({})", one.rows_told())),
            _ => None,
        });
        let outside = outside.collect::<Vec<_>>().join(", ");
        let told = |(why, rows): (NotCountedHere, usize)| match why {
            NotCountedHere::Outside if !outside.is_empty() => {
                let told = why.told(rows);
                format!("{}{NARROW_SPACE}: {outside}.", told.trim_end_matches('.'))
            }
            _ => why.told(rows),
        };
        self.fates.not_counted().into_iter().map(told).collect()
    }

    /// The names of the columns that nothing here needs, or that are not understood.
    pub fn unused_columns(&self) -> impl Iterator<Item = &str> {
        let unused = self.columns.iter().filter(|(_, column)| column.meaning.is_none());
        unused.map(|(header, _)| header.as_str())
    }

    /// « 102 lignes : 101 sur la carte, 1 total vérifié. » While a question is open nothing is drawn
    /// from the file, and its rows wait.
    pub fn summary(&self) -> String {
        let counts = self.fates.counts();
        let told = match self.is_decided() {
            true => counts.told(self.totals),
            false => counts.told_before_an_answer(self.totals),
        };
        format!("{told}.")
    }

    /// Rows that are on the map.
    pub fn on_map(&self) -> usize {
        self.fates.counts().on_map
    }

    /// What looks wrong, in sentences.
    pub fn doubts_told(&self) -> String {
        let told: Vec<String> = self.doubts.iter().map(ToString::to_string).collect();
        told.join("\n")
    }

    /// What was recognised, in sentences.
    pub fn recognised_told(&self) -> String {
        let told: Vec<String> = self.recognised.iter().map(ToString::to_string).collect();
        told.join("\n")
    }

    /// Whether nothing is to be decided.
    pub fn is_decided(&self) -> bool {
        self.questions.is_empty()
    }
}

impl Recognised {
    pub(super) fn new(kind: RecognisedKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

impl RecognisedKind {
    /// « Échelon ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Rows => "Lignes",
            Self::Level | Self::LevelReason => "Échelon",
            Self::Edition => "Découpage",
            Self::Figures => "Valeurs",
            Self::Scale => "Échelle",
            Self::Decimals => "Décimales",
            Self::Date => "Date",
            Self::SchoolType => "Type",
            Self::Equipment => "Équipement",
            Self::Kinds => "Établissements",
            Self::Joined => "Rapprochement",
        }
    }
}

impl fmt::Display for Recognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{NARROW_SPACE}: {}", self.kind.label(), self.text)
    }
}

impl Unmatched {
    /// « ligne 5 », « 3 lignes, à partir de la ligne 5 ».
    fn rows_told(&self) -> String {
        match self.rows {
            1 => format!("ligne {}", self.line),
            rows => format!("{} lignes, à partir de la ligne {}", integer(rows as i64), self.line),
        }
    }
}

impl fmt::Display for Unmatched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "« {} » ({}){NARROW_SPACE}: {}", self.value, self.rows_told(), self.why)
    }
}

impl fmt::Display for NotJoined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Suggested(candidates) => {
                let names: Vec<String> = candidates
                    .iter()
                    .take(3)
                    .map(|candidate| format!("{} ({})", named(candidate.id), candidate.why))
                    .collect();
                write!(f, "peut-être {}", names.join(", "))
            }
            Self::Ambiguous(candidates) => {
                let names: Vec<String> = candidates.iter().take(4).map(|id| named(*id)).collect();
                write!(f, "{}, sans pouvoir choisir", names.join(" ou "))
            }
            Self::OtherLevel(TerritoryId::France) => f.write_str("un total, un autre échelon"),
            Self::OtherLevel(id) => {
                write!(f, "{} {}, un autre échelon", id.level().singular(), named(*id))
            }
            Self::Outside(name) => write!(f, "{name}, sans contour dans l’atlas"),
            Self::CodeOfAnother { code, .. } => {
                write!(
                    f,
                    "le code est celui de « {} », et ni l’un ni l’autre n’est cru",
                    named(*code)
                )
            }
            Self::NoLevel => f.write_str("pas un échelon (France, région, académie, département)"),
            Self::NoNumber => f.write_str("pas un numéro UAI (sept chiffres et une lettre)"),
            Self::NoSuchSchool => f.write_str("dans aucune liste d’établissements"),
            Self::Empty => f.write_str("cellule vide"),
            Self::Unknown => f.write_str("territoire inconnu"),
        }
    }
}

fn named(id: TerritoryId) -> String {
    Registry::official().get(id).map_or_else(String::new, |territory| territory.name.clone())
}
