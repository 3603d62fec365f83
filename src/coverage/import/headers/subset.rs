//! Names that speak of some of the lycées or collèges of a type: « lycées professionnels ».

use super::{
    cut::split_words,
    words::{EQUIPMENT, SCHOOLS, SMALL, begins},
};
use crate::coverage::{Distinction, SchoolType, Subset};

/// Beginnings of the words that tell some schools from the others of their type.
const STARTS: [(&str, &[Distinction]); 13] = [
    ("agricol", &[Distinction::Agricole]),
    ("legta", &[Distinction::Agricole]),
    ("maritim", &[Distinction::Maritime]),
    ("prioritair", &[Distinction::EducationPrioritaire]),
    ("rural", &[Distinction::Rural]),
    ("ruraux", &[Distinction::Rural]),
    ("urbain", &[Distinction::Urbain]),
    ("internat", &[Distinction::Internat]),
    ("segpa", &[Distinction::Segpa]),
    ("erea", &[Distinction::Erea]),
    ("cpge", &[Distinction::Cpge]),
    ("eclair", &[Distinction::Eclair]),
    ("polyvalent", &[Distinction::Polyvalent]),
];

/// The same, as whole words.
const ALONE: [(&str, &[Distinction]); 28] = [
    ("rep", &[Distinction::Rep]),
    (REP_PLUS, &[Distinction::RepPlus]),
    ("zep", &[Distinction::Zep]),
    ("ulis", &[Distinction::Ulis]),
    ("bts", &[Distinction::Bts]),
    ("qpv", &[Distinction::QuartierPrioritaire]),
    ("quartier", &[Distinction::QuartierPrioritaire]),
    ("quartiers", &[Distinction::QuartierPrioritaire]),
    ("lpa", &[Distinction::Agricole]),
    ("legtpa", &[Distinction::Agricole]),
    ("professionnel", &[Distinction::Professionnel]),
    ("professionnels", &[Distinction::Professionnel]),
    ("professionnelle", &[Distinction::Professionnel]),
    ("pro", &[Distinction::Professionnel]),
    ("pros", &[Distinction::Professionnel]),
    ("lp", &[Distinction::Professionnel]),
    ("lpp", &[Distinction::Professionnel]),
    ("lpr", &[Distinction::Professionnel]),
    ("generaux", &[Distinction::General]),
    ("technologique", &[Distinction::Technologique]),
    ("technologiques", &[Distinction::Technologique]),
    ("techno", &[Distinction::Technologique]),
    ("technos", &[Distinction::Technologique]),
    ("lgt", GENERAL_AND_TECHNOLOGICAL),
    ("legt", GENERAL_AND_TECHNOLOGICAL),
    ("lg", &[Distinction::General]),
    ("lt", &[Distinction::Technologique]),
    ("lpo", &[Distinction::Polyvalent]),
];

const GENERAL_AND_TECHNOLOGICAL: &[Distinction] =
    &[Distinction::General, Distinction::Technologique];

/// « REP+ », as a word.
const REP_PLUS: &str = "repplus";

/// Whether a word tells some schools from the others wherever it stands.
pub(super) fn is_distinctive(word: &str) -> bool {
    !distinctions(word).is_empty()
}

fn distinctions(word: &str) -> &'static [Distinction] {
    let alone = ALONE.iter().find(|(one, _)| *one == word);
    let found = alone.or_else(|| STARTS.iter().find(|(start, _)| word.starts_with(start)));
    found.map_or(&[], |(_, distinctions)| distinctions)
}

/// Writes « REP+ », « REP plus » as one word, and « éducation prioritaire », which is no matter of
/// education, by its last word.
pub(super) fn in_one_word(words: &mut Vec<String>, name: &str) {
    let has_plus = name.contains('+');
    let mut at = 0;
    while at < words.len() {
        let next = words.get(at + 1).map(String::as_str);
        match words[at].as_str() {
            "rep" if next == Some("plus") => {
                words.splice(at..at + 2, [REP_PLUS.to_owned()]);
            }
            "education" if next.is_some_and(|next| next.starts_with("prioritair")) => {
                words.remove(at);
            }
            "reseau" | "reseaux" if words[at..].iter().any(|w| w.starts_with("prioritair")) => {
                words.remove(at);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    if has_plus {
        let marks = plus_after_rep(name);
        let reps = words.iter_mut().filter(|word| *word == "rep");
        for (word, _) in reps.zip(marks).filter(|(_, is_plus)| *is_plus) {
            REP_PLUS.clone_into(word);
        }
    }
}

/// Of each « REP » of a name that stands as a word, whether a « + » follows.
fn plus_after_rep(name: &str) -> Vec<bool> {
    let letters: Vec<char> = name.to_lowercase().chars().collect();
    let is_letter = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
    let stands_at = |at: &usize| {
        letters[*at..].starts_with(&['r', 'e', 'p'])
            && !is_letter(at + 3)
            && (*at == 0 || !is_letter(at - 1))
    };
    let plus = |at: usize| letters[at + 3..].iter().find(|letter| **letter != ' ') == Some(&'+');
    (0..letters.len()).filter(stands_at).map(plus).collect()
}

/// What a name says of the schools that it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// All of a type, as far as it says.
    All,
    /// Some.
    Some(Subset),
    /// What the schools are equipped with, all but what this word names, or a medley.
    Unclear(String),
}

/// Reads it from the words of a name. General and vocational lycées together are all of them.
pub(super) fn among(words: &[&str]) -> Among {
    let is_general = |at: usize| {
        // « Total général » is of all.
        matches!(words[at], "general" | "generale")
            && at > 0
            && (SCHOOLS.contains(&words[at - 1]) || is_distinctive(words[at - 1]))
    };
    let at_each = |at: usize| match is_general(at) {
        true => &[Distinction::General][..],
        false => distinctions(words[at]),
    };
    let ranks: Vec<usize> = (0..words.len()).filter(|at| !at_each(*at).is_empty()).collect();
    let mut found: Vec<Distinction> =
        ranks.iter().flat_map(|at| at_each(*at).iter().copied()).collect();
    let names = |one: Distinction| found.contains(&one);
    if names(Distinction::Professionnel)
        && (names(Distinction::General) || names(Distinction::Technologique))
    {
        found.retain(|one| !is_a_course(*one));
    }
    // « Réseaux d’éducation prioritaire (REP et REP+) », « quartiers prioritaires ».
    if found.iter().any(|one| is_a_priority(*one)) {
        found.retain(|one| *one != Distinction::EducationPrioritaire);
    }
    if let Some(thing) = held(words) {
        return Among::Unclear(thing.to_owned());
    }
    let taken_back = taken_back(words);
    let Some(subset) = Subset::of(found) else {
        return taken_back.map_or(Among::All, |word| Among::Unclear(format!("hors {word}")));
    };
    match (taken_back, ranks.first()) {
        (None, _) => Among::Some(subset),
        // « Collèges REP hors REP+ », « LGT hors Paris ».
        (Some(word), Some(first)) if !is_right_before(words, *first) => {
            Among::Unclear(format!("hors {word}"))
        }
        (Some(_), _) => Among::Some(subset.complement()),
    }
}

/// « Équipés d’un internat », « dotés d’une ULIS »: what they have is no ENT, and no word of which
/// schools they are.
fn held<'a>(words: &[&'a str]) -> Option<&'a str> {
    let is_held = |word: &str| distinctions(word).iter().any(|one| is_had(*one));
    words.iter().enumerate().find_map(|(at, word)| {
        let next = words[at + 1..].iter().find(|word| !SMALL.contains(word))?;
        (begins(word, &EQUIPMENT) && is_held(next)).then_some(*next)
    })
}

fn is_had(one: Distinction) -> bool {
    use Distinction::{Bts, Cpge, Internat, Segpa, Ulis};
    matches!(one, Internat | Segpa | Ulis | Cpge | Bts)
}

fn is_a_course(one: Distinction) -> bool {
    use Distinction::{General, Polyvalent, Professionnel, Technologique};
    matches!(one, General | Technologique | Polyvalent | Professionnel)
}

fn is_a_priority(one: Distinction) -> bool {
    use Distinction::{QuartierPrioritaire, Rep, RepPlus, Zep};
    matches!(one, Rep | RepPlus | Zep | QuartierPrioritaire)
}

/// The word that « hors » or « non » leaves out, where it is one of schools or of a place. « Hors
/// contrat » is a sector.
fn taken_back<'a>(words: &[&'a str]) -> Option<&'a str> {
    (0..words.len()).find_map(|at| {
        let next = words[at + 1..].iter().find(|word| !SMALL.contains(word) && !is_noun(word));
        let next = next.copied().filter(|next| *next != "contrat");
        match words[at] {
            "hors" | "sauf" => next,
            _ => next.filter(|_| takes_back_a_distinction(words, at)),
        }
    })
}

/// Whether a negation is right before a word that tells some schools from others: it leaves these
/// out, and says nothing of equipment.
pub(super) fn takes_back_a_distinction(words: &[&str], at: usize) -> bool {
    matches!(words[at], "non" | "sans" | "hors" | "sauf")
        && words[at + 1..]
            .iter()
            .find(|word| !SMALL.contains(word) && !is_noun(word))
            .is_some_and(|word| is_distinctive(word))
}

fn is_right_before(words: &[&str], first: usize) -> bool {
    let before = words[..first].iter().rev();
    before
        .take_while(|word| {
            matches!(**word, "hors" | "sauf" | "non" | "sans")
                || SMALL.contains(word)
                || is_noun(word)
        })
        .any(|word| matches!(*word, "hors" | "sauf" | "non" | "sans"))
}

fn is_noun(word: &str) -> bool {
    matches!(word, "lycee" | "lycees" | "college" | "colleges" | "etablissement" | "etablissements")
}

/// The schools that a name speaks of, where it speaks of some only.
pub(in crate::coverage::import) fn subset(name: &str) -> Option<Subset> {
    let mut split = split_words(name);
    in_one_word(&mut split, name);
    let words: Vec<&str> = split.iter().map(String::as_str).collect();
    match among(&words) {
        Among::Some(subset) => Some(subset),
        Among::All | Among::Unclear(_) => None,
    }
}

/// The type of schools that such words are said of, where there is but one.
pub(super) fn type_of(subset: Subset) -> Option<SchoolType> {
    use Distinction::{
        Agricole, Bts, Cpge, Erea, General, Maritime, Polyvalent, Professionnel, Rep, RepPlus,
        Segpa, Technologique,
    };
    let lycees =
        [General, Technologique, Polyvalent, Professionnel, Agricole, Maritime, Cpge, Bts, Erea];
    let all_are = |list: &[Distinction]| subset.distinctions().all(|one| list.contains(&one));
    match (all_are(&lycees), all_are(&[Rep, RepPlus, Segpa])) {
        (true, _) => Some(SchoolType::Lycee),
        (_, true) => Some(SchoolType::College),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
