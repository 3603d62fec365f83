//! What a column of figures counts, by its name.
//!
//! A name is cut into words, and each word must have its place: words of rates and counts, of
//! equipment, of schools, of sectors, of places, of dates, and the small words between them. A word
//! that has none names something else (réussite, fibre, élèves, tablettes…), and such a column is
//! never taken for a share of schools that have an ENT.

use super::{
    cut::{shorten_espace_numerique, split_words},
    negation::{Negation, looks_elsewhere, negation},
    other_words::{AHEAD, NO_STATE, OTHER_FIGURES, OTHER_THINGS, TO_BE_DONE},
    some_schools::{is_other_schools, some_schools},
    subset::{Among, among, in_one_word, is_distinctive},
    turned::without_ent,
    words::{
        AFFIRMATIONS, ANY_SCHOOL, COUNTS, DATES, ENT, EQUIPMENT, NEGATIONS, NOT_EQUIPPED, PLACES,
        RATES, SCHOOLS, SECTORS, SMALL, THERE_IS, USAGE, begins,
    },
};
use crate::coverage::Subset;

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
    let is_ent = |word: &&str| ENT.contains(word);
    let names_ent = words.iter().any(&is_ent);
    let has_equipment = names_ent
        || words.iter().any(|word| {
            begins(word, &EQUIPMENT) || begins(word, &USAGE) || begins(word, &NOT_EQUIPPED)
        });
    let is_primary = words.windows(2).any(|run| matches!(run, ["1er" | "1", "degre" | "degres"]));
    let known = |word: &str| {
        let beside = [&NEGATIONS[..], &AFFIRMATIONS, &THERE_IS].concat().contains(&word);
        is_known(word) || (has_equipment && beside)
    };
    let odd_at = words.iter().position(|word| !known(word));
    let odd = odd_at.map(|at| words[at].to_owned());
    let odd = odd.or_else(|| is_primary.then(|| "1er degre".to_owned()));
    let negation = if has_equipment { negation(&words) } else { Negation::None };
    let twice = (negation == Negation::Twice).then(|| words.iter().find(|w| NEGATIONS.contains(w)));
    let elsewhere = if has_equipment { looks_elsewhere(&words) } else { None };
    let to_come = |word: &&&str| {
        begins(word, &NO_STATE) || begins(word, &AHEAD) || TO_BE_DONE.contains(*word)
    };
    let change = words.iter().find(to_come).copied();
    let change = change.or(elsewhere).or(twice.flatten().copied());
    let is_of_figures =
        header.contains('%') || words.iter().any(|w| RATES.contains(w) || COUNTS.contains(w));
    let is_other = |word: &str| {
        is_another_thing(word)
            || (is_one_of(word, &OTHER_FIGURES) && (is_of_figures || !known(word)))
    };
    let other = words.iter().find(|word| is_other(word) && !is_known(word));
    let is_bare_negation = negation == Negation::Once && words.len() < 3;
    let other = other
        .map(|word| (*word).to_owned())
        .or_else(|| without_ent(&words).filter(|_| !is_bare_negation));
    let topic = match (change, other, odd) {
        (Some(change), ..) => Topic::NoState(change.to_owned()),
        (_, Some(other), _) => Topic::Other(other),
        // « ENT non payant »: what is taken back may be the unknown word.
        (_, _, Some(odd)) if names_ent && !is_primary && negation == Negation::None => {
            Topic::EquipmentAnd(odd)
        }
        (_, _, Some(odd)) => Topic::Other(odd),
        _ if has_equipment => Topic::Equipment,
        _ => Topic::Bare,
    };
    let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let says_no_more = |word: &&str| {
        let lists: [&[&str]; 5] = [&ENT, &SMALL, &ANY_SCHOOL, &AFFIRMATIONS, &THERE_IS];
        lists.iter().any(|list| list.contains(word)) || begins(word, &EQUIPMENT)
    };
    let is_plain =
        topic == Topic::Equipment && negation == Negation::None && words.iter().all(says_no_more);
    let plainness = match (is_plain, names_ent) {
        (false, _) => Plainness::Qualified,
        (true, false) => Plainness::Plain,
        (true, true) => Plainness::PlainEnt,
    };
    let core: Vec<&str> = words.iter().copied().filter(|word| !is_of_a_date(word)).collect();
    let is_counted = odd_at.is_some_and(|at| {
        let (before, after) = words.split_at(at);
        after.iter().any(is_ent) && !before.iter().any(|word| SCHOOLS.contains(word))
    });
    let counted = odd_at.filter(|_| is_counted).map(|at| Aside::Counted(words[at].to_owned()));
    Theme {
        topic,
        plainness,
        core: core.join(" "),
        is_rate: header.contains('%') || any(&RATES),
        is_count: any(&COUNTS),
        is_negated: negation == Negation::Once,
        names_equipment: has_equipment,
        is_a_part: any(&["dont"]),
        names_schools: any(&SCHOOLS),
        names_ent,
        aside: some_schools(&words).map(Aside::SomeSchools).or(counted),
        subset: match among(&words) {
            Among::Some(subset) => Some(subset),
            Among::All | Among::Unclear(_) => None,
        },
        first_word: split.first().cloned().unwrap_or_default(),
    }
}

/// Whether a word without accents names, wherever it stands, another thing than an ENT.
pub(in crate::coverage::import) fn is_another_thing(word: &str) -> bool {
    is_one_of(word, &OTHER_THINGS)
}

fn is_one_of(word: &str, things: &[&str]) -> bool {
    things.iter().any(|thing| {
        // A short word is no beginning: « Garonne » is no GAR.
        let alone = word.strip_suffix('s').unwrap_or(word) == *thing;
        alone || (thing.len() > 4 && word.starts_with(thing))
    })
}

fn is_known(word: &str) -> bool {
    let lists: [&[&str]; 8] = [&RATES, &COUNTS, &ENT, &SCHOOLS, &SECTORS, &PLACES, &SMALL, &DATES];
    lists.iter().any(|list| list.contains(&word))
        || begins(word, &EQUIPMENT)
        || begins(word, &USAGE)
        || begins(word, &NOT_EQUIPPED)
        || is_other_schools(word)
        || is_distinctive(word)
        || crate::coverage::import::dates::names_a_month(word)
        || is_a_rank(word)
}

fn is_of_a_date(word: &str) -> bool {
    SMALL.contains(&word)
        || DATES.contains(&word)
        || crate::coverage::import::dates::names_a_month(word)
        || is_a_rank(word)
}

/// A number, or a rank: « 2011 », « 1er », « 2e ». « 4G » is something else.
fn is_a_rank(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len()
        && matches!(letters, "" | "er" | "re" | "ere" | "e" | "eme" | "nd" | "nde" | "d" | "de")
}

#[cfg(test)]
mod tests;
