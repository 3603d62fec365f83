//! What was done with a file, told to the person who brought it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ColumnMeaning, Meaning, Question, Supposition,
    doubt::Doubt,
    fate::{Fates, LeftOutReason, NotCountedHere, TotalsChecked},
    recognised::Recognised,
    schools::equipment::WordTold,
    unmatched::{NotJoined, Unmatched},
};
use crate::{coverage::CoverageNotice, french::NARROW_SPACE, territory::matching::RepairReport};

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
