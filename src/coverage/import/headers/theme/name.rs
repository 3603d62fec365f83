//! The name of a column, cut into words without accents, each of which must have its place.

use super::super::{
    negation::{Negation, looks_elsewhere, negation},
    other_words::{AHEAD, NO_STATE, OTHER_FIGURES, TO_BE_DONE},
    some_schools::some_schools,
    turned::without_ent,
    words::{
        AFFIRMATIONS, ANY_SCHOOL, COUNTS, ENT, EQUIPMENT, NEGATIONS, RATES, SCHOOLS, SMALL,
        THERE_IS, begins,
    },
};
use super::{
    Aside, Plainness, Topic,
    one_word::{is_another_thing, is_known, is_of_a_date, is_one_of, speaks_of_equipment},
};

/// A name, and what is seen of it at first sight.
pub(super) struct Name<'a> {
    header: &'a str,
    words: &'a [&'a str],
    /// « ENT », whatever else is named.
    pub names_ent: bool,
    /// An ENT or a word of equipment.
    pub has_equipment: bool,
    pub negation: Negation,
    /// « 1er degré »: schools that are neither lycées nor collèges, in words that are both known.
    is_primary: bool,
    /// The rank of the first word that has no place.
    odd_at: Option<usize>,
}

impl<'a> Name<'a> {
    pub fn new(header: &'a str, words: &'a [&'a str]) -> Self {
        let names_ent = words.iter().any(|word| ENT.contains(word));
        let has_equipment = names_ent || words.iter().any(|word| speaks_of_equipment(word));
        Self {
            header,
            words,
            names_ent,
            has_equipment,
            negation: if has_equipment { negation(words) } else { Negation::None },
            is_primary: words
                .windows(2)
                .any(|run| matches!(run, ["1er" | "1", "degre" | "degres"])),
            odd_at: words.iter().position(|word| !has_its_place(word, has_equipment)),
        }
    }

    /// Whether one of its words is in a list.
    pub fn has_any(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(word))
    }

    pub fn has_a_percent_sign(&self) -> bool {
        self.header.contains('%')
    }

    /// Of what the figures below it speak.
    pub fn topic(&self) -> Topic {
        match (self.change(), self.another_thing(), self.odd()) {
            (Some(change), ..) => Topic::NoState(change.to_owned()),
            (_, Some(other), _) => Topic::Other(other),
            // « ENT non payant »: what is taken back may be the unknown word.
            (_, _, Some(odd))
                if self.names_ent && !self.is_primary && self.negation == Negation::None =>
            {
                Topic::EquipmentAnd(odd)
            }
            (_, _, Some(odd)) => Topic::Other(odd),
            _ if self.has_equipment => Topic::Equipment,
            _ => Topic::Bare,
        }
    }

    /// The word by which it speaks of no state: a change, an aim, another place, or a negation too
    /// many.
    fn change(&self) -> Option<&'a str> {
        let to_come = |word: &&&str| {
            begins(word, &NO_STATE) || begins(word, &AHEAD) || TO_BE_DONE.contains(*word)
        };
        let elsewhere = || if self.has_equipment { looks_elsewhere(self.words) } else { None };
        let one_negation = || self.words.iter().find(|word| NEGATIONS.contains(word)).copied();
        let twice = || if self.negation == Negation::Twice { one_negation() } else { None };
        self.words.iter().find(to_come).copied().or_else(elsewhere).or_else(twice)
    }

    /// A word that names something else than an ENT.
    fn another_thing(&self) -> Option<String> {
        let is_of_figures =
            self.has_a_percent_sign() || self.has_any(&RATES) || self.has_any(&COUNTS);
        let is_other = |word: &str| {
            is_another_thing(word)
                || (is_one_of(word, &OTHER_FIGURES)
                    && (is_of_figures || !has_its_place(word, self.has_equipment)))
        };
        let other = self.words.iter().find(|word| is_other(word) && !is_known(word));
        let is_bare_negation = self.negation == Negation::Once && self.words.len() < 3;
        other
            .map(|word| (*word).to_owned())
            .or_else(|| without_ent(self.words).filter(|_| !is_bare_negation))
    }

    /// The first word that has no place.
    fn odd(&self) -> Option<String> {
        let odd = self.odd_at.and_then(|at| self.words.get(at)).map(|word| (*word).to_owned());
        odd.or_else(|| self.is_primary.then(|| "1er degre".to_owned()))
    }

    /// How little it says beside equipment.
    pub fn plainness(&self, topic: &Topic) -> Plainness {
        let says_no_more = |word: &&str| {
            let lists: [&[&str]; 5] = [&ENT, &SMALL, &ANY_SCHOOL, &AFFIRMATIONS, &THERE_IS];
            lists.iter().any(|list| list.contains(word)) || begins(word, &EQUIPMENT)
        };
        let is_plain = *topic == Topic::Equipment
            && self.negation == Negation::None
            && self.words.iter().all(says_no_more);
        match (is_plain, self.names_ent) {
            (false, _) => Plainness::Qualified,
            (true, false) => Plainness::Plain,
            (true, true) => Plainness::PlainEnt,
        }
    }

    /// Its words without dates and small words.
    pub fn core(&self) -> String {
        let core: Vec<&str> =
            self.words.iter().copied().filter(|word| !is_of_a_date(word)).collect();
        core.join(" ")
    }

    /// Why figures of territories below it are not of all their schools.
    pub fn aside(&self) -> Option<Aside> {
        some_schools(self.words).map(Aside::SomeSchools).or_else(|| self.counted())
    }

    /// An unknown word before the ENT, and no school before it: it is what is counted.
    fn counted(&self) -> Option<Aside> {
        let (before, after) = self.words.split_at_checked(self.odd_at?)?;
        let is_counted = after.iter().any(|word| ENT.contains(word))
            && !before.iter().any(|word| SCHOOLS.contains(word));
        after.first().filter(|_| is_counted).map(|odd| Aside::Counted((*odd).to_owned()))
    }
}

/// Whether a word says of which schools, places and dates figures are, or, where equipment is
/// named, whether there is any.
fn has_its_place(word: &str, has_equipment: bool) -> bool {
    let lists: [&[&str]; 3] = [&NEGATIONS, &AFFIRMATIONS, &THERE_IS];
    is_known(word) || (has_equipment && lists.iter().any(|list| list.contains(&word)))
}
