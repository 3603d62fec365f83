//! What a person decided about a file, against the guesses.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Dating, DecimalSign, Duplicates, ListRole, Meaning, Reply, Scale, SuppositionKind};
use crate::{
    coverage::{SchoolType, vocabulary::Answer},
    territory::{Edition, Level, TerritoryId, matching::RepairKind},
};

/// Decisions about a file; the default leaves everything to the guesses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportChoices {
    /// Meanings of columns, by rank; `None` for a column to be ignored.
    pub meanings: BTreeMap<usize, Option<Meaning>>,
    /// The column to be shown, by its name.
    pub shown: Option<String>,
    /// What is counted, in the words of a title: « raccordés à la fibre ».
    pub subject: Option<String>,
    /// Repairs that are not to be made.
    pub disabled_repairs: Vec<RepairKind>,
    /// Values paired by hand or by accepting a suggestion.
    pub pairings: BTreeMap<String, TerritoryId>,
    /// What words of equipment mean, without case and accents.
    pub words: BTreeMap<String, Answer>,
    /// Whether shares are in percent or fractions.
    pub scale: Option<Scale>,
    /// What stands before decimals.
    pub decimal_sign: Option<DecimalSign>,
    /// The level of its territories, where its codes leave it open.
    pub level: Option<Level>,
    /// The borders that régions and académies are meant in.
    pub edition: Option<Edition>,
    /// Which of several values of one territory counts; none while they contradict each other.
    pub duplicates: Option<Duplicates>,
    /// The type of schools, in a file without a column of types.
    pub school_type: Option<SchoolType>,
    /// The date of the whole file.
    pub dating: Option<Dating>,
    /// What a list of schools is.
    pub role: Option<ListRole>,
    /// A list of equipped schools speaks of all of France: where it names none, there is none.
    pub everywhere: bool,
    /// Suppositions that were confirmed.
    pub confirmed: BTreeSet<SuppositionKind>,
    /// Suppositions that are wrong, where there is but one other reading: months that are school
    /// years, blanks that say nothing, labels that hold for their own row alone.
    pub refused: BTreeSet<SuppositionKind>,
}

impl ImportChoices {
    /// Takes the answer to a question.
    pub fn answer(&mut self, reply: Reply) {
        match reply {
            Reply::IsTheShare { header } => {
                self.shown = Some(header);
                self.subject = Some("ENT".to_owned());
            }
            Reply::ShowsItself { header } => self.shown = Some(header),
            Reply::Scale(scale) => self.scale = Some(scale),
            Reply::NoDate => self.dating = Some(Dating::Undated),
            Reply::Date(day) => self.dating = Some(Dating::On(day)),
            Reply::Keep(rule) => self.duplicates = Some(rule),
            Reply::List(role) => self.role = Some(role),
        }
    }

    /// What concerns the values of one file, and no other of the same form.
    #[must_use]
    pub fn of_values(&self) -> Self {
        Self {
            subject: self.subject.clone(),
            pairings: self.pairings.clone(),
            words: self.words.clone(),
            duplicates: self.duplicates,
            dating: self.dating,
            role: self.role,
            everywhere: self.everywhere,
            confirmed: self.confirmed.clone(),
            refused: self.refused.clone(),
            ..Self::default()
        }
    }

    /// These decisions about values, with those of another about the form.
    #[must_use]
    pub fn with_form(self, form: &Self) -> Self {
        Self {
            subject: self.subject,
            pairings: self.pairings,
            words: self.words,
            duplicates: self.duplicates,
            dating: self.dating,
            role: self.role,
            everywhere: self.everywhere,
            confirmed: self.confirmed,
            refused: self.refused,
            ..form.clone()
        }
    }

    /// The part that belongs to the form of a file and holds for every file of the same header:
    /// meanings of columns, how numbers are written, what is shown. What concerns its values
    /// (dates, pairings, contradictions, words, confirmations, and of what « taux » is the rate) is
    /// left out.
    #[must_use]
    pub fn of_form(&self) -> Self {
        Self::default().with_form(self)
    }
}
