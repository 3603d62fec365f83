//! The words that name a level, in one table: `DEP`, « Dép. », « académique », « National ».
//!
//! A column of levels, the name of a column and the beginning of a name (« Dept de la Loire ») all
//! use this table, so that what one of them reads the others read too.

use super::{
    Level::{self, Academie, Departement, France, Region},
    text::words,
};

/// Words for a level, in small letters and without accents. `DEP`, `REG` and `FRANCE` are those of
/// the INSEE (`GEO_OBJECT`), `FE` and `FR` its codes of the whole country.
#[rustfmt::skip]
const WORDS: [(&str, Level); 44] = [
    ("departement", Departement), ("departements", Departement),
    ("departemental", Departement), ("departementale", Departement),
    ("departementaux", Departement), ("departementales", Departement),
    ("dep", Departement), ("deps", Departement), ("depart", Departement),
    ("dept", Departement), ("depts", Departement), ("dpt", Departement), ("dpts", Departement),
    ("dpmt", Departement), ("departt", Departement),
    ("region", Region), ("regions", Region), ("regional", Region), ("regionale", Region),
    ("regionaux", Region), ("regionales", Region), ("reg", Region), ("regs", Region),
    ("academie", Academie), ("academies", Academie), ("academique", Academie),
    ("academiques", Academie), ("acad", Academie), ("acads", Academie), ("aca", Academie),
    ("acas", Academie), ("rectorat", Academie), ("rectorats", Academie),
    ("france", France), ("pays", France),
    ("nation", France), ("national", France), ("nationale", France), ("nationaux", France),
    ("nationales", France), ("nat", France), ("fra", France), ("fr", France), ("fe", France),
];

/// Words that stand beside one without changing the level: « Niveau régional », « France entière »,
/// « les départements », « anciennes régions ».
#[rustfmt::skip]
const BESIDE: [&str; 34] = [
    "niveau", "niveaux", "echelon", "echelons", "echelle", "maille", "territoire", "type",
    "entiere", "entier", "toute", "tout", "toutes", "tous", "geographique", "administratif",
    "administrative", "ancien", "ancienne", "anciennes", "nouveau", "nouvelle", "nouvelles",
    "le", "la", "les", "l", "de", "des", "du", "d", "francais", "francaise", "francaises",
];

/// The level that one word names, written as [`words`] gives it.
pub(super) fn level_of_word(word: &str) -> Option<Level> {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, level)| *level)
}

/// The level that a word ends with, and what stands before it: `codedep`, `libreg`.
pub(super) fn level_at_the_end(word: &str) -> impl Iterator<Item = (&str, Level)> {
    WORDS.iter().filter_map(move |(known, level)| Some((word.strip_suffix(known)?, *level)))
}

impl Level {
    /// The level that a text names, however it is written; `None` where it names none, two, or
    /// something narrower, as « France métropolitaine ».
    pub fn from_word(text: &str) -> Option<Self> {
        let words = words(text);
        // A number counts territories, or orders a list: « 2 - Région », « départements (101) ».
        let is_beside =
            |word: &str| BESIDE.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
        let mut levels = Vec::new();
        for word in words.iter().filter(|word| !is_beside(word)) {
            match level_of_word(word) {
                Some(level) => levels.push(level),
                // « D.E.P. »
                None => return level_of_word(&words.concat()),
            }
        }
        match levels.as_slice() {
            // « Région académique » is a région.
            [Region, Academie] => Some(Region),
            [level, others @ ..] => others.iter().all(|other| other == level).then_some(*level),
            [] => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_known_however_it_is_written() {
        for (level, texts) in [
            (
                Departement,
                &[
                    "DEP",
                    "Dép.",
                    "Dpt",
                    "dépt",
                    "Département",
                    "DEPARTEMENTS",
                    "départemental",
                    "D.E.P.",
                    "Niveau départemental",
                    "3 - Département",
                    "départements (101)",
                    "de\u{301}partement",
                ][..],
            ),
            (
                Region,
                &["REG", "rég.", "Régions", "régionale", "Région académique", "anciennes régions"],
            ),
            (Academie, &["ACAD", "acad.", "Académies", "académique", "Rectorat"]),
            (
                France,
                &["FRANCE", "France", "FRA", "FE", "fr", "National", "pays", "France entière"],
            ),
        ] {
            for text in texts {
                assert_eq!(Level::from_word(text), Some(level), "{text}");
            }
        }
    }

    #[test]
    fn what_names_no_level_or_two_is_none() {
        for text in [
            "",
            "-",
            "FM",
            "France métropolitaine",
            "Régime",
            "dépôt",
            "COM",
            "EPCI",
            "commune",
            "Département et région",
            "Bretagne",
            "Pays de la Loire",
            "12",
            "Régional et national",
        ] {
            assert_eq!(Level::from_word(text), None, "{text:?}");
        }
    }

    #[test]
    fn each_word_stands_once() {
        for (index, (word, _)) in WORDS.iter().enumerate() {
            assert!(WORDS[..index].iter().all(|(other, _)| other != word), "{word}");
        }
    }
}
