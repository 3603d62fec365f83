//! What a column of figures counts, by its name.
//!
//! A name is cut into words, and each word must have its place: words of rates and counts, of
//! equipment, of schools, of sectors, of places, of dates, and the small words between them. A word
//! that has none names something else (réussite, fibre, élèves, tablettes…), and such a column is
//! never taken for a share of schools that have an ENT.

mod name;
mod one_word;

use self::name::Name;
use super::{
    cut::{shorten_espace_numerique, split_words},
    negation::Negation,
    subset::{Among, among, in_one_word},
    words::{COUNTS, RATES, SCHOOLS},
};
use crate::coverage::Subset;

pub(in crate::coverage::import) use one_word::is_another_thing;

/// What a name says of the figures below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) struct Theme {
    /// Of what they speak.
    pub topic: Topic,
    /// « Taux », « part », « % ».
    pub is_rate: bool,
    /// « Nombre », « effectif », « total », « dont ».
    pub is_count: bool,
    /// « Collèges non équipés », « sans ENT »: the others are counted.
    pub is_negated: bool,
    /// Equipment, usage or an ENT is named, whatever else is.
    pub names_equipment: bool,
    /// How little it says beside equipment.
    pub plainness: Plainness,
    /// Its words without dates and small words, by which « ENT 2010 » and « ENT 2011 » are one.
    pub core: String,
    /// « Dont publics »: some of what another column counts.
    pub is_a_part: bool,
    /// Lycées, collèges, établissements are named.
    pub names_schools: bool,
    /// An ENT is named: « équipés » alone does not say of what.
    pub names_ent: bool,
    /// Why figures of territories below the name are not of all their schools.
    pub aside: Option<Aside>,
    /// Some schools of a type are named: « lycées professionnels ».
    pub subset: Option<Subset>,
    /// The first word of the name, without accents.
    pub first_word: String,
}

impl Theme {
    /// Whether the name leaves no doubt that figures stand below it.
    pub fn is_of_figures(&self) -> bool {
        match self.topic {
            _ if self.aside.is_some() => false,
            Topic::Equipment => true,
            Topic::Bare => self.is_rate || self.is_count,
            Topic::EquipmentAnd(_) | Topic::NoState(_) | Topic::Other(_) => false,
        }
    }
}

/// Whether a name says anything beside equipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::coverage::import) enum Plainness {
    /// « ENT lycée pro », « sans ENT ».
    Qualified,
    /// « Équipé », of whatever it is.
    Plain,
    /// « ENT », « établissement équipé d’un ENT ».
    PlainEnt,
}

/// What sets figures of territories aside, though their name may speak of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Aside {
    /// Other schools, or all but some: « écoles », « hors Paris ».
    SomeSchools(String),
    /// An unknown word where a name says what it counts: « adhésions à l’ENT ».
    Counted(String),
}

impl Aside {
    /// The word that says so.
    pub fn word(&self) -> &str {
        match self {
            Self::SomeSchools(word) | Self::Counted(word) => word,
        }
    }
}

/// Of what figures speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Topic {
    /// Nothing is named: « taux », « part », « Nombre de collèges ».
    Bare,
    /// Equipment, and nothing else: « taux d’équipement », « collèges équipés d’un ENT ».
    Equipment,
    /// An ENT, and a word that is not known, perhaps its name: « taux ENT Cartable ».
    EquipmentAnd(String),
    /// A change or an aim: « évolution », « objectif 2015 ». No state of any date.
    NoState(String),
    /// Something else, by the first word that says so.
    Other(String),
}

/// Reads the name of a column.
pub(in crate::coverage::import) fn theme(header: &str) -> Theme {
    let mut split = split_words(header);
    in_one_word(&mut split, header);
    let mut words: Vec<&str> = split.iter().map(String::as_str).collect();
    shorten_espace_numerique(&mut words);
    let name = Name::new(header, &words);
    let topic = name.topic();
    Theme {
        plainness: name.plainness(&topic),
        topic,
        core: name.core(),
        is_rate: name.has_a_percent_sign() || name.has_any(&RATES),
        is_count: name.has_any(&COUNTS),
        is_negated: name.negation == Negation::Once,
        names_equipment: name.has_equipment,
        is_a_part: name.has_any(&["dont"]),
        names_schools: name.has_any(&SCHOOLS),
        names_ent: name.names_ent,
        aside: name.aside(),
        subset: match among(&words) {
            Among::Some(subset) => Some(subset),
            Among::All | Among::Unclear(_) => None,
        },
        first_word: split.first().cloned().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
