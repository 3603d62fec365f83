//! The name of a school without what hundreds of others are called too.

use std::borrow::Cow;

use crate::french::{
    self,
    letters::{Bare, bare},
};

/// What a school may be called first. Sorted.
const HEADS: [&str; 23] = [
    "clg",
    "col",
    "college",
    "ecole",
    "erea",
    "etablissement",
    "lap",
    "leap",
    "legt",
    "legta",
    "legtpa",
    "lg",
    "lgt",
    "lgtp",
    "lp",
    "lpa",
    "lpi",
    "lpo",
    "lpp",
    "lpr",
    "lt",
    "lyc",
    "lycee",
];

/// Heads that are part of a name (« École alsacienne ») unless one of [`QUALITIES`] stands behind.
const WEAK_HEADS: [&str; 3] = ["ecole", "erea", "etablissement"];

/// What may stand behind: which schools, of whom, of which level. Sorted.
const QUALITIES: [&str; 42] = [
    "2d",
    "2nd",
    "2nde",
    "adapte",
    "agricole",
    "climatique",
    "contrat",
    "degre",
    "denseignement",
    "departemental",
    "detat",
    "enseignement",
    "etat",
    "experimental",
    "general",
    "generale",
    "handicapes",
    "hc",
    "hors",
    "horscontrat",
    "metropolitain",
    "municipal",
    "national",
    "polyvalent",
    "polyvalente",
    "pr",
    "prive",
    "privee",
    "professionnel",
    "professionnelle",
    "public",
    "publique",
    "regional",
    "regionale",
    "second",
    "secondaire",
    "sous",
    "souscontrat",
    "superieur",
    "technique",
    "technologique",
    "technologiques",
];

/// The name of a school as it stands in a list: « Champollion » for « Lycée général et technologique
/// Champollion ». What the name goes on with keeps its head, « Lycée du Grésivaudan », and a name that
/// is only generic keeps all of it.
pub fn proper_name(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    let Some((head, rest)) = cut(name).filter(|(head, _)| is_one_of(&HEADS, head)) else {
        return Cow::Borrowed(name);
    };
    let (rest, qualities) = without_qualities(rest);
    let is_weak = is_one_of(&WEAK_HEADS, head) && qualities == 0;
    let Some((first, _)) = cut(rest).filter(|_| !is_weak) else { return Cow::Borrowed(name) };
    match plain(first, &mut [0; LONGEST]).unwrap_or_default() {
        // « Lycée des métiers de l’hôtellerie » is a name as it stands.
        "des" if cut_after(rest, "des").is_some_and(|more| starts_with(more, "metiers")) => {
            of_trades(name, rest)
        }
        "de" | "du" | "des" | "d" | "a" | "au" | "aux" => going_on(name, head, rest, qualities),
        word if word.starts_with("d") && first.contains(['\'', '’']) => {
            going_on(name, head, rest, qualities)
        }
        "le" | "la" | "les" => Cow::Owned(french::capitalised(rest)),
        _ if begins_a_name(first) => Cow::Borrowed(rest),
        _ => Cow::Borrowed(name),
    }
}

/// « Lycée des métiers Jean Moulin » is called « Jean Moulin ».
fn of_trades<'a>(name: &'a str, rest: &'a str) -> Cow<'a, str> {
    let behind = cut_after(rest, "des").and_then(|rest| cut(rest)).map(|(_, behind)| behind);
    match behind.and_then(|behind| Some((behind, cut(behind)?.0))) {
        Some((behind, first)) if begins_a_name(first) && !is_of(first) => Cow::Borrowed(behind),
        _ => Cow::Borrowed(name),
    }
}

/// « Lycée professionnel du Dauphiné » is called « Lycée du Dauphiné ».
fn going_on<'a>(name: &'a str, head: &str, rest: &str, qualities: usize) -> Cow<'a, str> {
    match qualities {
        0 => Cow::Borrowed(name),
        _ => Cow::Owned(format!("{head} {rest}")),
    }
}

/// What stands behind the qualities, and how many there are.
fn without_qualities(text: &str) -> (&str, usize) {
    let (mut rest, mut count) = (text, 0);
    loop {
        let is_quality = |word: &str| is_one_of(&QUALITIES, word);
        match cut(rest) {
            Some((word, behind)) if is_quality(word) => (rest, count) = (behind, count + 1),
            // « Général et technologique ».
            Some((word, behind)) if is_word(word, "et") && count > 0 => match cut(behind) {
                Some((next, behind)) if is_quality(next) => (rest, count) = (behind, count + 1),
                _ => return (rest, count),
            },
            _ => return (rest, count),
        }
    }
}

/// A capital, or letters that have no case, and more than one: « n° 2 » and « (annexe) » are no names.
fn begins_a_name(word: &str) -> bool {
    let first =
        word.chars().next().is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase());
    first && word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

fn is_of(word: &str) -> bool {
    is_one_of(&["d", "de", "des", "du"], word)
        || word.starts_with(['d', 'D']) && word.contains(['\'', '’'])
}

fn starts_with(text: &str, word: &str) -> bool {
    cut(text).is_some_and(|(first, _)| is_word(first, word))
}

fn cut_after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    cut(text).filter(|(first, _)| is_word(first, word)).map(|(_, behind)| behind)
}

/// The first word of a text, and what stands behind it; `None` where there is none.
fn cut(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let (first, behind) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (!first.is_empty()).then(|| (first, behind.trim_start()))
}

/// The most letters of a word that is looked up.
const LONGEST: usize = 16;

fn is_word(word: &str, plain_word: &str) -> bool {
    plain(word, &mut [0; LONGEST]) == Some(plain_word)
}

fn is_one_of(sorted: &[&str], word: &str) -> bool {
    let mut letters = [0; LONGEST];
    plain(word, &mut letters).is_some_and(|word| sorted.binary_search(&word).is_ok())
}

/// A word without case, accents and signs, in the room that is given: tens of thousands of names are
/// sorted at once. `None` where it is longer than any that is looked up.
fn plain<'a>(word: &str, room: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let mut length = 0;
    for letter in word.chars().flat_map(char::to_lowercase) {
        match bare(letter) {
            Bare::Letter(letter) => {
                *room.get_mut(length)? = u8::try_from(letter).ok().filter(u8::is_ascii)?;
                length += 1;
            }
            Bare::Letters(_) => return None,
            Bare::Nothing | Bare::Sign(_) => {}
        }
    }
    std::str::from_utf8(room.get(..length)?).ok()
}

#[cfg(test)]
mod tests {
    use super::{HEADS, QUALITIES, WEAK_HEADS, proper_name};

    #[test]
    fn the_words_are_sorted_and_short_enough() {
        for words in [&HEADS[..], &WEAK_HEADS, &QUALITIES] {
            assert!(words.is_sorted());
            assert!(words.iter().all(|word| word.len() <= super::LONGEST));
        }
    }

    #[test]
    fn what_hundreds_of_schools_are_called_is_left_out() {
        for (name, proper) in [
            ("Lycée Champollion", "Champollion"),
            ("Lycée général et technologique Champollion", "Champollion"),
            ("Lycée polyvalent Charles de Gaulle", "Charles de Gaulle"),
            ("Lycée professionnel privé Sainte Clotilde", "Sainte Clotilde"),
            ("Lycée privé polyvalent Notre-Dame", "Notre-Dame"),
            ("Lycée régional Anne-Sophie Pic", "Anne-Sophie Pic"),
            (
                "Lycée d'enseignement général et technologique agricole Olivier de Serres",
                "Olivier de Serres",
            ),
            ("Lycée des métiers Jean Moulin", "Jean Moulin"),
            ("LP Vaucanson", "Vaucanson"),
            ("LGT Édouard Herriot", "Édouard Herriot"),
            ("EREA privé Joseph Zobel", "Joseph Zobel"),
            ("Collège privé hors contrat Saint Louis", "Saint Louis"),
            ("Ecole secondaire privée Les Eaux Vives", "Les Eaux Vives"),
            ("Collège les Buclos", "Les Buclos"),
            ("Collège Le Lac", "Le Lac"),
            ("Collège La Lombardière", "La Lombardière"),
            ("COLLEGE PRIVE SAINT LOUIS", "SAINT LOUIS"),
        ] {
            assert_eq!(proper_name(name), proper, "{name}");
        }
    }

    #[test]
    fn what_a_name_can_not_be_without_is_kept() {
        for (name, proper) in [
            ("Lycée du Grésivaudan", "Lycée du Grésivaudan"),
            ("Lycée professionnel du Dauphiné", "Lycée du Dauphiné"),
            ("Lycée polyvalent de l’Oisans", "Lycée de l’Oisans"),
            ("Collège d'Artagnan", "Collège d'Artagnan"),
            ("Lycée des métiers de l'hôtellerie", "Lycée des métiers de l'hôtellerie"),
            ("Lycée international", "Lycée international"),
            ("Lycée polyvalent", "Lycée polyvalent"),
            ("COLLEGE PRIVE", "COLLEGE PRIVE"),
            ("Lycée général et technologique", "Lycée général et technologique"),
            ("Collège n°2", "Collège n°2"),
            ("Lycée A", "Lycée A"),
            ("École alsacienne", "École alsacienne"),
            ("Institution Notre-Dame", "Institution Notre-Dame"),
            ("Cité scolaire Jean Moulin", "Cité scolaire Jean Moulin"),
            ("", ""),
        ] {
            assert_eq!(proper_name(name), proper, "{name}");
        }
    }

    #[test]
    fn no_real_school_is_left_without_a_name() {
        for file in ["lycees_2024.csv", "colleges_2024.csv"] {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real");
            let Ok(bytes) = std::fs::read(format!("{folder}/{file}")) else {
                println!("sans {file}\u{202f}: pas essayé");
                continue;
            };
            let options = crate::table::ReadOptions::default();
            let read = crate::table::read(&bytes, file, &options, crate::table::READ_ON).unwrap();
            let is_name = |header: &&String| {
                ["nometablissement", "appellationofficielle"]
                    .contains(&crate::table::normalise(header).as_ref())
            };
            let column = read.table.headers().iter().position(|header| is_name(&header)).unwrap();
            let mut shorter = 0;
            for row in read.table.rows() {
                let name = row.cell(column).trim();
                let proper = proper_name(name);
                assert!(
                    name.is_empty()
                        || proper.chars().filter(|c| c.is_alphanumeric()).count() > 1
                        || proper == name
                );
                shorter += usize::from(proper.len() < name.len());
            }
            assert!(shorter * 10 > read.table.len() * 6, "{shorter} of {}", read.table.len());
        }
    }
}
